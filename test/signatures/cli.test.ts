// The command line as release engineers use it: make a key, pack, sign, look, verify, serve.
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEvaluator } from "../../src/index.js";
import { incident, runCli, type Run } from "../cli/run-cli.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { startOpaServer } from "../support/opa-server.js";
import { BUNDLE } from "../support/shipped-policy.js";

const law = fileURLToPath(new URL("../../policies/law", import.meta.url));
const fixtures = fileURLToPath(new URL("../fixtures", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "amrnci-signing-"));
const at = (name: string): string => join(folder, name);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const bundle = (...args: string[]): Promise<Run> => runCli(["bundle", ...args]);
const json = async (...args: string[]): Promise<{ code: number | null; said: unknown }> => {
  const { code, stdout, stderr } = await bundle(...args, "--format", "json");
  expect(stderr).toBe("");
  return { code, said: JSON.parse(stdout) };
};

const ES = ["--signing-alg", "ES256"];
const KEY = ["--verification-key", at("release.pub.pem"), ...ES];

beforeAll(async () => {
  const keys = ["--signing-key", at("release.pem"), "--verification-key", at("release.pub.pem")];
  expect((await bundle("keygen", ...keys, ...ES)).code).toBe(0);
  const signing = ["--signing-key", at("release.pem"), ...ES, "--verification-key-id", "release"];
  const packed = ["--law", law, "--revision", "2026.2", "--output", at("packed.tar.gz")];
  const { code, said } = await json("pack", ...packed, ...signing);
  const signer = { keyid: "release", algorithm: "ES256", scope: null };
  expect({ code, said }).toMatchObject({ code: 0, said: { revision: "2026.2", signer } });
}, 60_000);

describe("bundle keygen", () => {
  it("writes keys that only their owner reads, in the form that OPA takes", () => {
    expect(statSync(at("release.pem")).mode & 0o777).toBe(0o600);
    expect(readFileSync(at("release.pem"), "utf8")).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(readFileSync(at("release.pub.pem"), "utf8")).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  });

  it("replaces no key, and leaves no half of a pair", async () => {
    const before = readFileSync(at("release.pem"));
    for (const [key, pub] of [
      ["release.pem", "new.pub.pem"],
      ["new.pem", "release.pub.pem"],
      ["new.pem", "nowhere/new.pub.pem"],
    ] as const) {
      const keys = ["--signing-key", at(key), "--verification-key", at(pub)];
      const { code, stderr } = await bundle("keygen", ...keys, ...ES);
      expect(code).toBe(2);
      expect(stderr).toMatch(/is there already|cannot write/);
    }
    expect(readFileSync(at("release.pem"))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith("new"))).toEqual([]);
  });

  it("makes one secret for HS256, long enough and without a line end", async () => {
    const { code } = await bundle(
      "keygen",
      "--signing-key",
      at("secret"),
      "--signing-alg",
      "HS256",
    );
    expect(code).toBe(0);
    expect(readFileSync(at("secret"), "utf8")).toMatch(/^[\w-]{43}$/);
    expect(statSync(at("secret")).mode & 0o777).toBe(0o600);
    const keys = ["--signing-key", at("secret2"), "--verification-key", at("secret3")];
    expect((await bundle("keygen", ...keys, "--signing-alg", "HS256")).code).toBe(2);
  });
});

