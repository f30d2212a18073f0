import type { LawFolder } from "../folder.js";
import type { LawFile } from "../read.js";
import { entriesOf, objectOf } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

/** Files that can't be read as texts. */
export const faultProblems = (files: readonly LawFile[]): LawProblem[] =>
  files.flatMap((file) => {
    const { fault } = file;
    if (fault === null) return [];
    if (typeof fault === "string") return [problemAt(file, [], fault)];
    return [{ ...problemAt(file, [], "not_readable"), issue: fault }];
  });

/** Files that are missing, that nothing reads, or that say the same place twice. */
export const fileProblems = (
  { files, strangers }: Pick<LawFolder, "files" | "strangers">,
  parts: readonly string[],
): LawProblem[] => {
  const law = files.filter(({ at }) => at[0] === "law");
  const index = law.find(({ at }) => at.length === 1);
  const lost = strangers.map((path) => missing(path, "file_not_read"));
  if (!index) return [missing("data.yaml", "file_missing"), ...lost];
  const idle = law
    .filter(({ at }) => at.length > 3 || (at[2] !== undefined && !parts.includes(at[2])))
    .map((file) => missing(file.path, "file_not_read"));
  const prefix = index.path.slice(0, index.path.lastIndexOf("/") + 1);
  return [
    ...lost,
    ...idle,
    ...twice(law),
    ...versionFolders(index, law),
    ...absent(law, parts, prefix),
  ];
};

const missing = (file: string, code: "file_missing" | "file_not_read"): LawProblem => ({
  file,
  line: 1,
  column: 1,
  code,
  params: {},
});

// data.yaml and data.json of one folder: OPA merges them, and a reader would see one of them.
const twice = (files: readonly LawFile[]): LawProblem[] => {
  const seen = new Set<string>();
  return files.flatMap((file) => {
    const at = file.at.join("/");
    if (seen.has(at)) return [problemAt(file, [], "file_twice")];
    seen.add(at);
    return [];
  });
};

// Every version that is listed has a folder, and every folder is listed.
const versionFolders = (index: LawFile, files: readonly LawFile[]): LawProblem[] => {
  const { versions } = objectOf(index.value);
  if (!Array.isArray(versions)) return [];
  const folders = new Set(files.map(({ at }) => at[1]).filter((name) => name !== undefined));
  const problems = entriesOf(Object.assign({}, versions)).flatMap(([place, version]) => {
    const { id } = objectOf(version);
    if (typeof id !== "string" || folders.delete(id)) return [];
    return [problemAt(index, ["versions", Number(place), "id"], "version_without_folder", { id })];
  });
  return [
    ...problems,
    ...[...folders].map((id) => problemAt(index, ["versions"], "folder_without_version", { id })),
  ];
};

const absent = (
  files: readonly LawFile[],
  parts: readonly string[],
  prefix: string,
): LawProblem[] => {
  const there = new Set(files.map(({ at }) => at.join("/")));
  const versions = new Set(files.map(({ at }) => at[1]).filter((name) => name !== undefined));
  return [...versions].flatMap((version) =>
    ["", ...parts].flatMap((part) => {
      const folder = part === "" ? version : `${version}/${part}`;
      if (there.has(`law/${folder}`)) return [];
      return [missing(`${prefix}${folder}/data.yaml`, "file_missing")];
    }),
  );
};
