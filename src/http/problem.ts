import { type AmrnciError } from "../errors.js";
import { describeIssue } from "../evaluator/validate/index.js";
import { titleOf } from "../words/http.js";
import type { RequestContext } from "./service.js";
import { errorHeaders, errorOf, statusOf } from "./status.js";

/** Which language the asker reads: Chinese where it says so first, else English. */
export const languageOf = (headers: Headers): "zh" | "en" =>
  languageIn(headers.get("accept-language") ?? "");

/** The same for the header's text. */
export const languageIn = (accepted: string): "zh" | "en" => {
  const [zh, en] = ["zh", "en"].map((one) => accepted.toLowerCase().search(`\\b${one}`));
  return zh !== undefined && zh !== -1 && (en === undefined || en === -1 || zh < en) ? "zh" : "en";
};

/** An error as data, in one language: code, message, and each place that is wrong. */
export const errorBody = (
  { code, message, issues }: AmrnciError,
  language: "zh" | "en",
): { code: string; message: string; issues: object[] } => {
  const [first = ""] = message.split("\n");
  return {
    code,
    message: language === "zh" ? titleOf(code, "zh") : first.replace(/:$/, ""),
    issues: issues.map((issue) => ({ ...issue, message: describeIssue(issue, language) })),
  };
};

/** An error as problem details (RFC 9457). */
export const problem = (c: RequestContext, thrown: unknown): Response => {
  const error = errorOf(thrown);
  const status = statusOf(error.code);
  const language = languageOf(c.req.raw.headers);
  const { code, message, issues } = errorBody(error, language);
  c.set("code", code);
  c.set("cause", status >= 500 ? error.cause : undefined);
  const body = {
    type: `https://amrnci.dev/problems/${code}`,
    title: titleOf(error.code, language),
    status,
    detail: message,
    code,
    ...(issues.length === 0 ? {} : { issues }),
  };
  return c.body(`${JSON.stringify(body)}\n`, status as 500, {
    "content-type": "application/problem+json",
    "content-language": language,
    ...errorHeaders(error.code),
  });
};
