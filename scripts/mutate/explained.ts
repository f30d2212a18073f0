import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Verdict } from "./mutant.js";

/** Survivors that may survive, and why. `*` stands for anything in `mutant`. */
export interface Explanation {
  readonly mutant: string;
  readonly why: string;
}

export const readExplanations = (file: string): Explanation[] =>
  (parse(readFileSync(file, "utf8")) as { survivors: Explanation[] }).survivors;

/** Whether an explanation is meant for a mutant. */
export const explains = ({ mutant }: Explanation, { says }: Pick<Verdict, "says">): boolean => {
  const pattern = mutant
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\/]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${pattern}$`, "su").test(says);
};
