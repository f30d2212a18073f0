import { AmrnciError } from "../errors.js";
import { type InputLimits, MAX_BYTES } from "./document.js";
import { refusal } from "./refusal.js";

/**
 * The text of an input: bytes are decoded as UTF-8, and a byte order mark is taken away.
 *
 * @throws {AmrnciError} `input_too_large`, `input_not_utf8`
 */
export const textOf = (
  input: string | Uint8Array,
  { maxBytes = MAX_BYTES }: InputLimits,
): string => {
  if (typeof input === "string") {
    // A UTF-16 unit has one to three bytes of UTF-8, so counting is rarely needed.
    if (input.length > maxBytes || (input.length * 3 > maxBytes && bytesOf(input) > maxBytes)) {
      throw tooLarge(maxBytes);
    }
    return input.charCodeAt(0) === 0xfeff ? input.slice(1) : input;
  }
  if (input.byteLength > maxBytes) throw tooLarge(maxBytes);
  try {
    return strict.decode(input);
  } catch (cause) {
    const position = positionOfFault(input);
    throw refusal(
      "input_not_utf8",
      { path: "", code: "syntax", expected: "utf8", position },
      cause,
    );
  }
};

const strict = new TextDecoder("utf-8", { fatal: true });

const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength;

const tooLarge = (maxBytes: number): AmrnciError =>
  new AmrnciError(
    "input_too_large",
    `The input is larger than ${maxBytes} bytes; send only the incident's facts, or raise the limit.`,
  );

// Decoding leniently and encoding again changes the text first where it was no UTF-8.
const positionOfFault = (bytes: Uint8Array): { line: number; column: number } => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  let end = 0;
  while (end < bytes.length && bytes[end] === again[end]) end++;
  const before = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, end));
  // The cut may have split a character, whose rest is then the fault itself.
  const clean = before.replace(/\ufffd$/, "");
  const lines = clean.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
};
