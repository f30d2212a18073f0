import type { Context } from "../context.js";
import { decide } from "../decide.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import type { ReportFlags } from "../flags.js";
import type { Request } from "../../generated/types.js";
import { openEvaluator } from "../open-evaluator.js";
import { documentWords } from "../../words/documents.js";
import { readEarlier } from "./earlier.js";
import { checkOutput, writeDocument } from "./write-document.js";

/** The `report` command: the draft of a report, filled from an incident and the decision on it. */
export async function report(
  context: Context,
  file: string,
  flags: ReportFlags,
): Promise<ExitCode> {
  const { kind, since } = flags;
  if (since !== undefined && kind !== "supplement")
    throw new Failure(EXIT.wrongUse, "usage", documentWords(context.language).error_since);
  checkOutput(context, flags);
  const evaluator = await openEvaluator(context, flags);
  const { request, decision } = await decide(context, file, flags, evaluator);
  const earlier = since === undefined ? undefined : await readEarlier(context, since, evaluator);
  const { draftReport } = await import("../../report/index.js");
  const draft = draftReport({
    kind,
    language: context.language,
    request: request as unknown as Request,
    decision,
    data: evaluator.data,
    comparison: evaluator.compareReadings(request),
    ...(earlier && { earlier }),
  });
  await writeDocument(context, draft, flags);
  return EXIT.good;
}
