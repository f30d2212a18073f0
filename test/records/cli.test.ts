// Decision records from the command line, as an operator and an auditor use them.
import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Verdict } from "../../src/records/index.js";
import { createRecorder, verifyLog } from "../../src/records/index.js";
import { incident, runCli, type Run } from "../cli/run-cli.js";
import { isRecord } from "./schemas.js";
import {
  bundle,
  early,
  evaluator,
  KEY,
  linesOf,
  recordsOf,
  sha256,
  temporaryFolder,
} from "./support.js";
import { BUNDLE } from "../support/shipped-policy.js";

const folder = temporaryFolder();
const home = (): string => mkdtempSync(join(folder, "home-"));
const key = join(folder, "records.key");
writeFileSync(key, `${KEY}\n`);
const pair = generateKeyPairSync("ec", {
  namedCurve: "P-256",
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const [signer, verifier] = [join(folder, "auditor.pem"), join(folder, "auditor.pub")];
writeFileSync(signer, pair.privateKey);
writeFileSync(verifier, pair.publicKey);

const evaluate = (file: string, ...more: string[]): Promise<Run> =>
  runCli(["evaluate", incident("platform.json"), "--records", file, ...more]);
const batch = (file: string, count: number, ...more: string[]): Promise<Run> =>
  runCli(["batch", "--records", file, "--records-key", key, ...more], {
    input: Array.from({ length: count }, (_, n) => JSON.stringify(early(`b-${String(n)}`))).join(
      "\n",
    ),
  });

describe("evaluate and batch", () => {
  it("record each decision that they print, with the bundle's file as sha256sum knows it", async () => {
    const file = join(home(), "log.ndjson");
    const { code, stdout, stderr } = await evaluate(file, "--records-key", key, "--format", "json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [record] = recordsOf(file);
    expect(isRecord(record)).toBe(true);
    expect(record?.result).toEqual(JSON.parse(stdout));
    expect(record?.bundles.amrnci).toEqual({
      revision: bundle.revision,
      digest: sha256(readFileSync(BUNDLE)),
    });
    const copy = join(folder, "copy.tar.gz");
    writeFileSync(copy, readFileSync(BUNDLE));
    expect((await evaluate(file, "--records-key", key, "--bundle", copy)).code).toBe(0);
    expect(recordsOf(file)[1]?.bundles).toEqual(record?.bundles);
    expect((await batch(file, 3)).code).toBe(0);
    expect(linesOf(file).length).toBe(5);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("say once that nothing can be compared without a key", async () => {
    const file = join(home(), "log.ndjson");
    const { code, stderr } = await evaluate(file);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning: no key was given \(--records-key\)[^\n]*\n$/);
    expect(recordsOf(file)[0]?.masking).toEqual({ algorithm: "none" });
  });

  it("record nothing of a line that has no decision", async () => {
    const file = join(home(), "log.ndjson");
    const input = `{\n${JSON.stringify(early("a"))}\n{"incident":{}}\n`;
    const { code } = await runCli(["batch", "--records", file, "--records-key", key], { input });
    expect(code).toBe(1);
    expect(recordsOf(file).map(({ input: asked }) => asked)).toEqual([
      expect.objectContaining({ incident: expect.objectContaining({ id: "a" }) as object }),
    ]);
  });

  it("take what to mask from a file, JSON or YAML", async () => {
    const file = join(home(), "log.ndjson");
    const mask = join(folder, "mask.yaml");
    writeFileSync(mask, "mask: [/input/incident/id]\nerase: [/input/incident/operator]\n");
    const { code } = await evaluate(file, "--records-key", key, "--records-mask", mask);
    expect(code).toBe(0);
    expect(recordsOf(file)[0]).toMatchObject({
      masked: ["/input/incident/id"],
      erased: expect.arrayContaining(["/input/incident/operator"]) as string[],
    });
  });

  it("print no decision that they can't record", async () => {
    const nowhere = join(folder, "nowhere/log.ndjson");
    for (const run of [evaluate(nowhere), batch(nowhere, 2)]) {
      const { code, stdout, stderr } = await run;
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("[record_failed]");
    }
  });

  it("record in several threads what they record in one", async () => {
    const file = join(home(), "log.ndjson");
    const { code, stdout } = await batch(
      file,
      400,
      "--workers",
      "2",
      "--records-fsync",
      "interval",
    );
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n").length).toBe(400);
    const ids = recordsOf(file).map(
      ({ input }) => (input as { incident: { id: string } }).incident.id,
    );
    expect(ids).toEqual(Array.from({ length: 400 }, (_, n) => `b-${String(n)}`));
  });

  it("refuse what they would not do", async () => {
    const bad = join(folder, "bad.json");
    writeFileSync(bad, '{"mask":["/input/incident/operator/kind"]}');
    const short = join(folder, "short");
    writeFileSync(short, "short");
    const file = join(home(), "log.ndjson");
    const wrong: string[][] = [
      ["--records-key", key],
      ["--records-rotate-bytes", "9"],
      ["--records", file, "--records-mask", bad],
      ["--records", file, "--records-key", short],
      ["--records", file, "--records-rotate-bytes", "0"],
      ["--records", file, "--records-fsync", "sometimes"],
      ["--records", incident("platform.json")],
      ["--records", folder],
    ];
    for (const flags of wrong) {
      for (const lang of ["en", "zh"]) {
        const { code, stdout, stderr } = await runCli([
          "evaluate",
          incident("platform.json"),
          ...flags,
          "--lang",
          lang,
        ]);
        expect({ flags, code, stdout }).toEqual({ flags, code: 2, stdout: "" });
        expect(stderr).toMatch(
          lang === "zh" ? /错误 \[\w+\]: .*\p{Script=Han}/u : /error \[\w+\]: /,
        );
      }
    }
    expect(existsSync(file)).toBe(false);
  }, 60_000);
});

describe("log", () => {
  it("verify, replay and checkpoint agree on a log that is intact", async () => {
    const at = home();
    const file = join(at, "log.ndjson");
    await batch(file, 12, "--records-rotate-bytes", "6000");
    const verified = await runCli(["log", "verify", file]);
    expect(verified).toMatchObject({ code: 0, stderr: "" });
    expect(verified.stdout).toMatch(/^the chain is intact: 12 records\n {2}records +0 to 11\n/);
    expect((await runCli(["log", "verify", file, "--lang", "zh"])).stdout).toMatch(
      /^记录链完整：12条记录\n/,
    );
    const replayed = await runCli(["log", "replay", file]);
    expect(replayed).toEqual({
      code: 0,
      stdout: "12 decisions made again, the same byte for byte\n",
      stderr: "",
    });
    const checkpoint = join(at, "head.jws");
    const sign = ["log", "checkpoint", file, "--signing-key", signer, "--signing-alg", "ES256"];
    expect(await runCli([...sign, "--output", checkpoint])).toEqual({
      code: 0,
      stdout: "",
      stderr: `checkpoint of record 11 signed: ${checkpoint}\n`,
    });
    expect((await runCli([...sign, "--output", checkpoint])).code).toBe(2);
    const check = [
      "--checkpoint",
      checkpoint,
      "--verification-key",
      verifier,
      "--signing-alg",
      "ES256",
    ];
    expect((await runCli(["log", "verify", file, ...check])).code).toBe(0);
    // To standard output where no file is named.
    expect((await runCli(sign)).stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);

    const lines = linesOf(file);
    writeFileSync(
      file,
      lines
        .slice(0, -1)
        .map((line) => `${line}\n`)
        .join(""),
    );
    expect((await runCli(["log", "verify", file])).code).toBe(0);
    const cut = await runCli(["log", "verify", file, ...check]);
    expect(cut).toMatchObject({ code: 1, stderr: "" });
    expect(cut.stdout).toContain("the tail was cut off");
    expect((await runCli(["log", "verify", file, ...check, "--lang", "zh"])).stdout).toContain(
      "末尾被截断",
    );
    const json = await runCli(["log", "verify", file, ...check, "--format", "json"]);
    const verdict = JSON.parse(json.stdout) as Verdict;
    expect(verdict.broken).toMatchObject({ kind: "cut_off", sequence: 11, count: 1 });
  }, 60_000);

  it("name file, line and record where a log is broken, and sign nothing then", async () => {
    const file = join(home(), "log.ndjson");
    await batch(file, 4);
    const [, , third] = recordsOf(file);
    writeFileSync(file, readFileSync(file, "utf8").replace('"id":"b-2"', '"id":"b-7"'));
    const verified = await runCli(["log", "verify", file]);
    expect(verified.code).toBe(1);
    expect(verified.stdout.startsWith(`${file}:3: a record was changed\n`)).toBe(true);
    expect(verified.stdout.replace(/\s+/g, " ")).toContain(
      `Record 2 (decision ${third?.decision_id ?? ""}) does not fit its own digest.`,
    );
    const replayed = await runCli(["log", "replay", file, "--format", "json"]);
    expect(replayed.code).toBe(1);
    expect(JSON.parse(replayed.stdout)).toMatchObject({
      good: false,
      same: 2,
      broken: { kind: "changed", line: 3 },
    });
    const signed = await runCli([
      "log",
      "checkpoint",
      file,
      "--signing-key",
      signer,
      "--signing-alg",
      "ES256",
    ]);
    expect(signed).toMatchObject({ code: 1, stdout: "" });
    expect(signed.stderr).toContain("[records_unreadable]");
  });

  it("say what can't be replayed and why, in either language", async () => {
    const file = join(home(), "log.ndjson");
    const recorder = await createRecorder({
      file,
      masking: { mask: [], erase: ["/input/incident/times"] },
    });
    await recorder.record(early("a"), evaluator.evaluate(early("a")), { bundle });
    await recorder.close();
    const { code, stdout } = await runCli(["log", "replay", file]);
    expect(code).toBe(1);
    expect(stdout).toContain("facts were erased");
    expect(stdout).toContain(
      "0 decisions made again, the same byte for byte; 1 can't be made again",
    );
    expect((await runCli(["log", "replay", file, "--lang", "zh"])).stdout).toContain(
      "有事实被删去",
    );
  });

  it("is wrong use where there is no log, no key, or a key of no use", async () => {
    const file = join(home(), "log.ndjson");
    await batch(file, 1);
    const token = join(folder, "token");
    writeFileSync(token, "no token");
    for (const args of [
      ["verify", join(folder, "nowhere")],
      ["verify", folder],
      ["verify", incident("platform.json")],
      ["verify", file, "--checkpoint", token],
      [
        "verify",
        file,
        "--checkpoint",
        token,
        "--verification-key",
        verifier,
        "--signing-alg",
        "ES256",
      ],
      ["checkpoint", file, "--signing-key", verifier, "--signing-alg", "ES256"],
      ["checkpoint", file],
      ["replay", file, "--bundle", key],
      ["verify"],
    ]) {
      for (const lang of ["en", "zh"]) {
        const { code, stdout, stderr } = await runCli(["log", ...args, "--lang", lang]);
        expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: "" });
        expect(stderr).toMatch(lang === "zh" ? /^错误 \[\w+\]: / : /^error \[\w+\]: /);
      }
    }
  }, 60_000);
});

describe("a hundred thousand records", () => {
  it("are verified in the memory of a few", { timeout: 180_000 }, async () => {
    const file = join(home(), "many.ndjson");
    const recorder = await createRecorder({ file, fsync: "never", rotate: { bytes: 40_000_000 } });
    const request = early("a");
    const decision = evaluator.evaluate(request);
    for (let done = 0; done < 100_000; done += 1000) {
      await Promise.all(
        Array.from({ length: 1000 }, () => recorder.record(request, decision, { bundle })),
      );
    }
    await recorder.close();
    const few = join(home(), "few.ndjson");
    writeFileSync(few, `${linesOf(`${file}.000000000000`).slice(0, 100).join("\n")}\n`);
    const report = `data:text/javascript,process.on("exit",()=>process.stderr.write(String(process.resourceUsage().maxRSS)))`;
    const verify = (log: string): Promise<Run> =>
      runCli(["log", "verify", log, "--format", "json"], {
        env: { NODE_OPTIONS: `--max-old-space-size=24 --import=${encodeURI(report)}` },
      });
    const { code, stdout, stderr } = await verify(file);
    const kilobytes = Number(stderr) - Number((await verify(few)).stderr);
    // The log has twice as many.
    expect(kilobytes).toBeLessThan(64 * 1024);
    expect(code).toBe(0);
    const verdict = JSON.parse(stdout) as Verdict;
    expect(verdict).toMatchObject({ intact: true, records: 100_000, first: 0 });
    expect(verdict.files.reduce((sum, one) => sum + statSync(one).size, 0)).toBeGreaterThan(120e6);
    expect((await verifyLog([verdict.files[1] ?? ""])).first).toBeGreaterThan(0);
  });
});
