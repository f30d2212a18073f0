import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant, Verdict } from "./mutant.js";

/** Verdicts of earlier runs, so that a run that was stopped goes on where it was. */
export interface Kept {
  find(mutant: Mutant): Verdict | undefined;
  add(verdict: Verdict): void;
}

interface Line extends Verdict {
  /** The tests and fixtures by which it was judged. */
  readonly tests: string;
}

/**
 * Verdicts on the same rules, data and cases. One that rests on tests or fixtures, as every survivor
 * does, holds only as long as these are the same.
 */
export const openKept = (folder: string, key: string, tests: string): Kept => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${key.slice(0, 16)}.ndjson`);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const known = new Map(
    text
      .split("\n")
      // A run that was killed leaves half a line.
      .filter((line) => line.endsWith("}"))
      .map((line) => JSON.parse(line) as Line)
      .filter((one) => one.noticed === "case" || one.noticed === "check" || one.tests === tests)
      .map((one) => [idOf(one), one]),
  );
  return {
    find: (mutant) => known.get(idOf(mutant)),
    add: (verdict) => {
      known.set(idOf(verdict), { ...verdict, tests });
      appendFileSync(file, `${JSON.stringify({ ...verdict, tests })}\n`);
    },
  };
};

const idOf = ({ place, says }: Mutant): string => `${place} ${says}`;
