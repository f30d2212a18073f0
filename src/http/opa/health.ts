import { isAmrnciError } from "../../errors.js";
import { rulesIfAny, type RulesSource } from "../rules.js";
import type { RequestContext, Service } from "../service.js";
import { isSet } from "./parameters.js";

/** OPA's Health API: `/health`, with `?bundles` and `?plugins`; `/health/live` and `/health/ready`. */
export const healthRoute =
  ({ source }: Service) =>
  (c: RequestContext): Response => {
    const query = new URL(c.req.url).searchParams;
    const asksRules = ["bundles", "bundle", "plugins"].some((name) => isSet(query, name));
    return health(c, asksRules ? inactive(source) : undefined);
  };

/** An OPA evaluates `data.system.health`, where a bundle may define these; here they are built in. */
export const healthOfRoute =
  ({ source }: Service) =>
  (c: RequestContext): Response => {
    const name = c.req.param("name") ?? "";
    if (name === "live") return health(c);
    if (name === "ready") return health(c, inactive(source));
    return health(c, `health check (data.system.health.${name}) was undefined`);
  };

const inactive = (source: RulesSource): string | undefined =>
  isAmrnciError(rulesIfAny(source)) ? "one or more bundles are not activated" : undefined;

const health = (c: RequestContext, error?: string): Response =>
  c.body(`${JSON.stringify({ error })}\n`, error === undefined ? 200 : 500, {
    "content-type": "application/json",
  });
