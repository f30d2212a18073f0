import type { Context } from "../context.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { pad } from "../terminal/table.js";
import { width } from "../terminal/width.js";

export type Row = readonly [name: string, value: string];

/** A heading, and below it what there is to say, a line each. */
export function rows({ stdout, env }: Context, heading: string, lines: readonly Row[]): string {
  const colours = coloursFor(stdout, env);
  const widest = Math.max(...lines.map(([name]) => width(name)));
  const said = lines.map(([name, value]) =>
    `  ${colours.dim(pad(name, widest))}  ${harmless(value)}`.trimEnd(),
  );
  return `${[heading, ...said].join("\n")}\n`;
}
