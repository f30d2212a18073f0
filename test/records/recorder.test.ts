// A recorder as a host uses it: what it appends, in which order, and what the schema says of it.
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRecord, isRequest } from "./schemas.js";
import { createRecorder } from "../../src/records/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
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
import type { Request } from "../../src/generated/types.js";

const folder = temporaryFolder();

describe("a recorder", () => {
  it("appends a decision of every fixture as a line that follows the schema", async () => {
    const file = join(folder, "fixtures.ndjson");
    const recorder = await createRecorder({ file, key: KEY, fsync: "never" });
    for (const fixture of fixtureFiles()) {
      const request = requestOf(fixture) as Request;
      if (!isRequest(request)) continue;
      const record = await recorder.record(request, evaluator.evaluate(request), { bundle });
      expect({ name: fixture.name, valid: isRecord(record), errors: isRecord.errors }).toEqual({
        name: fixture.name,
        valid: true,
        errors: null,
      });
    }
    await recorder.close();
    const records = recordsOf(file);
    expect(records.length).toBeGreaterThan(150);
    for (const record of records) expect(isRecord(record)).toBe(true);
  });

  it("chains each line to the one before, by the digest of its canonical form", async () => {
    const file = join(folder, "chain.ndjson");
    const recorder = await createRecorder({ file, fsync: "never" });
    for (const id of ["a", "b", "c"]) {
      await recorder.record(early(id), evaluator.evaluate(early(id)), { bundle });
    }
    await recorder.close();
    // Written anew from RFC 8785, so that not our own code says that our code is right.
    const sorted = (value: unknown): unknown => {
      if (typeof value !== "object" || value === null) return value;
      if (Array.isArray(value)) return value.map(sorted);
      const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
      return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
    };
    let previous: string | null = null;
    for (const [sequence, line] of linesOf(file).entries()) {
      const record = JSON.parse(line) as { chain: Record<string, unknown> };
      expect(JSON.stringify(sorted(record))).toBe(line);
      const { digest, ...chain } = record.chain;
      expect(chain).toMatchObject({ sequence, previous });
      expect(sha256(JSON.stringify(sorted({ ...record, chain })))).toBe(digest);
      previous = String(digest);
    }
  });

  it("writes many decisions at once in the order in which they were given", async () => {
    const file = join(folder, "order.ndjson");
    const recorder = await createRecorder({ file, fsync: "interval" });
    const ids = Array.from({ length: 500 }, (_, index) => `i-${String(index)}`);
    const records = await Promise.all(
      ids.map((id) => recorder.record(early(id), evaluator.evaluate(early(id)), { bundle })),
    );
    await recorder.close();
    expect(records.map((record) => record?.chain.sequence)).toEqual([...ids.keys()]);
    expect(recordsOf(file)).toEqual(records);
    expect(recordsOf(file).map(({ input }) => (input as unknown as Request).incident.id)).toEqual(
      ids,
    );
  });

  it("goes on where an earlier one ended, in a file that only its owner reads", async () => {
    const file = join(folder, "again.ndjson");
    for (const id of ["a", "b"]) {
      const recorder = await createRecorder({ file });
      await recorder.record(early(id), evaluator.evaluate(early(id)), { bundle });
      await recorder.close();
    }
    const [one, two] = recordsOf(file);
    expect(two?.chain).toMatchObject({
      sequence: 1,
      log: one?.chain.log,
      previous: one?.chain.digest,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
