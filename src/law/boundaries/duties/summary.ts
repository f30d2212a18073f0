import type { Found } from "../case.js";
import { type Law, at, objectOf } from "../law.js";
import { after, endOfDay } from "../time.js";
import { routed } from "./route.js";

const DAY = 86_400;

/** Each limit in days, at the hour of the day and at the end of it, under each way of counting. */
export const summaries = (law: Law): Found[] => {
  const options = Object.keys(objectOf(at(law.version, "readings", "summary_deadline", "options")));
  return Object.entries(objectOf(law.version.duties)).flatMap(([duty, value]) => {
    const days = at(value, "limit_days");
    if (typeof days !== "number") return [];
    const ended = after(law.noon, DAY - 3 * 3600 + 17);
    const times = { discovered_at: law.noon, handling_ended_at: ended };
    return [days - 1, days, days + 1].flatMap((day) => {
      const hour = after(ended, day * DAY);
      return [hour, endOfDay(hour)].flatMap((due) =>
        [0, 1].flatMap((seconds) =>
          options.flatMap((option) => {
            const time = after(due, seconds);
            const about = {
              at: `duties/${duty}/limit_days`,
              why: `${duty} is due within ${days} days; this is day ${day}.`,
              readings: { summary_deadline: option },
            };
            const name = `${time.slice(5, 19)} by ${option}`;
            return [
              {
                ...about,
                name: `duty ${duty} sent ${name}`,
                incident: routed(law, "other", { times, reports: [{ duty, sent_at: time }] }),
              },
              {
                ...about,
                name: `duty ${duty} as of ${name}`,
                incident: routed(law, "other", { times }),
                as_of: time,
              },
            ];
          }),
        ),
      );
    });
  });
};
