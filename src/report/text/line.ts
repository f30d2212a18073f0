import type { Line, Run } from "../../generated/types.js";

/** What may be put into a sentence: a text, or text with marks of its own. */
export type Part = string | number | Line;

const asLine = (part: Part): Line =>
  typeof part === "object" ? part : part === "" ? [] : [{ text: String(part) }];

/** Parts as one line; neighbours of one look become one run. */
export const line = (...parts: readonly Part[]): Line =>
  parts.flatMap(asLine).reduce<Run[]>((runs, run) => {
    const last = runs.at(-1);
    if (last === undefined || last.mark !== run.mark) return [...runs, run];
    return [...runs.slice(0, -1), { ...last, text: last.text + run.text }];
  }, []);

/** Puts parts into a template: `put("{n} h", { n: 3 })`. An unknown name stays as it is. */
export const put = (template: string, params: Readonly<Record<string, Part>> = {}): Line =>
  line(
    ...template.split(/(\{\w+\})/).map((piece): Part => {
      const name = piece.startsWith("{") ? piece.slice(1, -1) : "";
      return Object.hasOwn(params, name) ? (params[name] ?? "") : piece;
    }),
  );

/** Lines one behind the other, with a separator between them. */
export const joined = (parts: readonly Part[], separator: string): Line =>
  line(...parts.flatMap((part, at) => (at === 0 ? [part] : [separator, part])));

/** A line without its marks. */
export const textOf = (runs: Line): string => runs.map(({ text }) => text).join("");

/** A gloss as a heading begins: with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
