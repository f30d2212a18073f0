import { localize } from "./keywords.js";
import {
  isFullWidth,
  type IssueData,
  type IssueWords,
  listParam,
  numberParam,
  sameEntries,
  textParam,
} from "./messages.js";

const TYPES = {
  null: "null",
  yes_no: "true or false",
  number: "number",
  text: "text",
  list: "list",
  object: "object",
} as const;

const range = (issue: IssueData): string => {
  const least = numberParam(issue, "least");
  const most = numberParam(issue, "most");
  if (least !== undefined && most !== undefined) return ` from ${shown(least)} to ${shown(most)}`;
  if (least !== undefined) return ` of at least ${shown(least)}`;
  return most === undefined ? "" : ` of at most ${shown(most)}`;
};

const shown = (n: number): string => (n === 1e15 ? "10^15" : String(n));

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

const kinds: Readonly<Record<string, (issue: IssueData) => string>> = {
  quantity: () => 'a whole number from 0 to 10^15, {"at_least": n, "at_most": m} or "unknown"',
  percent: () => 'a whole number from 0 to 100, {"at_least": n, "at_most": m} or "unknown"',
  yes_no: () => 'true, false or "unknown"',
  time: () => "a real date and time with seconds and an offset, such as 2025-12-22T22:00:00+08:00",
  choice: (issue) => oneOf(listParam(issue, "words")),
  open_list: () => 'a list […], {"at_least": […]} or "unknown"',
  list: (issue) => `a list${counted(range(issue), "entry", "entries")}`,
  object: (issue) => `an object {…}${counted(range(issue), "member", "members")}`,
  text: (issue) => {
    const pattern = textParam(issue, "pattern");
    return `text${counted(range(issue), "character", "characters")}${pattern ? ` of the form ${pattern}` : ""}`;
  },
  name: (issue) => `a name of the form ${textParam(issue, "pattern") ?? ""}`,
  whole_number: (issue) => `a whole number${range(issue)}`,
  truth: () => "true or false",
  beijing_time: () => "a time at +08:00, such as 2025-12-22T22:00:00+08:00",
  null: () => "null",
  need: () => '{"at_least": n, "unit": …} or {"one_of": […]}',
  json: () => "JSON",
  yaml: () => "YAML",
  utf8: () => "UTF-8",
  value: () => "another value",
};

const counted = (counts: string, one: string, many: string): string =>
  counts === "" ? "" : `${counts} ${/ (?:least|most) 1$/.test(counts) ? one : many}`;

const expected = (issue: IssueData): string => {
  const said = kinds[issue.expected]?.(issue);
  const or = textParam(issue, "or");
  return `${said ?? issue.expected.replaceAll("_", " ")}${or ? ` or ${or}` : ""}`;
};

const meant = (issue: IssueData): string => {
  const nearest = textParam(issue, "nearest");
  return nearest === undefined ? "" : `; did you mean "${nearest}"?`;
};

const received = (issue: IssueData): string =>
  issue.received ? `; received ${en.received(issue.received)}` : "";

const whys: Readonly<Record<string, string>> = {
  ends_early: "it ends too early",
  unexpected: "this is not expected here",
  bad_text: "this text has no end, a bad escape or a control character",
  trailing: "something follows the end",
  anchor: "anchors and aliases (& and *) are not allowed here; write the value out where it stands",
  number_form: "write a number in plain digits, such as 1000000",
  BAD_INDENT: "the indentation does not fit the lines around it",
  MISSING_CHAR: "a sign is missing, such as a closing bracket, a closing quote or a comma",
  MULTILINE_IMPLICIT_KEY: "a key must stand on one line; a colon may be missing",
  full_width_colon: "a full-width colon (：) follows a key; write a plain colon and a space (: )",
  TAB_AS_INDENT: "indent with spaces, not with tabs",
  UNEXPECTED_TOKEN: "something stands here that is not expected",
};

const faults: Readonly<Record<IssueData["code"], (issue: IssueData) => string>> = {
  wrong_kind: (issue) =>
    `expected ${expected(issue)}${received(issue)}${meant(issue)}${isFullWidth(issue) ? "; it holds full-width characters: type half-width ones" : ""}`,
  missing: (issue) =>
    `is missing${issue.expected !== "value" && issue.expected in kinds ? `; expected ${expected(issue)}` : ""}`,
  unknown_member: (issue) => {
    if (issue.expected === "name") return `expected ${expected(issue)}`;
    const members = listParam(issue, "members");
    const known =
      members.length > 0 && members.length <= 20 ? `; known are ${members.join(", ")}` : "";
    return `there is no such member here${meant(issue) || known}`;
  },
  bounds_reversed: (issue) =>
    `at_least (${textParam(issue, "at_least") ?? ""}) is greater than at_most (${textParam(issue, "at_most") ?? ""})`,
  unknown_reading: (issue) =>
    `there is no such reading${meant(issue) || `; known are ${listParam(issue, "members").join(", ")}`}`,
  unknown_option: (issue) =>
    `expected ${oneOf(listParam(issue, "words"))}${received(issue)}${meant(issue)}`,
  duplicate_key: () => "stands twice in one object; remove one of the two",
  forbidden_key: () => "a member must not have this name",
  lone_surrogate: () => "holds half of a surrogate pair, which is no character",
  number_not_exact: (issue) =>
    `${textParam(issue, "number") ?? ""} can't be held exactly; write a number of at most 15 digits`,
  too_deep: (issue) => `is nested deeper than ${numberParam(issue, "most") ?? ""} levels`,
  syntax: (issue) => {
    const why = textParam(issue, "why");
    return `can't be read as ${expected(issue)}${why ? `: ${whys[why] ?? why}` : ""}`;
  },
  schema: (issue) => {
    const same = sameEntries(issue);
    return same === undefined
      ? localize(issue, "en")
      : `entries ${same.first} and ${same.second} are the same; remove one of the two`;
  },
};

/** Issues in English. */
export const en: IssueWords = {
  document: "the document",
  sentence: (place, fault, position) =>
    position === undefined
      ? `${place}: ${fault}`
      : `${place} (line ${position.line}, column ${position.column}): ${fault}`,
  fault: (issue) => faults[issue.code](issue),
  received: ({ type, shown: value }) => (type === "null" ? value : `${value} (${TYPES[type]})`),
};
