// Drafts of reports as users get them: the built command, compared whole with files that were read.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";
import { goldenIn } from "../support/golden.js";

const expectGolden = goldenIn(new URL("golden/", import.meta.url));

const temporary = mkdtempSync(join(tmpdir(), "amrnci-drafts-"));
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const example = (name: string): string =>
  new URL(`../../examples/${name}`, import.meta.url).pathname;
const incident = (name: string): string => new URL(`incidents/${name}`, import.meta.url).pathname;

const report = async (...args: string[]): Promise<string> => {
  const { code, stdout, stderr } = await runCli(["report", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
};

const since = ["--kind", "supplement", "--since"];
const drafts: [name: string, args: string[]][] = [
  ["first-coupang", [example("coupang-2025-first-report.json")]],
  ["first-ransomware", [incident("ransomware.yaml")]],
  ["first-organ-cii", [incident("organ-cii.yaml")]],
  ["first-general", [incident("general.json")]],
  ["supplement-rose", [incident("later.yaml"), ...since, incident("earlier.yaml")]],
  ["supplement-fell", [incident("lower.yaml"), ...since, incident("earlier.yaml")]],
  ["supplement-alone", [incident("later.yaml"), "--kind", "supplement"]],
  ["summary", [incident("summary.yaml"), "--kind", "summary"]],
];

describe.each(["zh", "en"])("drafts in %s", (lang) => {
  it.each(drafts)("%s", async (name, args) => {
    expectGolden(`${name}.${lang}.md`, await report(...args, "--lang", lang));
  });
});

const zh = (...args: string[]): Promise<string> => report(...args, "--lang", "zh");

describe("a first report", () => {
  it("has the eight items of Art. 7 in the statute's order, and drops none that is missing", async () => {
    const text = await zh(incident("organ-cii.yaml"));
    const headings = [...text.matchAll(/^## ([一二三四五六七八])、(.+)$/gm)].map(([, n]) => n);
    expect(headings.slice(0, 8).join("")).toBe("一二三四五六七八");
    for (const item of [
      "三、事态发展趋势及可能造成的进一步影响和危害",
      "七、网络安全事件现场保护情况",
    ]) {
      expect(text).toContain(`## ${item}\n\n**【待补报】**`);
    }
  });

  it("is addressed by every route that applies, and says so where the route is open", async () => {
    expect(await zh(incident("organ-cii.yaml"))).toContain(
      "\n保护工作部门、公安机关、本部门网信工作机构：\n",
    );
    const open = await zh(example("coupang-2025-first-report.json"));
    expect(open).toContain(
      "保护工作部门、公安机关（涉及关键信息基础设施的情形）；属地省级网信部门",
    );
    expect(open).toContain("报送路径尚未确定");
  });

  it("asks for the ransom's facts where it is ransomware, and says where that is not known", async () => {
    const sure = await zh(incident("ransomware.yaml"));
    expect(sure).toContain("要求支付赎金的方式：** **【待补报】**");
    expect(sure).toContain("要求支付赎金的金额：** 50");
    expect(await zh(incident("organ-cii.yaml"))).toContain(
      "是否属于勒索软件攻击尚不明确**【待补报】**",
    );
    expect(await zh(incident("summary.yaml"))).not.toContain("赎金");
  });

  it("lets items follow only while cause, impact or trend is not stated", async () => {
    expect(await zh(incident("organ-cii.yaml"))).toContain(
      "依照《办法》第七条第二款先报告第一项、第二项内容",
    );
    const all = await zh(incident("ransomware.yaml"));
    expect(all).not.toContain("先报告第一项");
    expect(all).toContain("首次报告应当包括第七条全部八项内容");
  });

  it("leaves the date open where no time of evaluation is given, and invents none", async () => {
    const text = await zh(incident("general.json"));
    expect(text).toContain("示例公司（盖章）\n\n**【待填】**");
  });

  it("names a type by the standard's category, and gives another as it stands", async () => {
    expect(await zh(incident("ransomware.yaml"))).toContain(
      "恶意程序事件——勒索软件事件（GB/T 20986—2023）",
    );
    const other = { incident: { id: "x", narrative: { type: "奇怪的事情" } } };
    const { stdout } = await runCli(["report", "-", "--lang", "zh"], {
      input: JSON.stringify(other),
    });
    expect(stdout).toContain("事件类型：** 奇怪的事情");
    expect(stdout).toContain("所填类型不是GB/T 20986—2023的类别名称");
  });

  it("is refused where the Measures govern no report, with the article", async () => {
    const secret = JSON.stringify({ incident: { id: "x", state_secrets: true } });
    const refused = await runCli(["report", "-", "--lang", "zh"], { input: secret });
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toMatch(/\[rules_do_not_apply\].*第十三条/s);
  });
});

describe("a supplement", () => {
  it("says plainly that no first report is recorded, and is not refused", async () => {
    const text = await zh(incident("organ-cii.yaml"), "--kind", "supplement");
    expect(text).toContain("本事件没有已报送首次报告的记录**【待补报】**");
    expect(text).toContain("如尚未报送，请先作首次报告：首次报告（涉及关键信息基础设施）");
  });

  it("takes an earlier report's JSON, whose own decision counts", async () => {
    const json = await zh(incident("earlier.yaml"), "--format", "json");
    const edited = JSON.parse(json) as { source: { decision: { grade: { floor: string } } } };
    edited.source.decision.grade.floor = "major";
    const { stdout } = await runCli(
      ["report", incident("later.yaml"), ...since, "-", "--lang", "zh"],
      { input: JSON.stringify(edited) },
    );
    expect(stdout).toContain("| 级别 | 初步研判至少为重大、至多为特别重大");
  });

  it("says where nothing changed", async () => {
    const text = await zh(incident("later.yaml"), ...since, incident("later.yaml"));
    expect(text).toContain("与此前报告相比，事实、级别和报告义务均没有变化。");
  });

  it("still goes to whom the first report went", async () => {
    expect(await zh(incident("lower.yaml"), ...since, incident("earlier.yaml"))).toContain(
      "\n浙江省互联网信息办公室：\n",
    );
  });

  it("does not take another order of a list's entries for a change", async () => {
    const entry = (persons: string): object => ({ category: persons, effects: ["leaked"] });
    const request = (...categories: string[]): string =>
      JSON.stringify({ incident: { id: "x", impact: { data: categories.map(entry) } } });
    const earlier = join(temporary, "earlier.json");
    writeFileSync(earlier, request("core", "important"));
    const { stdout } = await runCli(["report", "-", ...since, earlier, "--lang", "en"], {
      input: request("important", "core"),
    });
    expect(stdout).toContain("Nothing has changed since the earlier report");
  });
});

describe("a summary", () => {
  it("before handling has ended is drafted, and says so", async () => {
    expect(await zh(incident("organ-cii.yaml"), "--kind", "summary")).toContain(
      "未说明处置工作结束时间",
    );
    const early = ["--as-of", "2026-04-15T00:00:00+08:00"];
    expect(await zh(incident("summary.yaml"), "--kind", "summary", ...early)).toContain(
      "处置工作结束时间晚于评估时点，即处置尚未结束（第八条）",
    );
  });
});
