// The process that fuzzes; scripts/fuzz.ts watches it.
import { openSync, writeSync } from "node:fs";
import { Dice } from "../../test/oracle/generate/dice.js";
import { createCorpus, type Corpus } from "./corpus.js";
import { NO_COVERAGE, watchCoverage } from "./coverage.js";
import { openDoors } from "./doors.js";
import { createMeter, rssMb, SUSPECT_MB } from "./memory.js";
import type { Message, Task } from "./messages.js";

const task = JSON.parse(process.argv[2] ?? "{}") as Task;
const until = Date.now() + task.seconds * 1_000;
const dice = new Dice(task.seed);
const most = task.inputs ?? Infinity;

/** How long one door is fuzzed before the next: in a short run each has its turns too. */
const TURN_MS = Math.min(1_500, task.seconds * 10);
const TRIM_MS = TURN_MS / 6;

/** How many inputs of a door are tried alone. */
const MOST_SUSPECTS = 3;

const send = (message: Message): void => {
  process.send?.(message);
};

const current = openSync(task.currentFile, "r+");
const note = (door: string, input: Uint8Array): void => {
  const text = Buffer.concat([Buffer.from(`${door}\n`), input]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  writeSync(current, Buffer.concat([length, text]), 0, undefined, 0);
  // Whoever watches takes long silence for an input that hangs.
  if (Date.now() - told > TURN_MS) tell();
};

const meter = createMeter();
const suspects = new Map<string, number>();
const weigh = (door: string, input: Uint8Array): void => {
  const mb = meter.grownMb();
  const count = suspects.get(door) ?? 0;
  if (mb <= SUSPECT_MB || count >= MOST_SUSPECTS) return;
  suspects.set(door, count + 1);
  const why = `takes ${String(mb)} MB`;
  send({ kind: "suspect", door, why, input: Buffer.from(input).toString("base64") });
};

// In an order of its own: in a short run the processes get to different doors first.
const doors = dice.some(await openDoors(task.folder, task.door), 1);
const coverage = task.guided ? watchCoverage(task.folder) : NO_COVERAGE;
const corpora = doors.map((door) =>
  createCorpus(
    door,
    dice,
    coverage,
    {
      sends: (name, input) => {
        note(name, input);
        meter.begin();
      },
      took: weigh,
      found: (name, why, input) => {
        send({ kind: "found", door: name, why, input: Buffer.from(input).toString("base64") });
      },
    },
    TRIM_MS,
  ),
);

let told = 0;
const tell = (): void => {
  told = Date.now();
  send({
    kind: "count",
    doors: corpora.map(({ door, inputs, kept }) => ({
      door: door.name,
      inputs,
      kept: kept.length - door.seeds.length,
    })),
    rssMb: Math.round(rssMb()),
  });
};

const isOver = (): boolean => Date.now() > until;
for (const corpus of corpora) {
  await corpus.seed(isOver);
  tell();
}

/** Whether the process keeps more than it may after all garbage is gone: then every input is innocent. */
const keepsTooMuch = (): boolean => {
  if (rssMb() > task.mostKeptMb) globalThis.gc?.();
  return rssMb() > task.mostKeptMb;
};

const isOpen = ({ inputs }: Corpus): boolean => inputs < most && !isOver();
while (corpora.some(isOpen)) {
  for (const corpus of corpora) {
    const turn = Date.now() + TURN_MS;
    const isTurnOver = (): boolean => Date.now() > turn;
    while (isOpen(corpus) && !isTurnOver()) await corpus.batch(isTurnOver);
    tell();
    if (!keepsTooMuch()) continue;
    const why = `after ${String(corpus.inputs)} inputs the process keeps ${String(Math.round(rssMb()))} MB`;
    send({ kind: "fault", door: corpus.door.name, why });
    process.disconnect();
    process.exit(0);
  }
}
tell();
for (const { close } of doors) await close?.();
process.disconnect();
process.exit(0);
