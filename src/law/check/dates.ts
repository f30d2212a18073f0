import { isDay } from "../day.js";
import type { LawFile } from "../read.js";
import { objectOf } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

interface Version {
  readonly id: string;
  readonly from: string;
  readonly until: string | null;
  readonly keys: readonly (string | number)[];
}

/**
 * Dates of the versions: real days, newest first, each folder named by the day on which its version
 * takes effect, no day with two versions and none without one between two of them.
 */
export const dateProblems = (index: LawFile): LawProblem[] => {
  const { versions } = objectOf(index.value);
  const listed = (versions as unknown[]).map((entry, at): Version => {
    const { id, valid_from, repealed_from } = objectOf(entry);
    return {
      id: String(id),
      from: String(valid_from),
      until: typeof repealed_from === "string" ? repealed_from : null,
      keys: ["versions", at],
    };
  });
  const impossible = listed.flatMap(({ from, until, keys }) =>
    [
      ["valid_from", from],
      ["repealed_from", until],
    ].flatMap(([key, date]) =>
      date === null || date === undefined || isDay(date)
        ? []
        : [problemAt(index, [...keys, key ?? ""], "date_impossible", { date })],
    ),
  );
  if (impossible.length > 0) return impossible;
  return listed.flatMap((version, at) => {
    const newer = listed[at - 1];
    return [...own(index, version), ...(newer ? against(index, version, newer) : [])];
  });
};

const own = (index: LawFile, { id, from, until, keys }: Version): LawProblem[] => [
  ...(id === from
    ? []
    : [problemAt(index, [...keys, "id"], "version_named_otherwise", { id, from })]),
  ...(until === null || from < until
    ? []
    : [
        problemAt(index, [...keys, "repealed_from"], "version_ends_before_start", {
          id,
          from,
          until,
        }),
      ]),
];

const against = (index: LawFile, version: Version, newer: Version): LawProblem[] => {
  const { id, from, until, keys } = version;
  if (from >= newer.from) {
    const params = { id, newer: newer.id };
    return [problemAt(index, [...keys, "valid_from"], "versions_not_newest_first", params)];
  }
  // Without an end it ends where the next one begins.
  if (until === null || until === newer.from) return [];
  const code = until < newer.from ? "version_gap" : "version_overlap";
  const params = { id, until, newer: newer.id, from: newer.from };
  return [problemAt(index, [...keys, "repealed_from"], code, params)];
};
