import { type LawFile, type LawProblem, place, positionOf } from "./read.js";

/** A check of one file's value by its schema: where it fails and why. */
export type LawFileCheck = (
  file: LawFile,
) => readonly { keys: readonly (string | number)[]; reason: string }[];

/** Everything that is wrong with the law's data, in the order of files and lines. */
export const checkLawData = (files: readonly LawFile[], check?: LawFileCheck): LawProblem[] => {
  const broken = files.filter((file) => file.document.errors.length > 0);
  // A file that can't be read leaves holes that would be reported as faults of other files.
  if (broken.length > 0) return broken.flatMap(syntaxProblems);
  return [...files.flatMap((file) => notAnObject(file)), ...versionProblems(files)].concat(
    files.flatMap((file) =>
      (check?.(file) ?? []).map(({ keys, reason }) => problem(file, keys, reason)),
    ),
  );
};

/** A problem as one line: `policies/law/data.yaml:3:1 reason`. */
export const describeLawProblem = (
  root: string,
  { file, line, column, reason }: LawProblem,
): string => `${root}/${file}:${line}:${column} ${reason}`;

const problem = (
  file: LawFile,
  keys: readonly (string | number)[],
  reason: string,
): LawProblem => ({ file: file.path, ...positionOf(file, keys), reason });

const syntaxProblems = (file: LawFile): LawProblem[] =>
  file.document.errors.map((error) => ({
    file: file.path,
    ...place(file, error.pos[0]),
    reason: error.message,
  }));

const notAnObject = (file: LawFile): LawProblem[] =>
  isObject(file.value) ? [] : [problem(file, [], "must be an object (keys and values)")];

// Every version that is listed has a folder, and every folder is listed.
const versionProblems = (files: readonly LawFile[]): LawProblem[] => {
  const index = files.find((file) => file.at.join("/") === "law");
  if (!index || !isObject(index.value)) {
    return [
      { file: "law/data.yaml", line: 1, column: 1, reason: "is missing: it lists the versions" },
    ];
  }
  const { revision, versions } = index.value;
  const problems: LawProblem[] = [];
  if (typeof revision !== "string" || revision === "") {
    problems.push(problem(index, ["revision"], "revision must be a text that is not empty"));
  }
  if (!Array.isArray(versions) || versions.length === 0) {
    return [...problems, problem(index, ["versions"], "versions must list at least one version")];
  }
  const ids = versions.map((version: unknown) => (isObject(version) ? version.id : undefined));
  const folders = new Set(files.filter((file) => file.at[0] === "law").map((file) => file.at[1]));
  folders.delete(undefined);
  ids.forEach((id, place_) => {
    if (typeof id !== "string") {
      problems.push(problem(index, ["versions", place_], "a version needs an id (text)"));
    } else if (!folders.delete(id)) {
      problems.push(
        problem(index, ["versions", place_, "id"], `no folder law/${id} with its rules`),
      );
    }
  });
  for (const folder of folders) {
    problems.push(
      problem(index, ["versions"], `law/${folder ?? ""} exists but is not listed here`),
    );
  }
  return problems;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
