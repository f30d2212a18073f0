import type { Found } from "../case.js";
import { type Law, at, objectOf } from "../law.js";
import { after } from "../time.js";
import { firstReport, routed, routeOf } from "./route.js";

const MINUTE = 60;
/** When the first report is received, where another duty runs from then. */
const RECEIVED = 10 * MINUTE + 7;

/** Each limit in minutes: sent, and looked at, a minute and a second before, exactly at and after it. */
export const limits = (law: Law): Found[] =>
  Object.entries(objectOf(law.version.duties)).flatMap(([duty, value]) => {
    const minutes = at(value, "limit_minutes");
    const route = routeOf(duty);
    if (typeof minutes !== "number" || route === undefined) return [];
    const first = firstReport(route);
    const received = { duty: first, sent_at: law.noon, received_at: after(law.noon, RECEIVED) };
    const clocks =
      duty === first
        ? [{ from: law.noon, before: [], by: "" }]
        : [
            { from: received.received_at, before: [received], by: "" },
            { from: law.noon, before: [received], by: "operator" },
          ];
    return clocks.flatMap(({ from, before, by }) =>
      [-MINUTE, -1, 0, 1, MINUTE].flatMap((seconds) => {
        const time = after(from, minutes * MINUTE + seconds);
        const about = {
          at: `duties/${duty}/limit_minutes`,
          why: `The limit of ${duty} is ${minutes} minutes; this is ${seconds} seconds after it.`,
          ...(by === "" ? {} : { readings: { relay_bearer: by } }),
        };
        const suffix = `${seconds} s${by === "" ? "" : ` by the ${by}`}`;
        return [
          {
            ...about,
            name: `duty ${duty} sent at limit ${suffix}`,
            incident: routed(law, route, { reports: [...before, { duty, sent_at: time }] }),
          },
          {
            ...about,
            name: `duty ${duty} as of limit ${suffix}`,
            incident: routed(law, route, { reports: before }),
            as_of: time,
          },
        ];
      }),
    );
  });
