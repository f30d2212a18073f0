import type { Language } from "./words.js";

const zh = {
  made: "已建立版本 {date}：复制自 {base}，并已列入 {index}",
  next: "接下来：",
  step_text: "将 {folder}/measures.zh.txt 换成修改后的官方文本",
  step_edit: "在 {folder} 中修改数字、接收方、时限、引文和用语",
  step_check: "检查：amrnci law check {law}",
  step_diff: "查看影响：amrnci law diff shipped {law}",
  step_pack: "打包发布：amrnci bundle pack --law {law} --revision 修订号 --output 文件.tar.gz",
  bad_date: "应为真实存在的日期，格式为 2027-01-01，而不是“{value}”",
  no_version: "没有版本“{from}”；可用的有：{versions}",
  taken: "{folder} 已存在",
  listed: "版本 {date} 已列出",
  too_early: "{date} 之前没有任何版本施行，没有可复制的版本",
  repealed:
    "版本 {id} 自 {until} 起废止：{date} 起施行的版本会与其重叠或留下空档；请先修改或删除 repealed_from",
  law_bad: "{dir} 的数据有误，未作任何改动；详情见 amrnci law check",
  not_written: "无法在 {dir} 中写入：{reason}",
} as const;

type NewVersionWords = Record<keyof typeof zh, string>;

const en: NewVersionWords = {
  made: "version {date} is there: a copy of {base}, listed in {index}",
  next: "next:",
  step_text: "put the amended official text into {folder}/measures.zh.txt",
  step_edit: "edit numbers, recipients, limits, quotes and terms in {folder}",
  step_check: "check: amrnci law check {law}",
  step_diff: "see whom it touches: amrnci law diff shipped {law}",
  step_pack: "release: amrnci bundle pack --law {law} --revision REVISION --output FILE.tar.gz",
  bad_date: 'the date must be a real day such as 2027-01-01, not "{value}"',
  no_version: 'there is no version "{from}"; there are: {versions}',
  taken: "{folder} is there already",
  listed: "the version {date} is listed already",
  too_early: "no version took effect before {date}, so that there is none to copy",
  repealed:
    "version {id} is repealed from {until}: one from {date} on would overlap it or leave a gap; change or remove repealed_from first",
  law_bad: "the data in {dir} is wrong and nothing was changed; amrnci law check tells more",
  not_written: "cannot write in {dir}: {reason}",
};

/** The words of `law new-version` in one language. */
export const newVersionWords = (language: Language): NewVersionWords =>
  language === "zh" ? zh : en;
