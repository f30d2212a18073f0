import { archive, type Bytes, type Entry } from "../archive.js";
import { ed25519Pair, rsaPair } from "../keys.js";
import { sign } from "node:crypto";
import {
  added,
  type Case,
  claimsOf,
  changed,
  entriesOf,
  hexHash,
  hmac,
  jws,
  signatures,
  signedArchive,
  signedBundle,
  signer,
  stranger,
  WHOLE,
  withToken,
} from "./case.js";

const weak = rsaPair(1024);
const edwards = ed25519Pair();
const SHORT = "a short secret";

const header = { alg: "RS256", kid: "release" };

const withFile = async (content: (token: string) => unknown): Promise<Bytes> => {
  const token = jws(await claimsOf(WHOLE));
  return archive([...entriesOf(WHOLE), { name: ".signatures.json", content: content(token) }]);
};

const hashedBy = (algorithm: string, digest: string): Promise<Bytes> =>
  withToken(async () => {
    const { files } = (await claimsOf(WHOLE)) as { files: { name: string }[] };
    const hash = hexHash(digest, WHOLE["README.md"]);
    const others = files.filter(({ name }) => name !== "README.md");
    return jws({ files: [...others, { name: "README.md", hash, algorithm }] });
  });

const another: Entry = { name: "law/.signatures.json", content: { signatures: [] } };

