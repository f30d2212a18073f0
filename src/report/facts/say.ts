import type { Line } from "../../generated/types.js";
import { fill } from "../../words/index.js";
import { line } from "../text/line.js";
import { moment } from "../text/times.js";
import { isTold, written } from "../text/written.js";
import type { View } from "../view.js";
import { isListOfObjects, isOpenList } from "./flatten.js";

// The unit of a quantity stands in the name of its field.
const unitOf = (field: string): string | undefined => {
  if (field.startsWith("persons")) return "persons";
  const [, unit] = /(?:^|_)(minutes|percent|yuan|reposts|views)$/.exec(field) ?? [];
  return unit;
};

const FREE_TEXT = /^\/(?:narrative|summary)\/|^\/(?:operator\/name|title|id)$|\/(?:by|reason)$/;

/** Whether a fact is a text that others wrote, and no choice or number. */
export const isFreeText = (pointer: string): boolean => FREE_TEXT.test(pointer);

/** A fact as it is said in a document, paragraph by paragraph; nothing where it states nothing. */
export const sayFact = (view: View, pointer: string, value: unknown): Line[] => {
  const { words, speech } = view;
  if (value === undefined || value === null) return [];
  if (isFreeText(pointer)) return isTold(value) ? written(value) : [];
  if (typeof value === "string" && speech.instantOf(value) !== null) {
    return [line(moment(view, value))];
  }
  const field = pointer.split("/").at(-1) ?? "";
  if (isListOfObjects(value)) {
    const n = (isOpenList(value) ? value.at_least : (value as unknown[])).length;
    return [line(fill(isOpenList(value) ? words.entries_or_more : words.entries, { n }))];
  }
  if (isOpenList(value)) {
    const known = value.at_least.map((one) => speech.value(pointer, one));
    return [
      line(
        known.length === 0
          ? view.common.unknown
          : fill(words.list_or_more, { list: speech.list(known) }),
      ),
    ];
  }
  if (Array.isArray(value) && value.length === 0) return [line(words.none)];
  return [line(speech.value(pointer, value, { unit: unitOf(field) }))];
};

/** Whether a value states something: what is unknown does not. */
export const isStated = (value: unknown): boolean =>
  value !== undefined && value !== "unknown" && !(typeof value === "string" && !isTold(value));
