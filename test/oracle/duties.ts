/** The duties of Art. 4 to 8, with who, to whom, by when and how far along. */
import { handlingEnded, operatorClock, summaryDue } from "./clock.js";
import { member } from "./json.js";
import type { Readings } from "./readings.js";
import { allItemsSent, earliest, receiptOf, reportsOf, timeAt, type Report } from "./reports.js";
import { formatBeijing } from "./rfc3339.js";
import { ROUTES, routesOf, type Route, type Settings } from "./scope.js";
import { stateWithLimit, stateWithoutLimit } from "./state.js";
import type { Applies, DutyState, OracleDuty, Reportable } from "./types.js";

/** 1小时, 2小时, 4小时 */
const FIRST_REPORT: Record<Route, { recipients: string[]; seconds: number }> = {
  cii: { recipients: ["protection_department", "public_security"], seconds: 3600 },
  organ: { recipients: ["organ_cyberspace_body"], seconds: 7200 },
  other: { recipients: ["provincial_cac"], seconds: 14400 },
};

/** 半小时, 1小时, 1小时 after receipt */
const RELAY: Record<Route, { bearer: string; recipients: string[]; seconds: number }> = {
  cii: {
    bearer: "protection_department",
    recipients: ["national_cac", "state_council_public_security"],
    seconds: 1800,
  },
  organ: { bearer: "organ_cyberspace_body", recipients: ["national_cac"], seconds: 3600 },
  other: { bearer: "provincial_cac", recipients: ["national_cac"], seconds: 3600 },
};

export interface Circumstances {
  request: unknown;
  settings: Settings;
  readings: Readings;
  reportable: Reportable;
  floor: number;
  ceiling: number;
}

const MAJOR = 2;

interface Draft {
  id: string;
  bearer: string;
  recipients: string[];
  applies: Applies;
  from: number | null;
  /** Seconds after `from`, or null where the text gives no number of hours or minutes. */
  seconds: number | null;
}

function text(time: number | null): string | null {
  return time === null ? null : formatBeijing(time);
}

export function dutiesOf(at: Circumstances): OracleDuty[] {
  const { request, settings, readings, reportable } = at;
  const reports = reportsOf(request);
  const asOf = timeAt(member(request, "as_of"));
  const clock = operatorClock(request, readings);
  const duties: OracleDuty[] = [
    standing("operator.vendor_contracts", "operator", "service_providers"),
  ];
  const add = (draft: Draft): void => {
    duties.push(finished(draft, reports, asOf));
  };
  const prompt = (id: string, recipient: string, domain: readonly boolean[]): void => {
    if (!domain.includes(true)) return;
    const applies = domain.includes(false) ? "possible" : "yes";
    const recipients = [recipient];
    add({ id, bearer: "operator", recipients, applies, from: clock, seconds: null });
  };
  prompt("operator.report.sector", "sector_regulator", settings.sector_rules.values);
  prompt("operator.report.crime", "public_security", settings.suspected_crime.values);

  if (reportable !== "no") {
    duties.push(standing("public.voluntary_report", "anyone", "cac_12387"));
    const routes = routeApplies(settings, readings, reportable);
    for (const [route, applies] of routes) {
      const { recipients, seconds } = FIRST_REPORT[route];
      const id = `operator.first_report.${route}`;
      add({ id, bearer: "operator", recipients, applies, from: clock, seconds });
      if (at.ceiling >= MAJOR) {
        const certain = applies === "yes" && at.floor >= MAJOR ? "yes" : "possible";
        onward(route, certain, receiptOf(id, reports), clock, readings).forEach(add);
      }
    }
    duties.push(...afterwards(at, [...routes.keys()], reports, asOf));
  }
  return duties.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The routes that some completion of kind and CII involvement takes. */
function routeApplies(
  settings: Settings,
  readings: Readings,
  reportable: Reportable,
): Map<Route, Applies> {
  const taken = settings.kind.values.flatMap((kind) =>
    settings.cii.values.map((cii) => routesOf(kind, cii, readings)),
  );
  const routes = new Map<Route, Applies>();
  for (const route of ROUTES) {
    if (!taken.some((one) => one.includes(route))) continue;
    const certain = reportable === "yes" && taken.every((one) => one.includes(route));
    routes.set(route, certain ? "yes" : "possible");
  }
  return routes;
}

/** What authorities owe at 重大 and 特别重大, after receiving the first report. */
function onward(
  route: Route,
  applies: Applies,
  receipt: number | null,
  clock: number | null,
  readings: Readings,
): Draft[] {
  const byOperator = readings.relay_bearer === "operator";
  const relay = RELAY[route];
  const drafts: Draft[] = [
    {
      id: `authority.relay.${route}`,
      bearer: byOperator ? "operator" : relay.bearer,
      recipients: relay.recipients,
      applies,
      from: byOperator ? clock : receipt,
      seconds: relay.seconds,
    },
  ];
  if (route === "organ") {
    // 国家网信部门收到报告后及时向有关部门通报
    const recipients = ["relevant_departments"];
    const id = "authority.notify.organ";
    drafts.push({ id, bearer: "national_cac", recipients, applies, from: receipt, seconds: null });
  }
  if (route === "other") {
    // 并同时向同级有关部门通报
    const recipients = ["same_level_departments"];
    const id = "authority.notify.other";
    const bearer = "provincial_cac";
    drafts.push({ id, bearer, recipients, applies, from: receipt, seconds: 3600 });
  }
  return drafts;
}

/** Supplements (Art. 7) and the summary (Art. 8), through the original channel. */
function afterwards(
  at: Circumstances,
  routes: readonly Route[],
  reports: readonly Report[],
  asOf: number | null,
): OracleDuty[] {
  const applies: Applies = at.reportable === "yes" ? "yes" : "possible";
  const recipients = routes.flatMap((route) => FIRST_REPORT[route].recipients).sort();
  const firstSent = earliest(
    reports.filter((one) => one.duty.startsWith("operator.first_report.")).map((one) => one.sent),
  );
  const ended = handlingEnded(at.request);
  const due = summaryDue(ended, at.readings);
  const later = (
    id: string,
    from: number | null,
    limit_days: number | null,
    dueAt: number | null,
    state: DutyState,
  ): OracleDuty => ({
    id,
    bearer: "operator",
    recipients: [...recipients],
    applies,
    from: text(from),
    limit_seconds: null,
    limit_days,
    due: text(dueAt),
    state,
  });
  const items = allItemsSent(reports) ? "met" : "pending";
  const summary = stateWithLimit("operator.summary", due, reports, asOf);
  return [
    later("operator.supplement.developments", firstSent, null, null, null),
    later("operator.supplement.items", firstSent, null, null, items),
    later("operator.summary", ended, 30, due, summary),
  ];
}

function finished(draft: Draft, reports: readonly Report[], asOf: number | null): OracleDuty {
  const { id, bearer, recipients, applies, from, seconds } = draft;
  const due = from === null || seconds === null ? null : from + seconds;
  return {
    id,
    bearer,
    recipients,
    applies,
    from: text(from),
    limit_seconds: seconds,
    limit_days: null,
    due: text(due),
    state:
      seconds === null ? stateWithoutLimit(id, reports) : stateWithLimit(id, due, reports, asOf),
  };
}

/** Duties without a moment: Art. 5 and Art. 6. */
function standing(id: string, bearer: string, recipient: string): OracleDuty {
  return {
    id,
    bearer,
    recipients: [recipient],
    applies: "yes",
    from: null,
    limit_seconds: null,
    limit_days: null,
    due: null,
    state: null,
  };
}
