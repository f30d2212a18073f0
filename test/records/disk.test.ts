// A disk that takes no more, as the system really says it: a file size limit (ulimit -f) everywhere, and
// a full file system where one may be mounted.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { verifyLog } from "../../src/records/index.js";
import { startRecording } from "./processes.js";
import type { DecisionRecord } from "../../src/generated/types.js";
import { early, linesOf, temporaryFolder } from "./support.js";

const folder = temporaryFolder();
const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;
const requests = Array.from({ length: 40 }, (_, index) =>
  JSON.stringify(early(`i-${String(index)}`)),
);

interface Run {
  code: number | null;
  answers: { status?: string; error?: { code: string } }[];
  stderr: string;
}

/** `amrnci batch` that may write files of so many KiB. */
const limited = (kilobytes: number, file: string, ...flags: string[]): Run => {
  const args = [CLI, "batch", "--records", file, "--records-key", key, ...flags];
  const command = `ulimit -f ${String(kilobytes)}; exec "$0" "$@"`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command, process.execPath, ...args], {
    input: requests.join("\n"),
    env: { PATH: process.env.PATH, LANG: "C" },
  });
  const answers = stdout
    .toString()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Run["answers"][number]);
  return { code: status, answers, stderr: stderr.toString() };
};
const key = join(folder, "key");
writeFileSync(key, `${"k".repeat(40)}\n`);

describe("a file that may not grow", () => {
  it("fail_closed: a decision without a record is not given; the others are, and the log goes on", async () => {
    const file = join(folder, "closed.ndjson");
    const { code, answers } = limited(20, file);
    expect(code).toBe(2);
    expect(answers.length).toBe(requests.length);
    const refused = answers.filter(({ error }) => error?.code === "record_failed").length;
    const given = answers.filter(({ status }) => status === "not_in_force").length;
    expect(refused + given).toBe(requests.length);
    expect(refused).toBeGreaterThan(0);
    expect(given).toBeGreaterThan(0);
    // The limit falls within a record, whose beginning is there.
    const { broken } = await verifyLog([file]);
    expect(broken).toMatchObject({ kind: "torn", line: given + 1 });
    const again = limited(1000, file);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain("unfinished record");
    expect(await verifyLog([file])).toMatchObject({
      intact: true,
      records: given + requests.length,
    });
  });

  it("answer_and_count: every decision is given, and it is told how many have no record", () => {
    const file = join(folder, "counted.ndjson");
    const { code, answers, stderr } = limited(20, file, "--records-on-failure", "answer_and_count");
    expect(code).toBe(0);
    expect(answers.map(({ status }) => status)).toEqual(requests.map(() => "not_in_force"));
    const told = stderr.matchAll(/warning: (\d+) decisions were given without a record/g);
    const missing = [...told].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(missing).toBeGreaterThan(0);
    expect(linesOf(file).length + missing).toBe(requests.length);
  });

  it("evaluate gives no decision that it could not record", () => {
    const request = join(folder, "request.json");
    writeFileSync(request, requests[0] ?? "");
    const args = [CLI, "evaluate", request, "--records", join(folder, "none.ndjson")];
    const { status, stdout, stderr } = spawnSync("bash", [
      "-c",
      'ulimit -f 0; exec "$0" "$@"',
      process.execPath,
      ...args,
    ]);
    expect(status).toBe(2);
    expect(stdout.toString()).toBe("");
    expect(stderr.toString()).toContain("[record_failed]");
  });
});

const small = join(folder, "small");
mkdirSync(small);
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", small]).status === 0;
afterAll(() => {
  if (mounted) execFileSync("umount", [small]);
});

// Only root may mount; elsewhere the limit above shows the same.
describe.runIf(mounted)("a full file system", () => {
  for (const onFailure of ["fail_closed", "answer_and_count"]) {
    it(
      `${onFailure}: recording goes on when there is room again`,
      { timeout: 60_000 },
      async () => {
        const file = join(small, `${onFailure}.ndjson`);
        const ballast = join(small, "ballast");
        writeFileSync(ballast, Buffer.alloc(36 * 1024));
        const recording = startRecording({ file, onFailure, padding: 3000 });
        await recording.said("ready");
        recording.ask(20);
        await recording.said("done");
        const failures = recording.lines.filter(
          (line) => line === "record_failed" || line === "null",
        );
        expect(failures.length).toBeGreaterThan(0);
        rmSync(ballast);
        recording.lines.splice(0);
        recording.ask(3);
        await recording.said("done");
        expect(recording.lines.filter((line) => line.includes("-")).length).toBe(3);
        expect(await recording.close()).toBe(0);
        const verdict = await verifyLog([file]);
        const counts = onFailure === "answer_and_count";
        expect(verdict).toMatchObject({ intact: true, unrecorded: counts ? failures.length : 0 });
        expect(verdict.torn.length).toBe(1);
        expect(recording.notices().length).toBe(counts ? failures.length : 0);
        rmSync(file);
      },
    );
  }

  it("tells in the log where decisions are missing", async () => {
    const file = join(small, "where.ndjson");
    const ballast = join(small, "ballast");
    writeFileSync(ballast, "");
    const recording = startRecording({ file, onFailure: "answer_and_count", padding: 200 });
    await recording.said("ready");
    recording.ask(2);
    await recording.said("done");
    try {
      writeFileSync(ballast, Buffer.alloc(64 * 1024));
    } catch {
      // Full is what it is meant to be.
    }
    recording.lines.splice(0);
    recording.ask(50);
    await recording.said("done");
    const missing = recording.lines.filter((line) => line === "null").length;
    expect(missing).toBeGreaterThan(0);
    rmSync(ballast);
    recording.lines.splice(0);
    recording.ask(2);
    await recording.said("done");
    await recording.close();
    const told = recordsOfGood(file).map(({ chain }) => chain.unrecorded ?? 0);
    expect(told.filter((count) => count > 0)).toEqual([missing]);
    expect(told.at(-2)).toBe(missing);
  });
});

const recordsOfGood = (file: string): DecisionRecord[] =>
  linesOf(file).flatMap((line) => {
    try {
      return [JSON.parse(line) as DecisionRecord];
    } catch {
      return [];
    }
  });
