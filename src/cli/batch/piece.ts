import type { Line } from "../../input/index.js";

/** Lines on their way to a worker: one buffer that is handed over, and where each line ends in it. */
export interface Piece {
  /** The number of the first line in the whole input. */
  readonly first: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `null` for a line that was too long to keep. */
  readonly ends: readonly (number | null)[];
}

/** Copies lines into one piece; the chunk that they were read from may hold much more. */
export function pack(lines: readonly Line[], first: number): Piece {
  const size = lines.reduce((sum, line) => sum + (line === "too_long" ? 0 : line.length), 0);
  const bytes = new Uint8Array(size);
  let end = 0;
  const ends = lines.map((line) => {
    if (line === "too_long") return null;
    bytes.set(line, end);
    end += line.length;
    return end;
  });
  return { first, bytes, ends };
}

/** The lines of a piece. */
export function unpack({ bytes, ends }: Piece): Line[] {
  let start = 0;
  return ends.map((end) => {
    if (end === null) return "too_long";
    const line = bytes.subarray(start, end);
    start = end;
    return line;
  });
}
