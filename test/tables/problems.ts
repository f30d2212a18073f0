import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";

/** What `policies/tables` holds but for the calendar, which a script makes. */
export interface Tables {
  readonly choices: {
    readonly ladders: Readonly<Record<string, Ladder>>;
    readonly at_or_above: Readonly<Record<string, readonly (readonly string[])[]>>;
    readonly sets: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    readonly quantity_high: number;
    readonly any_quantity: unknown;
    readonly percent_high: number;
    readonly unstated: { readonly none: object; readonly unknown: object };
  };
  readonly criteria: { readonly descending: readonly number[]; readonly by_grade: object };
  readonly request: Request;
}

type Ladder = Readonly<Record<string, { readonly low: number; readonly high: number }>>;

interface Request {
  readonly objects: readonly Listed[];
  readonly lists: readonly (Listed & { readonly required: readonly string[] })[];
  readonly kinds: Readonly<Record<string, { readonly words?: Listing; readonly types?: Listing }>>;
  readonly words: Readonly<Record<string, Listing>>;
}

type Listing = Readonly<Record<string, true>>;

interface Listed {
  readonly path: readonly string[];
  readonly members: Readonly<Record<string, string>>;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
}

/** What in the tables contradicts itself, the contract's numbers or the published schemas. */
export const tableProblems = (tables: Tables): string[] => {
  try {
    return [
      ...ladderProblems(tables.choices),
      ...setProblems(tables.choices),
      ...unstatedProblems(tables.choices),
      ...numberProblems(tables),
      ...requestProblems(tables.request),
    ];
  } catch (error) {
    return [`the tables can't be read: ${String(error)}`];
  }
};

const differ = (what: string, is: unknown, should: unknown): string[] =>
  isDeepStrictEqual(is, should) ? [] : [`${what} is ${JSON.stringify(is)}`];

// The rungs of 无 < 县级 < 地市级 < 省级 < 中央 and so on; areas begin at 地市级, the third of the levels.
const LOWEST: Readonly<Record<string, number>> = { area_level: 2 };

const ladderProblems = ({ ladders, at_or_above }: Tables["choices"]): string[] => [
  ...differ("ladders", Object.keys(at_or_above).sort(), Object.keys(ladders).sort()),
  ...Object.entries(ladders).flatMap(([name, { unknown, ...rungs }]) => {
    const lowest = LOWEST[name] ?? 0;
    const words = Object.keys(rungs);
    const highest = lowest + words.length - 1;
    const from = (rung: number): string[] => words.slice(Math.max(0, rung - lowest));
    return [
      ...words.flatMap((word, at) =>
        differ(`${name} ${word}`, rungs[word], { low: lowest + at, high: lowest + at }),
      ),
      ...differ(`${name} unknown`, unknown, { low: lowest, high: highest }),
      ...differ(
        `at or above of ${name}`,
        at_or_above[name],
        Array.from({ length: highest + 1 }, (_, rung) => from(rung)),
      ),
    ];
  }),
];

const setProblems = ({ sets }: Tables["choices"]): string[] =>
  Object.entries(sets).flatMap(([name, { unknown, ...words }]) => [
    ...Object.entries(words).flatMap(([word, what]) => differ(`${name} ${word}`, what, [word])),
    ...differ(`${name} unknown`, unknown, Object.keys(words)),
  ]);

// Contract, section 2: what is left out is unknown, or did not happen and is as little as can be.
const unstatedProblems = ({ ladders, unstated }: Tables["choices"]): string[] => {
  const lowest = Object.entries(ladders).map(([name, words]) => [name, Object.keys(words)[0]]);
  const none = {
    ...{ quantity: 0, yes_no: false, list: [], cause: "other", operator_kind: "other" },
    ...(Object.fromEntries(lowest) as object),
  };
  return [
    ...differ("what is left out as none", unstated.none, none),
    ...differ(
      "what is left out as unknown",
      unstated.unknown,
      Object.fromEntries(Object.keys(none).map((name) => [name, "unknown"])),
    ),
  ];
};

