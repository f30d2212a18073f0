// An invented amendment from end to end, as counsel makes it: new version, edits, check, diff, pack;
// then both engines answer by the version of the day. Nothing of it is in policies/.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Decision } from "../../../src/generated/types.js";
import { createEvaluator, type Evaluator } from "../../../src/index.js";
import { runCli, type Run } from "../../cli/run-cli.js";
import { startOpaServer, type OpaServer } from "../../support/opa-server.js";
import { amend, amendment } from "./amend.js";

const shipped = fileURLToPath(new URL("../../../policies/law", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "amrnci-amendment-"));
const law = join(temporary, "law");
const NEW = amendment.in_force_from;
const OLD = "2025-11-01";

const law_ = (...args: string[]): Promise<Run> => runCli(["law", ...args, "--lang", "en"]);
const packed = async (revision: string): Promise<string> => {
  const output = join(temporary, `${revision}.tar.gz`);
  const flags = ["--law", law, "--revision", revision, "--output", output];
  const { code, stderr } = await runCli(["bundle", "pack", ...flags]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return output;
};

interface Engines {
  ours: Evaluator;
  opa: OpaServer;
}
const engines = async (bundle: string): Promise<Engines> => ({
  ours: await createEvaluator({ bundle }),
  opa: await startOpaServer(bundle),
});

/** The decision on which both engines agree, member by member. */
const decide = async ({ ours, opa }: Engines, request: object): Promise<Decision> => {
  const decision = ours.evaluate(request);
  expect(await opa.decide(request)).toEqual(decision);
  return decision;
};

/** 600,000 persons: reportable under the amendment only. */
const incident = (times: object): object => ({
  id: "a",
  unstated: "none",
  times,
  impact: { personal_information: { persons_leaked: 600_000 } },
});
const discovered = (at: string, more: object = {}): object => ({
  incident: incident({ discovered_at: at }),
  ...more,
});

const dutyOf = (decision: Decision, id: string): unknown =>
  decision.duties.find((duty) => duty.id === id);
const FIRST = "operator.first_report.other";

let amended: Engines;
beforeAll(async () => {
  cpSync(shipped, law, { recursive: true });
  const made = await law_("new-version", NEW, "--law", law);
  expect(made).toMatchObject({ code: 0, stderr: "" });
  amend(join(law, NEW));
  amended = await engines(await packed("2027.1"));
}, 60_000);
afterAll(async () => {
  await amended.opa.stop();
  rmSync(temporary, { recursive: true, force: true });
});

describe("counsel's steps", () => {
  it("the new version changes nothing of the one before, and adds two lines to the list", () => {
    for (const name of readdirSync(join(shipped, OLD), { recursive: true, encoding: "utf8" })) {
      if (!/\.(?:yaml|txt)$/.test(name)) continue;
      const [before, after] = [join(shipped, OLD, name), join(law, OLD, name)];
      expect(readFileSync(after, "utf8"), name).toBe(readFileSync(before, "utf8"));
    }
    const lines = (folder: string): string[] =>
      readFileSync(join(folder, "data.yaml"), "utf8").split("\n");
    const old = new Set(lines(shipped));
    expect(lines(law).filter((line) => !old.has(line))).toEqual([
      `  - id: "${NEW}"`,
      `    valid_from: "${NEW}"`,
    ]);
  });

  it("the amended data passes the check", async () => {
    const { code, stdout } = await law_("check", law);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: "files: 27, versions: 2; nothing wrong was found\n",
    });
  });

  it("a quote that is not in the amended text is told", async () => {
    const text = join(law, NEW, "measures.zh.txt");
    const amendedText = readFileSync(text, "utf8");
    cpSync(join(law, OLD, "measures.zh.txt"), text);
    const { code, stdout } = await law_("check", law);
    expect(code).toBe(1);
    expect(stdout.match(/does not stand in the official text/g)).toHaveLength(3);
    writeFileSync(text, amendedText);
  });

  it("the difference names each change of the law and the incidents that it touches", async () => {
    const gate = ["--fail-on", "grade,duty"];
    const { code, stderr, stdout } = await law_("diff", "shipped", law, ...gate);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    for (const said of [
      /1,000,000 persons → 500,000 persons/,
      /4 h → 3 h/,
      /provincial CAC → provincial CAC, public security organ/,
    ]) {
      expect(stdout).toMatch(said);
    }
  }, 60_000);
});

