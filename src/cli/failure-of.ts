import { type AmrnciError, type ErrorCode, isAmrnciError } from "../errors.js";
import { describeIssue } from "../evaluator/validate/index.js";
import { sayFault } from "../words/bundle-fault.js";
import { fill, type Language, type Words } from "../words/index.js";
import { EXIT } from "./exit.js";
import { Failure } from "./failure.js";

/** In which language a failure is told. */
export interface Spoken {
  words: Words;
  language: Language;
}

// Codes that mean that what was read is bad, and not how the command was used.
const OF_THE_DOCUMENT =
  /^input_|_invalid$|^(?:too_deep|duplicate_key|forbidden_key|lone_surrogate|number_not_exact|reading_unknown|rules_do_not_apply)$/;

/**
 * Any error as a failure with a code and an exit code: defects of a document are the answer's, all
 * else is wrong use or a broken bundle. `file` names the document that was read.
 */
export function failureOf(error: unknown, spoken: Spoken, file?: string): Failure {
  if (error instanceof Failure) return error;
  if (isAmrnciError(error)) {
    const exit = OF_THE_DOCUMENT.test(error.code) ? EXIT.bad : EXIT.wrongUse;
    const message = messageOf(error, spoken);
    const issues = error.issues.map((issue) => ({
      ...issue,
      message: describeIssue(issue, spoken.language),
    }));
    return new Failure(
      exit,
      error.code,
      file === undefined ? message : `${file}: ${message}`,
      issues,
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Failure(EXIT.wrongUse, "internal", fill(spoken.words.error_internal, { reason }));
}

/** The library's messages are English and list their issues; those are told one by one here. */
function messageOf(error: AmrnciError, { words, language }: Spoken): string {
  const fault = sayFault(error, language);
  if (fault !== undefined) return fault;
  const { code, message, issues } = error;
  const known: Partial<Record<ErrorCode, string>> = {
    incident_invalid: words.code_incident_invalid,
    request_invalid: words.code_request_invalid,
    fixture_invalid: words.code_fixture_invalid,
    input_not_json: words.code_input_not_json,
    input_not_yaml: words.code_input_not_yaml,
    input_not_utf8: words.code_input_not_utf8,
    input_too_large: words.code_input_too_large,
  };
  const spoken = known[code];
  if (spoken !== undefined) return spoken;
  const [first = ""] = message.split("\n");
  return issues.length === 0 || language === "en" ? first : words.code_other;
}
