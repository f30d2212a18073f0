import { pointerOf } from "./pointer.js";

const ENTRIES = 100;
const MEMBERS = 50;

/** A smaller copy of a document, and how to find a place of the copy in the document. */
export interface Clipped {
  readonly value: unknown;
  /** False where the copy is the whole document. */
  readonly cut: boolean;
  readonly original: (path: string) => string;
}

/**
 * Copies what a list of issues can be made from: the first entries of each list, the first members
 * of each object, and in any case what lies on the way to `focus`. Listing every error of a hostile
 * megabyte would take a hundred times its memory.
 */
export const clip = (document: unknown, focus: readonly string[]): Clipped => {
  const moved: { prefix: string; index: string }[] = [];
  let cut = false;

  const copy = (value: unknown, path: string, rest: readonly string[] | undefined): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const [next, ...further] = rest ?? [];
    if (Array.isArray(value)) {
      const kept = value
        .slice(0, ENTRIES)
        .map((entry, index) =>
          copy(entry, `${path}/${index}`, next === String(index) ? further : undefined),
        );
      if (value.length > ENTRIES) {
        cut = true;
        if (next !== undefined && Number(next) >= ENTRIES) {
          moved.push({ prefix: `${path}/`, index: next });
          kept.push(copy(value[Number(next)], `${path}/${ENTRIES}`, further));
        }
      }
      return kept;
    }
    const object = value as Readonly<Record<string, unknown>>;
    const names = Object.keys(object);
    const some = names.length > MEMBERS ? names.slice(0, MEMBERS) : names;
    if (some !== names) {
      cut = true;
      if (next !== undefined && Object.hasOwn(object, next) && !some.includes(next))
        some.push(next);
    }
    return Object.fromEntries(
      some.map((name) => [
        name,
        copy(object[name], path + pointerOf([name]), next === name ? further : undefined),
      ]),
    );
  };

  const value = copy(document, "", focus);
  // The longest prefix first: an entry was moved where its own list stands in the copy.
  const original = (path: string): string =>
    moved.reduceRight((at, { prefix, index }) => {
      const place = `${prefix}${ENTRIES}`;
      return at === place || at.startsWith(`${place}/`)
        ? prefix + index + at.slice(place.length)
        : at;
    }, path);
  return { value, cut, original };
};
