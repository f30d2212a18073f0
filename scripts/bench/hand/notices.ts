// What a reader must know beside the answer, sorted by code.
import type { Duty } from "../../../src/generated/types.js";
import type { Used } from "./annex.js";
import type { contentsOf } from "./contents.js";
import type { Scope } from "./decide.js";
import type { Reportable, Times } from "./duties.js";
import type { Facts } from "./facts.js";
import type { Rules } from "./law.js";

interface Given {
  readonly facts: Facts;
  readonly rules: Rules;
  readonly used: Used;
  readonly times: Times;
  readonly instant: number | null;
  readonly selectedBy: string;
  readonly scope: Scope;
  readonly reportable: Reportable;
  readonly criteria: readonly { grade: string; ground: string; outcome: string }[];
  readonly grade: { readonly floor: string | undefined };
  readonly firstReports: readonly Duty[];
  readonly contents: ReturnType<typeof contentsOf>;
}

const PATHS: Readonly<Record<string, readonly string[]>> = {
  awareness: ["/times/discovered_at", "/times/learned_at"],
  assessment: ["/times/assessed_at"],
  occurrence: ["/times/occurred_at"],
};

export const noticesOf = (given: Given): object[] => {
  const { facts, rules, used, times, scope, contents, firstReports } = given;
  const notices: { code: string; params: object; order: string }[] = [];
  const add = (code: string, params: object = {}, order = ""): void => {
    notices.push({ code, params, order });
  };
  if (given.instant === null) {
    add("version_time_not_stated", { paths: PATHS[given.selectedBy] });
  }
  if (scope.applies && firstReports.some(({ from }) => from === null)) {
    add("clock_start_not_stated", { paths: PATHS[used.clock_start ?? ""] });
  }
  for (const { path } of scope.undecided) add("scope_not_stated", { path }, path);
  if (
    scope.applies &&
    firstReports.some(({ recipients }) => recipients.includes("provincial_cac"))
  ) {
    const province = facts.incident.operator?.province ?? "unknown";
    if (province === "unknown") add("province_not_stated");
    if (rules.scope.areas_without_known_body.includes(province)) {
      add("province_without_known_route", { province });
    }
  }
  if (facts.incident.reports === "unknown") add("reports_not_stated");
  if (scope.applies && given.reportable !== "no") {
    if (contents.nothingMayWait) add("all_items_due");
    else {
      const first = contents.items.filter((one) => one.required_in_first_report);
      add("first_two_items_suffice", { items: first.map(({ item }) => item) });
    }
  }
  const grounds = given.criteria.filter(
    ({ outcome, grade }) => outcome === "met" && grade === given.grade.floor,
  );
  if (grounds.length > 0 && grounds.every(({ ground }) => ground === "condition")) {
    add("grade_presumptive", { grade: given.grade.floor });
  }
  const { asOf } = times;
  if (asOf !== null) {
    for (const [name, instant] of Object.entries(times.stated)) {
      if (instant > asOf) add("time_after_as_of", { path: `/times/${name}` }, name);
    }
  }
  for (const [reading, { nature, of_the_text }] of Object.entries(rules.readings)) {
    const option = used[reading] ?? "";
    if (nature !== "secondary" || option === of_the_text) continue;
    if (reading === "exported_data" && !facts.abroad.sure) continue;
    add("secondary_reading_used", { reading, option }, `${option} ${reading}`);
  }
  return notices
    .sort((one, other) => compare(one.code, other.code) || compare(one.order, other.order))
    .map(({ code, params }) => ({ code, params }));
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
