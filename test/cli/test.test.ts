import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { expectGolden } from "./golden.js";
import { runCli, type Run } from "./run-cli.js";

const FOLDER = "test/cli/fixtures";
const GOOD = `${FOLDER}/good.yaml`;

/** From the root of the project, so that names are the same on every machine. */
function run(format: string, ...paths: string[]): Promise<Run> {
  return runCli(["test", ...paths, "--format", format, "--lang", "en"]);
}

interface Region {
  startLine: number;
  startColumn: number;
}
interface SarifLog {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      message: { text: string };
      locations: { physicalLocation: { artifactLocation: { uri: string }; region?: Region } }[];
    }[];
  }[];
}

describe("fixtures", () => {
  it("that pass end with 0", async () => {
    const { code, stdout, stderr } = await run("pretty", GOOD);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("fixtures: 1 passed, 0 failed, 1 in all");
  });

  it("in folders are found, and one that cannot be read has failed like any other", async () => {
    const { code, stdout, stderr } = await run("json", FOLDER);
    const report = JSON.parse(stdout) as {
      results: {
        file: string;
        error: { code: string } | null;
        mismatches: { pointer: string; position: object }[];
      }[];
    };
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(report).toMatchObject({ total: 4, passed: 1, failed: 3 });
    const byFile = new Map(
      report.results.map((result) => [result.file.replace(`${FOLDER}/`, ""), result]),
    );
    expect([...byFile.keys()]).toEqual([
      "good.yaml",
      "sub/unreadable.json",
      "sub/wrong.json",
      "unfit.yml",
    ]);
    expect(byFile.get("sub/unreadable.json")?.error?.code).toBe("input_not_json");
    expect(byFile.get("unfit.yml")?.error?.code).toBe("fixture_invalid");
    expect(byFile.get("sub/wrong.json")?.mismatches).toMatchObject([
      {
        pointer: "/expect/grade/floor",
        rule: null,
        expected: "major",
        actual: "relatively_major",
        position: { line: 9 },
      },
      {
        pointer: "/expect/criteria/0/outcome",
        rule: "annex.relatively_major.condition.7",
        position: { line: 13 },
      },
      { pointer: "/expect/duties/0", rule: "operator.first_report.other", position: { line: 17 } },
      {
        pointer: "/expect/duties/1",
        rule: "operator.first_report.cii",
        absent: true,
        position: { line: 18 },
      },
    ]);
  });

  it("that are named but not there have failed", async () => {
    const { code, stdout } = await run("pretty", GOOD, "nowhere.json");
    expect(code).toBe(1);
    expect(stdout).toContain("[input_unreadable]");
  });
});

describe("the formats", () => {
  for (const format of ["pretty", "junit", "tap", "github"]) {
    it(`${format} reads as agreed`, async () => {
      const { code, stdout } = await run(
        format,
        GOOD,
        `${FOLDER}/sub/wrong.json`,
        `${FOLDER}/unfit.yml`,
      );
      expect(code).toBe(1);
      expectGolden(`test.${format}.txt`, stdout);
    });
  }

  it("pretty speaks Chinese", async () => {
    const { stdout } = await runCli(["test", FOLDER, "--lang", "zh"]);
    expect(stdout).toContain("4个用例：1个通过，3个未通过");
  });

  it("tap has a plan, a line for each fixture and YAML blocks", async () => {
    const { stdout } = await run("tap", FOLDER);
    const lines = stdout.split("\n");
    expect(lines.slice(0, 2)).toEqual(["TAP version 14", "1..4"]);
    expect(lines.filter((line) => /^(not )?ok \d+ - /.test(line)).length).toBe(4);
    for (const [, block = ""] of stdout.matchAll(/^ {2}---\n(.*?)^ {2}\.\.\.$/gms)) {
      expect(parse(block)).toBeTypeOf("object");
    }
  });

  it("junit escapes what XML cannot hold", async () => {
    const { stdout } = await run("junit", `${FOLDER}/sub/wrong.json`);
    expect(stdout).toContain('name="wrong &lt;on&gt; &quot;purpose&quot;: 100% &amp; more"');
    expect(stdout.match(/<failure /g)?.length).toBe(4);
  });

  it("sarif 2.1.0 names criterion or duty as rule and points at the fixture's line", async () => {
    const { stdout } = await run("sarif", FOLDER);
    const log = JSON.parse(stdout) as SarifLog;
    expect(log.version).toBe("2.1.0");
    const [first] = log.runs;
    const results = first?.results ?? [];
    const rules = first?.tool.driver.rules ?? [];
    expect(results.length).toBe(6);
    for (const { ruleId, ruleIndex, message, locations } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).not.toBe("");
      expect(locations[0]?.physicalLocation.artifactLocation.uri).toMatch(
        /^test\/cli\/fixtures\/[\w./]+$/,
      );
    }
    const criterion = results.find(({ ruleId }) => ruleId === "annex.relatively_major.condition.7");
    expect(criterion?.locations[0]?.physicalLocation.region?.startLine).toBe(13);
  });

  it("github escapes what a workflow command cannot hold", async () => {
    const { stdout } = await run("github", `${FOLDER}/sub/wrong.json`);
    expect(stdout).toMatch(
      /^::error file=test\/cli\/fixtures\/sub\/wrong\.json,line=9,col=\d+,title=decision::grade\.floor: /,
    );
    expect(stdout.trimEnd().split("\n").length).toBe(5);
  });
});
