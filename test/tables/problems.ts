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
  };
  readonly criteria: { readonly descending: readonly number[]; readonly by_grade: object };
  readonly request: Request;
}

type Ladder = Readonly<Record<string, { readonly low: number; readonly high: number }>>;

interface Request {
  readonly objects: readonly Listed[];
  readonly lists: readonly (Listed & { readonly required: readonly string[] })[];
  readonly kinds: Readonly<Record<string, { readonly words?: object; readonly types?: object }>>;
  readonly words: Readonly<Record<string, object>>;
}

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
  readonly required?: readonly string[];
}

/** What in the tables contradicts itself, the contract's numbers or the published schemas. */
export const tableProblems = (tables: Tables): string[] => {
  try {
    return [
      ...ladderProblems(tables.choices),
      ...setProblems(tables.choices),
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

// Those whose words depend on the version of the law are no table's.
const OF_THE_LAW = ["duty"];

const requestProblems = ({ objects, lists, kinds, words }: Request): string[] => {
  const compared = (path: readonly string[], schema: Schema, members: object): string[] => [
    ...differ(
      `/${path.join("/")}`,
      Object.keys(members).sort(),
      Object.keys(schema.properties ?? {}).sort(),
    ),
    ...Object.entries(members as Record<string, string>).flatMap(([member, kind]) => {
      const stated = wordsOf(schema.properties?.[member]);
      return stated.length === 0 || OF_THE_LAW.includes(kind)
        ? []
        : differ(`${member}'s words`, Object.keys(kinds[kind]?.words ?? {}).sort(), stated);
    }),
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
    ...differ("effects", Object.keys(words.effect ?? {}).sort(), wordsOf(effect)),
    ...differ("services", Object.keys(words.service ?? {}).sort(), wordsOf(service)),
  ];
};
