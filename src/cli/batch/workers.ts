import { Worker } from "node:worker_threads";
import type { Line } from "../../input/index.js";
import type { Answered } from "./answer.js";
import { pack, type Piece } from "./piece.js";
import type { Told } from "./told.js";
import type { Task } from "./worker.js";

/** Answers one by one where they are to be recorded, else ready to be written. */
export type Answers = readonly Answered[] | Told;

/** Threads that answer lines; pieces go to them in turns, and answers come as they were asked. */
export interface Workers {
  readonly answer: (lines: readonly Line[], first: number) => Promise<Answers>;
  readonly close: () => Promise<void>;
}

interface Asked {
  resolve(answers: Answers): void;
  reject(error: Error): void;
}

/** Starts so many workers of `batch`. */
export function openWorkers(count: number, task: Task): Workers {
  const all = Array.from({ length: count }, () => openWorker(task));
  let turn = 0;
  return {
    answer: (lines, first) => {
      const worker = all[turn++ % count];
      if (worker === undefined) throw new Error("there are no workers");
      const answers = worker.ask(pack(lines, first));
      // Whoever waits for an earlier piece is told of its failure; this one's is known by then.
      answers.catch(() => undefined);
      return answers;
    },
    close: async () => {
      await Promise.all(all.map((worker) => worker.close()));
    },
  };
}

// Beside the built command line; built as a file of its own (scripts/build-dist.ts).
const FILE = new URL("./batch-worker.js", import.meta.url);

function openWorker(task: Task): {
  ask(piece: Piece): Promise<Answers>;
  close(): Promise<unknown>;
} {
  const worker = new Worker(FILE, { workerData: task });
  const asked: Asked[] = [];
  let broken: Error | undefined;
  const fail = (error: Error): void => {
    broken = error;
    for (const one of asked.splice(0)) one.reject(error);
  };
  worker.on("message", (answers: Answers) => asked.shift()?.resolve(answers));
  worker.on("error", fail);
  worker.on("exit", (code) => {
    fail(new Error(`a worker ended with ${String(code)}`));
  });
  return {
    ask: (piece) =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        asked.push({ resolve, reject });
        worker.postMessage(piece, [piece.bytes.buffer]);
      }),
    close: () => worker.terminate(),
  };
}
