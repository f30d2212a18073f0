import type { Position } from "../io/document.js";

/** One thing that is wrong with what a command looked at. */
export interface Finding {
  /** A failure is a bad answer; an error means that there could be none. */
  readonly kind: "failure" | "error";
  /** What it is about: a criterion, a duty, a code. */
  readonly rule: string;
  /** In one line. */
  readonly message: string;
  readonly position: Position | null;
  /** For people, below the name of the file. */
  readonly lines: readonly string[];
}

/** The outcome for one file, such as a fixture: what every format needs of it. */
export interface Result {
  readonly file: string;
  readonly title: string;
  readonly passed: boolean;
  readonly findings: readonly Finding[];
  /** The whole outcome for programs. */
  readonly record: object;
  /** Why it failed, for the YAML block of TAP. */
  readonly detail: object;
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
