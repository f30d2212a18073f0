// Every way of tampering with a log, on real files: `verifyLog` must name the first broken record.
import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { DecisionRecord } from "../../src/generated/types.js";
import {
  type Break,
  createRecorder,
  signCheckpoint,
  verifyCheckpoint,
  verifyLog,
} from "../../src/records/index.js";
import { forged } from "./forged.js";
import { bundle, early, evaluator, linesOf, temporaryFolder } from "./support.js";

const folder = temporaryFolder();
const whole = join(folder, "whole.ndjson");
const other = join(folder, "other.ndjson");
let lines: string[];

const write = async (file: string, count: number, rotate = {}): Promise<void> => {
  const recorder = await createRecorder({ file, fsync: "never", rotate });
  for (let index = 0; index < count; index += 1) {
    const request = early(`i-${String(index)}`);
    await recorder.record(request, evaluator.evaluate(request), { bundle });
  }
  await recorder.close();
};

beforeAll(async () => {
  await write(whole, 10);
  await write(other, 3);
  lines = linesOf(whole);
});

let count = 0;
const broken = async (tampered: readonly string[], end = "\n"): Promise<Break | null> => {
  const file = join(folder, `tampered-${String((count += 1))}.ndjson`);
  writeFileSync(file, tampered.join("\n") + end);
  return (await verifyLog([file])).broken;
};
const record = (line: string | undefined): DecisionRecord =>
  JSON.parse(line ?? "") as DecisionRecord;

describe("a log that nobody touched", () => {
  it("is intact, from its first record to its head", async () => {
    const verdict = await verifyLog([whole]);
    expect(verdict).toMatchObject({ intact: true, records: 10, first: 0, broken: null });
    expect(verdict.head?.digest).toBe(record(lines[9]).chain.digest);
  });
});

describe("a log that was tampered with is broken at its first wrong record:", () => {
  const at = (kind: Break["kind"], line: number, sequence: number | null): object =>
    expect.objectContaining({ kind, line, sequence }) as object;

  it("one member of a record changed", async () => {
    for (const [from, to] of [
      ['"id":"i-4"', '"id":"i-5"'],
      ['"path":"amrnci/decision"', '"path":"amrnci/decisioN"'],
      ['"sequence":4', '"sequence":5'],
      ['"status":"not_in_force"', '"status":"excluded"'],
    ] as const) {
      const changed = lines.map((line, index) => (index === 4 ? line.replace(from, to) : line));
      expect(changed[4]).not.toBe(lines[4]);
      expect(await broken(changed)).toEqual(expect.objectContaining({ kind: "changed", line: 5 }));
    }
  });

  it("the last record changed, which no other follows", async () => {
    const changed = [...lines.slice(0, 9), (lines[9] ?? "").replace('"id":"i-9"', '"id":"i-8"')];
    expect(await broken(changed)).toEqual(at("changed", 10, 9));
  });

  it("any one byte of a record changed", async () => {
    const line = Buffer.from(lines[4] ?? "");
    for (let place = 0; place < line.length; place += 7) {
      const bytes = Buffer.from(line);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      const result = await broken([
        ...lines.slice(0, 4),
        bytes.toString("latin1"),
        ...lines.slice(5),
      ]);
      expect(result).toEqual(expect.objectContaining({ line: 5 }));
    }
  });

  it("a record written in another order of members, or with a space", async () => {
    const { labels, ...rest } = record(lines[4]);
    const turned = JSON.stringify({ ...rest, labels });
    expect(await broken([...lines.slice(0, 4), turned, ...lines.slice(5)])).toEqual(
      at("changed", 5, 4),
    );
    expect(await broken([...lines.slice(0, 4), ` ${lines[4] ?? ""}`, ...lines.slice(5)])).toEqual(
      at("changed", 5, 4),
    );
  });

  it("a record changed and its digest computed anew", async () => {
    const line = forged(lines[4], (one) => {
      one.decision_id = "another";
    });
    expect(await broken([...lines.slice(0, 4), line, ...lines.slice(5)])).toEqual(
      at("replaced", 5, 4),
    );
  });

  it("one record removed, or several", async () => {
    expect(await broken([...lines.slice(0, 4), ...lines.slice(5)])).toEqual(
      expect.objectContaining({ kind: "removed", line: 5, sequence: 5, count: 1 }),
    );
    expect(await broken([...lines.slice(0, 4), ...lines.slice(7)])).toEqual(
      expect.objectContaining({ kind: "removed", line: 5, sequence: 7, count: 3 }),
    );
  });

  it("a record removed, and those behind it numbered anew", async () => {
    const renumbered = forged(lines[5], (one) => {
      one.chain.sequence = 4;
    });
    expect(await broken([...lines.slice(0, 4), renumbered, ...lines.slice(6)])).toEqual(
      at("replaced", 4, 3),
    );
  });

  it("two records in each other's place", async () => {
    const [three = "", four = ""] = lines.slice(3, 5);
    expect(await broken([...lines.slice(0, 3), four, three, ...lines.slice(5)])).toEqual(
      expect.objectContaining({
        kind: "reordered",
        line: 4,
        sequence: 4,
        found: expect.objectContaining({ line: 5 }) as object,
      }),
    );
  });

  it("a record twice", async () => {
    expect(await broken([...lines.slice(0, 5), lines[4] ?? "", ...lines.slice(5)])).toEqual(
      at("repeated", 6, 4),
    );
  });

  it("a record of another log", async () => {
    const strange = linesOf(other)[2] ?? "";
    expect(await broken([...lines.slice(0, 5), strange, ...lines.slice(5)])).toEqual(
      at("foreign", 6, 2),
    );
  });

  it("a line that is no record", async () => {
    expect(await broken([...lines.slice(0, 5), "{}", ...lines.slice(5)])).toEqual(
      at("torn", 6, null),
    );
    expect(await broken([...lines.slice(0, 5), "", ...lines.slice(5)])).toEqual(
      at("torn", 6, null),
    );
  });

  it("the first records removed is no break, but it is told where the log begins", async () => {
    const file = join(folder, "from-4.ndjson");
    writeFileSync(file, `${lines.slice(4).join("\n")}\n`);
    expect(await verifyLog([file])).toMatchObject({ intact: true, first: 4, records: 6 });
  });

  it("the tail cut within a record, at each of its bytes", async () => {
    const last = lines[9] ?? "";
    for (let length = 1; length <= last.length; length += 11) {
      const result = await broken([...lines.slice(0, 9), last.slice(0, length)], "");
      expect(result).toEqual(expect.objectContaining({ kind: "torn", line: 10, count: length }));
    }
  });
});

