import type { IncidentType } from "../law.js";
import type { View } from "../view.js";

/** A type of incident as GB/T 20986-2023 has it: a category, and the item in it that is meant. */
export interface FoundType {
  readonly category: IncidentType;
  readonly item: IncidentType | null;
}

// 数据泄露事件, "data leak incident" and "Data leak" are one name.
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/事件$|\bincidents?$/, "")
    .replace(/[\s_-]+/g, "");

/**
 * The standard's type that a stated type names, by its Chinese name or our gloss of it; null where it
 * names none. A path such as 数据安全事件/数据泄露事件 is looked up by its last part.
 */
export const findType = ({ law }: View, stated: string): FoundType | null => {
  const parts = stated
    .split(/[/／>＞、:：—]+/)
    .map(plain)
    .filter((part) => part !== "");
  const last = parts.at(-1);
  if (last === undefined) return null;
  const names = ({ zh, en, id }: IncidentType): string[] => [zh, en, id].map(plain);
  for (const category of law.types.list) {
    const item = category.items.find((one) => names(one).includes(last) && one.id !== "other");
    const other = category.items.find(
      (one) => one.id === "other" && [one.zh, one.en].map(plain).includes(last),
    );
    if (item ?? other) return { category, item: item ?? other ?? null };
  }
  const category = law.types.list.find((one) => names(one).includes(last));
  return category ? { category, item: null } : null;
};

/** The name of a type for a title: the item without 事件; null for a category alone. */
export const typeForTitle = ({ language }: View, found: FoundType | null): string | null =>
  found?.item && found.item.id !== "other" ? found.item[language] : null;
