import { parseJson } from "../../src/input/index.js";
import type { Product } from "./product.js";

/** A document as a request: one that has no incident is an incident itself. */
export const asRequest = (value: unknown): object =>
  typeof value === "object" && value !== null && "incident" in value ? value : { incident: value };

/** The requests of the examples. */
export const exampleRequests = ({ examples, json }: Product): object[] =>
  json.slice(0, examples.length).map((bytes) => asRequest(parseJson(bytes).value));

/** Entries of a JSON list, or the value alone. */
export const entriesOf = (bytes: Uint8Array): unknown[] => {
  const { value } = parseJson(bytes);
  return Array.isArray(value) ? (value as unknown[]) : [value];
};
