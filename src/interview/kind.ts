/** What kind of answer a fact takes. */
export type FactKind =
  | { readonly kind: "yes_no" }
  | { readonly kind: "choice"; readonly words: readonly string[] }
  /** Several of a few words. */
  | { readonly kind: "choices"; readonly words: readonly string[] }
  | { readonly kind: "quantity"; readonly most: number }
  /** Entries: `members` must be said of each, `others` may follow. */
  | {
      readonly kind: "list";
      readonly members: readonly string[];
      readonly others: readonly string[];
    };

/** As much of a JSON Schema as the incident's uses. */
export interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/**
 * The kind of the fact at a JSON Pointer, read from the schema of incidents; null where no single
 * answer belongs (a group of facts, a text, a time).
 */
export const kindOf = (root: Schema, pointer: string): FactKind | null => {
  const found = schemaAt(root, pointer);
  return found === null ? null : kindOfSchema(root, found);
};

const kindOfSchema = (root: Schema, schema: Schema): FactKind | null => {
  if (schema.enum !== undefined) return kindOfWords(schema.enum);
  const parts = (schema.anyOf ?? []).map((part) => resolved(root, part));
  const number = parts.find(({ type }) => type === "integer");
  if (number !== undefined) return { kind: "quantity", most: number.maximum ?? Infinity };
  const list = parts.find(({ type }) => type === "array");
  if (list?.items === undefined) return null;
  const entry = resolved(root, list.items);
  if (entry.enum !== undefined) return { kind: "choices", words: wordsOf(entry.enum) };
  const all = Object.keys(entry.properties ?? {});
  const members = entry.required ?? all;
  return { kind: "list", members, others: all.filter((one) => !members.includes(one)) };
};

const kindOfWords = (values: readonly unknown[]): FactKind =>
  values.includes(true) ? { kind: "yes_no" } : { kind: "choice", words: wordsOf(values) };

const wordsOf = (values: readonly unknown[]): string[] =>
  values.filter((one): one is string => typeof one === "string" && one !== "unknown");

const schemaAt = (root: Schema, pointer: string): Schema | null => {
  let at: Schema | null = resolved(root, root);
  for (const key of pointer.split("/").slice(1)) {
    const next = memberOf(root, at, key);
    if (next === null) return null;
    at = resolved(root, next);
  }
  return at;
};

/** A member of an object, or an entry of a list; an open list has its entries below `at_least`. */
const memberOf = (root: Schema, schema: Schema, key: string): Schema | null => {
  const own = schema.properties?.[key];
  if (own !== undefined) return own;
  if (schema.items !== undefined && /^\d+$/.test(key)) return schema.items;
  for (const part of schema.anyOf ?? []) {
    const found = memberOf(root, resolved(root, part), key);
    if (found !== null) return found;
  }
  return null;
};

const resolved = (root: Schema, schema: Schema): Schema => {
  const name = schema.$ref?.replace("#/$defs/", "");
  const target = name === undefined ? undefined : root.$defs?.[name];
  return target === undefined ? schema : resolved(root, target);
};
