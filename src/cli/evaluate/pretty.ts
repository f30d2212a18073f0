import { createSpeech, createTerms } from "../../words/index.js";
import type { Context } from "../context.js";
import type { Comparison, Decision } from "../decision.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { terminalWidth } from "../terminal/size.js";
import { render } from "./pretty/render.js";
import type { Subject } from "./pretty/view.js";
import { isObject, type JsonObject } from "./request.js";

/** An answer and what it answers. */
export interface Answer {
  request: JsonObject;
  decision: Decision;
  comparison: readonly Comparison[];
  data: unknown;
}

/** The answer for people, in the context's language and for its terminal. */
export function pretty({ words, language, stdout, env }: Context, answer: Answer): string {
  const { request, decision, comparison, data } = answer;
  const terms = createTerms(data, decision.rules?.id ?? null, language);
  return render({
    decision,
    comparison,
    subject: subjectOf(request.incident),
    asOf: typeof request.as_of === "string" ? request.as_of : null,
    language,
    words,
    terms,
    speech: createSpeech(words, terms, language),
    colours: coloursFor(stdout, env),
    width: terminalWidth(stdout),
  });
}

/** What a reader needs to know of an incident, harmless to show. */
export function subjectOf(incident: unknown): Subject {
  const stated = isObject(incident) ? incident : {};
  const text = (value: unknown): string => (typeof value === "string" ? harmless(value) : "");
  const operator = isObject(stated.operator) ? stated.operator : {};
  const province = text(operator.province);
  return {
    id: text(stated.id),
    title: text(stated.title),
    province: province === "" || province === "unknown" ? null : province,
  };
}
