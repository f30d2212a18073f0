import { titleOf } from "../../words/http.js";
import { errorBody, languageIn } from "../problem.js";
import { errorOf, statusOf } from "../status.js";

/** An error as problem details (RFC 9457), for frameworks that write their own answers. */
export const problemOf = (
  thrown: unknown,
  acceptLanguage: string | undefined,
): { status: number; body: Record<string, unknown> } => {
  const error = errorOf(thrown);
  const language = languageIn(acceptLanguage ?? "");
  const status = statusOf(error.code);
  const { code, message, issues } = errorBody(error, language);
  const type = `https://amrnci.dev/problems/${code}`;
  const title = titleOf(error.code, language);
  const body = { type, title, status, detail: message, code };
  return { status, body: issues.length === 0 ? body : { ...body, issues } };
};
