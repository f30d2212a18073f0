import type { Language } from "./words.js";

const zh = {
  logic_version_mismatch:
    "该数据适用于规则逻辑版本{named}，而本程序的规则逻辑版本为{logic}；请使用同一发布版本的数据和程序",
  too_large: "文件超过1 MiB；法规数据文件没有这么大",
  not_a_file: "不是普通文件（链接或设备）；请放置文件本身",
  not_readable: "无法读取",
  schema: "与数据模式不符",
  file_missing: "缺少此文件",
  file_not_read: "此文件不会被读取：数据文件应命名为 data.yaml，并放在规定的文件夹中",
  file_twice: "同一文件夹中有两个数据文件；请只保留 data.yaml",
  version_without_folder: "没有版本“{id}”的文件夹",
  folder_without_version: "文件夹“{id}”未列入 versions；请列入，或将其移走",
  date_impossible: "没有“{date}”这一天",
  version_named_otherwise: "文件夹“{id}”应以施行日期命名：{from}",
  versions_not_newest_first:
    "版本应按施行日期从新到旧排列，施行日期不得相同：“{id}”不早于前面的“{newer}”",
  version_ends_before_start: "版本“{id}”在施行之日（{from}）或之前即已废止（{until}）",
  version_gap: "版本“{id}”自{until}起废止，“{newer}”自{from}起才施行：其间没有适用的版本",
  version_overlap: "版本“{id}”自{until}起才废止，而“{newer}”自{from}起已施行：其间两个版本重叠",
  official_text_missing: "缺少官方文本 {id}/measures.zh.txt，无法核对引文",
  official_text_empty: "官方文本是空的，无法核对引文；请放入公布的全文",
  quote_not_official: "引文不在官方文本中：“{quote}”",
  quote_differs: "引文不在官方文本中：“{quote}”；官方文本中最接近的是：“{official}”",
  number_not_quoted: "数字与引文不符：{field} 为 {value}，引文写的是 {said}",
  citation_undefined: "citations 中没有依据“{id}”",
  citation_unused: "依据“{id}”没有被引用；请删除，或在相应条目中引用",
  term_undefined: "terms 的 {group} 中没有“{code}”的中英文用语",
  term_unused: "用语 {group} / {code} 没有被使用；请删除",
  term_placeholders_differ: "中英文的占位符不一致：中文 {zh}，英文 {en}",
  recipient_undefined: "terms 的 parties 中没有“{code}”；请先写明其中英文名称",
  recipient_unused: "没有任何义务涉及“{code}”；请删除，或在 duties 中使用",
  tier_not_rising:
    "各级标准应逐级升高：{field} 在 {grade} 为 {value}，在较低的 {lower} 为 {before}",
  class_falling:
    "级别较高的一级要求的对象级别不应更低：{field} 在 {grade} 为 {value}，在较低的 {lower} 为 {before}",
  list_not_sorted: "各项按 id 的字母顺序排列：“{id}”应在“{before}”之前",
  entry_twice: "“{id}”出现两次；请删去其一",
  option_undefined: "没有选项“{option}”；可用的有：{options}",
  options_differ: "应为读法“{id}”的每个选项各给一个值：应有 {options}；现有 {given}",
  reading_undefined: "readings 中没有读法“{id}”",
  reading_without_source: "读法“{id}”没有写明来源",
  source_undefined: "sources 中没有来源“{id}”",
  source_unused: "来源“{id}”没有被引用；请删除，或在相应条目中引用",
  fact_undefined: "事件中没有“{path}”这一事实（见 terms 的 facts）",
  entry_undefined: "{list} 中的“{id}”在数据中没有对应的条目；请删除",
  entry_missing: "{list} 中缺少“{id}”",
  name_twice: "名称“{name}”出现两次；类型的名称应当唯一",
  summary: "共{problems}处问题，涉及{total}个文件中的{failed}个",
  good: "{total}个文件，{versions}个版本：未发现问题",
} as const;

