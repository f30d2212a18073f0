// Recorded decisions made again: by the bundle that made them, by another, and by none.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assembleBundle, createRules, readBundle } from "../../src/bundle/index.js";
import { createEvaluator } from "../../src/index.js";
import type { DecisionRecord, Masking, Request } from "../../src/generated/types.js";
import {
  bundleUsed,
  createRecorder,
  replayBundle,
  type Replayed,
  type ReplayBundle,
  replayLog,
  type Verdict,
} from "../../src/records/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { BUNDLE } from "../support/shipped-policy.js";
import { isRequest } from "./schemas.js";
import { forged } from "./forged.js";
import { bundle, evaluator, KEY, linesOf, temporaryFolder } from "./support.js";

const folder = temporaryFolder();
const fileName = (): string => join(mkdtempSync(join(folder, "log-")), "log.ndjson");
const shippedBytes = new Uint8Array(readFileSync(BUNDLE));
const shipped = await replayBundle(shippedBytes);
const leaked: Request = {
  incident: {
    id: "a",
    title: "a name",
    times: { discovered_at: "2025-12-22T22:00:00+08:00" },
    impact: { personal_information: { persons_leaked: 900_000 } },
  },
};

type Forged = Record<string, unknown>;

const nested = (levels: number): object => {
  let value = {};
  for (let level = 0; level < levels; level++) value = { value };
  return value;
};

const replay = async (
  file: string,
  bundles: readonly ReplayBundle[],
): Promise<{ told: Replayed[]; verdict: Verdict }> => {
  const told: Replayed[] = [];
  const verdict = await replayLog([file], bundles, (one) => {
    told.push(one);
  });
  return { told, verdict };
};

/** The shipped rules with another revision, another number of persons, and a last day. */
const amended = async (
  revision: string,
  persons: number,
  notAfter?: string,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { data, files, manifest, wasm } = await readBundle(shippedBytes);
  const law = JSON.parse(
    JSON.stringify({ ...(data.law as object), revision }).replace(
      /"persons":1000000([,}])/g,
      `"persons":${String(persons)}$1`,
    ),
  ) as object;
  const rego = new Map([...files].filter(([name]) => name.endsWith(".rego")));
  return assembleBundle({
    rego,
    wasm,
    data: { ...data, law },
    roots: manifest.roots,
    ...(notAfter !== undefined && { notAfter }),
  });
};

const recordBy = async (
  bytes: Uint8Array<ArrayBuffer>,
  revision: string,
  masking?: Masking,
): Promise<string> => {
  const by = await createEvaluator({ bundle: bytes });
  const file = fileName();
  const recorder = await createRecorder({ file, fsync: "never", ...(masking && { masking }) });
  const used = bundleUsed(revision, bytes);
  await recorder.record(leaked, by.evaluate(leaked), { bundle: used });
  await recorder.close();
  return file;
};

