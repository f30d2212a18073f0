// The comparison of readings: the contract's section 5, and cases worked out by hand from section 6.
import { beforeAll, describe, expect, it } from "vitest";
import { createEvaluator, type Comparison, type Evaluator } from "../../src/index.js";
import { READINGS } from "../oracle/index.js";
import { BUNDLE, shippedData } from "../support/shipped-policy.js";

let evaluator: Evaluator;
beforeAll(async () => {
  evaluator = await createEvaluator({ bundle: BUNDLE });
});

interface LawReading {
  nature: string;
  source: string;
  in_force: string;
  options: Record<string, unknown>;
}
const { readings } = shippedData().law["2025-11-01"] as { readings: Record<string, LawReading> };

const times = {
  discovered_at: "2025-12-22T22:00:00+08:00",
  assessed_at: "2025-12-23T00:00:00+08:00",
};
/** An incident of which nothing more is to be known. */
const incident = (facts: object): object => ({ id: "x", unstated: "none", times, ...facts });

const compared = (facts: object, chosen: object = {}): Map<string, Comparison> => {
  const comparisons = evaluator.compareReadings({ incident: incident(facts), readings: chosen });
  return new Map(comparisons.map((one) => [one.id, one]));
};

const general = { impact: { direct_economic_loss_yuan: 4_999_999 } };
const major = { direct_economic_loss_yuan: 20_000_000 };
const organ = { kind: "central_or_state_organ" };

describe("a comparison of readings", () => {
  it("names every alternative of every reading once, in order, as the bundle has it", () => {
    const expected = Object.keys(readings)
      .sort()
      .flatMap((id) => {
        const { nature, source, in_force, options } = readings[id]!;
        const others = Object.keys(options).filter((option) => option !== in_force);
        return others.map((option) => ({ id, option, nature, source }));
      });
    expect(expected.map(({ id }) => id)).toEqual(Object.keys(READINGS).sort());
    const comparisons = evaluator.compareReadings({ incident: incident(general) });
    expect(comparisons.map(({ id, option, nature, source }) => ({ id, option, nature, source })))
      // Nothing of the bundle's data is said in other words.
      .toEqual(expected);
    for (const one of comparisons) {
      expect(Object.keys(one).sort()).toEqual(
        ["changes", "id", "more_cautious", "nature", "option", "source"].sort(),
      );
    }
  });

  it("is with what the request chose, not with what is in force", () => {
    const { option } = compared(general, { clock_start: "assessment" }).get("clock_start") ?? {};
    expect(option).toBe("awareness");
  });

  it("lists nothing where nothing would differ, and nothing is then more cautious", () => {
    const all = [...compared(general).values()].filter(
      ({ id }) => id !== "general_grade_reportable",
    );
    expect(all).toHaveLength(9);
    for (const { changes, more_cautious } of all) {
      expect({ changes, more_cautious }).toEqual({ changes: [], more_cautious: false });
    }
  });

  it("says what each difference was and would be", () => {
    const both = { incident: incident({ impact: { ...major, cii: { involved: true } } }) };
    const decide = (chosen: object) => evaluator.evaluate({ ...both, readings: chosen });
    for (const { id, option, changes } of evaluator.compareReadings(both)) {
      const [before, after] = [decide({}), decide({ [id]: option })].map(({ duties, ...rest }) => ({
        ...rest,
        duties: Object.fromEntries(duties.map((duty) => [duty.id, duty])),
      }));
      const at = (decision: unknown, path: string): unknown =>
        path
          .split("/")
          .slice(1)
          .reduce<unknown>(
            (value, name) => (value as Record<string, unknown> | null)?.[name],
            decision,
          );
      for (const { path, from, to } of changes) {
        expect(from).not.toEqual(to);
        expect([at(before, path) ?? null, at(after, path) ?? null]).toEqual([from, to]);
      }
    }
  });
});

/** One reading's comparison: what changes, and whether the alternative is more cautious. */
const one = (id: string, facts: object, chosen: object = {}) => {
  const comparison = compared(facts, chosen).get(id);
  if (!comparison) throw new Error(`${id} was not compared`);
  const changes = Object.fromEntries(
    comparison.changes.map(({ path, from, to }) => [path, [from, to]]),
  );
  return { changes, more_cautious: comparison.more_cautious };
};

