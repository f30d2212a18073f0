import { stringify } from "yaml";
import { harmless } from "../../terminal/harmless.js";
import type { Format } from "./format.js";

/** TAP 14 (testanything.org), with a YAML block for what failed. */
export const tap: Format = (results) => {
  const lines = results.flatMap(({ passed, title, file, detail }, at) => {
    const name = `${harmless(title)} (${harmless(file)})`.replace(/[\\#]/g, "\\$&");
    const line = `${passed ? "ok" : "not ok"} ${String(at + 1)} - ${name}`;
    if (passed) return [line];
    const block = stringify(detail, { lineWidth: 0 }).trimEnd().split("\n");
    return [line, "  ---", ...block.map((one) => `  ${one}`), "  ..."];
  });
  return `${["TAP version 14", `1..${String(results.length)}`, ...lines].join("\n")}\n`;
};