const numberProblems = ({ choices, criteria }: Tables): string[] => {
  const { quantity_high: most, any_quantity, percent_high } = choices;
  const count = Object.values(criteria.by_grade).flat().length;
  return [
    ...differ("the largest quantity", most, 1e15), // contract, section 2
    ...differ("any quantity", any_quantity, { low: 0, high: most }),
    ...differ("the largest percentage", percent_high, 100),
    ...differ("the number of criteria", count, 33),
    ...differ(
      "descending",
      criteria.descending,
      Array.from({ length: count + 1 }, (_, n) => count - n),
    ),
  ];
};

const schemas = new Map(
  ["incident", "request"].map((name) => [
    name,
    JSON.parse(
      readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8"),
    ) as Schema,
  ]),
);

/** A schema with its reference followed. */
const resolved = (schema: Schema | undefined): Schema => {
  if (typeof schema?.$ref !== "string") return schema ?? {};
  const [file = "", pointer = ""] = schema.$ref.split("#");
  const whole = schemas.get(file.replace(".schema.json", "") || "incident");
  return resolved(pointer === "" ? whole : whole?.$defs?.[pointer.replace("/$defs/", "")]);
};

const at = (path: readonly string[]): Schema =>
  path.reduce<Schema>(
    (schema, name) => resolved(schema.properties?.[name]),
    schemas.get("request") ?? {},
  );

const wordsOf = (schema: Schema | undefined): string[] =>
  (resolved(schema).enum ?? []).filter((word) => typeof word === "string").sort();

/** Whether a value may be the word "unknown". */
const mayBeUnknown = (schema: Schema | undefined): boolean => {
  const { enum: words = [], const: word, anyOf = [] } = resolved(schema);
  return [...words, word].includes("unknown") || anyOf.some(mayBeUnknown);
};

// Kinds that amrnci.facts.errors.kinds reads without a table; the words of a duty are the law's.
const READ = ["time", "duty"];
const ANY_TYPE = ["array", "boolean", "null", "number", "object", "string"];

const listed = (listing: Listing | undefined): string[] =>
  Object.entries(listing ?? {})
    .map(([word, holds]) => ((holds as unknown) === true ? word : `${word}?`))
    .sort();

const requestProblems = ({ objects, lists, kinds, words }: Request): string[] => {
  const kindProblems = (member: string, kind: string, schema: Schema | undefined): string[] => {
    if (READ.includes(kind)) return [];
    const known = kinds[kind];
    if (known === undefined) return [`${member} is of the kind ${kind}, which there is not`];
    const stated = wordsOf(schema);
    const open = mayBeUnknown(schema) ? ["unknown"] : [];
    return differ(`${member}'s words`, listed(known.words), stated.length > 0 ? stated : open);
  };
  const compared = (path: readonly string[], schema: Schema, members: object): string[] => [
    ...differ(
      `/${path.join("/")}`,
      Object.keys(members).sort(),
      Object.keys(schema.properties ?? {}).sort(),
    ),
    ...Object.entries(members as Record<string, string>).flatMap(([member, kind]) =>
      kindProblems(member, kind, schema.properties?.[member]),
    ),
  ];
  const { effect, service } = schemas.get("incident")?.$defs ?? {};
  return [
    ...objects.flatMap(({ path, members }) => compared(path, at(path), members)),
    ...lists.flatMap(({ path, members, required }) => {
      const entry = resolved(at(path).anyOf?.[0]?.items);
      return [
        ...compared(path, entry, members),
        ...differ(
          `required of /${path.join("/")}`,
          [...required].sort(),
          [...(entry.required ?? [])].sort(),
        ),
      ];
    }),
    // Read, and judged, by amrnci.facts.times.
    ...differ("a moment's types", listed(kinds.moment?.types), ANY_TYPE),
    ...differ("effects", listed(words.effect), wordsOf(effect)),
    ...differ("services", listed(words.service), wordsOf(service)),
  ];
};
