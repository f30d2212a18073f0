// What changed between two sets of data, whom it touches, and which change is to blame.
import { describe, expect, it } from "vitest";
import { at, type Data } from "../../src/law/boundaries/law.js";
import {
  changesBetween,
  describeChange,
  diffLaw,
  type LawDiff,
  withChange,
} from "../../src/law/diff/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { shippedData, shippedWasm } from "../support/shipped-policy.js";

const VERSION = "2025-11-01";
const data: Data = shippedData();
const wasm = shippedWasm();
const fixtures = fixtureFiles().map((file) => ({ name: file.name, request: requestOf(file) }));

const changed = (...edits: [path: string, to: unknown][]): Data =>
  edits.reduce<Data>((whole, [path, to]) => {
    const copy = structuredClone(whole);
    const keys = ["law", VERSION, ...path.split("/")];
    const last = keys.pop() ?? "";
    (at(copy, ...keys) as Record<string, unknown>)[last] = to;
    return copy;
  }, data);

const old = { data, wasm };
const diffTo = (now: Data): Promise<LawDiff> => diffLaw(old, { data: now, wasm }, fixtures);

const aspectsOf = ({ groups }: LawDiff): Set<string> =>
  new Set(
    groups.flatMap(({ affected }) =>
      affected.flatMap((one) => one.differences.map(({ aspect }) => aspect)),
    ),
  );

const PERSONS = "annex/major/condition_5/persons";

describe("the same data twice", () => {
  it("has no changes and touches none of all cases", async () => {
    const { changes, groups, cases } = await diffTo(structuredClone(data));
    expect({ changes, groups }).toEqual({ changes: [], groups: [] });
    expect(cases.fixtures).toBe(fixtures.length);
    expect(cases.boundaries).toBeGreaterThan(1_500);
  });
});

describe("a changed number", () => {
  const now = changed([PERSONS, 5_000_000]);

  it("is said with its item, in both languages, with its unit", () => {
    const [change] = changesBetween(data, now);
    if (!change) throw new Error("no change found");
    const sources = { old: data, now };
    expect(describeChange(change, sources, "zh")).toMatchObject({
      where: "附件二条件第5项",
      what: "重大 · 泄露公民个人信息 · 人数",
      from: "10,000,000人",
      to: "5,000,000人",
    });
    expect(describeChange(change, sources, "en")).toMatchObject({ from: "10,000,000 persons" });
  });

  it("touches the cases of its old and of its new neighbourhood, and nothing else is to blame", async () => {
    const { groups } = await diffTo(now);
    expect(groups.map(({ causes }) => causes)).toEqual([[0]]);
    const names = groups.flatMap(({ affected }) => affected.map(({ name }) => name));
    expect(names).toContain(`${VERSION} annex.major.condition.5 persons = 5000000`);
    expect(names).toContain(`${VERSION} annex.major.condition.5 persons = 9999999`);
    expect(names).not.toContain(`${VERSION} annex.major.condition.5 persons = 4999999`);
    expect(names.some((name) => name.endsWith(".json"))).toBe(true);
  });
});

describe("a change is said in the words of the law", () => {
  it.each([
    [
      "of a value that a reading decides",
      "scope/organ_kinds/yes",
      ["other"],
      {
        what: "适用机关路径的单位类别 · 国有企业是否按中央和国家机关路径报告＝是",
        to: "其他网络运营者",
      },
    ],
    ["of a day", "duties/operator.summary/limit_days", 15, { from: "30日内", to: "15日内" }],
    [
      "of facts",
      "contents/items/2/fields",
      ["/narrative/cause"],
      { where: "第七条第一款", what: "第3项 · 内容", to: "原因初步分析意见" },
    ],
    [
      "of an entry",
      "related/list",
      [{ id: "csl.incident_report", trigger: "power_incident", citation: "csl.27" }],
      {
        what: "数据安全事件告知用户并报告",
        from: "触发情形：发生数据安全事件；依据：数据安全法第二十九条",
        to: "（无）",
      },
    ],
    ["of a term, as it stands", "terms/grades/major/en", "grave", { from: "major", to: "grave" }],
  ])("%s", (_, path, to, said) => {
    const now = changed([path, to]);
    const told = changesBetween(data, now).map((change) =>
      describeChange(change, { old: data, now }, "zh"),
    );
    expect(told).toEqual(expect.arrayContaining([expect.objectContaining(said)]));
  });
});

