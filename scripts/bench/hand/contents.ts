// How complete the items of a report are (Art. 7), and which facts of Art. 10 and 11 stand.
import type { Duty, LiabilityFact } from "../../../src/generated/types.js";
import type { Facts } from "./facts.js";
import type { ContentLaw, LiabilityLaw, LiabilityStatus, Rules } from "./law.js";

const isTold = (text: unknown): boolean =>
  typeof text === "string" && /[^ \t\r\n\u00a0\u3000]/.test(text);

const statedPaths = ({ incident }: Facts): ReadonlySet<string> => {
  const { narrative = {}, times = {}, operator } = incident;
  const stated = new Set<string>();
  for (const [name, text] of Object.entries(narrative)) {
    if (isTold(text)) stated.add(`/narrative/${name}`);
  }
  for (const [name, text] of Object.entries(narrative.ransom ?? {})) {
    if (isTold(text)) stated.add(`/narrative/ransom/${name}`);
  }
  for (const name of Object.keys(times)) stated.add(`/times/${name}`);
  if (isTold(operator?.name)) stated.add("/operator/name");
  return stated;
};

export const contentsOf = (facts: Facts, { contents }: Rules) => {
  const paths = statedPaths(facts);
  const nothingMayWait = contents.deferrable_while_missing.every((path) => paths.has(path));
  const field = (path: string) => ({ path, stated: paths.has(path) });
  const fieldsOf = ({ any_of = [], fields, ransom }: ContentLaw) => {
    const alternatives = any_of.map(field);
    const stated = alternatives.filter((one) => one.stated);
    const { sure, may, path } = facts.ransomware;
    return [
      ...(stated.length > 0 ? stated : alternatives),
      ...fields.map(field),
      ...(ransom && sure ? ransom.fields.map(field) : []),
      ...(ransom && may && !sure
        ? [...ransom.fields.map(field).filter(({ stated: told }) => told), { path, stated: false }]
        : []),
    ];
  };
  const items = contents.items.map((law) => {
    const fields = fieldsOf(law);
    const status: "complete" | "partial" | "missing" = fields.every(({ stated }) => stated)
      ? "complete"
      : fields.some(({ stated }) => stated)
        ? "partial"
        : "missing";
    const required = law.first === true || nothingMayWait;
    return { item: law.item, status, fields, required_in_first_report: required };
  });
  return { items, nothingMayWait };
};

export const liabilityOf = (
  facts: Facts,
  { liability }: Rules,
  applies: boolean,
  firstReports: readonly Duty[],
) => {
  const states = firstReports.flatMap((one) => (one.applies === "yes" ? [one.state] : []));
  const late = states.includes("late") || states.includes("overdue");
  const inTime = states.every((state) => state === "met");
  const timeliness = (wanted: "late" | "in_time"): LiabilityStatus => {
    if (!applies || states.length === 0) return "unknown";
    if (wanted === "late" ? late : inTime) return "stands";
    return late || inTime ? "missing" : "unknown";
  };
  const fact = ({ id, citation, fact: name, timeliness: wanted }: LiabilityLaw): LiabilityFact => {
    if (name !== undefined) {
      const stated = facts.incident.mitigation?.[name as keyof typeof facts.incident.mitigation];
      const { path, sure, may } = facts.yesNo(`/mitigation/${name}`, stated);
      return { id, status: sure ? "stands" : may ? "unknown" : "missing", path, citation };
    }
    return { id, status: wanted === undefined ? "unknown" : timeliness(wanted), citation };
  };
  return {
    aggravating: liability.aggravating.map(fact),
    mitigating: liability.mitigating.map(fact),
  };
};
