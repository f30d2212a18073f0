import { isAmrnciError } from "../../errors.js";
import { type ActiveRules, rulesIfAny } from "../rules.js";
import type { RequestContext, Service } from "../service.js";
import { gauge, labels } from "./meter.js";

/** `GET /metrics`: the Prometheus text format. */
export const metricsRoute =
  ({ meter, source, more }: Service) =>
  (c: RequestContext): Response => {
    const rules = rulesIfAny(source);
    const lines = [
      ...(isAmrnciError(rules)
        ? []
        : gauge("amrnci_rules_info", "The rules in use.", 1, info(rules))),
      ...gauge("amrnci_rules_active", "Whether rules are active.", isAmrnciError(rules) ? 0 : 1),
      ...gauge(
        "amrnci_rules_stale",
        "Whether the rules are out of date.",
        source.status.stale ? 1 : 0,
      ),
      "",
    ];
    const text = `${meter.text()}${lines.join("\n")}${more()}`;
    return c.text(text, 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  };

const info = ({ revision, digest }: ActiveRules): string =>
  labels({ revision, digest: digest ?? "" });
