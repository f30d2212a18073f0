import type { Chain, DecisionRecord } from "../../generated/types.js";
import { digestOfLine } from "./seal.js";

/** What a line of a log is. */
export type ReadLine =
  | { readonly kind: "record"; readonly record: DecisionRecord }
  /** A record that does not fit its own digest. */
  | { readonly kind: "changed"; readonly record: DecisionRecord }
  /** No record at all. */
  | { readonly kind: "other" };

/** Reads a line, without its end. Whether it follows the record before it is not asked here. */
export const readLine = (line: Buffer): ReadLine => {
  let value: unknown;
  try {
    value = JSON.parse(line.toString());
  } catch {
    return { kind: "other" };
  }
  if (!isRecord(value)) return { kind: "other" };
  const sound = digestOfLine(line) === value.chain.digest;
  return { kind: sound ? "record" : "changed", record: value };
};

// Only what walking the chain needs and tells: whether the rest follows the schema is asked by who reads it.
const isRecord = (value: unknown): value is DecisionRecord =>
  isObject(value) &&
  typeof value.decision_id === "string" &&
  typeof value.timestamp === "string" &&
  isChain(value.chain);

const isChain = (value: unknown): value is Chain =>
  isObject(value) &&
  typeof value.log === "string" &&
  Number.isSafeInteger(value.sequence) &&
  (value.previous === null || typeof value.previous === "string") &&
  typeof value.digest === "string";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
