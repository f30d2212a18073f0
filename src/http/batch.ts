import type { AmrnciError } from "../errors.js";
import { isBlank, type Line, linesOf, parseJson } from "../input/index.js";
import { inTime, tooLarge } from "./body.js";
import { errorBody, languageOf, problem } from "./problem.js";
import { decided, type RequestContext, type Service } from "./service.js";
import { errorOf } from "./status.js";

/**
 * `POST /v1/batch`: one request a line in, one decision a line out, in order and as they come; a bad
 * line gives `{"error": …}` in its place. The next piece is read when the last one's answers are taken.
 */
export const batchRoute =
  (service: Service) =>
  (c: RequestContext): Response => {
    try {
      service.source.current();
      const { body, headers } = c.req.raw;
      const answers = answersOf(service, c, body, languageOf(headers));
      const { current } = service.meter;
      current.inProgress += 1;
      let open = true;
      const done = (): void => {
        if (open) current.inProgress -= 1;
        open = false;
      };
      const stream = new ReadableStream<Uint8Array>({
        async pull(controller) {
          try {
            const { done: ended, value } = await answers.next();
            if (value !== undefined) controller.enqueue(new TextEncoder().encode(value));
            if (ended !== true) return;
            done();
            controller.close();
          } catch (error) {
            done();
            controller.error(error);
          }
        },
        async cancel() {
          done();
          await answers.return(undefined);
        },
      });
      return c.body(stream, 200, { "content-type": "application/x-ndjson" });
    } catch (error) {
      return problem(c, error);
    }
  };

async function* answersOf(
  service: Service,
  c: RequestContext,
  body: ReadableStream<Uint8Array> | null,
  language: "zh" | "en",
): AsyncGenerator<string, string | undefined> {
  if (body === null) return undefined;
  try {
    for await (const lines of linesOf(piecesOf(body, service), service.limits.bodyBytes)) {
      let text = "";
      for (const line of lines) {
        if (!isBlank(line)) text += `${await answer(service, c, line, language)}\n`;
      }
      if (text !== "") yield text;
    }
  } catch (error) {
    // The status was sent long ago: what ends the stream too early is told as its last line.
    return `${errorLine(error, language)}\n`;
  }
  return undefined;
}

async function* piecesOf(
  body: ReadableStream<Uint8Array>,
  { limits }: Service,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), limits);
      if (done) return;
      yield value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

const answer = async (
  service: Service,
  c: RequestContext,
  line: Line,
  language: "zh" | "en",
): Promise<string> => {
  try {
    if (line === "too_long") throw tooLarge(service.limits);
    const rules = service.source.current();
    const request = parseJson(line, { maxBytes: service.limits.bodyBytes }).value;
    const decision = rules.evaluator.evaluateToJson(request);
    await decided(service, c, { path: "amrnci/decision", request, decision }, rules);
    return decision;
  } catch (error) {
    return errorLine(error, language);
  }
};

const errorLine = (thrown: unknown, language: "zh" | "en"): string => {
  const error: AmrnciError = errorOf(thrown);
  return JSON.stringify({ error: errorBody(error, language) });
};
