import type { Issue } from "../failure.js";
import type { Position } from "../io/document.js";
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
export interface Outcome {
  file: string;
  title: string;
  mismatches: readonly PlacedMismatch[];
  error: FixtureError | null;
}