describe("bundle sign", () => {
  it("signs what `bundle pack` made, for the scope and by the secret of a file", async () => {
    const how = ["--signing-key", at("secret"), "--signing-alg", "HS256", "--scope", "write"];
    const signed = at("by-secret.tar.gz");
    expect((await bundle("sign", BUNDLE, ...how, "--output", signed)).code).toBe(0);
    const key = ["--verification-key", at("secret"), "--signing-alg", "HS256"];
    expect((await bundle("verify", signed, ...key, "--scope", "write")).code).toBe(0);
    expect((await bundle("verify", signed, ...key)).code).toBe(1);
    // Once it is there it is kept.
    const again = await bundle("sign", BUNDLE, ...how, "--output", signed);
    expect(again.code).toBe(2);
    expect((await bundle("sign", BUNDLE, ...how, "--output", signed, "--force")).code).toBe(0);
  });

  it.each([
    ["a key that is not there", () => ["--signing-key", at("none.pem")], "[input_unreadable]"],
    [
      "a public key",
      () => ["--signing-key", at("release.pub.pem"), ...ES],
      "private key is needed",
    ],
    ["a key for another algorithm", () => ["--signing-key", at("release.pem")], "no key for RS256"],
    [
      "an unknown algorithm",
      () => ["--signing-key", at("release.pem"), "--signing-alg", "x"],
      "ES256",
    ],
  ])("writes nothing with %s", async (_, how, said) => {
    const { code, stdout, stderr } = await bundle(
      "sign",
      BUNDLE,
      ...how(),
      "--output",
      at("no.tgz"),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
    expect(existsSync(at("no.tgz"))).toBe(false);
  });

  it("signs nothing that is no bundle of ours", async () => {
    writeFileSync(at("text.tar.gz"), "text");
    const how = ["--signing-key", at("release.pem"), ...ES, "--output", at("no.tgz")];
    const { code, stderr } = await bundle("sign", at("text.tar.gz"), ...how);
    expect(code).toBe(2);
    expect(stderr).toContain("[bundle_unreadable]");
  });
});

describe("bundle verify", () => {
  it("says who signed", async () => {
    expect(await json("verify", at("packed.tar.gz"), ...KEY)).toMatchObject({
      code: 0,
      said: {
        verified: true,
        signer: { keyid: "default", algorithm: "ES256", scope: null },
        revision: "2026.2",
        logic_version: 1,
      },
    });
  });

  it("says what is wrong, in a sentence with a code, in both languages", async () => {
    expect(await json("verify", BUNDLE, ...KEY)).toMatchObject({
      code: 1,
      said: {
        verified: false,
        error: { code: "bundle_not_trusted", reason: "not_signed", params: {} },
      },
    });
    const cut = readFileSync(at("packed.tar.gz")).subarray(0, -500);
    writeFileSync(at("cut.tar.gz"), cut);
    const en = await bundle("verify", at("cut.tar.gz"), ...KEY);
    expect(en.stdout).toContain("it is no whole gzip file");
    expect(en.stdout).toContain("bundle_unreadable / not_gzip");
    const zh = await bundle("verify", at("cut.tar.gz"), ...KEY, "--lang", "zh");
    expect(zh.stdout).toContain("规则包无法读取：不是完整的 gzip 文件。");
    expect([en.code, zh.code]).toEqual([1, 1]);
  });

  it("takes JWK and PEM alike", async () => {
    const { createPublicKey } = await import("node:crypto");
    const key = createPublicKey(readFileSync(at("release.pub.pem")));
    writeFileSync(at("release.jwk"), JSON.stringify(key.export({ format: "jwk" })));
    const how = ["--verification-key", at("release.jwk"), ...ES];
    expect((await bundle("verify", at("packed.tar.gz"), ...how)).code).toBe(0);
  });
});

describe("bundle inspect", () => {
  it("shows a bundle that nobody signed", async () => {
    const { code, said } = await json("inspect", BUNDLE);
    expect(code).toBe(0);
    const { files, ...rest } = said as { files: { name: string; hash: string; state: null }[] };
    expect(rest).toMatchObject({
      logic_version: 1,
      not_after: null,
      roots: ["amrnci", "law", "tables"],
      versions: [{ id: "2025-11-01" }],
      signature: null,
    });
    expect(files.map(({ name }) => name)).toContain("policy.wasm");
    for (const { hash, state } of files) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(state).toBeNull();
    }
  });

  it("shows who signed, as verified only where a key was given", async () => {
    const claimed = { keyid: "release", algorithm: "ES256", scope: null };
    const without = await json("inspect", at("packed.tar.gz"));
    expect(without).toMatchObject({ code: 0, said: { signature: { ...claimed, verified: null } } });
    const withKey = await json("inspect", at("packed.tar.gz"), ...KEY);
    expect(withKey).toMatchObject({ code: 0, said: { signature: { ...claimed, verified: true } } });
    const wrong = ["--verification-key", at("other.pub.pem"), ...ES];
    const keys = ["--signing-key", at("other.pem"), "--verification-key", at("other.pub.pem")];
    await bundle("keygen", ...keys, ...ES);
    const other = await json("inspect", at("packed.tar.gz"), ...wrong);
    expect(other).toMatchObject({
      code: 1,
      said: { signature: { ...claimed, verified: false, error: { reason: "signature_wrong" } } },
    });
  });

  it("shows which file is not what was signed", async () => {
    const tar = gunzipSync(readFileSync(at("packed.tar.gz")));
    const where = tar.indexOf("decision.rego");
    const comment = tar.indexOf("# ", where);
    tar[comment + 2] = 0x58;
    writeFileSync(at("changed.tar.gz"), gzipSync(tar));
    const { code, said } = await json("inspect", at("changed.tar.gz"));
    expect(code).toBe(1);
    const { files } = said as { files: { name: string; state: string }[] };
    expect(files.filter(({ state }) => state !== "signed")).toMatchObject([
      { name: "amrnci/decision.rego", state: "changed" },
    ]);
    const shown = await bundle("inspect", at("changed.tar.gz"), "--lang", "zh");
    expect(shown.stdout).toContain("amrnci/decision.rego  与签名时不同");
  });
});