describe("each kind of change", () => {
  it.each([
    ["a limit", "duties/operator.first_report.other/limit_minutes", 180, "due"],
    [
      "a limit that is now missed",
      "duties/operator.first_report.other/limit_minutes",
      239,
      "state",
    ],
    ["recipients", "duties/operator.first_report.other/recipients", ["national_cac"], "recipients"],
    ["a citation", "duties/operator.summary/citation", "article.9", "citation"],
    ["a reading", "readings/general_grade_reportable/in_force", "yes", "reportable"],
    ["a reading of the routes", "readings/cii_and_organ/in_force", "cii_only", "duty"],
    ["the lowest grade that is reported", "reportable_from", "major", "reportable"],
    ["a word", "annex/major/condition_8/severity", "relatively_serious", "grade"],
    [
      "a word, by its criterion",
      "annex/major/condition_8/severity",
      "relatively_serious",
      "criterion",
    ],
    ["an article's new number", "citations/article.4.4/zh", "第五条第一款", "citation"],
    ["what a report contains", "contents/items/2/fields", ["/narrative/cause"], "contents"],
    ["a fact that mitigates", "liability/mitigating/3/timeliness", "late", "liability"],
    ["a duty under another law", "related/list/1/trigger", "power_incident", "related"],
    ["an area without a known body", "scope/areas_without_known_body", ["CN-XZ"], "notice"],
  ])("shows %s", async (_, path, to, aspect) => {
    const found = await diffTo(changed([path, to]));
    expect(found.changes).toHaveLength(1);
    expect(aspectsOf(found)).toContain(aspect);
  });

  it("tells that a case asks for other facts where its answer is the same", async () => {
    const { groups, guidedOtherwise } = await diffTo(changed([PERSONS, 10_000_001]));
    const affected = groups.flatMap((group) => group.affected.map(({ name }) => name));
    expect(guidedOtherwise.length).toBeGreaterThan(100);
    expect(guidedOtherwise.filter((name) => affected.includes(name))).toEqual([]);
  });

  it("tells a changed term, which touches no answer", async () => {
    const { changes, groups } = await diffTo(changed(["terms/grades/major/en", "grave"]));
    expect(changes.map(({ path }) => path.slice(2).join("/"))).toEqual(["terms/grades/major/en"]);
    expect(groups).toEqual([]);
  });
});

describe("several changes", () => {
  it("are each to blame for their own cases", async () => {
    const now = changed([PERSONS, 5_000_000], ["annex/major/condition_7/yuan", 10_000_000]);
    const { groups } = await diffTo(now);
    const causes = groups.map(({ causes: found }) => found.join());
    expect(causes).toContain("0");
    expect(causes).toContain("1");
  });

  it("blame neither where only both together differ", async () => {
    const now = changed(
      ["annex/major/condition_8/severity", "especially_serious"],
      ["annex/major/circumstance_3/severity", "especially_serious"],
    );
    const { groups } = await diffTo(now);
    const grades = groups.filter(({ affected }) =>
      affected.some(({ differences }) => differences.some(({ aspect }) => aspect === "grade")),
    );
    expect(grades.length).toBeGreaterThan(0);
  });
});

describe("a version that is added", () => {
  const later = (): Data => {
    const copy = structuredClone(data) as { law: Record<string, unknown> } & Data;
    const rules = structuredClone(copy.law[VERSION]) as Data;
    (at(rules, "annex", "major", "condition_5") as Record<string, unknown>).persons = 5_000_000;
    copy.law["2027-01-01"] = rules;
    copy.law.versions = [
      { id: "2027-01-01", valid_from: "2027-01-01" },
      { ...(at(copy, "law", "versions", "0") as object), repealed_from: "2027-01-01" },
    ];
    return copy;
  };

  it("is one change with its folder, and touches cases from its date on", async () => {
    const now = later();
    const { changes, groups } = await diffTo(now);
    const added = changes.find(
      ({ kind, path }) => kind === "added" && path.join("/") === "law/versions/2027-01-01",
    );
    expect(added?.along).toHaveLength(1);
    expect(groups.length).toBeGreaterThan(0);
  });

  it("is made again by making its changes", () => {
    const now = later();
    expect(changesBetween(data, now).reduce<Data>(withChange, data)).toEqual(now);
  });
});
