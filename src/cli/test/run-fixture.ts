import { validateFixture } from "../../evaluator/validate/documents.js";
import type { Fixture } from "../../generated/types.js";
import type { Context } from "../context.js";
import { failureOf } from "../failure-of.js";
import { readDocument, type Document } from "../io/document.js";
import type { Evaluator } from "../../evaluator/index.js";
import { mismatches } from "./match.js";
import type { Outcome } from "./outcome.js";

/** Runs one fixture. Whatever is wrong with it makes it a failed one, never an end of the run. */
export async function runFixture(
  context: Context,
  evaluator: Evaluator,
  file: string,
): Promise<Outcome> {
  let document: Document | null = null;
  let title = file;
  try {
    document = await readDocument(context, file);
    const { positionOf } = document;
    const fixture = validateFixture(document.value);
    title = fixture.title;
    const decision = evaluator.evaluate(requestOf(fixture));
    const found = mismatches(fixture.expect, decision).map((one) => ({
      ...one,
      position: positionOf(one.pointer),
    }));
    return { file, title, mismatches: found, error: null };
  } catch (error) {
    const { code, message, issues } = failureOf(error, context);
    const position = document?.positionOf(issues[0]?.path ?? "") ?? null;
    return {
      file,
      title,
      mismatches: [],
      error: { code, message, issues, position },
    };
  }
}

/** A fixture's request; what else a fixture says (why, sources) is for its reader. */
function requestOf({ incident, as_of: asOf, readings }: Fixture): Record<string, unknown> {
  return {
    incident,
    ...(asOf === undefined ? {} : { as_of: asOf }),
    ...(readings === undefined ? {} : { readings }),
  };
}