describe("a command that takes --bundle", () => {
  const evaluate = (...args: string[]): Promise<Run> =>
    runCli(["evaluate", incident("bare.json"), "--format", "json", ...args]);
  const packed = (): string[] => ["--bundle", at("packed.tar.gz")];

  it("evaluates by a bundle that is signed with the key", async () => {
    const { code, stdout } = await evaluate(...packed(), ...KEY);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ rules: { revision: "2026.2" } });
  });

  it("asks for the key of a signed bundle, unless nobody wants it verified", async () => {
    const without = await evaluate(...packed());
    expect(without.code).toBe(2);
    expect(without.stderr).toContain("no key is given");
    expect((await evaluate(...packed(), "--skip-verify")).code).toBe(0);
  });

  it("refuses an unsigned bundle once a key is given", async () => {
    const { code, stdout, stderr } = await evaluate("--bundle", BUNDLE, ...KEY);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("[bundle_not_trusted]");
  });

  it.each([
    ["a key without a bundle", () => KEY],
    ["--skip-verify without a bundle", () => ["--skip-verify"]],
    ["an algorithm without a key", () => [...packed(), ...ES]],
    ["a key that is to be skipped", () => [...packed(), ...KEY, "--skip-verify"]],
    ["a secret in place of its file", () => [...packed(), "--verification-key", "a secret"]],
  ])("refuses %s", async (_, args) => {
    const { code, stdout, stderr } = await evaluate(...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/\[(?:usage|input_unreadable)\]/);
  });

  it("takes the key too, whatever the command", async () => {
    const { stdout } = await runCli(["--help", "--lang", "en"]);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);
    expect(commands).toContain("evaluate");
    const helps = await Promise.all(commands.map((name) => runCli([name, "--help"])));
    const silent = commands.filter((_, nth) => {
      const help = helps[nth]?.stdout ?? "";
      return help.includes("--bundle <") && !help.includes("--verification-key <");
    });
    expect(silent).toEqual([]);
  });

  it("verifies for batch and test too", async () => {
    const line = '{"incident": {"id": "1"}}\n';
    for (const args of [["batch"], ["test", join(fixtures, fixtureFiles()[0]?.name ?? "")]]) {
      const run = (...more: string[]): Promise<Run> => runCli([...args, ...more], { input: line });
      expect((await run(...packed(), ...KEY)).code).toBe(0);
      expect((await run(...packed())).code).toBe(2);
    }
  });
});

describe("an OPA server with --verification-key", { timeout: 60_000 }, () => {
  it("takes what `bundle pack --signing-key` made, and decides as we do", async () => {
    const flags = ["--verification-key", at("release.pub.pem"), "--signing-alg", "ES256"];
    const server = await startOpaServer(at("packed.tar.gz"), flags);
    try {
      const key = { key: readFileSync(at("release.pub.pem"), "utf8"), algorithm: "ES256" } as const;
      const verification = { keys: { release: key } };
      const ours = await createEvaluator({ bundle: at("packed.tar.gz"), verification });
      for (const file of fixtureFiles().filter((_, nth) => nth % 12 === 0)) {
        const request = requestOf(file);
        expect(await server.decide(request)).toEqual(ours.evaluate(request));
      }
    } finally {
      await server.stop();
    }
  });

  it("does not start with one that is not signed", async () => {
    copyFileSync(BUNDLE, at("unsigned.tar.gz"));
    const flags = ["--verification-key", at("release.pub.pem"), "--signing-alg", "ES256"];
    await expect(startOpaServer(at("unsigned.tar.gz"), flags)).rejects.toThrow();
  });
});
