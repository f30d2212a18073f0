import { checkLaw, describeLawProblem } from "../../law/check/index.js";
import type { LawFolder } from "../../law/folder.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";

/** Ends the command with `message` and every problem, with file and line, where the data has any. */
export function demandSound(
  { language }: Context,
  folder: LawFolder,
  logic: number,
  message: string,
): void {
  const problems = checkLaw(folder, logic);
  if (problems.length === 0) return;
  const other = problems.some(({ code }) => code === "logic_version_mismatch");
  throw new Failure(
    EXIT.bad,
    other ? "logic_version_mismatch" : "law_invalid",
    message,
    problems.map((problem) => {
      const place = `${folder.root}/${problem.file}:${String(problem.line)}:${String(problem.column)}`;
      return { path: "", message: `${place} ${describeLawProblem(problem, language)}` };
    }),
  );
}
