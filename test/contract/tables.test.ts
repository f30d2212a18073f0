// The policy's tables, the schemas and the law's data say the contract's words each in its own form.
// (Members and kinds of a request: test/validate/schemas.test.ts.)
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { READINGS, VERSIONS } from "../oracle/index.js";
import { GRADES } from "../oracle/types.js";
import { shippedData } from "../support/shipped-policy.js";

interface Rung {
  low: number;
  high: number;
}
interface Tables {
  choices: {
    ladders: Record<string, Record<string, Rung>>;
    at_or_above: Record<string, string[][]>;
    ladder_of_kind: Record<string, string>;
    sets: Record<string, Record<string, string[]>>;
    unstated: Record<"unknown" | "none", Record<string, unknown>>;
    quantity_high: number;
    any_quantity: Rung;
    percent_high: number;
  };
  criteria: {
    grades: string[];
    by_grade: Record<string, Record<string, string>[]>;
    descending: number[];
  };
  request: {
    lists: { path: string[]; members: Record<string, string> }[];
    objects: { path: string[]; members: Record<string, string> }[];
    kinds: Record<string, { words?: Record<string, true> }>;
  };
}
const { law, tables } = shippedData() as unknown as { law: Record<string, Json>; tables: Tables };
const { choices, criteria, request } = tables;
type Json = Record<string, unknown>;
interface Schema {
  enum?: unknown[];
  $ref?: string;
  maximum?: number;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  $defs?: Record<string, Schema>;
}
const schema = JSON.parse(readFileSync("schemas/incident.schema.json", "utf8")) as Schema;
const version = law["2025-11-01"]!;

const resolved = (at: Schema | undefined): Schema =>
  at?.$ref === undefined ? (at ?? {}) : resolved(schema.$defs?.[at.$ref.replace("#/$defs/", "")]);

/** Each member of an incident that is a choice: where it is, what kind it is, the schema's words. */
const chosen = [
  ...request.objects.map((one) => ({ ...one, entries: false })),
  ...request.lists.map((one) => ({ ...one, entries: true })),
].flatMap(({ path, members, entries }) => {
  if (path[0] !== "incident") return [];
  const object = path
    .slice(1)
    .reduce<Schema>((at, name) => resolved(at.properties?.[name]), schema);
  const holder = entries ? resolved(object.anyOf?.[0]?.items) : object;
  return Object.entries(members)
    .filter(([, kind]) => kind in choices.ladders || kind in choices.sets)
    .map(([name, kind]) => ({
      path: `/${path.slice(1).join("/")}/${name}`,
      kind,
      words: (resolved(holder.properties?.[name]).enum ?? []) as string[],
    }));
});

const rungs = (ladder: string): [string, Rung][] =>
  Object.entries(choices.ladders[ladder] ?? {})
    .filter(([word]) => word !== "unknown")
    .sort(([, one], [, other]) => one.low - other.low);

describe("choices", () => {
  it("are found in the schema wherever a request has one", () => {
    expect(chosen.length).toBeGreaterThan(10);
    const kinds = new Set(chosen.map(({ kind }) => kind));
    const all = [...Object.keys(choices.ladders), ...Object.keys(choices.sets)];
    expect([...kinds].sort()).toEqual(all.sort());
  });

  it.each(chosen)("$path has the schema's words, in its order", ({ kind, words }) => {
    const ladder = choices.ladders[kind];
    if (ladder) expect([...rungs(kind).map(([word]) => word), "unknown"]).toEqual(words);
    else expect(Object.keys(choices.sets[kind] ?? {}).sort()).toEqual(words.toSorted());
  });

  it.each(Object.keys(choices.ladders))("the ladder %s goes up rung by rung", (name) => {
    const steps = rungs(name);
    const [lowest = 0] = steps.map(([, { low }]) => low);
    steps.forEach(([, { low, high }], place) => {
      expect([low, high]).toEqual([lowest + place, lowest + place]);
    });
    const highest = lowest + steps.length - 1;
    expect(choices.ladders[name]?.unknown).toEqual({ low: lowest, high: highest });
    const above = Array.from({ length: highest + 1 }, (_, rung) =>
      steps.filter(([, { low }]) => low >= rung).map(([word]) => word),
    );
    expect(choices.at_or_above[name]).toEqual(above);
  });

  it.each(Object.keys(choices.sets))(
    "an unknown %s may be any word, a known one itself",
    (name) => {
      const { unknown = [], ...known } = choices.sets[name] ?? {};
      expect(unknown.toSorted()).toEqual(Object.keys(known).sort());
      for (const [word, may] of Object.entries(known)) expect(may).toEqual([word]);
    },
  );

  it("mean their lowest word, or `other`, where what is left out means none", () => {
    for (const ladder of Object.keys(choices.ladders)) {
      expect(choices.unstated.none[ladder]).toBe(rungs(ladder)[0]?.[0]);
    }
    const { none, unknown } = choices.unstated;
    expect(none).toMatchObject({ quantity: 0, yes_no: false, list: [] });
    expect(none).toMatchObject({ cause: "other", operator_kind: "other" });
    expect(Object.keys(unknown).sort()).toEqual(Object.keys(none).sort());
    expect(new Set(Object.values(unknown))).toEqual(new Set(["unknown"]));
  });

  it("of kind name the ladder on which a site or a platform stands", () => {
    const kinds = Object.keys(choices.sets.target_kind ?? {}).filter((word) => word !== "unknown");
    expect(Object.keys(choices.ladder_of_kind).sort()).toEqual(kinds.sort());
    for (const ladder of Object.values(choices.ladder_of_kind)) {
      expect(choices.ladders).toHaveProperty(ladder);
    }
  });
});

