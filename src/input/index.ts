// The door where documents come in: bytes or text to plain values, refused rather than guessed.
// It knows nothing of incidents, and nothing of Node. YAML has a door of its own, ./yaml.js: nobody who
// reads JSON waits for its parser.
export type { Document, InputLimits, YamlRules } from "./document.js";
export { parseJson } from "./json.js";
export { isBlank, type Line, linesOf, LONGEST_LINE } from "./lines.js";
export { textOf } from "./text.js";
export { withPositions } from "./with-positions.js";
