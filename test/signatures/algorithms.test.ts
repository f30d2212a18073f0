// Every algorithm in both directions: what OPA signs we verify, what we sign OPA takes.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ALGORITHMS,
  generateKey,
  readSignedBundle,
  type SignatureAlgorithm,
  signBundle,
} from "../../src/bundle/index.js";
import { BUNDLE } from "../support/shipped-policy.js";
import { OPA } from "../support/tiny-policy.js";
import type { Bytes } from "./archive.js";
import { pairFor, rsaPair } from "./keys.js";
import { opaRun } from "./opa.js";

const folder = mkdtempSync(join(tmpdir(), "amrnci-signed-"));
const unpacked = join(folder, "bundle");
const key = join(folder, "key");
const read = (path: string): Bytes => new Uint8Array(readFileSync(path));
const shipped = read(BUNDLE);

beforeAll(() => {
  mkdirSync(unpacked);
  execFileSync("tar", ["-xzf", BUNDLE, "-C", unpacked]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const opa = (args: readonly string[]): void => {
  execFileSync(OPA, args, { cwd: unpacked, stdio: "pipe" });
};

const another = rsaPair().verification;
const strangerFor = (algorithm: string): string => {
  if (algorithm.startsWith("HS")) return "another secret of ".repeat(8);
  return algorithm.startsWith("ES") ? pairFor(algorithm).verification : another;
};

describe.each(ALGORITHMS)("%s", { timeout: 60_000 }, (algorithm: SignatureAlgorithm) => {
  const { signing, verification } = pairFor(algorithm);

  it("by `opa build` is verified, and by another key it is not", async () => {
    writeFileSync(key, signing);
    const output = join(folder, "built.tar.gz");
    rmSync(join(unpacked, ".signatures.json"), { force: true });
    const how = ["--signing-key", key, "--signing-alg", algorithm];
    opa(["build", ...how, "--verification-key-id", "release", "--bundle", ".", "-o", output]);
    const keys = { release: { key: verification, algorithm } };
    const { signer } = await readSignedBundle(read(output), { keys });
    expect(signer).toEqual({ keyid: "release", algorithm, scope: null });
    const others = { release: { key: strangerFor(algorithm), algorithm } };
    await expect(readSignedBundle(read(output), { keys: others })).rejects.toMatchObject({
      code: "bundle_not_trusted",
      reason: { code: "signature_wrong" },
    });
  });

  it("by `opa sign` with a scope is verified for that scope", async () => {
    writeFileSync(key, signing);
    const claims = join(folder, "claims.json");
    writeFileSync(claims, JSON.stringify({ keyid: "release", scope: "write", iat: 1 }));
    const how = ["--signing-key", key, "--signing-alg", algorithm, "--claims-file", claims];
    opa(["sign", ...how, "--bundle", "."]);
    const output = join(folder, "signed.tar.gz");
    // By name: OPA does not find ./data.json in a signature of data.json.
    execFileSync("tar", ["-czf", output, ...readdirSync(unpacked)], { cwd: unpacked });
    const keys = { release: { key: verification, algorithm, scope: "write" } };
    const { signer } = await readSignedBundle(read(output), { keys });
    expect(signer).toEqual({ keyid: "release", algorithm, scope: "write" });
  });

  it("by us is taken by OPA, with a key that we made", async () => {
    const made = await generateKey(algorithm);
    const how = { algorithm, keyid: "release", scope: "write" };
    const signed = await signBundle(shipped, { key: made.signing, ...how });
    const asked = { key: made.verification ?? made.signing, name: "release", ...how };
    expect(await opaRun(signed, asked)).toBeNull();
    expect(await opaRun(signed, { ...asked, scope: "read" })).toContain("scope mismatch");
    expect(await opaRun(signed, { ...asked, key: verification })).not.toBeNull();
  });
});

describe("a signature", () => {
  it.each(["RS256", "HS256"] as const)("by %s is the same bytes each time", async (algorithm) => {
    const signing = { key: pairFor(algorithm).signing, algorithm, keyid: "release" };
    const [one, two] = [await signBundle(shipped, signing), await signBundle(shipped, signing)];
    expect(Buffer.compare(one, two)).toBe(0);
    // A signature that is there is replaced.
    expect(Buffer.compare(await signBundle(one, signing), one)).toBe(0);
  });

  it("is RS256 under OPA's names, where no algorithm is stated", async () => {
    const { signing, verification } = pairFor("RS256");
    const signed = await signBundle(shipped, { key: signing, keyid: "release" });
    const { signer } = await readSignedBundle(signed, { keys: { release: { key: verification } } });
    expect(signer.algorithm).toBe("RS256");
  });
});
