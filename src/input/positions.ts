import type { Position } from "../errors.js";

/** Line and column of an offset, both counted from 1. */
export const positionAt = (text: string, offset: number): Position => {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < offset; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
};

/** Looks a pointer up in a map of offsets; where it is missing, the nearest place around it. */
export const nearestOffset = (offsets: ReadonlyMap<string, number>, pointer: string): number => {
  for (let path = pointer; ; path = path.slice(0, path.lastIndexOf("/"))) {
    const offset = offsets.get(path);
    if (offset !== undefined) return offset;
    if (!path.includes("/")) return 0;
  }
};