type LawCheckWords = Record<keyof typeof zh, string>;

const en: LawCheckWords = {
  logic_version_mismatch:
    "this data is made for logic version {named}, and the rules of this program are logic version {logic}; take the data and the program of one release",
  too_large: "is larger than 1 MiB; no file of the law's data is",
  not_a_file: "is no plain file (a link or a device); put the file itself here",
  not_readable: "can't be read",
  schema: "is not as its schema says",
  file_missing: "this file is missing",
  file_not_read:
    "nothing reads this file; data files are named data.yaml and stand in the folders of the parts",
  file_twice: "a second data file in one folder; keep data.yaml only",
  version_without_folder: 'there is no folder for the version "{id}"',
  folder_without_version: 'the folder "{id}" is not listed in versions; list it or move it away',
  date_impossible: 'there is no day "{date}"',
  version_named_otherwise: 'the folder "{id}" must be named by the day it takes effect: {from}',
  versions_not_newest_first:
    'versions stand newest first and each has a day of its own: "{id}" is not older than "{newer}" before it',
  version_ends_before_start:
    'the version "{id}" is repealed ({until}) on or before the day it takes effect ({from})',
  version_gap:
    'a gap: "{id}" is repealed from {until}, and "{newer}" takes effect from {from}; no version covers the days between',
  version_overlap:
    'an overlap: "{id}" is repealed only from {until}, and "{newer}" is in force from {from} already',
  official_text_missing:
    "the official text {id}/measures.zh.txt is missing, so no quote can be checked",
  official_text_empty:
    "the official text is empty, so no quote can be checked; put in the text as published",
  quote_not_official: "this quote does not stand in the official text: {quote}",
  quote_differs:
    "this quote does not stand in the official text: {quote} The nearest passage there: {official}",
  number_not_quoted:
    "the number is not the one of its quote: {field} is {value}, and the quote says {said}",
  citation_undefined: 'no citation "{id}" is defined in citations',
  citation_unused: 'nothing cites "{id}"; remove it, or cite it where it belongs',
  term_undefined: 'there is no Chinese and English term for "{code}" in {group} of terms',
  term_unused: "nothing uses the term {group} / {code}; remove it",
  term_placeholders_differ: "the placeholders differ: Chinese {zh}, English {en}",
  recipient_undefined:
    '"{code}" is not among the parties of terms; give it a Chinese and an English name first',
  recipient_unused: 'no duty names "{code}"; remove it, or use it in duties',
  tier_not_rising:
    "limits must rise from grade to grade: {field} is {value} at {grade}, and {before} at the lower grade {lower}",
  class_falling:
    "a higher grade must not ask for a lower class: {field} is {value} at {grade}, and {before} at the lower grade {lower}",
  list_not_sorted: 'entries stand sorted by id: "{id}" comes before "{before}"',
  entry_twice: '"{id}" stands twice; remove one of the two',
  option_undefined: 'there is no option "{option}"; there are: {options}',
  options_differ:
    'one value is needed for each option of the reading "{id}": {options}; given are: {given}',
  reading_undefined: 'there is no reading "{id}" in readings',
  reading_without_source: 'the reading "{id}" names no source',
  source_undefined: 'sources has no source "{id}"',
  source_unused: 'nothing names the source "{id}"; remove it, or name it where it belongs',
  fact_undefined: "an incident has no fact {path} (see facts in terms)",
  entry_undefined: '{list} has "{id}", which nothing else in the data knows; remove it',
  entry_missing: '{list} has no "{id}"',
  name_twice: 'the name "{name}" stands twice; a type has a name of its own',
  summary: "problems: {problems}, in {failed} of {total} files",
  good: "files: {total}, versions: {versions}; nothing wrong was found",
};

/** The words of `law check` in one language. */
export const lawCheckWords = (language: Language): LawCheckWords => (language === "zh" ? zh : en);
