import type { Evaluator } from "../evaluator/index.js";
import type { Context } from "./context.js";
import type { Decision } from "./decision.js";
import { placed } from "./evaluate/placed.js";
import {
  asOfOf,
  isObject,
  knownReadings,
  readingsOf,
  requestOf,
  type JsonObject,
} from "./evaluate/request.js";
import type { DecideFlags } from "./flags.js";
import { readDocument } from "./io/document.js";

/** A request as the command line completes it, with its answer. */
export interface Decided {
  readonly request: JsonObject;
  readonly decision: Decision;
}

/** Reads an incident or a request, completes it by what the command line says, and evaluates it. */
export async function decide(
  context: Context,
  file: string,
  flags: Pick<DecideFlags, "asOf" | "reading">,
  evaluator: Evaluator,
): Promise<Decided> {
  const asOf = flags.asOf === undefined ? {} : { as_of: asOfOf(context, flags.asOf) };
  const chosen = readingsOf(context, flags.reading, knownReadings(evaluator.data));
  const document = await readDocument(context, file);
  const stated = requestOf(context, file, document.value);
  const readings =
    flags.reading.length === 0
      ? {}
      : { readings: { ...(isObject(stated.readings) ? stated.readings : {}), ...chosen } };
  const request = { ...stated, ...asOf, ...readings };
  const decision = placed(document, stated, () => evaluator.evaluate(request));
  return { request, decision };
}
