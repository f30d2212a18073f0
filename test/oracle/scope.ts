/** Whom the Measures bind (Art. 2, 13), and by which routes (Art. 4), on fully known facts. */
import { choice, yesNo, type Domain } from "./domain.js";
import { member } from "./json.js";
import type { Readings } from "./readings.js";
import { unstatedOf } from "./components.js";
import { OPERATOR_KINDS, type OperatorKind } from "./words.js";

export interface Setting {
  state_secrets: boolean;
  without_china_operations: boolean;
  occurred_outside_china: boolean;
  data_exported_from_china: boolean;
  suspected_crime: boolean;
  sector_rules: boolean;
  kind: OperatorKind;
  cii: boolean;
}

export type Settings = { readonly [K in keyof Setting]: Domain<Setting[K]> };

export const SETTING_PATHS: Readonly<Record<keyof Setting, string>> = {
  state_secrets: "/state_secrets",
  without_china_operations: "/operator/without_china_operations",
  occurred_outside_china: "/occurred_outside_china",
  data_exported_from_china: "/data_exported_from_china",
  suspected_crime: "/suspected_crime",
  sector_rules: "/operator/sector_rules",
  kind: "/operator/kind",
  cii: "/impact/cii/involved",
};

export function settingsOf(request: unknown): Settings {
  const incident = member(request, "incident");
  const unstated = unstatedOf(request);
  const fact = (...names: string[]) => yesNo(member(incident, ...names), unstated);
  return {
    state_secrets: fact("state_secrets"),
    without_china_operations: fact("operator", "without_china_operations"),
    occurred_outside_china: fact("occurred_outside_china"),
    data_exported_from_china: fact("data_exported_from_china"),
    suspected_crime: fact("suspected_crime"),
    sector_rules: fact("operator", "sector_rules"),
    kind: choice(member(incident, "operator", "kind"), OPERATOR_KINDS, "other", unstated),
    cii: fact("impact", "cii", "involved"),
  };
}

type ScopeFacts = Pick<
  Setting,
  | "state_secrets"
  | "without_china_operations"
  | "occurred_outside_china"
  | "data_exported_from_china"
>;

export type Scope = "in" | "excluded" | "out_of_scope";

export function scopeOf(facts: ScopeFacts, readings: Readings): Scope {
  if (facts.state_secrets) return "excluded";
  if (facts.without_china_operations) return "out_of_scope";
  if (!facts.occurred_outside_china) return "in";
  const covered = facts.data_exported_from_china && readings.exported_data === "exporter_reports";
  return covered ? "in" : "out_of_scope";
}

const SCOPE_FACTS = [
  "state_secrets",
  "without_china_operations",
  "occurred_outside_china",
  "data_exported_from_china",
] as const;

/** Every completion of the four scope facts with its scope. */
function scopes(settings: Settings, readings: Readings): [ScopeFacts, Scope][] {
  const found: [ScopeFacts, Scope][] = [];
  for (const state_secrets of settings.state_secrets.values)
    for (const without_china_operations of settings.without_china_operations.values)
      for (const occurred_outside_china of settings.occurred_outside_china.values)
        for (const data_exported_from_china of settings.data_exported_from_china.values) {
          const facts = {
            state_secrets,
            without_china_operations,
            occurred_outside_china,
            data_exported_from_china,
          };
          found.push([facts, scopeOf(facts, readings)]);
        }
  return found;
}

export interface Scoping {
  /** `excluded` and `out_of_scope` only where no completion leads elsewhere. */
  certain: Scope;
  canBeIn: boolean;
  /** The scope facts that alone can decide whether there are any duties. */
  deciding: string[];
}

export function scopingOf(settings: Settings, readings: Readings): Scoping {
  const all = scopes(settings, readings);
  const canBeIn = all.some(([, scope]) => scope === "in");
  const deciding = SCOPE_FACTS.filter((name) =>
    all.some(([facts, scope]) => {
      const flipped = { ...facts, [name]: !facts[name] };
      const allowed = settings[name].values.includes(!facts[name]);
      return allowed && scope === "in" && scopeOf(flipped, readings) !== "in";
    }),
  ).map((name) => SETTING_PATHS[name]);
  let certain: Scope = "in";
  if (all.every(([, scope]) => scope === "excluded")) certain = "excluded";
  // Not known to be secret: then the other three alone must lead out of scope.
  else if (all.every(([facts, scope]) => facts.state_secrets || scope === "out_of_scope")) {
    certain = "out_of_scope";
  }
  return { certain, canBeIn, deciding };
}

export type Route = "cii" | "organ" | "other";
export const ROUTES: readonly Route[] = ["cii", "organ", "other"];

/** 涉及关键信息基础设施的 / 中央和国家机关各部门及其直属单位 / 其他网络运营者 */
export function routesOf(kind: OperatorKind, cii: boolean, readings: Readings): Route[] {
  const organ =
    kind === "central_or_state_organ" ||
    kind === "directly_subordinate_unit" ||
    (kind === "state_owned_enterprise" && readings.state_owned_as_organ === "yes");
  if (cii) return organ && readings.cii_and_organ === "both" ? ["cii", "organ"] : ["cii"];
  return organ ? ["organ"] : ["other"];
}
