import { isMap, isSeq, parseDocument } from "yaml";

/** A version as `data.yaml` lists it. */
export interface ListedVersion {
  readonly id: string;
  readonly valid_from: string;
  readonly repealed_from?: string;
}

/** The version that is followed by one of a date: the last that took effect before it. */
export const predecessor = (
  versions: readonly ListedVersion[],
  date: string,
): ListedVersion | undefined => versions.find(({ valid_from }) => valid_from < date);

/**
 * The text of `data.yaml` with one more version, newest first. Nothing else of the text changes: the
 * difference is the added lines.
 */
export const withVersion = (text: string, follows: ListedVersion, date: string): string => {
  const list = parseDocument(text).get("versions", true);
  const entry = isSeq(list)
    ? list.items.find((item) => isMap(item) && item.get("id") === follows.id)
    : undefined;
  // A list in brackets has no lines of its own; ours never is one.
  if (!isMap(entry) || !entry.range || (isSeq(list) && list.flow === true)) {
    throw new Error("versions is not a list with a version on lines of its own");
  }
  const start = text.lastIndexOf("\n", entry.range[0]) + 1;
  const indent = /^\s*/.exec(text.slice(start))?.[0] ?? "";
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = [`${indent}- id: "${date}"`, `${indent}  valid_from: "${date}"`, ""];
  return text.slice(0, start) + lines.join(newline) + text.slice(start);
};
