import type { Received } from "../../errors.js";

const LONGEST = 80;

/** A value as it is shown in an issue: its JSON, cut to a readable length. */
export const receivedOf = (value: unknown): Received => {
  if (value === null) return { type: "null", shown: "null" };
  if (typeof value === "boolean") return { type: "yes_no", shown: String(value) };
  if (typeof value === "number") return { type: "number", shown: String(value) };
  if (typeof value === "string") return { type: "text", shown: shownText(value) };
  if (Array.isArray(value)) return { type: "list", shown: value.length === 0 ? "[]" : "[…]" };
  return { type: "object", shown: shownObject(value) };
};

const shownText = (text: string): string => {
  // Cut before quoting: the text may have a megabyte.
  const cut =
    text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return JSON.stringify(cut);
};

const shownObject = (value: unknown): string => {
  if (typeof value !== "object" || value === null) return typeof value;
  const names = Object.keys(value);
  const first = names
    .slice(0, 3)
    .map((name) => (name.length > 30 ? `${name.slice(0, 30)}…` : name));
  return names.length === 0 ? "{}" : `{${first.join(", ")}${names.length > 3 ? ", …" : ""}}`;
};
