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
  null: "空值",
  yes_no: "真假值",
  number: "数字",
  text: "文本",
  list: "列表",
  object: "对象",
} as const;

const range = (issue: IssueData): string => {
  const least = numberParam(issue, "least");
  const most = numberParam(issue, "most");
  if (least !== undefined && most !== undefined) return `${shown(least)} 至 ${shown(most)}`;
  if (least !== undefined) return `至少 ${shown(least)}`;
  return most === undefined ? "" : `至多 ${shown(most)}`;
};

const shown = (n: number): string => (n === 1e15 ? "10^15" : String(n));

const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join("、")} 或 ${words.at(-1) ?? ""}`;

const kinds: Readonly<Record<string, (issue: IssueData) => string>> = {
  quantity: () => '0 至 10^15 的整数、{"at_least": n, "at_most": m} 或 "unknown"',
  percent: () => '0 至 100 的整数、{"at_least": n, "at_most": m} 或 "unknown"',
  yes_no: () => 'true、false 或 "unknown"',
  time: () => "真实存在、含秒和时区偏移的日期时间，如 2025-12-22T22:00:00+08:00",
  choice: (issue) => oneOf(listParam(issue, "words")),
  open_list: () => '列表 […]、{"at_least": […]} 或 "unknown"',
  list: (issue) => counted("列表", range(issue), "项"),
  object: (issue) => counted("对象 {…}", range(issue), "个成员"),
  text: (issue) => {
    const pattern = textParam(issue, "pattern");
    return `${counted("文本", range(issue), "个字符")}${pattern ? `，格式为 ${pattern}` : ""}`;
  },
  name: (issue) => `格式为 ${textParam(issue, "pattern") ?? ""} 的名称`,
  whole_number: (issue) => counted("整数", range(issue), ""),
  truth: () => "true 或 false",
  beijing_time: () => "+08:00 的时间，如 2025-12-22T22:00:00+08:00",
  null: () => "null",
  need: () => '{"at_least": n, "unit": …} 或 {"one_of": […]}',
  json: () => "JSON",
  yaml: () => "YAML",
  utf8: () => "UTF-8",
  value: () => "其他值",
};

const counted = (thing: string, counts: string, unit: string): string =>
  counts === "" ? thing : `${thing}（${counts}${unit && ` ${unit}`}）`;

const expected = (issue: IssueData): string => {
  const said = kinds[issue.expected]?.(issue);
  const or = textParam(issue, "or");
  return `${said ?? issue.expected}${or ? ` 或 ${or}` : ""}`;
};

const meant = (issue: IssueData): string => {
  const nearest = textParam(issue, "nearest");
  return nearest === undefined ? "" : `；是否想写 "${nearest}"？`;
};

const received = (issue: IssueData): string =>
  issue.received ? `；实际为：${zh.received(issue.received)}` : "";

const whys: Readonly<Record<string, string>> = {
  ends_early: "内容提前结束",
  unexpected: "此处不应出现这一内容",
  bad_text: "文本没有结束、转义有误或含控制字符",
  trailing: "结尾之后还有其他内容",
  anchor: "此处不能使用锚点和别名（& 和 *）；请在原处写出该值",
  number_form: "数字请写成普通数字，如 1000000",
  BAD_INDENT: "缩进与上下行不一致",
  MISSING_CHAR: "缺少符号，如右括号、右引号或逗号",
  MULTILINE_IMPLICIT_KEY: "键必须写在一行内；可能缺少冒号",
  full_width_colon: "键后是全角冒号（：）；请改用半角冒号和空格（: ）",
  TAB_AS_INDENT: "请用空格缩进，不要用制表符",
  UNEXPECTED_TOKEN: "此处出现了不应有的内容",
};

const faults: Readonly<Record<IssueData["code"], (issue: IssueData) => string>> = {
  wrong_kind: (issue) =>
    `应为：${expected(issue)}${received(issue)}${meant(issue)}${isFullWidth(issue) ? "；含有全角字符，请改用半角" : ""}`,
  missing: (issue) =>
    `缺少此项${issue.expected !== "value" && issue.expected in kinds ? `；应为：${expected(issue)}` : ""}`,
  unknown_member: (issue) => {
    if (issue.expected === "name") return `应为：${expected(issue)}`;
    const members = listParam(issue, "members");
    const known =
      members.length > 0 && members.length <= 20 ? `；可用的有 ${members.join("、")}` : "";
    return `此处没有这一成员${meant(issue) || known}`;
  },
  bounds_reversed: (issue) =>
    `at_least（${textParam(issue, "at_least") ?? ""}）大于 at_most（${textParam(issue, "at_most") ?? ""}）`,
  unknown_reading: (issue) =>
    `没有这一解读${meant(issue) || `；可用的有 ${listParam(issue, "members").join("、")}`}`,
  unknown_option: (issue) =>
    `应为：${oneOf(listParam(issue, "words"))}${received(issue)}${meant(issue)}`,
  duplicate_key: () => "在同一对象中出现两次；请删去其一",
  forbidden_key: () => "成员不得使用此名称",
  lone_surrogate: () => "含有不成对的代理码元，不是有效字符",
  number_not_exact: (issue) =>
    `${textParam(issue, "number") ?? ""} 无法精确表示；请写不超过 15 位的数字`,
  too_deep: (issue) => `嵌套超过 ${numberParam(issue, "most") ?? ""} 层`,
  syntax: (issue) => {
    const why = textParam(issue, "why");
    return `无法按 ${expected(issue)} 读取${why ? `：${whys[why] ?? why}` : ""}`;
  },
  schema: (issue) => {
    const same = sameEntries(issue);
    return same === undefined
      ? localize(issue, "zh")
      : `第 ${same.first} 项与第 ${same.second} 项相同；请删去其一`;
  },
};

/** Issues in Chinese. */
export const zh: IssueWords = {
  document: "整个文档",
  sentence: (place, fault, position) =>
    position === undefined
      ? `${place}：${fault}`
      : `${place}（第 ${position.line} 行第 ${position.column} 列）：${fault}`,
  fault: (issue) => faults[issue.code](issue),
  received: ({ type, shown: value }) => (type === "null" ? value : `${value}（${TYPES[type]}）`),
};
