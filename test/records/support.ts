// What the tests of records share: a folder for one file, the shipped rules, and decisions on examples.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { DecisionRecord, Request } from "../../src/generated/types.js";
import { bundleUsed } from "../../src/records/index.js";
import { createEvaluatorFrom } from "../../src/evaluator/index.js";
import { BUNDLE, shippedData, shippedWasm } from "../support/shipped-policy.js";

export const KEY = "a secret of at least thirty-two bytes";

/** A new folder that is gone after the tests. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-records-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
};

export const evaluator = await createEvaluatorFrom({ wasm: shippedWasm(), data: shippedData() });

const bytes = new Uint8Array(readFileSync(BUNDLE));
export const bundle = bundleUsed(
  evaluator.evaluate({ incident: { id: "x" } }).rules?.revision ?? "",
  bytes,
);

/** A request whose decision is short: the rules were not in force then. */
export const early = (id: string): Request => ({
  incident: { id, title: `Incident ${id}`, times: { learned_at: "2025-10-01T00:00:00Z" } },
});

export const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8").split("\n").slice(0, -1);
export const recordsOf = (file: string): DecisionRecord[] =>
  linesOf(file).map((line) => JSON.parse(line) as DecisionRecord);

export const sha256 = (text: string | Uint8Array): string =>
  `sha256:${createHash("sha256").update(text).digest("hex")}`;
