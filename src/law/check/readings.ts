import { below, entriesOf, membersNamed, objectOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

const BY_READING: ReadonlySet<string> = new Set(["by_reading"]);

/** Readings whose options do not fit together, and values that an unknown reading would decide. */
export const readingProblems = ({ parts }: VersionParts): LawProblem[] => {
  const readings = parts.get("readings");
  if (!readings) return [];
  const own = entriesOf(readings.value).flatMap(([id, reading]) => {
    const options = optionsOf(reading);
    const choices = ["in_force", "of_the_text"].flatMap((key) => {
      const option = below(reading, key);
      if (typeof option !== "string" || options.includes(option)) return [];
      const params = { option, options: options.join(", ") };
      return [problemAt(readings, [id, key], "option_undefined", params)];
    });
    const source = below(reading, "source");
    return typeof source === "string" && source.trim() === ""
      ? [...choices, problemAt(readings, [id, "source"], "reading_without_source", { id })]
      : choices;
  });
  return [...own, ...[...parts.values()].flatMap((file) => decided(file, readings.value))];
};

type File = NonNullable<ReturnType<VersionParts["parts"]["get"]>>;

// A value that a reading decides gives one for each option, and nothing else.
const decided = (file: File, readings: unknown): LawProblem[] =>
  membersNamed(file.value, BY_READING).flatMap(({ keys, value }) => {
    const id = String(value);
    const reading = below(readings, id);
    if (reading === undefined) return [problemAt(file, keys, "reading_undefined", { id })];
    const around = keys
      .slice(0, -1)
      .reduce<unknown>((here, key) => objectOf(here)[String(key)], file.value);
    const given = Object.keys(objectOf(around)).filter((key) => key !== "by_reading");
    const options = optionsOf(reading);
    if ([...given].sort().join() === [...options].sort().join()) return [];
    const params = { id, given: given.join(", "), options: options.join(", ") };
    return [problemAt(file, keys, "options_differ", params)];
  });

const optionsOf = (reading: unknown): string[] =>
  entriesOf(below(reading, "options")).map(([option]) => option);
