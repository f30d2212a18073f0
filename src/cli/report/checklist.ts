import type { Checklist, Request } from "../../generated/types.js";
import type { Context } from "../context.js";
import { decide } from "../decide.js";
import { EXIT, type ExitCode } from "../exit.js";
import type { CHECKLISTS, DocumentFlags } from "../flags.js";
import { openEvaluator } from "../open-evaluator.js";
import { checkOutput, writeDocument } from "./write-document.js";

/** The `checklist` command: a checklist or template, filled from an incident where one is given. */
export async function checklist(
  context: Context,
  name: (typeof CHECKLISTS)[number],
  file: string | undefined,
  flags: DocumentFlags,
): Promise<ExitCode> {
  checkOutput(context, flags);
  const evaluator = await openEvaluator(context, flags);
  const given = file === undefined ? null : await decide(context, file, flags, evaluator);
  const { draftChecklist } = await import("../../report/index.js");
  const document = draftChecklist({
    kind: name.replaceAll("-", "_") as Checklist["kind"],
    language: context.language,
    data: evaluator.data,
    ...(given && {
      source: { request: given.request as unknown as Request, decision: given.decision },
    }),
  });
  await writeDocument(context, document, flags);
  return EXIT.good;
}
