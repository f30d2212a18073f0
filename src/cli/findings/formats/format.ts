import type { Words } from "../../../words/index.js";
import type { Colours } from "../../terminal/colour.js";
import type { Result } from "../result.js";

/** What a format may use beside the results. */
export interface Setting {
  words: Words;
  colours: Colours;
  version: string;
  /** The whole in one line. */
  summary: string;
}

/** Writes results in one format. */
export type Format = (results: readonly Result[], setting: Setting) => string;
