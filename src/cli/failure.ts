import type { ErrorCode } from "../errors.js";
import type { ExitCode } from "./exit.js";

/** A defect at a place of a document: what was expected there, or what is wrong in a sentence. */
export interface Issue {
  readonly path: string;
  readonly expected?: string;
  readonly message?: string;
}

/** An issue in one line: its own sentence, which names its place, or place and expectation. */
export function sayIssue({ path, expected = "", message }: Issue): string {
  return message ?? `${path || "/"}: ${expected}`;
}

/** Something that ends the command: told in one line, with a code, never as a stack trace. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly exit: ExitCode;
  readonly issues: readonly Issue[];

  constructor(exit: ExitCode, code: ErrorCode, message: string, issues: readonly Issue[] = []) {
    super(message);
    this.exit = exit;
    this.code = code;
    this.issues = issues;
  }
}
