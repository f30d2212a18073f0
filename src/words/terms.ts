import { fill } from "./fill.js";
import { HOST_NOTICES } from "./host-notices.js";
import { beijing } from "./time.js";
import type { Language } from "./words.js";

/** The words of one version of the law in one language. What has no term is shown as its code. */
export interface Terms {
  /** The term of a code in a group: `word("grades", "major")`. */
  word(group: string, code: string): string;
  /** The text of a citation: `Art. 4(2)`. */
  citation(id: string): string;
  /** Whether a citation rests on our inference and not on the text alone. */
  inferred(id: string): boolean;
  /** The label of a fact by its JSON Pointer. */
  fact(pointer: string): string;
  /** The word of a fact's choice, such as `serious` of a severity. */
  choice(pointer: string, value: string): string;
  /** The short title of a criterion of the annex, without its grade. */
  criterion(id: string): string;
  /** The title and the chosen option of a reading. */
  reading(id: string, option: string): { title: string; option: string };
  /** A notice as a sentence, with the params as words. */
  notice(code: string, params: Readonly<Record<string, unknown>>): string;
  /** The citation of an entry that names one itself. */
  citedBy(group: string, code: string): string | null;
  /** The title of the law. */
  title(): string;
  /** Any other member of the version's data. */
  data(...keys: readonly string[]): unknown;
}

/** Member of nested data, or undefined. */
function member(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * The pattern of a pointer, with `*` for list entries, and the number of the last entry from 1. The
 * entries of an open list stand below its `at_least`.
 */
function patternOf(pointer: string): { pattern: string; n: number } {
  let n = 0;
  const pattern = pointer.replace(/(?:\/at_least)?\/(\d+)(?=\/|$)/g, (_, index: string) => {
    n = Number(index) + 1;
    return "/*";
  });
  return { pattern, n };
}

/**
 * Reads the terms, citations and readings of a version from a bundle's data. Without a version the
 * newest one speaks.
 */
export function createTerms(data: unknown, version: string | null, language: Language): Terms {
  const newest = text(member(data, ["law", "versions", "0", "id"]));
  const law = member(data, ["law", version ?? newest ?? ""]);
  const of = (...keys: readonly string[]): unknown => member(law, keys);
  const spoken = (...keys: readonly string[]): string | undefined => text(of(...keys, language));
  const word = (group: string, code: string): string => spoken("terms", group, code) ?? code;

  const fact = (pointer: string): string => {
    const { pattern, n } = patternOf(pointer);
    const label = spoken("terms", "facts", pattern);
    return label === undefined ? pointer : fill(label, { n });
  };
  // A choice's words stand in the group that is named after its field.
  const choice = (pointer: string, value: string): string =>
    word(pointer.split("/").at(-1) ?? "", value);
  const reading = (id: string, option: string): { title: string; option: string } => ({
    title: spoken("readings", id, "title") ?? id,
    option: spoken("readings", id, "options", option) ?? option,
  });

  const param = (
    name: string,
    value: unknown,
    params: Readonly<Record<string, unknown>>,
  ): string => {
    const separator = language === "zh" ? "、" : ", ";
    if (Array.isArray(value)) {
      return value.map((one: unknown) => param(name, one, params)).join(separator);
    }
    const code = String(value);
    if (name === "path" || name === "paths") return fact(code);
    if (name === "grade") return word("grades", code);
    if (name === "not_after") return beijing(code);
    if (name === "province") return word("province", code);
    if (name === "reading") return reading(code, "").title;
    if (name === "option") return reading(String(params.reading), code).option;
    return code;
  };

  return {
    word,
    citation: (id) => spoken("citations", id) ?? id,
    inferred: (id) => of("citations", id, "basis") === "inference",
    fact,
    choice,
    criterion: (id) => word("criteria", id.split(".").slice(-2).join(".")),
    reading,
    notice: (code, params) => {
      const template = spoken("terms", "notices", code) ?? HOST_NOTICES[code]?.[language];
      if (template === undefined) return `${code} ${JSON.stringify(params)}`;
      const words = Object.entries(params).map(([name, value]) => [
        name,
        param(name, value, params),
      ]);
      return fill(template, Object.fromEntries(words) as Record<string, string>);
    },
    citedBy: (group, code) => text(of("terms", group, code, "citation")) ?? null,
    title: () => spoken("title") ?? "AMRNCI",
    data: of,
  };
}
