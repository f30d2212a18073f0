// A thread of `batch --workers`: it opens the same bundle as the command did, and answers pieces.
import { parentPort, workerData } from "node:worker_threads";
import { createEvaluator } from "../../index.js";
import { type Language, wordsOf } from "../../words/index.js";
import { answerLines } from "./answer.js";
import { type Piece, unpack } from "./piece.js";
import { told } from "./told.js";

/** What a worker is started with. */
export interface Task {
  readonly language: Language;
  /** The bundle's bytes; the embedded bundle where there are none. */
  readonly bundle: Uint8Array<ArrayBuffer> | undefined;
  /** Whether answers are wanted one by one with their requests, to be recorded before they are told. */
  readonly recorded: boolean;
}

const { language, bundle, recorded } = workerData as Task;
const spoken = { language, words: wordsOf(language) };
// The command has opened these bytes before, and verified them where that was asked.
const evaluator = await createEvaluator(bundle && { bundle, verification: "none" });

parentPort?.on("message", (piece: Piece) => {
  const answers = answerLines(evaluator, spoken, unpack(piece), piece.first);
  if (recorded) {
    parentPort?.postMessage(answers);
    return;
  }
  // Handed over and not copied: the other thread has only to write it.
  const ready = told(answers);
  parentPort?.postMessage(ready, [ready.bytes.buffer]);
});
