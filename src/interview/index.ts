/**
 * The room of the interview: what kind of fact a pointer names, and what people mean by what they type.
 * It knows no law, no file and no terminal.
 */
export { kindOf, type FactKind } from "./kind.js";
export { parseQuantity, type Quantity, type Unreadable } from "./quantity.js";
export { parseMoment } from "./moment.js";
