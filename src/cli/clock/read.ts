import type { Evaluator } from "../../evaluator/index.js";
import { instantOf } from "../../words/time.js";
import type { Context } from "../context.js";
import { subjectOf } from "../evaluate/pretty.js";
import { placed } from "../evaluate/placed.js";
import { type JsonObject, requestOf } from "../evaluate/request.js";
import { failureOf } from "../failure-of.js";
import { readDocument } from "../io/document.js";
import { type Clock, inOrder, isOpen, type Silent } from "./clocks.js";

/** What is asked of every incident: the time that counts as now, and the readings. */
export interface Asked {
  readonly as_of: string;
  readonly readings: JsonObject;
}

/** What the incidents in files leave to be done. */
export interface Read {
  /** Most urgent first. */
  readonly clocks: readonly Clock[];
  /** Incidents that have no clock, and why: silence could be taken for an answer. */
  readonly silent: readonly Silent[];
}

/** The open clocks of all incidents in files. */
export const readClocks = async (
  context: Context,
  evaluator: Evaluator,
  files: readonly string[],
  asked: Asked,
): Promise<Read> => {
  const clocks: Clock[] = [];
  const silent: Silent[] = [];
  for (const file of files) {
    const read = await readOne(context, evaluator, file, asked);
    clocks.push(...read.clocks);
    if (read.clocks.length === 0) silent.push(read.silent);
  }
  return { clocks: clocks.sort(inOrder), silent };
};

const readOne = async (
  context: Context,
  evaluator: Evaluator,
  file: string,
  { as_of, readings }: Asked,
): Promise<{ clocks: Clock[]; silent: Silent }> => {
  const document = await readDocument(context, file);
  const stated = requestOf(context, file, document.value);
  const own = stated.readings as JsonObject | undefined;
  const request: JsonObject = { ...stated, as_of, readings: { ...own, ...readings } };
  const decision = answered(context, file, () =>
    placed(document, stated, () => evaluator.evaluate(request)),
  );
  const { id, title, province } = subjectOf(request.incident);
  const of = { file, incident: id, title, version: decision.rules?.id ?? null };
  const now = instantOf(as_of) ?? 0;
  const clocks = decision.duties.filter(isOpen).map((duty) => ({
    ...of,
    province,
    duty,
    left: duty.due === null ? null : (instantOf(duty.due) ?? now) - now,
  }));
  return { clocks, silent: { ...of, status: decision.status, reportable: decision.reportable } };
};

/** With several files, what is wrong must name the one that it is in. */
const answered = <Answer>(context: Context, file: string, run: () => Answer): Answer => {
  try {
    return run();
  } catch (error) {
    throw failureOf(error, context, file);
  }
};