describe("worked out by hand", () => {
  it("an organ hit in its CII would report to one body fewer under cii_only", () => {
    const facts = { operator: organ, impact: { ...major, cii: { involved: true } } };
    const { changes, more_cautious } = one("cii_and_organ", facts);
    expect(more_cautious).toBe(false);
    expect(changes).toMatchObject({
      "/duties/operator.first_report.organ/applies": ["yes", null],
      "/duties/operator.first_report.organ/due": ["2025-12-23T00:00:00+08:00", null],
      "/duties/authority.relay.organ/applies": ["yes", null],
      "/duties/operator.summary/recipients": [
        ["organ_cyberspace_body", "protection_department", "public_security"],
        ["protection_department", "public_security"],
      ],
    });
    expect(changes).not.toHaveProperty(["/duties/operator.first_report.cii/applies"]);
    expect(one("cii_and_organ", facts, { cii_and_organ: "cii_only" }).more_cautious).toBe(true);
  });

  it("the portal of an enterprise below prefecture level would be no ground", () => {
    const site = { kind: "enterprise_portal", level: "county", cause: "fault" };
    const facts = { impact: { sites: [{ ...site, unreachable_minutes: 360 }] } };
    const { changes, more_cautious } = one("enterprise_portal_level", facts);
    expect(more_cautious).toBe(false);
    expect(changes).toMatchObject({
      "/grade/floor": ["major", "general"],
      "/grade/ceiling": ["major", "general"],
      "/reportable": ["yes", "no"],
      "/duties/operator.first_report.other/applies": ["yes", null],
    });
    const strict = { enterprise_portal_level: "prefecture_and_above" };
    expect(one("enterprise_portal_level", facts, strict).more_cautious).toBe(true);
  });

  it("a state-owned enterprise as an organ would report to another body, two hours earlier", () => {
    const facts = { operator: { kind: "state_owned_enterprise" }, impact: major };
    const { changes } = one("state_owned_as_organ", facts);
    expect(changes).toMatchObject({
      "/duties/operator.first_report.other/due": ["2025-12-23T02:00:00+08:00", null],
      "/duties/operator.first_report.organ/due": [null, "2025-12-23T00:00:00+08:00"],
      "/duties/operator.first_report.organ/recipients": [null, ["organ_cyberspace_body"]],
      "/duties/authority.notify.organ/bearer": [null, "national_cac"],
    });
  });

  it("a general incident would be reportable", () => {
    const { changes, more_cautious } = one("general_grade_reportable", general);
    expect(more_cautious).toBe(true);
    expect(changes).toMatchObject({
      "/reportable": ["no", "yes"],
      "/duties/operator.first_report.other/due": [null, "2025-12-23T02:00:00+08:00"],
    });
    expect(changes).not.toHaveProperty(["/grade/floor"]);
  });

  it("the operator would owe the relay itself, by a clock that has run for longer", () => {
    const duty = "operator.first_report.other";
    const received = {
      sent_at: "2025-12-23T01:00:00+08:00",
      received_at: "2025-12-23T01:05:00+08:00",
    };
    const facts = { impact: major, reports: [{ duty, ...received }] };
    expect(one("relay_bearer", facts)).toEqual({
      changes: {
        "/duties/authority.relay.other/bearer": ["provincial_cac", "operator"],
        "/duties/authority.relay.other/due": [
          "2025-12-23T02:05:00+08:00",
          "2025-12-22T23:00:00+08:00",
        ],
      },
      more_cautious: true,
    });
  });

  it("the hours would run from the assessment, and so end later", () => {
    const { changes, more_cautious } = one("clock_start", { impact: major });
    expect(more_cautious).toBe(false);
    expect(changes).toEqual({
      "/duties/operator.first_report.other/due": [
        "2025-12-23T02:00:00+08:00",
        "2025-12-23T04:00:00+08:00",
      ],
    });
    const later = one("clock_start", { impact: major }, { clock_start: "assessment" });
    expect(later.more_cautious).toBe(true);
  });

  it("an incident abroad with exported data would be nobody's to report", () => {
    const abroad = { occurred_outside_china: true, data_exported_from_china: true };
    const { changes, more_cautious } = one("exported_data", { ...abroad, impact: major });
    expect(more_cautious).toBe(false);
    expect(changes).toMatchObject({
      "/status": ["decided", "out_of_scope"],
      "/reportable": ["yes", "no"],
    });
  });

  it("core data would not count at relatively major, and the summary would be due earlier", () => {
    const data = { category: "core", effects: ["leaked"], threat: "relatively_serious" };
    const ended = { ...times, handling_ended_at: "2026-01-01T12:00:00+08:00" };
    expect(one("core_data_at_relatively_major", { impact: { data: [data] } })).toMatchObject({
      changes: { "/grade/floor": ["relatively_major", "general"] },
      more_cautious: false,
    });
    expect(one("summary_deadline", { impact: major, times: ended })).toEqual({
      changes: {
        "/duties/operator.summary/due": ["2026-01-31T23:59:59+08:00", "2026-01-31T12:00:00+08:00"],
      },
      more_cautious: true,
    });
  });

  it("what occurred before the rules were in force would not come under them", () => {
    const early = { ...times, occurred_at: "2025-10-31T23:59:59+08:00" };
    expect(one("in_force_by", { impact: major, times: early }).changes).toMatchObject({
      "/status": ["decided", "not_in_force"],
      "/reportable": ["yes", null],
      "/grade/floor": ["major", null],
    });
  });
});