/** What is done to the signature itself, and how it is asked for. */
export const SIGNATURES: readonly Case[] = [
  { title: "not signed", make: () => archive(entriesOf(WHOLE)) },
  {
    title: "not signed, and an OPA with keys but without `signing` for this bundle",
    make: () => archive(entriesOf(WHOLE)),
    asked: { signing: null },
    why: "who gives a key wants signed bundles",
  },
  {
    title: "signed with another key",
    make: () => changed({}),
    asked: { key: stranger.verification },
  },
  {
    title: "the signature of another bundle",
    make: () => signedArchive(entriesOf(WHOLE), { ...WHOLE, "README.md": "Other rules.\n" }),
  },
  {
    title: "claims changed under the signature",
    make: () =>
      withToken(async (claims) => {
        const [first = "", , last = ""] = jws(claims).split(".");
        const { files } = await claimsOf(WHOLE);
        const forged = Buffer.from(JSON.stringify({ files, scope: "" })).toString("base64url");
        return [first, forged, last].join(".");
      }),
  },
  {
    title: "a bit of the signature changed",
    make: () =>
      withToken((claims) =>
        jws(claims, header, (input) => {
          const bytes = sign("sha256", Buffer.from(input), signer.signing);
          bytes[0] = (bytes[0] ?? 0) ^ 1;
          return bytes;
        }),
      ),
  },
  {
    title: "`alg: none`, and no signature",
    make: () => withToken((claims) => jws(claims, { alg: "none" }, () => Buffer.alloc(0))),
  },
  {
    title: "`alg: none` over a signature that fits",
    make: () => withToken((claims) => jws(claims, { alg: "none", kid: "release" })),
    why: "OPA does not look at the algorithm that the header names",
  },
  {
    title: "`HS256`, signed with the public key as the secret",
    make: () =>
      withToken((claims) =>
        jws(claims, { alg: "HS256", kid: "release" }, hmac(signer.verification)),
      ),
  },
  {
    title: "the same, and the public key configured for `HS256`",
    make: () =>
      withToken((claims) =>
        jws(claims, { alg: "HS256", kid: "release" }, hmac(signer.verification)),
      ),
    asked: { algorithm: "HS256" },
    why: "whoever has the public key could sign; a PEM or JWK is no secret",
  },
  {
    title: "`HS256` with a secret of 14 bytes",
    make: () => withToken((claims) => jws(claims, { alg: "HS256", kid: "release" }, hmac(SHORT))),
    asked: { algorithm: "HS256", key: SHORT },
    why: "it can be guessed; a secret has at least the bytes of its hash (RFC 7518)",
  },
  {
    title: "`RS256` with an RSA key of 1024 bits",
    make: () =>
      withToken((claims) =>
        jws(claims, header, (input) => sign("sha256", Buffer.from(input), weak.signing)),
      ),
    asked: { key: weak.verification },
    why: "a key has at least 2048 bits (RFC 7518)",
  },
  {
    title: "`EdDSA`",
    make: () =>
      withToken((claims) =>
        jws(claims, { alg: "EdDSA", kid: "release" }, (input) =>
          sign(null, Buffer.from(input), edwards.signing),
        ),
      ),
    asked: { algorithm: "EdDSA", key: edwards.verification },
    why: "OPA's configuration does not know it either",
  },
  {
    title: "two signatures",
    make: () => withFile((token) => ({ signatures: [token, token] })),
  },
  { title: "an empty list of signatures", make: () => withFile(() => ({ signatures: [] })) },
  { title: "a signature that is no JWS", make: () => withFile(() => ({ signatures: ["a.b.c"] })) },
  {
    title: "text behind the JSON of `.signatures.json`",
    make: () => withFile((token) => `${JSON.stringify({ signatures: [token] })} more`),
    why: "OPA reads the first value and stops",
  },
  {
    title: "another list of signatures under the name `Signatures`",
    make: () => withFile((token) => ({ signatures: [token], Signatures: [] })),
  },
  {
    title: "signed for OPA's own plugin `_default`, as `opa build` writes",
    make: () => withFile((token) => ({ signatures: [token], plugin: "_default" })),
  },
  {
    title: "signed for a plugin",
    make: () => withFile((token) => ({ signatures: [token], plugin: "custom" })),
  },
  {
    title: "another `.signatures.json` in a folder",
    make: () => added(another),
  },
  {
    title: "`.signatures.json` in a folder only",
    make: async () =>
      archive([
        ...entriesOf(WHOLE),
        { ...signatures(jws(await claimsOf(WHOLE))), name: "law/.signatures.json" },
      ]),
    why: "there is one place for it",
  },
  {
    title: "an unsigned `old-signatures.json`",
    make: () => added({ name: "law/old-signatures.json", content: "anything" }),
  },
  {
    title: "a signed `old-signatures.json`",
    make: () => signedBundle({ ...WHOLE, "law/old-signatures.json": "anything" }),
    why: "older OPAs take it for a signature and do not verify it",
  },
  {
    title: "the key asked for, named otherwise by the signature",
    make: () => withToken((claims) => jws(claims, { alg: "RS256", kid: "other" })),
  },
  {
    title: "the key named by the signature, and none asked for",
    make: () => changed({}),
    asked: { keyid: undefined },
  },
  {
    title: "the key named in the claims (`keyid`), as older releases of OPA do",
    make: () => withToken((claims) => jws({ ...claims, keyid: "release" }, { alg: "RS256" })),
    asked: { keyid: undefined },
  },
  {
    title: "an unknown key named by the signature, and none asked for",
    make: () => withToken((claims) => jws(claims, { alg: "RS256", kid: "other" })),
    asked: { keyid: undefined },
  },
  {
    title: "no key named, and none asked for",
    make: () => withToken((claims) => jws(claims, { alg: "RS256" })),
    asked: { keyid: undefined },
  },
  {
    title: "an unknown key asked for",
    make: () => changed({}),
    asked: { keyid: "other" },
  },
  {
    title: "the scope asked for",
    make: () => withToken((claims) => jws({ ...claims, scope: "write" })),
    asked: { scope: "write" },
  },
  {
    title: "another scope",
    make: () => withToken((claims) => jws({ ...claims, scope: "read" })),
    asked: { scope: "write" },
  },
  { title: "no scope, and one asked for", make: () => changed({}), asked: { scope: "write" } },
  {
    title: "a scope, and none asked for",
    make: () => withToken((claims) => jws({ ...claims, scope: "write" })),
  },
  {
    title: "a scope under the name `Scope`, and none asked for",
    make: () => withToken((claims) => jws({ ...claims, Scope: "write" })),
  },
  {
    title: "claims without files",
    make: () => withToken(() => jws({})),
  },
  {
    title: "a file named twice by the signature",
    make: () =>
      withToken((claims) => {
        const files = claims.files as { name: string }[];
        return jws({ files: [{ ...files[0], hash: "00" }, ...files] });
      }),
    why: "which of the two hashes was meant?",
  },
  {
    title: "names from the root in the signature",
    make: () =>
      withToken((claims) => {
        const files = claims.files as { name: string }[];
        return jws({ files: files.map((file) => ({ ...file, name: `/${file.name}` })) });
      }),
  },
  { title: "a file hashed by SHA-512", make: () => hashedBy("SHA-512", "sha512") },
  {
    title: "a file hashed by MD5",
    make: () => hashedBy("MD5", "md5"),
    why: "collisions are made in seconds",
  },
  {
    title: "a file hashed by SHA-1",
    make: () => hashedBy("SHA-1", "sha1"),
    why: "collisions have been made",
  },
  {
    title: "a file hashed by SHA-512/256",
    make: () => hashedBy("SHA-512-256", "sha512-256"),
    why: "WebCrypto has none; nothing signs by it",
  },
  { title: "a file hashed by nothing that is known", make: () => hashedBy("CRC32", "md5") },
];
