// Several processes, and rotation, on one log.
import { existsSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRecorder, verifyLog } from "../../src/records/index.js";
import { leaveLock, lockOf, startRecording } from "./processes.js";
import { bundle, early, evaluator, linesOf, recordsOf, temporaryFolder } from "./support.js";
import type { Recorder, RecorderOptions } from "../../src/records/index.js";

const folder = temporaryFolder();
const add = async (recorder: Recorder, id: string): Promise<void> => {
  await recorder.record(early(id), evaluator.evaluate(early(id)), { bundle });
};

describe("several processes", () => {
  it(
    "record in one log: each of their records once, in one chain",
    { timeout: 120_000 },
    async () => {
      const file = join(folder, "shared.ndjson");
      const options = { file, fsync: "never", rotate: { bytes: 100_000 } };
      const all = [1, 2, 3].map(() => startRecording(options));
      for (const one of all) await one.said("ready");
      for (const [index, one] of all.entries()) one.ask(300, 1 + index * 4);
      for (const one of all) await one.said("done");
      for (const one of all) expect(await one.close()).toBe(0);
      const verdict = await verifyLog([file]);
      const given = all.flatMap(({ lines }) => lines.filter((line) => line.includes("-")));
      expect(verdict).toMatchObject({ intact: true, records: given.length, first: 0 });
      expect(verdict.files.length).toBeGreaterThan(3);
      const recorded = verdict.files.flatMap(recordsOf);
      const ids = recorded.map(({ input }) => (input as { incident: { id: string } }).incident.id);
      expect([...ids].sort()).toEqual([...given].sort());
      // They did write by turns.
      expect(new Set(recorded.slice(100, 400).map(({ labels }) => labels.id)).size).toBeGreaterThan(
        1,
      );
      expect(existsSync(lockOf(file))).toBe(false);
    },
  );

  it(
    "go on after one of them died with the lock, whoever sees it first",
    { timeout: 120_000 },
    async () => {
      const file = join(folder, "dead.ndjson");
      const all = [1, 2, 3, 4].map(() => startRecording({ file, fsync: "never" }));
      for (const one of all) await one.said("ready");
      await leaveLock(file);
      for (const one of all) one.ask(50);
      for (const one of all) await one.said("done");
      for (const one of all) expect(await one.close()).toBe(0);
      const verdict = await verifyLog([file]);
      expect(verdict).toMatchObject({ intact: true });
      expect(readdirSync(folder).filter((name) => name.startsWith(".dead"))).toEqual([]);
    },
  );

  it("wait for one that may be alive, and say who it is in the end", async () => {
    const file = join(folder, "held.ndjson");
    const recorder = await createRecorder({ file, lockTimeoutMs: 300 });
    await add(recorder, "a");
    const owner = { host: "elsewhere", boot: "", space: "", pid: 4711, started: "" };
    symlinkSync(JSON.stringify(owner), lockOf(file));
    await expect(add(recorder, "b")).rejects.toMatchObject({
      code: "record_locked",
      reason: { code: "held", params: { pid: 4711, host: "elsewhere" } },
    });
    await recorder.close();
    expect(linesOf(file).length).toBe(1);
  });

  it("see that a lock of this machine is of an earlier start, or of a number used again", async () => {
    const here = { host: hostname(), space: "", pid: process.pid };
    for (const [name, owner] of [
      ["boot", { ...here, boot: "an earlier one", started: "1" }],
      ["gone", { ...here, boot: "", pid: 2 ** 22 + 1, started: "1" }],
    ] as const) {
      const file = join(folder, `${name}.ndjson`);
      symlinkSync(JSON.stringify(owner), lockOf(file));
      const recorder = await createRecorder({ file, lockTimeoutMs: 2000 });
      await add(recorder, "a");
      await recorder.close();
      expect(linesOf(file).length).toBe(1);
    }
  });
});

describe("rotation", () => {
  const write = async (
    file: string,
    ids: readonly string[],
    options: Partial<RecorderOptions>,
  ): Promise<void> => {
    const recorder = await createRecorder({ file, fsync: "never", ...options });
    for (const id of ids) await add(recorder, id);
    await recorder.close();
  };
  const ids = Array.from({ length: 12 }, (_, index) => `i-${String(index)}`);

  it("by size begins a new file before this one is too large, over several runs", async () => {
    const home = temporaryFolder();
    const file = join(home, "size.ndjson");
    for (const id of ids) await write(file, [id], { rotate: { bytes: 5000 } });
    const names = readdirSync(home).sort();
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(name).toMatch(/^size\.ndjson(?:\.\d{12})?$/);
    const verdict = await verifyLog([file]);
    expect(verdict).toMatchObject({ intact: true, records: 12 });
    for (const one of verdict.files) {
      expect(linesOf(one).join("\n").length).toBeLessThan(5000);
      const [first] = recordsOf(one);
      if (one !== file)
        expect(one.endsWith(String(first?.chain.sequence).padStart(12, "0"))).toBe(true);
    }
  });

  it("by age begins a new file when its first record is old enough", async () => {
    const file = join(temporaryFolder(), "age.ndjson");
    await write(file, ["a", "b"], { rotate: { seconds: 3600 } });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await write(file, ["c"], { rotate: { seconds: 1 } });
    const verdict = await verifyLog([file]);
    expect(verdict).toMatchObject({ intact: true, records: 3 });
    expect(verdict.files.map((one) => linesOf(one).length)).toEqual([2, 1]);
  });

  it("goes on in a file that another program has moved away", async () => {
    const file = join(temporaryFolder(), "moved.ndjson");
    const recorder = await createRecorder({ file });
    await add(recorder, "a");
    renameSync(file, `${file}.1`);
    await add(recorder, "b");
    await recorder.close();
    expect(await verifyLog([`${file}.1`, file])).toMatchObject({ intact: true, records: 2 });
  });

  it("goes on when the process ended between two files", async () => {
    const file = join(temporaryFolder(), "between.ndjson");
    await write(file, ["a", "b"], {});
    renameSync(file, `${file}.000000000000`);
    await write(file, ["c"], {});
    expect(await verifyLog([file])).toMatchObject({ intact: true, records: 3 });
  });

  it("while the log is verified breaks nothing", { timeout: 120_000 }, async () => {
    const file = join(temporaryFolder(), "verified.ndjson");
    const recording = startRecording({ file, fsync: "never", rotate: { bytes: 20_000 } });
    await recording.said("ready");
    recording.ask(1500, 3);
    let seen = 0;
    let rounds = 0;
    while (!recording.lines.includes("done")) {
      if (!existsSync(file)) continue;
      const verdict = await verifyLog([file]);
      expect(verdict.broken).toBeNull();
      expect(verdict.records).toBeGreaterThanOrEqual(seen);
      seen = verdict.records;
      rounds += 1;
    }
    await recording.close();
    expect(rounds).toBeGreaterThan(3);
    expect(await verifyLog([file])).toMatchObject({ intact: true, records: 1500 });
  });
});