describe("a log replayed by the bundle that made it", () => {
  it("gives the same bytes for every fixture, though their names and narrative are masked", async () => {
    const file = fileName();
    const recorder = await createRecorder({ file, key: KEY, fsync: "never" });
    for (const fixture of fixtureFiles()) {
      const request = requestOf(fixture) as Request;
      if (isRequest(request))
        await recorder.record(request, evaluator.evaluate(request), { bundle });
    }
    await recorder.close();
    const { told, verdict } = await replay(file, [shipped]);
    expect(verdict.intact).toBe(true);
    expect(told.length).toBe(linesOf(file).length);
    expect(told.filter(({ outcome }) => outcome !== "same")).toEqual([]);
  });

  it("finds it among several by its digest, and tells what the others are", async () => {
    const lower = await amended("2026.2", 800_000);
    const sameName = await amended("2026.2", 850_000);
    const file = await recordBy(lower, "2026.2");
    expect((await replay(file, [shipped, await replayBundle(lower)])).told).toEqual([
      expect.objectContaining({ outcome: "same", sequence: 0 }),
    ]);
    expect((await replay(file, [shipped])).told).toEqual([
      expect.objectContaining({
        outcome: "not_replayed",
        reason: "no_bundle",
        detail: `2026.2 ${bundleUsed("2026.2", lower).digest ?? ""}`,
      }),
    ]);
    expect((await replay(file, [shipped, await replayBundle(sameName)])).told).toEqual([
      expect.objectContaining({ outcome: "not_replayed", reason: "other_bundle" }),
    ]);
  });

  it("says where a decision differs that the bundle never made", async () => {
    const file = await recordBy(shippedBytes, bundle.revision);
    const line = forged(linesOf(file)[0], (record: DecisionRecord) => {
      (record.result as { reportable: string }).reportable = "no";
    });
    writeFileSync(file, `${line}\n`);
    const { told, verdict } = await replay(file, [shipped]);
    expect(verdict.intact).toBe(true);
    expect(told).toEqual([
      expect.objectContaining({
        outcome: "different",
        difference: { path: "/reportable", recorded: "no", now: "undecided" },
      }),
    ]);
  });

  it("says of a record whose facts were erased that it can't be made again, and which", async () => {
    const erase = ["/input/incident/impact/personal_information/persons_leaked"];
    const file = await recordBy(shippedBytes, bundle.revision, { mask: [], erase });
    const { told } = await replay(file, [shipped]);
    expect(told).toEqual([expect.objectContaining({ outcome: "not_replayed", reason: "erased" })]);
    expect(told[0]?.detail).toContain(erase[0]);
  });

  it.each([
    ["no bundle", "/bundles", (one: Forged) => (one.bundles = {})],
    ["a bundle that is none", "/bundles/amrnci", (one: Forged) => (one.bundles = { amrnci: null })],
    ["erased places that are no list", "/erased", (one: Forged) => (one.erased = { length: 1 })],
    ["no request", "/input", (one: Forged) => (one.input = null)],
    ["no decision", "/result", (one: Forged) => (one.result = "general")],
    ["more levels than any has", "/", (one: Forged) => (one.result = nested(500))],
  ])("says of a sealed record with %s where it is none", async (_, detail, change) => {
    const file = await recordBy(shippedBytes, bundle.revision);
    const line = forged(linesOf(file)[0], change as (record: object) => void);
    writeFileSync(file, `${line}\n`);
    const { told, verdict } = await replay(file, [shipped]);
    expect(verdict.intact).toBe(true);
    expect(told).toEqual([
      expect.objectContaining({ outcome: "not_replayed", reason: "malformed", detail }),
    ]);
  });

  it("reads notices of any kind in a decision that was recorded", async () => {
    const file = await recordBy(shippedBytes, bundle.revision);
    const line = forged(linesOf(file)[0], (record: DecisionRecord) => {
      (record.result as { notices: unknown }).notices = { some: 1 };
    });
    writeFileSync(file, `${line}\n`);
    expect((await replay(file, [shipped])).told).toEqual([
      expect.objectContaining({ outcome: "different" }),
    ]);
  });

  it("says of a request that the bundle refuses why", async () => {
    const file = await recordBy(shippedBytes, bundle.revision);
    const line = forged(linesOf(file)[0], (record: DecisionRecord) => {
      record.input = { incident: { id: "" } };
    });
    writeFileSync(file, `${line}\n`);
    expect((await replay(file, [shipped])).told).toEqual([
      expect.objectContaining({ outcome: "not_replayed", reason: "no_decision" }),
    ]);
  });

  it("gives the same bytes though the rules were past their date then", async () => {
    const bytes = await amended("2026.9", 800_000, "2026-01-01T00:00:00+08:00");
    const rules = createRules({ verification: "none", now: () => Date.UTC(2026, 0, 2) });
    await rules.activate(bytes);
    const { evaluator: by, digest, revision } = rules.current();
    const decision = by.evaluate(leaked);
    expect(decision.notices.map(({ code }) => code)).toContain("bundle_stale");
    const file = fileName();
    const recorder = await createRecorder({ file, fsync: "never" });
    await recorder.record(leaked, decision, { bundle: { revision, digest } });
    await recorder.close();
    expect((await replay(file, [await replayBundle(bytes)])).told).toEqual([
      expect.objectContaining({ outcome: "same" }),
    ]);
  });

  it("stops at the first broken record", async () => {
    const file = fileName();
    const recorder = await createRecorder({ file, fsync: "never" });
    for (let count = 0; count < 3; count += 1) {
      await recorder.record(leaked, evaluator.evaluate(leaked), { bundle });
    }
    await recorder.close();
    const [one = "", two = "", three = ""] = linesOf(file);
    writeFileSync(file, `${one}\n${two.replace("900000", "900001")}\n${three}\n`);
    const { told, verdict } = await replay(file, [shipped]);
    expect(told.map(({ outcome }) => outcome)).toEqual(["same"]);
    expect(verdict.broken).toMatchObject({ kind: "changed", line: 2 });
  });

  it("takes bundles of which only the revision is known by that", async () => {
    const file = fileName();
    const recorder = await createRecorder({ file, fsync: "never" });
    const { revision } = bundle;
    await recorder.record(leaked, evaluator.evaluate(leaked), {
      bundle: { revision, digest: null },
    });
    await recorder.close();
    expect((await replay(file, [shipped])).told).toEqual([
      expect.objectContaining({ outcome: "same" }),
    ]);
  });
});
