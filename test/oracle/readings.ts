/** The ten readings (contract section 5), the option in force first. */
import { member } from "./json.js";

export const READINGS = {
  cii_and_organ: ["both", "cii_only"],
  clock_start: ["awareness", "assessment"],
  core_data_at_relatively_major: ["included", "not_named"],
  enterprise_portal_level: ["any_level", "prefecture_and_above"],
  exported_data: ["exporter_reports", "not_covered"],
  general_grade_reportable: ["no", "yes"],
  in_force_by: ["awareness", "occurrence"],
  relay_bearer: ["authority", "operator"],
  state_owned_as_organ: ["no", "yes"],
  summary_deadline: ["end_of_30th_day", "720_hours"],
} as const;

export type ReadingName = keyof typeof READINGS;
export type Readings = { [K in ReadingName]: (typeof READINGS)[K][number] };

const NAMES = Object.keys(READINGS) as ReadingName[];

/** The option used of every reading: the request's where it names one. */
export function readingsOf(request: unknown): Readings {
  const used: Record<string, string> = {};
  for (const name of NAMES) {
    const wanted = member(request, "readings", name);
    const options: readonly string[] = READINGS[name];
    const chosen = options.find((option) => option === wanted) ?? options[0];
    if (chosen !== undefined) used[name] = chosen;
  }
  return used as Readings;
}
