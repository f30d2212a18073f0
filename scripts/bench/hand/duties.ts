// Who must report what to whom, by when, and what has been sent (Art. 4 to 8).
import type { Duty, Report } from "../../../src/generated/types.js";
import { chosen, type Used } from "./annex.js";
import type { Facts } from "./facts.js";
import { daysLater, earliest, endOfDay, read, write } from "./instants.js";
import type { Rules } from "./law.js";

export type Reportable = "yes" | "no" | "undecided";
type Sure = "yes" | "possible";
type Route = "cii" | "organ" | "other";

const ROUTES: readonly Route[] = ["cii", "organ", "other"];

/** What may be the case: an organ or not, critical information infrastructure or not. */
export const worldsOf = (facts: Facts, rules: Rules, used: Used) => {
  const organs = chosen(rules.scope.organ_kinds, used);
  const organ = new Set(facts.kinds.map((kind) => organs.includes(kind)));
  const cii = new Set([facts.cii.sure, facts.cii.may]);
  const worlds = [...organ].flatMap((isOrgan) =>
    [...cii].map((isCii) => ({
      organ: isOrgan,
      cii: isCii,
      routes: routesOf(isOrgan, isCii, used),
    })),
  );
  const differ = (member: "organ" | "cii", among = worlds): boolean =>
    among.some((one) =>
      among.some((other) => one[member] === other[member] && one.routes !== other.routes),
    );
  // Where an incident is reportable by condition 2 alone, the kind decides only if it involves such infrastructure.
  const turnsOnKind = (withoutCii: boolean): boolean =>
    differ(
      "cii",
      worlds.filter((one) => one.cii || withoutCii),
    );
  return { organs, worlds, turnsOnKind, turnsOnCii: differ("organ") };
};

type Worlds = ReturnType<typeof worldsOf>;

const BOTH: readonly Route[] = ["cii", "organ"];
const ONLY: Readonly<Record<Route, readonly Route[]>> = {
  cii: ["cii"],
  organ: ["organ"],
  other: ["other"],
};

const routesOf = (organ: boolean, cii: boolean, used: Used): readonly Route[] => {
  if (organ && cii && used.cii_and_organ === "both") return BOTH;
  return ONLY[cii ? "cii" : organ ? "organ" : "other"];
};

export interface Times {
  readonly stated: Readonly<Record<string, number>>;
  readonly asOf: number | null;
  readonly awareness: number | null;
}

interface Sent {
  readonly sent: number | null;
  readonly received: number | null;
}

interface Case {
  readonly facts: Facts;
  readonly rules: Rules;
  readonly used: Used;
  readonly times: Times;
  readonly reportable: Reportable;
  readonly floor: number;
  readonly ceiling: number;
  readonly worlds: Worlds["worlds"];
}

const entriesOf = <E>(
  list: readonly E[] | { readonly at_least: readonly E[] } | "unknown" | undefined,
): readonly E[] => {
  if (list === undefined || list === "unknown") return [];
  return "at_least" in list ? list.at_least : list;
};

const NONE_SENT: readonly Sent[] = [];

