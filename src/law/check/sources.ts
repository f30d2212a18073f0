import { isDay } from "../day.js";
import { below, entriesOf, membersNamed, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

const SOURCE: ReadonlySet<string> = new Set(["source"]);
const CHECKED: ReadonlySet<string> = new Set(["checked"]);

/**
 * Where addresses and names were found, and when: each names a source that is described, each source
 * is named, and every day of comparison is one that the calendar has.
 */
export const sourceProblems = ({ parts }: VersionParts): LawProblem[] => [
  ...channelSources(parts.get("channels")),
  ...[...parts.values()].flatMap((file) =>
    membersNamed(file.value, CHECKED).flatMap(({ keys, value }) =>
      isDay(String(value))
        ? []
        : [problemAt(file, keys, "date_impossible", { date: String(value) })],
    ),
  ),
];

const channelSources = (channels: ReturnType<VersionParts["parts"]["get"]>): LawProblem[] => {
  if (!channels) return [];
  const known = new Set(entriesOf(below(channels.value, "sources")).map(([id]) => id));
  const uses = membersNamed(channels.value, SOURCE);
  const named = new Set(uses.map(({ value }) => String(value)));
  return [
    ...uses
      .filter(({ value }) => !known.has(String(value)))
      .map(({ keys, value }) =>
        problemAt(channels, keys, "source_undefined", { id: String(value) }),
      ),
    ...[...known]
      .filter((id) => !named.has(id))
      .map((id) => problemAt(channels, ["sources", id], "source_unused", { id })),
  ];
};