describe("the version of the day", () => {
  const numbers = (decision: Decision): object => ({
    rules: decision.rules?.id,
    floor: decision.grade?.floor,
    duty: dutyOf(decision, FIRST) ?? null,
  });
  const before = { rules: OLD, floor: "general", duty: null };
  const after = (from: string, due: string): object => ({
    rules: NEW,
    floor: "relatively_major",
    duty: {
      ...(dutyOf(amended.ours.evaluate(discovered("2027-01-01T00:00:00+08:00")), FIRST) as object),
      recipients: ["provincial_cac", "public_security"],
      limit_seconds: 10_800,
      from,
      due,
    },
  });

  it.each([
    ["one second before midnight in Beijing", "2026-12-31T23:59:59+08:00"],
    ["a fraction of a second before", "2026-12-31T23:59:59.999999999+08:00"],
    ["the same by another clock", "2026-12-31T15:59:59Z"],
    ["already the new year in Auckland", "2027-01-01T04:59:59+13:00"],
  ])("%s the old numbers hold", async (_, at) => {
    expect(numbers(await decide(amended, discovered(at)))).toEqual(before);
  });

  it.each([
    ["at midnight in Beijing", "2027-01-01T00:00:00+08:00"],
    ["at that instant by another clock", "2026-12-31T16:00:00Z"],
    ["still the old year in New York", "2026-12-31T11:00:00-05:00"],
  ])("%s the new ones do", async (_, at) => {
    expect(numbers(await decide(amended, discovered(at)))).toEqual(
      after("2027-01-01T00:00:00+08:00", "2027-01-01T03:00:00+08:00"),
    );
  });

  it("by occurrence, where that reading is asked for", async () => {
    const times = {
      occurred_at: "2026-12-31T23:59:59+08:00",
      discovered_at: "2027-01-02T09:00:00+08:00",
    };
    const request = { incident: incident(times) };
    const byOccurrence = { ...request, readings: { in_force_by: "occurrence" } };
    expect((await decide(amended, request)).rules?.id).toBe(NEW);
    const older = await decide(amended, byOccurrence);
    expect(older.rules?.id).toBe(OLD);
    expect(older.grade?.floor).toBe("general");
    const compared = amended.ours.compareReadings(request);
    const reading = compared.find(
      ({ id, option }) => id === "in_force_by" && option === "occurrence",
    );
    expect(reading?.changes.map(({ path }) => path)).toContain("/grade/floor");
  });

  it("the newest where no time is stated", async () => {
    expect((await decide(amended, { incident: incident({}) })).rules?.id).toBe(NEW);
  });

  it("a number of each version is shown in the next threshold", async () => {
    const next = async (at: string): Promise<unknown> => {
      const impact = { direct_economic_loss_yuan: 1_000_000 };
      const request = { incident: { id: "l", times: { discovered_at: at }, impact } };
      return (await decide(amended, request)).next_threshold.map((one) => one.at_least);
    };
    expect(await next("2026-12-31T23:59:59+08:00")).toEqual([5_000_000]);
    expect(await next("2027-01-01T00:00:00+08:00")).toEqual([3_000_000]);
  });
});

describe("an end without a successor", () => {
  let ended: Engines;
  beforeAll(async () => {
    const index = join(law, "data.yaml");
    const text = readFileSync(index, "utf8");
    const from = `valid_from: "${NEW}"`;
    writeFileSync(index, text.replace(from, `${from}\n    repealed_from: "2028-03-01"`));
    ended = await engines(await packed("2028.1"));
  }, 60_000);
  afterAll(() => ended.opa.stop());

  it("the last second is in force, the next is not", async () => {
    expect((await decide(ended, discovered("2028-02-29T23:59:59+08:00"))).rules?.id).toBe(NEW);
    const after = await decide(ended, discovered("2028-03-01T00:00:00+08:00"));
    expect(after).toMatchObject({ status: "not_in_force", rules: null, grade: null, duties: [] });
  });

  it("by occurrence the incident may still be covered", async () => {
    const times = {
      occurred_at: "2028-02-29T12:00:00+08:00",
      discovered_at: "2028-03-05T12:00:00+08:00",
    };
    const readings = { in_force_by: "occurrence" };
    expect((await decide(ended, { incident: incident(times) })).status).toBe("not_in_force");
    expect((await decide(ended, { incident: incident(times), readings })).rules?.id).toBe(NEW);
  });

  it("a version after a gap is refused, and one that follows at once is made", async () => {
    const gap = await law_("new-version", "2028-06-01", "--law", law);
    expect(gap).toMatchObject({ code: 2, stdout: "" });
    expect(gap.stderr).toContain("repealed from 2028-03-01");
    expect(readdirSync(law)).not.toContain("2028-06-01");
    const next = await law_("new-version", "2028-03-01", "--law", law);
    expect(next).toMatchObject({ code: 0, stderr: "" });
    expect((await law_("check", law)).code).toBe(0);
  });
});