/** All duties, sorted by id, and the first reports among them. */
export const dutiesOf = (given: Case): { duties: Duty[]; firstReports: Duty[] } => {
  const { facts, rules, used, times, reportable, floor, ceiling, worlds } = given;
  const reports = entriesOf<Report>(facts.incident.reports);
  const sent = new Map<string, Sent[]>();
  for (const { duty, sent_at, received_at } of reports) {
    const one = {
      sent: sent_at === undefined ? null : read(sent_at),
      received: received_at === undefined ? null : read(received_at),
    };
    const before = sent.get(duty);
    if (before) before.push(one);
    else sent.set(duty, [one]);
  }
  const sentOf = (id: string): readonly Sent[] => sent.get(id) ?? NONE_SENT;
  const firstSent = (of: readonly Sent[]): number | null =>
    earliest(of.flatMap((one) => one.sent ?? []));
  const received = (id: string): number | null => {
    const of = sentOf(id);
    const first = firstSent(of);
    const counted = first === null ? of : of.filter((one) => one.sent === first);
    return earliest(counted.flatMap((one) => one.received ?? []));
  };
  const state = (id: string, due: number | null): Duty["state"] => {
    const of = sentOf(id);
    if (of.length === 0) {
      return due !== null && times.asOf !== null && times.asOf > due ? "overdue" : "pending";
    }
    if (due === null) return "unknown";
    const first = firstSent(of);
    if (first !== null && first <= due) return "met";
    return of.some((one) => one.sent === null) ? "unknown" : "late";
  };
  const withoutLimit = (id: string): Duty["state"] => (sent.has(id) ? "met" : "pending");
  const start =
    used.clock_start === "awareness" ? times.awareness : (times.stated.assessed_at ?? null);
  const later = (from: number | null, id: string): number | null => {
    const minutes = rules.duties[id]?.limit_minutes;
    return from === null || minutes === undefined ? null : from + minutes * 60;
  };

  const applies = new Map<Route, Sure>();
  if (reportable !== "no") {
    for (const route of ROUTES) {
      if (!worlds.some(({ routes }) => routes.includes(route))) continue;
      const every = worlds.every(({ routes }) => routes.includes(route));
      applies.set(route, reportable === "yes" && every ? "yes" : "possible");
    }
  }
  const recipients = [
    ...new Set(
      [...applies.keys()].flatMap(
        (route) => rules.duties[`operator.first_report.${route}`]?.recipients ?? [],
      ),
    ),
  ].sort();
  const duty = (
    id: string,
    stated: {
      bearer?: Duty["bearer"] | undefined;
      applies: Sure;
      trigger: string;
      from?: number | null;
      due?: number | null;
      state: Duty["state"];
    },
  ): Duty[] => {
    const law = rules.duties[id];
    if (law === undefined) return [];
    return [
      {
        id: id as Duty["id"],
        bearer: stated.bearer ?? law.bearer,
        action: law.action,
        recipients: law.recipients ?? recipients,
        applies: stated.applies,
        trigger: stated.trigger,
        from: write(stated.from ?? null),
        limit_seconds: law.limit_minutes === undefined ? null : law.limit_minutes * 60,
        limit_days: law.limit_days ?? null,
        due: write(stated.due ?? null),
        manner: law.manner,
        state: stated.state,
        citation: law.citation,
      },
    ];
  };

  const relayedFrom = rules.grades.indexOf(rules.relayed_from);
  const relayed = [...applies].flatMap(([route, first]): { route: Route; applies: Sure }[] => {
    if (ceiling < relayedFrom) return [];
    return [{ route, applies: first === "yes" && floor >= relayedFrom ? "yes" : "possible" }];
  });
  const notifications = relayed.flatMap(({ route, applies: sure }) => {
    const id = `authority.notify.${route}`;
    const from = received(`operator.first_report.${route}`);
    const due = later(from, id);
    const limited = rules.duties[id]?.limit_minutes !== undefined;
    return duty(id, {
      applies: sure,
      trigger: "receipt",
      from,
      due,
      state: limited ? state(id, due) : withoutLimit(id),
    });
  });
  const byOperator = used.relay_bearer === "operator";
  const relays = relayed.flatMap(({ route, applies: sure }) => {
    const id = `authority.relay.${route}`;
    const from = byOperator ? start : received(`operator.first_report.${route}`);
    const due = later(from, id);
    return duty(id, {
      bearer: byOperator ? "operator" : undefined,
      applies: sure,
      trigger: byOperator ? (used.clock_start ?? "") : "receipt",
      from,
      due,
      state: state(id, due),
    });
  });
  const firstReports = [...applies].flatMap(([route, sure]) => {
    const id = `operator.first_report.${route}`;
    const due = later(start, id);
    const trigger = used.clock_start ?? "";
    return duty(id, { applies: sure, trigger, from: start, due, state: state(id, due) });
  });
  const onFact = (id: string, fact: Facts["crime"], trigger: string): Duty[] =>
    fact.may
      ? duty(id, {
          applies: fact.sure ? "yes" : "possible",
          trigger,
          from: start,
          state: withoutLimit(id),
        })
      : [];
  const afterwards = (): Duty[] => {
    const sure: Sure = reportable === "yes" ? "yes" : "possible";
    const first = earliest(
      ROUTES.flatMap((route) => firstSent(sentOf(`operator.first_report.${route}`)) ?? []),
    );
    const items = new Set(reports.flatMap((report) => entriesOf<unknown>(report.items)));
    const ended = times.stated.handling_ended_at ?? null;
    const days = rules.duties["operator.summary"]?.limit_days ?? 0;
    const last = ended === null ? null : daysLater(ended, days);
    const due =
      last === null || used.summary_deadline !== "end_of_30th_day" ? last : endOfDay(last);
    return [
      ...duty("operator.summary", {
        applies: sure,
        trigger: "handling_ended",
        from: ended,
        due,
        state: state("operator.summary", due),
      }),
      ...duty("operator.supplement.developments", {
        applies: sure,
        trigger: "new_developments",
        from: first,
        state: null,
      }),
      ...duty("operator.supplement.items", {
        applies: sure,
        trigger: "first_report_sent",
        from: first,
        state: items.size === rules.contents.items.length ? "met" : "pending",
      }),
    ];
  };
  return {
    firstReports,
    duties: [
      ...notifications,
      ...relays,
      ...firstReports,
      ...onFact("operator.report.crime", facts.crime, "suspected_crime"),
      ...onFact("operator.report.sector", facts.sectorRules, "sector_rules"),
      ...(reportable === "no" ? [] : afterwards()),
      ...duty("operator.vendor_contracts", { applies: "yes", trigger: "standing", state: null }),
      ...(reportable === "no"
        ? []
        : duty("public.voluntary_report", { applies: "yes", trigger: "voluntary", state: null })),
    ],
  };
};
