// What a kill, a power cut or a full disk leaves behind, with real processes and real files.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/records/index.js";
import { createRecorder, verifyLog } from "../../src/records/index.js";
import { leaveLock, startRecording } from "./processes.js";
import { bundle, early, evaluator, linesOf, sha256, temporaryFolder } from "./support.js";
import type { DecisionRecord, Request } from "../../src/generated/types.js";

const folder = temporaryFolder();
const idsOf = (file: string): string[] =>
  linesOf(file).flatMap((line) => {
    try {
      const { input } = JSON.parse(line) as { input: Request };
      return [input.incident.id];
    } catch {
      return [];
    }
  });

const addOne = async (file: string, id: string): Promise<Notice[]> => {
  const notices: Notice[] = [];
  const recorder = await createRecorder({ file, onNotice: (notice) => notices.push(notice) });
  await recorder.record(early(id), evaluator.evaluate(early(id)), { bundle });
  await recorder.close();
  return notices;
};

describe("kill -9 while recording", () => {
  it(
    "loses no decision that was given and leaves a log that goes on, twenty times",
    { timeout: 120_000 },
    async () => {
      const file = join(folder, "killed.ndjson");
      const given: string[] = [];
      for (let round = 0; round < 20; round += 1) {
        const fsync = ["always", "interval", "never"][round % 3];
        const recording = startRecording({ file, fsync, padding: 4000 });
        await recording.said("ready");
        recording.ask(100_000, 1 + (round % 7));
        await new Promise((resolve) => setTimeout(resolve, 5 + round * 7));
        recording.child.kill("SIGKILL");
        await recording.close();
        given.push(...recording.lines.filter((line) => line.includes("-")));
        const { broken } = await verifyLog([file]);
        // Nothing but the end of the file may be wrong.
        if (broken !== null) expect(broken).toMatchObject({ kind: "torn" });
      }
      await addOne(file, "last");
      const verdict = await verifyLog([file]);
      expect(verdict).toMatchObject({ intact: true });
      const recorded = new Set(idsOf(file));
      expect(given.filter((id) => !recorded.has(id))).toEqual([]);
      expect(given.length).toBeGreaterThan(50);
      expect(recorded.size).toBe(verdict.records);
    },
  );

  it("in the middle of a write does not block the next recorder", { timeout: 60_000 }, async () => {
    const file = join(folder, "locked.ndjson");
    await leaveLock(file);
    await addOne(file, "next");
    expect(await verifyLog([file])).toMatchObject({ intact: true });
    expect(idsOf(file).at(-1)).toBe("next");
  });
});

describe("a torn last line", () => {
  it("is told, stays as it is, and is accounted for by the next record, at whatever byte it was torn", async () => {
    const whole = join(folder, "whole.ndjson");
    for (const id of ["a", "b", "c"]) await addOne(whole, id);
    const [one = "", two = "", three = ""] = linesOf(whole);
    const kept = `${one}\n${two}\n`;
    for (let length = 1; length <= three.length; length += 97) {
      const file = join(folder, `torn-${String(length)}.ndjson`);
      const torn = three.slice(0, length);
      writeFileSync(file, kept + torn);
      expect((await verifyLog([file])).broken).toMatchObject({ kind: "torn", count: length });
      expect(await addOne(file, "d")).toEqual([
        expect.objectContaining({ code: "torn_line", bytes: length + 1 }),
      ]);
      const text = readFileSync(file, "utf8");
      expect(text.startsWith(`${kept}${torn}\n{`)).toBe(true);
      const last = JSON.parse(linesOf(file).at(-1) ?? "") as DecisionRecord;
      expect(last.chain).toMatchObject({
        sequence: 2,
        previous: (JSON.parse(two) as { chain: { digest: string } }).chain.digest,
        torn: { bytes: length + 1, digest: sha256(`${torn}\n`) },
      });
      expect(await verifyLog([file])).toMatchObject({
        intact: true,
        records: 3,
        torn: [{ line: 3, bytes: length + 1 }],
      });
      const rest = text.slice(kept.length + torn.length);
      // Whoever changes what was left behind, or takes it away, is seen.
      writeFileSync(file, `${kept}${torn.slice(0, -1)}~${rest}`);
      expect((await verifyLog([file])).broken).toMatchObject({ kind: "torn", line: 3 });
      writeFileSync(file, kept + rest.slice(1));
      expect((await verifyLog([file])).broken).toMatchObject({ kind: "torn", line: 3 });
    }
  });

  it("may be the first of the file", async () => {
    const file = join(folder, "first.ndjson");
    writeFileSync(file, '{"bundles":{"amr');
    await addOne(file, "a");
    expect(await verifyLog([file])).toMatchObject({ intact: true, records: 1, first: 0 });
  });
});

describe("a file that must not be continued", () => {
  it("is refused, and stays as it is: its last record changed, or no log at all", async () => {
    const file = join(folder, "changed.ndjson");
    await addOne(file, "a");
    await addOne(file, "b");
    const changed = readFileSync(file, "utf8").replace('"id":"b"', '"id":"c"');
    for (const [text, reason] of [
      [changed, "last_changed"],
      ["# A page about records\n", "no_records"],
      ['{"a":1}\n', "no_records"],
      ["x", "no_records"],
    ] as const) {
      writeFileSync(file, text);
      await expect(addOne(file, "d")).rejects.toMatchObject({
        code: "records_unreadable",
        reason: { code: reason },
      });
      expect(readFileSync(file, "utf8")).toBe(text);
    }
    await expect(addOne(folder, "d")).rejects.toMatchObject({ code: "record_failed" });
    await expect(addOne("/dev/null", "d")).rejects.toMatchObject({ code: "records_unreadable" });
  });

  it("is one that was cut while it was recorded in", async () => {
    const file = join(folder, "cut.ndjson");
    const recorder = await createRecorder({ file });
    for (const id of ["a", "b"]) {
      await recorder.record(early(id), evaluator.evaluate(early(id)), { bundle });
    }
    writeFileSync(file, `${linesOf(file)[0] ?? ""}\n`);
    await expect(
      recorder.record(early("c"), evaluator.evaluate(early("c")), { bundle }),
    ).rejects.toMatchObject({ code: "records_unreadable", reason: { code: "shortened" } });
    await recorder.close();
  });
});
