import type { Language } from "./words.js";

const zh = {
  error_output_exists: "{file} 已存在；如需覆盖，请加 --force",
  error_no_folder: "没有文件夹 {dir}",
  error_write: "无法写入 {file}：{reason}",
  error_docx_to_terminal: "docx 不能显示在终端；请用 --output 指定文件",
  error_since: "--since 只用于补充报告（--kind supplement）",
  help_report: "起草报告：首次报告、补充报告、总结报告",
  help_report_kind: "报告种类",
  help_report_since: "此前的事件、请求或报告（JSON），只列出其后的变化",
  help_checklist: "其他义务的清单：合同条款、自愿报告、其他法律、从轻证据",
  help_checklist_name: "清单名称",
  help_output: "写入此文件（默认标准输出）",
  help_force: "覆盖已有文件",
} as const;

type DocumentWords = Readonly<Record<keyof typeof zh, string>>;

const en: DocumentWords = {
  error_output_exists: "{file} is there already; add --force to replace it",
  error_no_folder: "there is no folder {dir}",
  error_write: "cannot write {file}: {reason}",
  error_docx_to_terminal: "a docx cannot be shown in a terminal; name a file with --output",
  error_since: "--since is for supplements only (--kind supplement)",
  help_report: "draft a report: first report, supplement or summary",
  help_report_kind: "kind of report",
  help_report_since: "an earlier incident, request or report (JSON): only what changed since",
  help_checklist:
    "checklists for the other duties: contract clauses, voluntary report, other laws, leniency",
  help_checklist_name: "name of the checklist",
  help_output: "write to this file (default: standard output)",
  help_force: "replace a file that is there",
};

/** The words of the commands that write documents, in one language. */
export const documentWords = (language: Language): DocumentWords => (language === "zh" ? zh : en);
