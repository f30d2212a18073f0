import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { en } from "../../src/words/en.js";
import { createSpeech, createTerms, fill, wordsOf } from "../../src/words/index.js";
import { instantOf, beijing } from "../../src/words/time.js";
import { zh } from "../../src/words/zh.js";

const VERSION = "2025-11-01";
const read = (path: string): unknown =>
  parse(readFileSync(new URL(`../../policies/${path}`, import.meta.url), "utf8")) as unknown;
type Term = { zh: string; en: string };
interface LawDuty {
  bearer: string;
  action: string;
  recipients?: string[];
  manner: string | null;
}
type Groups = Record<string, Record<string, Term>>;
const groups = read(`law/${VERSION}/terms/data.yaml`) as Groups;
const law = (name: string): unknown => read(`law/${VERSION}/${name}/data.yaml`);
const data = {
  law: {
    versions: [{ id: VERSION }],
    [VERSION]: { terms: groups, readings: law("readings"), citations: law("citations") },
  },
};
const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe("the words of the interface", () => {
  it("take the same params in both languages", () => {
    for (const [key, text] of Object.entries(zh)) {
      expect({ key, holes: holes(en[key as keyof typeof zh]) }).toEqual({
        key,
        holes: holes(text),
      });
    }
  });
});

describe("the law's terms", () => {
  it("take the same params in both languages, and English ones hold no stray Chinese", () => {
    for (const [group, terms] of Object.entries(groups)) {
      for (const [code, term] of Object.entries(terms)) {
        expect({ group, code, holes: holes(term.en) }).toEqual({
          group,
          code,
          holes: holes(term.zh),
        });
        if (code !== "grade_presumptive") expect(term.en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it("name every duty, party, action, manner and related duty of the law's data", () => {
    const duties = law("duties") as Record<string, LawDuty>;
    for (const [id, duty] of Object.entries(duties)) {
      expect(groups.duties).toHaveProperty([id]);
      expect(groups.actions).toHaveProperty([duty.action]);
      for (const party of [duty.bearer, ...(duty.recipients ?? [])])
        expect(groups.parties).toHaveProperty([party]);
      if (duty.manner !== null) expect(groups.manners).toHaveProperty([duty.manner]);
    }
    const related = law("related") as { list: { id: string; trigger: string }[] };
    for (const { id, trigger } of related.list) {
      expect(groups.related).toHaveProperty([id]);
      expect(groups.related_triggers).toHaveProperty([trigger]);
    }
  });

  it("name every word of the choices and every province", () => {
    const choices = read("tables/choices/data.yaml") as {
      ladders: Record<string, object>;
      sets: Record<string, object>;
    };
    const fields: Record<string, string> = {
      area_level: "level",
      site_kind: "kind",
      target_kind: "kind",
      operator_kind: "kind",
    };
    for (const [name, words] of Object.entries({ ...choices.ladders, ...choices.sets })) {
      for (const word of Object.keys(words).filter((one) => one !== "unknown")) {
        expect(groups[fields[name] ?? name]).toHaveProperty([word]);
      }
    }
    const request = read("tables/request/data.yaml") as { words: Record<string, object> };
    for (const code of Object.keys(request.words.province ?? {}).filter(
      (one) => one !== "unknown",
    )) {
      expect(groups.province).toHaveProperty([code]);
    }
  });

  it("label every field of an incident", () => {
    const request = read("tables/request/data.yaml") as Record<
      "objects" | "lists",
      { path: string[]; members: Record<string, string> }[]
    >;
    const pointers = [
      ...request.objects.map((one) => ({ ...one, mark: "" })),
      ...request.lists.map((one) => ({ ...one, mark: "/*" })),
    ].flatMap(({ path, members, mark }) =>
      path[0] !== "incident"
        ? []
        : Object.entries(members)
            .filter(([, kind]) => kind !== "object")
            .map(([name]) => `${["", ...path.slice(1)].join("/")}${mark}/${name}`),
    );
    for (const pointer of pointers) expect(groups.facts).toHaveProperty([pointer]);
  });
});

it.each([
  ["/impact/sites/0/cause", "site 1, cause"],
  ["/impact/sites/at_least/1/cause", "site 2, cause"],
  ["/impact/data/at_least/0/effects", "data 1, what happened to it"],
])("the entry of a list is named, be the list complete or open: %s", (pointer, label) => {
  expect(createTerms(data, null, "en").fact(pointer)).toBe(label);
});

describe("what has no term", () => {
  const terms = createTerms(data, VERSION, "en");
  it("is shown as its code", () => {
    expect(terms.word("grades", "new_grade")).toBe("new_grade");
    expect(terms.word("new_group", "x")).toBe("x");
    expect(terms.citation("article.99")).toBe("article.99");
    expect(terms.fact("/new/fact")).toBe("/new/fact");
    expect(terms.notice("new_notice", { a: 1 })).toBe('new_notice {"a":1}');
    expect(terms.word("grades", "toString")).toBe("toString");
    expect(createTerms({}, null, "zh").word("grades", "major")).toBe("major");
  });
});

describe("values", () => {
  const speech = createSpeech(wordsOf("en"), createTerms(data, VERSION, "en"), "en");
  it("are grouped, bounded and in the law's units", () => {
    const persons = { at_least: 1_000_000, unit: "persons" };
    const path = "/impact/personal_information/persons_leaked";
    expect(speech.value(path, 12_345_678, persons)).toBe("12,345,678 persons");
    expect(speech.value(path, { at_least: 5 }, persons)).toBe("≥ 5 persons");
    expect(speech.value(path, { at_most: 5 }, persons)).toBe("≤ 5 persons");
    expect(speech.value(path, {}, persons)).toBe("unknown");
    expect(speech.need(path, persons)).toBe("≥ 1,000,000 persons");
    expect(speech.quantity(90, "minutes")).toBe("1 h 30 min");
    expect(speech.quantity(1440, "minutes")).toBe("24 h");
    expect(speech.quantity(30, "minutes")).toBe("30 min");
    expect(speech.value("/judgements/other/severity", "serious")).toBe("serious");
  });

  it("never promise more time than is left", () => {
    expect(speech.duration(4379)).toBe("1 h 12 min");
    expect(speech.duration(59)).toBe("59 s");
    expect(speech.duration(2 * 86_400 + 3600)).toBe("2 d 1 h");
    expect(speech.duration(0)).toBe("0 s");
  });
});

describe("times", () => {
  it("are read in Beijing", () => {
    expect(beijing("2025-12-22T18:00:00Z")).toBe("2025-12-23 02:00");
    expect(beijing("2025-12-23T02:00:30.9+08:00")).toBe("2025-12-23 02:00:30");
  });

  it("that do not exist are no instants", () => {
    for (const time of [
      "2026-02-30T00:00:00Z",
      "2026-01-01T24:00:00Z",
      "2026-01-01T00:00:00",
      "soon",
    ]) {
      expect(instantOf(time)).toBeNull();
    }
  });
});

describe("templates", () => {
  it("leave a name that is not given", () => {
    expect(fill("{a} {b}", { a: 1 })).toBe("1 {b}");
  });
});
