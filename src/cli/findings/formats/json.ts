import { counts } from "../result.js";
import type { Format } from "./format.js";

/** For programs: counts, and the whole of each result. */
export const json: Format = (results) =>
  `${JSON.stringify({ ...counts(results), results: results.map(({ record }) => record) }, null, 2)}\n`;
