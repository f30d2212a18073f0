import type { Language } from "./words.js";

const zh = {
  packed: "已写入 {file}",
  revision: "修订号",
  logic_version: "规则逻辑版本",
  until: "使用期限",
  beijing: "北京时间 {time}",
  no_order:
    "该修订号不能比较先后，自动更新时不会用它替换其他修订；请使用递增的编号，如 2026.2、2026.3",
  version: "法规版本",
  in_force: "{id}（{from}起施行）",
  in_force_until: "{id}（{from}起施行，{until}起废止）",
  size: "大小",
  bytes: "{bytes}字节，{files}个文件",
  digest: "SHA-256",
  bad_not_after: "使用期限须为日期（如 2027-12-31）或带时区的时间，而不是“{value}”",
  bad_revision: "修订号须为1至64个字母、数字或 . _ + -，且以字母或数字开头，而不是“{value}”",
  exists: "{file} 已存在；如需覆盖，请加 --force",
  inside: "{file} 位于数据文件夹 {dir} 之中；请写到别处",
  law_bad: "{dir} 的数据有误，未写入任何文件；详情见 amrnci law check",
  no_folder: "没有文件夹 {dir}",
  not_written: "无法写入 {file}：{reason}",
} as const;

type BundleWords = Record<keyof typeof zh, string>;

const en: BundleWords = {
  packed: "written: {file}",
  revision: "revision",
  logic_version: "logic version",
  until: "use until",
  beijing: "{time} Beijing time",
  no_order:
    "a revision of this kind has no order, so nothing that follows a source puts it in another's place; count up, as 2026.2, 2026.3",
  version: "version of the law",
  in_force: "{id} (in force from {from})",
  in_force_until: "{id} (in force from {from}, repealed from {until})",
  size: "size",
  bytes: "{bytes} bytes, {files} files",
  digest: "SHA-256",
  bad_not_after:
    'the end of use is a day, such as 2027-12-31, or a time with an offset, not "{value}"',
  bad_revision:
    'a revision has 1 to 64 letters, digits or . _ + - and starts with a letter or digit, not "{value}"',
  exists: "{file} is there already; add --force to replace it",
  inside: "{file} is inside the data folder {dir}; write it elsewhere",
  law_bad: "the data in {dir} is wrong and nothing was written; amrnci law check tells more",
  no_folder: "there is no folder {dir}",
  not_written: "cannot write {file}: {reason}",
};

/** The words of the `bundle` commands in one language. */
export const bundleWords = (language: Language): BundleWords => (language === "zh" ? zh : en);
