// Keys as openssl, browsers and people write them. What is of no use says so, and what to do.
import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signingKey, verificationKey } from "../../src/bundle/signature/keys.js";
import type { SignatureAlgorithm } from "../../src/bundle/index.js";
import { isAmrnciError } from "../../src/errors.js";
import { bytesOf, type Bytes, joined } from "./archive.js";
import { ed25519Pair, pairFor, rsaPair } from "./keys.js";

const rsa = rsaPair();
const privateKey = createPrivateKey(rsa.signing);
const publicKey = createPublicKey(rsa.verification);
const ec = pairFor("ES256");

const pem = (key: KeyObject, options: object): string =>
  key.export({ format: "pem", ...options } as { format: "pem"; type: "pkcs8" }).toString();
const jwk = (key: KeyObject, more: object = {}): string =>
  JSON.stringify({ ...key.export({ format: "jwk" }), ...more });

const cipher = { cipher: "aes-256-cbc", passphrase: "x" };
const secret = "0123456789abcdef0123456789abcdef";
const encoded = Buffer.from(secret).toString("base64url");

const verdict = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return "taken";
  } catch (error) {
    if (!isAmrnciError(error)) throw error;
    expect(error.code).toBe("usage");
    expect(error.message).not.toMatch(/undefined|0123456789/);
    return error.reason?.code ?? "";
  }
};

describe("a key for verifying", () => {
  it.each<[string, string | Bytes, SignatureAlgorithm, string]>([
    ["PEM", rsa.verification, "RS256", "taken"],
    ["PEM as bytes", bytesOf(rsa.verification), "PS256", "taken"],
    ["PEM with text above it", `# the release key\n${rsa.verification}`, "RS256", "taken"],
    [
      "PEM with the line ends of Windows",
      rsa.verification.replaceAll("\n", "\r\n"),
      "RS256",
      "taken",
    ],
    ["JWK", jwk(publicKey), "RS256", "taken"],
    ["JWK for this algorithm", jwk(publicKey, { alg: "RS256", use: "sig" }), "RS256", "taken"],
    ["a certificate", certificate(), "RS256", "taken"],
    ["EC PEM", ec.verification, "ES256", "taken"],
    ["EC PEM of another curve", ec.verification, "ES384", "key_unreadable"],
    ["RSA PEM for ES256", rsa.verification, "ES256", "key_unreadable"],
    ["an Edwards key", ed25519Pair().verification, "ES256", "key_unreadable"],
    ["PKCS #1", pem(publicKey, { type: "pkcs1" }), "RS256", "key_old_public"],
    ["a private key", rsa.signing, "RS256", "public_key_needed"],
    ["a private JWK", jwk(privateKey), "RS256", "public_key_needed"],
    ["a JWK for another algorithm", jwk(publicKey, { alg: "RS512" }), "RS256", "public_key_needed"],
    ["a JWK of a secret", JSON.stringify({ kty: "oct", k: encoded }), "RS256", "public_key_needed"],
    ["a short RSA key", rsaPair(1024).verification, "RS256", "key_short"],
    ["nothing", "", "RS256", "key_unreadable"],
    ["a text", "secret", "RS256", "key_unreadable"],
    ["JSON that is no JWK", "[1]", "RS256", "key_unreadable"],
    ["half a PEM", rsa.verification.slice(0, 100), "RS256", "key_unreadable"],
    ["no algorithm of OPA's", rsa.verification, "none" as SignatureAlgorithm, "algorithm_unknown"],
  ])("as %s", async (_, key, algorithm, expected) => {
    expect(await verdict(verificationKey({ key, algorithm }))).toBe(expected);
  });
});

describe("a key for signing", () => {
  it.each<[string, string, SignatureAlgorithm, string]>([
    ["PEM", rsa.signing, "RS256", "taken"],
    ["JWK", jwk(privateKey), "RS256", "taken"],
    ["EC PEM", ec.signing, "ES256", "taken"],
    ["PKCS #1", pem(privateKey, { type: "pkcs1" }), "RS256", "key_old"],
    ["SEC 1", pem(createPrivateKey(ec.signing), { type: "sec1" }), "ES256", "key_old"],
    [
      "SEC 1 below its parameters, as `openssl ecparam` writes",
      `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${pem(createPrivateKey(ec.signing), { type: "sec1" })}`,
      "ES256",
      "key_old",
    ],
    ["encrypted PKCS #8", pem(privateKey, { type: "pkcs8", ...cipher }), "RS256", "key_encrypted"],
    ["encrypted PKCS #1", pem(privateKey, { type: "pkcs1", ...cipher }), "RS256", "key_encrypted"],
    ["a public key", rsa.verification, "RS256", "private_key_needed"],
    ["a public JWK", jwk(publicKey), "RS256", "private_key_needed"],
    ["a short RSA key", rsaPair(1024).signing, "RS256", "key_short"],
  ])("as %s", async (_, key, algorithm, expected) => {
    expect(await verdict(signingKey({ key, algorithm }))).toBe(expected);
  });
});

describe("a secret", () => {
  it.each<[string, string | Bytes, SignatureAlgorithm, string]>([
    ["a text", secret, "HS256", "taken"],
    ["any bytes", new Uint8Array(32).fill(0xff), "HS256", "taken"],
    ["a JWK", JSON.stringify({ kty: "oct", k: encoded }), "HS256", "taken"],
    ["a text that looks like JSON", `{"note": "${secret}"}`, "HS256", "taken"],
    ["too short for its algorithm", secret, "HS512", "secret_short"],
    ["a JWK of no text", JSON.stringify({ kty: "oct", k: "%%%%" }), "HS256", "key_unreadable"],
    ["a public key", rsa.verification, "HS256", "secret_is_key"],
    ["a public JWK", jwk(publicKey), "HS256", "secret_is_key"],
    ["a private key", rsa.signing, "HS256", "secret_is_key"],
    ["a certificate", certificate(), "HS256", "secret_is_key"],
  ])("as %s", async (_, key, algorithm, expected) => {
    expect(await verdict(verificationKey({ key, algorithm }))).toBe(expected);
  });

  it("counts to its last byte, a line end too, as in OPA", async () => {
    const { key } = await verificationKey({ key: `${secret}\n`, algorithm: "HS256" });
    expect(key).toEqual(bytesOf(`${secret}\n`));
  });
});

/** A certificate of the key for itself, as small as X.509 allows. */
function certificate(): string {
  const length = (bytes: number): number[] =>
    bytes < 128 ? [bytes] : [0x82, bytes >> 8, bytes & 0xff];
  const der = (tag: number, ...parts: Uint8Array[]): Bytes => {
    const body = joined(...parts);
    return joined(new Uint8Array([tag, ...length(body.byteLength)]), body);
  };
  const hex = (text: string): Bytes => new Uint8Array(Buffer.from(text, "hex"));
  const sha256WithRsa = hex("300d06092a864886f70d01010b0500");
  const time = (text: string): Bytes => der(0x17, bytesOf(text));
  const subject = der(0x30, der(0x31, der(0x30, hex("0603550403"), der(0x0c, bytesOf("release")))));
  const body = der(
    0x30,
    hex("020101"),
    sha256WithRsa,
    subject,
    der(0x30, time("250101000000Z"), time("350101000000Z")),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = joined(new Uint8Array([0]), sign("sha256", body, privateKey));
  const whole = der(0x30, body, sha256WithRsa, der(0x03, signature));
  const lines =
    Buffer.from(whole)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
