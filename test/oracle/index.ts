/**
 * A second, independent reading of the Measures, written from the official text alone, to check the
 * product against. Nothing here may import from the product, and nothing in the product from here.
 */
export { outcomesByBruteForce, questionsByBruteForce } from "./bruteforce.js";
export { decide } from "./decide.js";
export { randomRequest, randomSmallRequest, shrink } from "./random.js";
export { READINGS, type ReadingName, type Readings } from "./readings.js";
export { formatAt, formatBeijing, parseTime } from "./rfc3339.js";
export type * from "./types.js";
export { VERSIONS } from "./versions.js";
