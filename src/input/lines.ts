/** The longest line that is kept; a longer one is read past and reported. */
export const LONGEST_LINE = 1024 * 1024;

/** A line without its ending, or the fact that it was too long to keep. */
export type Line = Uint8Array | "too_long";

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Cuts a stream of bytes into lines, by the chunk: memory holds one chunk and one line, whatever
 * the length of the stream. Lines end in LF or CRLF; the last one may have no ending.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array | string>,
  longest = LONGEST_LINE,
): AsyncGenerator<Line[]> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    // A CR before the LF is no part of the line, so one byte more may still fit.
    if (length <= longest + 1) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : joined(parts);
    const line = whole.at(-1) === RETURN ? whole.subarray(0, -1) : whole;
    const tooLong = length > longest + 1 || line.length > longest;
    parts = [];
    length = 0;
    return tooLong ? "too_long" : line;
  };
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    const lines: Line[] = [];
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      take(bytes.subarray(start, end));
      lines.push(finish());
      start = end + 1;
    }
    take(bytes.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0) yield [finish()];
}

/** A line of spaces only asks nothing. */
export function isBlank(line: Line): boolean {
  return line !== "too_long" && line.every((byte) => byte === 0x20 || byte === 0x09);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
