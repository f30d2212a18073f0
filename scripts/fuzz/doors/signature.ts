import { CompactSign } from "jose";
import { readSignedBundle, signBundle, writeBundle } from "../../../src/bundle/index.js";
import { readBundle } from "../../../src/bundle/index.js";
import { hashOf, SIGNATURES, type SignedFile } from "../../../src/bundle/signature/hash.js";
import type { BundleFiles } from "../../../src/bundle/unpack.js";
import type { Door } from "../door.js";
import { KEY, smallBundle } from "../small-bundle.js";

const { keyid, ...key } = KEY;

/** What a signature claims, signed with the right key: only the claims themselves can refuse it. */
export const open = async (): Promise<Door> => {
  const { files } = await readBundle(await signBundle(await smallBundle(), KEY));
  const { signatures } = JSON.parse(Buffer.from(files.get(SIGNATURES) ?? []).toString()) as {
    signatures: string[];
  };
  const claims = Buffer.from(signatures[0]?.split(".")[1] ?? "", "base64url");
  const genuine = await genuineOf(files);
  return {
    seeds: [claims],
    take: async (bytes) => {
      const token = await new CompactSign(bytes)
        .setProtectedHeader({ alg: KEY.algorithm, kid: keyid })
        .sign(Buffer.from(KEY.key));
      const file = Buffer.from(JSON.stringify({ signatures: [token] }));
      const archive = await writeBundle(new Map([...files, [SIGNATURES, file]]));
      const { signer } = await readSignedBundle(archive, { keys: { [keyid]: key } });
      demandCovered(bytes, genuine);
      return [`trusted ${String(signer.scope)}`];
    },
  };
};

/** Of each file, how a signature that covers it may name it. */
type Genuine = ReadonlyMap<string, readonly string[]>;

const nameOf = ({ name, algorithm, hash }: SignedFile): string =>
  `${name} ${algorithm} ${hash.toLowerCase()}`;

const genuineOf = async (files: BundleFiles): Promise<Genuine> => {
  const genuine = new Map<string, string[]>();
  for (const [name, bytes] of files) {
    if (name === SIGNATURES) continue;
    const ways = ["SHA-256", "SHA-384", "SHA-512"].map(async (algorithm) =>
      nameOf({ name, algorithm, hash: await hashOf(name, bytes, algorithm) }),
    );
    genuine.set(name, await Promise.all(ways));
  }
  return genuine;
};

/** What is trusted names every file once, each with its digest, and nothing else. */
const demandCovered = (bytes: Uint8Array, genuine: Genuine): void => {
  const { files, scope = "" } = JSON.parse(Buffer.from(bytes).toString()) as {
    files: SignedFile[];
    scope?: string;
  };
  const named = files.map(nameOf);
  const covers = [...genuine.values()].every((ways) => ways.some((way) => named.includes(way)));
  if (!covers || named.length !== genuine.size || scope !== "")
    throw new TypeError("claims that do not cover the bundle are trusted");
};
