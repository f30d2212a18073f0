import type { Decision, Request } from "../../generated/types.js";
import { EXIT } from "../exit.js";
import type { Spoken } from "../failure-of.js";
import type { RunRecorder } from "../records/recorder.js";
import { type Answered, refused } from "./answer.js";

/** Records an answer before it is given; where that fails an error stands in its place. */
export async function recordedAnswer(
  recorder: RunRecorder,
  spoken: Spoken,
  answered: Answered,
): Promise<Answered> {
  const { text, request } = answered;
  if (request === undefined) return answered;
  try {
    await recorder.record(request as Request, JSON.parse(text) as Decision);
    return answered;
  } catch (error) {
    // The request was good: what is wrong is where it was to be recorded.
    return { ...refused(error, spoken), exit: EXIT.wrongUse };
  }
}
