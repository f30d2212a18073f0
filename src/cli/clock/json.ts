import { kindOf } from "./clocks.js";
import type { Shown } from "./pretty.js";

/** The clocks for programs, in the order of their urgency; times and codes as in a decision. */
export const json = ({
  clocks,
  silent,
  asOf,
}: Pick<Shown, "clocks" | "silent" | "asOf">): string => {
  const list = clocks.map((clock) => ({
    file: clock.file,
    incident: clock.incident,
    title: clock.title === "" ? null : clock.title,
    kind: kindOf(clock.duty),
    seconds_left: clock.left,
    duty: clock.duty,
  }));
  const overdue = clocks.filter(({ duty }) => duty.state === "overdue").length;
  const without = silent.map(({ file, incident, title, status, reportable }) => ({
    file,
    incident,
    title: title === "" ? null : title,
    status,
    reportable,
  }));
  const all = { as_of: asOf, overdue, clocks: list, without_clocks: without };
  return `${JSON.stringify(all, null, 2)}\n`;
};
