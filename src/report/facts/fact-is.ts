import type { Line } from "../../generated/types.js";
import { line, put } from "../text/line.js";
import type { View } from "../view.js";

/** A fact and its value as a part of a sentence; what is simply so needs no "yes". */
export const factIs = ({ terms, words }: View, path: string, value: unknown, said: Line): Line =>
  value === true
    ? line(terms.fact(path))
    : put(words.fact_is, { fact: terms.fact(path), value: said });
