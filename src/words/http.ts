import type { ErrorCode } from "../errors.js";
import type { Language } from "./words.js";

type Titles = Readonly<Partial<Record<ErrorCode, string>> & Record<"internal", string>>;

const zh = {
  input_too_large: "请求体过大，请仅提交事件事实",
  input_not_utf8: "请求体不是有效的 UTF-8 编码",
  input_not_json: "请求体不是有效的 JSON",
  input_not_yaml: "请求体不是有效的 YAML",
  input_unreadable: "请求体未能完整读取",
  too_deep: "请求体嵌套过深",
  duplicate_key: "同一对象中存在重复的键",
  forbidden_key: "含有不允许使用的键",
  lone_surrogate: "文本含有不完整的字符",
  number_not_exact: "数值无法精确表示",
  incident_invalid: "事件不符合约定格式",
  request_invalid: "请求不符合约定格式",
  reading_unknown: "不存在该项读法或该选项",
  policy_failed: "规则未能得出结果",
  policy_memory: "判定该请求所需内存超出上限，请缩减请求",
  not_found: "没有该路径",
  method_not_allowed: "该路径不支持此方法",
  media_type_unsupported: "不支持该内容类型或编码",
  unauthorized: "未经授权，请提供有效的访问令牌",
  too_slow: "请求体未在规定时间内到达，请重新发送",
  too_busy: "正在处理的请求过多，请稍后再试",
  bundle_not_active: "尚无生效的规则，请稍后再试",
  internal: "服务内部错误，详情见运行日志",
} satisfies Titles;

const en = {
  input_too_large: "The body is too large",
  input_not_utf8: "The body is not valid UTF-8",
  input_not_json: "The body is not valid JSON",
  input_not_yaml: "The body is not valid YAML",
  input_unreadable: "The body could not be read",
  too_deep: "The body is nested too deeply",
  duplicate_key: "A key stands twice in an object",
  forbidden_key: "A key is not allowed",
  lone_surrogate: "A text holds half a character",
  number_not_exact: "A number can't be held exactly",
  incident_invalid: "The incident does not follow the contract",
  request_invalid: "The request does not follow the contract",
  reading_unknown: "There is no such reading or option",
  policy_failed: "The rules gave no answer",
  policy_memory: "The request needs more memory than it may take",
  not_found: "There is no such path",
  method_not_allowed: "This path does not take this method",
  media_type_unsupported: "The content type or encoding is not supported",
  unauthorized: "A valid bearer token is needed",
  too_slow: "The body came too slowly",
  too_busy: "Too many requests are in progress",
  bundle_not_active: "No rules are active yet",
  internal: "Something went wrong inside",
} satisfies Titles;

const TITLES: Readonly<Record<Language, Titles>> = { zh, en };

/** What kind of error it is, whatever the document. What is not the asker's is the service's own. */
export const titleOf = (code: ErrorCode, language: Language): string =>
  TITLES[language][code] ?? TITLES[language].internal;