describe("numbers", () => {
  it("go up to the schema's greatest", () => {
    const most = (name: string) => resolved(schema.$defs?.[name]).maximum;
    expect([choices.quantity_high, choices.percent_high]).toEqual([
      most("whole_number"),
      most("whole_percent"),
    ]);
    expect(choices.any_quantity).toEqual({ low: 0, high: choices.quantity_high });
  });
});

/** Of which choice the words under a name of the law's data are. */
const WORDS: Record<string, string> = {
  system_loss: "severity",
  threat: "severity",
  severity: "severity",
  categories: "category",
  personal_information_scale: "scale",
  causes: "cause",
  area_level: "area_level",
  determined_spread: "determined_spread",
  organ_kinds: "operator_kind",
  effects: "effect",
};

/** The words under a name, under every option where a reading decides. */
const wordsUnder = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(wordsUnder);
  const { by_reading, ...options } = value as Json;
  if (by_reading === undefined) throw new Error(`no words: ${JSON.stringify(value)}`);
  const named = READINGS[by_reading as keyof typeof READINGS] as readonly string[];
  expect(Object.keys(options).sort()).toEqual(named.toSorted());
  return Object.values(options).flatMap(wordsUnder);
};

const lawWords = (value: unknown, found: [string, string][] = []): [string, string][] => {
  if (typeof value !== "object" || value === null) return found;
  for (const [name, held] of Object.entries(value)) {
    const kind = WORDS[name];
    if (kind !== undefined) for (const word of wordsUnder(held)) found.push([kind, word]);
    else if (name === "sites" || name === "targets") {
      for (const [target, floor] of Object.entries(held as Json)) {
        found.push(["target_kind", target]);
        for (const word of wordsUnder(floor))
          found.push([choices.ladder_of_kind[target] ?? "", word]);
      }
    } else lawWords(held, found);
  }
  return found;
};

describe("the law's data", () => {
  it("speaks in words of the choices only", () => {
    const words = lawWords([version.annex, version.scope]);
    expect(words.length).toBeGreaterThan(80);
    const effects = resolved(schema.$defs?.effect).enum as string[];
    for (const [kind, word] of words) {
      const known = Object.keys(choices.ladders[kind] ?? choices.sets[kind] ?? {});
      expect({ kind, words: kind === "effect" ? effects : known }).toEqual({
        kind,
        words: expect.arrayContaining([word]) as unknown,
      });
    }
  });

  it("has the contract's grades, readings and duties", () => {
    expect(version.grades).toEqual(GRADES);
    const readings = version.readings as Record<string, { in_force: string; options: Json }>;
    expect(Object.keys(readings).sort()).toEqual(Object.keys(READINGS).sort());
    for (const [name, [inForce, ...others]] of Object.entries(READINGS)) {
      expect(readings[name]?.in_force).toBe(inForce);
      expect(Object.keys(readings[name]?.options ?? {}).sort()).toEqual(
        [inForce, ...others].sort(),
      );
    }
    const { duty_id } = schema.$defs ?? {};
    expect(Object.keys(version.duties as Json).sort()).toEqual(duty_id?.enum?.toSorted());
    expect((law.versions as unknown as Json[]).map(({ id }) => id)).toEqual(
      VERSIONS.map(({ id }) => id),
    );
  });

  it("has a citation for each of the 33 criteria, in the order of their ids", () => {
    const ids = GRADES.slice(1).flatMap((grade) => [
      ...[1, 2, 3].map((n) => `annex.${grade}.circumstance.${String(n)}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `annex.${grade}.condition.${String(n)}`),
    ]);
    const list = Object.values(criteria.by_grade).flat();
    expect(list.map(({ id }) => id)).toEqual(ids.sort());
    expect(criteria.grades).toEqual(GRADES.slice(1).sort());
    expect(Object.keys(criteria.by_grade)).toEqual(criteria.grades);
    expect(criteria.descending).toEqual([...ids.keys(), ids.length].reverse());
    for (const one of list) {
      const [, grade, ground] = one.id?.split(".") ?? [];
      expect(one).toEqual({ id: one.id, grade, ground, outcome: "not_met", citation: one.id });
      expect(criteria.by_grade[grade ?? ""]).toContain(one);
      expect(version.citations).toHaveProperty([one.citation ?? ""]);
    }
  });
});
