import enModule from "ajv-i18n/localize/en/index.js";
import zhModule from "ajv-i18n/localize/zh/index.js";
import type { IssueData } from "./messages.js";

interface KeywordError {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  message?: string;
}

type Localize = (errors: KeywordError[]) => void;

// Its declarations promise a default export inside the module; the module is the function.
const en = enModule as unknown as Localize;
const zh = zhModule as unknown as Localize;

/** The message of a JSON Schema keyword for which we have no words of our own. */
export const localize = ({ params }: IssueData, language: "zh" | "en"): string => {
  const error: KeywordError = { keyword: String(params?.keyword), params: params ?? {} };
  (language === "zh" ? zh : en)([error]);
  return error.message ?? error.keyword;
};
