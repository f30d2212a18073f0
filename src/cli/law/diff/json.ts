import type { Format } from "./format.js";

/** For machines: the changes with their paths in the data, and the groups of cases by cause. */
export const json: Format = ({ diff, legal, failed }) => {
  const changes = diff.changes.map(({ path, kind, from, to }, index) => ({
    path: `/${path.map((part) => part.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`,
    kind,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    legal: legal[index],
  }));
  const { cases, groups, logicChanged: logic_changed, guidedOtherwise: guided_otherwise } = diff;
  const report = { changes, logic_changed, cases, groups, guided_otherwise, failed };
  return `${JSON.stringify(report, null, 2)}\n`;
};