describe("a checkpoint", () => {
  const pair = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const signing = { key: pair.privateKey, algorithm: "ES256", keyid: "auditor" } as const;
  const verifying = { key: pair.publicKey, algorithm: "ES256" } as const;
  const checkpointOf = async (line: string | undefined): ReturnType<typeof verifyCheckpoint> =>
    verifyCheckpoint(await signCheckpoint(record(line).chain, signing), verifying);
  const verdict = async (kept: readonly string[], signed: string | undefined): Promise<unknown> => {
    const file = join(folder, `checked-${String((count += 1))}.ndjson`);
    writeFileSync(file, kept.map((line) => `${line}\n`).join(""));
    return (await verifyLog([file], { known: [await checkpointOf(signed)] })).broken;
  };

  it("shows that the tail was cut off, even at the end of a record", async () => {
    expect(await verdict(lines.slice(0, 7), lines[9])).toEqual(
      expect.objectContaining({ kind: "cut_off", line: 7, sequence: 7, count: 3 }),
    );
    expect(await verdict([], lines[9])).toEqual(
      expect.objectContaining({ kind: "cut_off", sequence: 0, count: 10 }),
    );
  });

  it("shows that the whole log was written anew", async () => {
    let previous: string | null = null;
    const anew = lines.map((line) => {
      const one: string = forged(line, (it) => {
        it.requested_by = "nobody";
        it.chain.previous = previous;
      });
      previous = record(one).chain.digest;
      return one;
    });
    expect(await broken(anew)).toBeNull();
    expect(await verdict(anew, lines[6])).toEqual(
      expect.objectContaining({ kind: "not_signed", line: 7, sequence: 6 }),
    );
  });

  it("holds for a log that has grown since, and not for one that begins later or for another", async () => {
    expect(await verdict(lines, lines[3])).toBeNull();
    expect(await verdict(lines.slice(5), lines[3])).toEqual(
      expect.objectContaining({ kind: "removed", sequence: 5, count: 2 }),
    );
    expect(await verdict(lines, linesOf(other)[2])).toEqual(
      expect.objectContaining({ kind: "not_signed" }),
    );
  });

  it("is refused when it was changed, or signed by another key or as something else", async () => {
    const token = await signCheckpoint(record(lines[9]).chain, signing);
    const [head = "", , signature = ""] = token.split(".");
    const claims = Buffer.from(JSON.stringify({ ...record(lines[3]).chain, timestamp: "x" }));
    const stranger = generateKeyPairSync("ec", {
      namedCurve: "P-256",
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const refused = { code: "checkpoint_not_trusted" };
    const cases: [string, Parameters<typeof verifyCheckpoint>[1]][] = [
      [`${head}.${claims.toString("base64url")}.${signature}`, verifying],
      [token, { key: stranger.publicKey, algorithm: "ES256" }],
      [
        await signCheckpoint(record(lines[9]).chain, { key: "s".repeat(32), algorithm: "HS256" }),
        verifying,
      ],
      ["no token", verifying],
    ];
    for (const [given, key] of cases)
      await expect(verifyCheckpoint(given, key)).rejects.toMatchObject(refused);
  });
});

describe("a log over several files", () => {
  it("is one chain, whichever file is named, and a missing one is a gap", async () => {
    const home = join(folder, "rotated");
    mkdirSync(home);
    const file = join(home, "log.ndjson");
    await write(file, 20, { bytes: 6000 });
    const verdict = await verifyLog([file]);
    expect(verdict).toMatchObject({ intact: true, records: 20, first: 0 });
    expect(verdict.files.length).toBeGreaterThan(3);
    expect(verdict.files.at(-1)).toBe(file);
    // In whatever order they are named.
    expect(await verifyLog([...verdict.files].reverse())).toMatchObject({
      intact: true,
      records: 20,
    });
    const [first = "", second = "", ...rest] = verdict.files;
    expect((await verifyLog([first])).records).toBeLessThan(20);
    const gap = join(home, "gap");
    mkdirSync(gap);
    for (const one of [first, ...rest]) copyFileSync(one, one.replace(home, gap));
    const missing = linesOf(second).length;
    expect((await verifyLog([file.replace(home, gap)])).broken).toMatchObject({
      kind: "removed",
      line: 1,
      count: missing,
      file: rest[0]?.replace(home, gap),
    });
    // A tail cut off a file that is not the last.
    const text = readFileSync(second);
    writeFileSync(second, text.subarray(0, -10));
    expect((await verifyLog([file])).broken).toMatchObject({ kind: "torn", file: second });
    appendFileSync(second, text.subarray(-10));
    expect((await verifyLog([file])).intact).toBe(true);
  });
});
