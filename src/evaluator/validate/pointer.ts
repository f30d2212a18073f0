// JSON Pointers (RFC 6901): how a place in a document is named in issues, decisions and fixtures.

/** A member's name or an index as a part of a pointer. */
export const pointerPart = (name: string | number): string =>
  `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** The pointer to the value at these names. */
export const pointerOf = (names: readonly (string | number)[]): string =>
  names.map(pointerPart).join("");

/** The names that a pointer consists of; an index is a text of digits. */
export const namesOf = (pointer: string): string[] =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The value at a pointer, or undefined where there is none. */
export const valueAt = (document: unknown, pointer: string): unknown => {
  let value = document;
  for (const name of namesOf(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
};
