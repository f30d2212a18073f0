/** The whole decision on a valid request. */
import { versionDate } from "./clock.js";
import { componentsOf } from "./components.js";
import { contentsOf } from "./contents.js";
import { dutiesOf } from "./duties.js";
import { gradeOf, gradingOf } from "./grading.js";
import { questionsOf } from "./questions.js";
import { readingsOf } from "./readings.js";
import { scopingOf, settingsOf } from "./scope.js";
import type { OracleDecision, OracleVersion, Reportable, Status } from "./types.js";
import { VERSIONS, versionAt } from "./versions.js";

export function decide(
  request: unknown,
  versions: readonly OracleVersion[] = VERSIONS,
): OracleDecision {
  const readings = readingsOf(request);
  const version = versionAt(versionDate(request, readings), versions);
  if (version === null) {
    return {
      status: "not_in_force",
      rules: null,
      grade: null,
      reportable: null,
      criteria: [],
      duties: [],
      readings,
      contents: [],
      questions: [],
    };
  }
  const grading = gradingOf(componentsOf(request, readings));
  const settings = settingsOf(request);
  const scoping = scopingOf(settings, readings);
  const bound = scoping.certain === "in";
  // 属于较大以上网络安全事件的，按以下程序报告
  const threshold = readings.general_grade_reportable === "yes" ? 0 : 1;
  let reportable: Reportable = "undecided";
  if (!bound || grading.ceiling < threshold) reportable = "no";
  else if (grading.floor >= threshold) reportable = "yes";

  const { floor, ceiling } = grading;
  const duties = bound ? dutiesOf({ request, settings, readings, reportable, floor, ceiling }) : [];
  const certain = floor === ceiling && duties.every((duty) => duty.applies === "yes");
  const status: Status =
    scoping.certain !== "in" ? scoping.certain : certain ? "decided" : "undecided";
  return {
    status,
    rules: version.id,
    grade: gradeOf(grading),
    reportable,
    criteria: grading.criteria,
    duties,
    readings,
    contents: contentsOf(request),
    questions: questionsOf(grading, settings, scoping, readings),
  };
}
