import { midday } from "./time.js";

/** Any object of the data, read with care: a version may lack what another has. */
export type Data = Readonly<Record<string, unknown>>;

/** A version of the law with the tables of words, as the rooms of this folder read it. */
export interface Law {
  readonly id: string;
  /** Noon of the first day on which the version applies. */
  readonly noon: string;
  readonly version: Data;
  /** The grades that have an entry in the annex, as the data order them. */
  readonly grades: readonly string[];
  /** Words of a ladder from the lowest, such as `level`, without `unknown`. */
  readonly ladder: (name: string) => readonly string[];
  /** Words of an unordered choice, such as `cause`, without `unknown`. */
  readonly set: (name: string) => readonly string[];
  readonly provinces: readonly string[];
}

/** Every version that the data list, newest first. */
export const lawsOf = (data: Data): Law[] =>
  entriesOf(at(data, "law", "versions")).flatMap((entry) => {
    const { id, valid_from: validFrom } = objectOf(entry);
    const version = at(data, "law", String(id));
    if (!isData(version) || typeof validFrom !== "string") return [];
    const words = (group: string, name: string): string[] =>
      Object.keys(objectOf(at(data, "tables", "choices", group, name))).filter(
        (word) => word !== "unknown",
      );
    return [
      {
        id: String(id),
        noon: midday(validFrom),
        version,
        grades: Object.keys(objectOf(version.annex)),
        ladder: (name) => words("ladders", name),
        set: (name) => words("sets", name),
        provinces: Object.keys(
          objectOf(at(data, "tables", "request", "kinds", "province", "words")),
        ).filter((word) => word !== "unknown"),
      },
    ];
  });

/** The value at a path, or undefined. */
export const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (found, key) =>
      typeof found === "object" && found !== null && Object.hasOwn(found, key)
        ? (found as Data)[key]
        : undefined,
    value,
  );

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const objectOf = (value: unknown): Data => (isData(value) ? value : {});

export const entriesOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

export const wordsOf = (value: unknown): string[] =>
  entriesOf(value).filter((word) => typeof word === "string");

/** Every choice of readings under which a value is another one: `[{}]` where none decides it. */
export const readingsOf = (value: unknown): Readonly<Record<string, string>>[] => {
  const by = at(value, "by_reading");
  if (typeof by === "string") {
    return Object.keys(objectOf(value))
      .filter((option) => option !== "by_reading")
      .map((option) => ({ [by]: option }));
  }
  const inner = isData(value)
    ? Object.values(value).flatMap((one) => (isData(one) ? readingsOf(one) : []))
    : [];
  const own = inner.filter((readings) => Object.keys(readings).length > 0);
  return own.length === 0 ? [{}] : unique(own);
};

/** Entries that differ as JSON. */
export const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
