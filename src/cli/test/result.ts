import type { Position } from "../io/document.js";
import type { Issue } from "../failure.js";
import type { Mismatch } from "./match.js";

/** A mismatch with its place in the fixture's text. */
export interface PlacedMismatch extends Mismatch {
  position: Position | null;
}

/** Why a fixture could not be run at all. */
export interface FixtureError {
  code: string;
  message: string;
  issues: readonly Issue[];
  position: Position | null;
}

/** The outcome of one fixture. */
export interface Result {
  file: string;
  title: string;
  passed: boolean;
  mismatches: readonly PlacedMismatch[];
  error: FixtureError | null;
}

/** How many passed and failed. */
export function counts(results: readonly Result[]): {
  total: number;
  passed: number;
  failed: number;
} {
  const passed = results.filter((result) => result.passed).length;
  return { total: results.length, passed, failed: results.length - passed };
}
