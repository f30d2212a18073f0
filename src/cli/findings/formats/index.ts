import type { TestFlags } from "../../flags.js";
import type { Format } from "./format.js";

/** Each format is a file; only the one that is asked for is loaded. */
const FORMATS: Readonly<Record<TestFlags["format"], () => Promise<Format>>> = {
  pretty: async () => (await import("./pretty.js")).pretty,
  json: async () => (await import("./json.js")).json,
  junit: async () => (await import("./junit.js")).junit,
  tap: async () => (await import("./tap.js")).tap,
  sarif: async () => (await import("./sarif.js")).sarif,
  github: async () => (await import("./github.js")).github,
};

/** The format by its name. */
export const formatOf = (name: TestFlags["format"]): Promise<Format> => FORMATS[name]();
