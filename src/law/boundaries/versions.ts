import type { Found } from "./case.js";
import { routed } from "./duties/route.js";
import { type Data, type Law, at, entriesOf } from "./law.js";
import { fromMidnight } from "./time.js";

/** One second before, at and after midnight of each date from which a version applies or ends. */
export const versions = (data: Data, law: Law): Found[] =>
  entriesOf(at(data, "law", "versions")).flatMap((version) =>
    (["valid_from", "repealed_from"] as const).flatMap((key) => {
      const date = at(version, key);
      if (typeof date !== "string" || at(version, "id") !== law.id) return [];
      return [-1, 0, 1].flatMap((seconds) =>
        TIMES.map(([which, times, readings]) => ({
          at: `versions/${key}`,
          name: `${key} ${date} ${seconds} s by ${which}`,
          why: `${key} is midnight in Beijing of ${date}.`,
          incident: routed(law, "other", { times: times(fromMidnight(date, seconds), law.noon) }),
          ...readings,
        })),
      );
    }),
  );

type Times = (time: string, noon: string) => object;

const TIMES: readonly [string, Times, { readings?: Readonly<Record<string, string>> }][] = [
  ["discovered_at", (discovered_at) => ({ discovered_at }), {}],
  ["learned_at", (learned_at, noon) => ({ learned_at, discovered_at: noon }), {}],
  [
    "occurrence",
    (occurred_at, noon) => ({ occurred_at, discovered_at: noon }),
    { readings: { in_force_by: "occurrence" } },
  ],
  [
    "occurrence, read by awareness",
    (occurred_at, noon) => ({ occurred_at, discovered_at: noon }),
    {},
  ],
];
