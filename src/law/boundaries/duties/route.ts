import { largest } from "../annex/largest.js";
import { clean } from "../incident.js";
import { type Law, at, wordsOf } from "../law.js";

/** The last part of a duty's id names the route that it belongs to: `authority.relay.cii`. */
export const ROUTES = ["cii", "organ", "other"] as const;
export type Route = (typeof ROUTES)[number];

/** Kinds of operator that take the organ route under some option. */
export const organKinds = ({ version }: Law): string[] => {
  const listed = Object.values(at(version, "scope", "organ_kinds") ?? {});
  return [...new Set(listed.flatMap(wordsOf))];
};

/** An incident of the highest grade that takes one route and no other. */
export const routed = (
  law: Law,
  route: Route,
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => {
  const loss = { direct_economic_loss_yuan: largest(law, "condition_7", "yuan") };
  if (route === "cii") return clean(law, { ...loss, cii: { involved: true } }, members);
  if (route === "other") return clean(law, loss, members);
  return clean(law, loss, { operator: { kind: organKinds(law)[0] ?? "other" }, ...members });
};

/** The id of the first report on a route. */
export const firstReport = (route: Route): string => `operator.first_report.${route}`;

/** The route that a duty belongs to, if it is one route's. */
export const routeOf = (duty: string): Route | undefined =>
  ROUTES.find((route) => duty.endsWith(`.${route}`));
