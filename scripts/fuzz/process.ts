// The process that fuzzes; scripts/fuzz.ts watches it.
import { openSync, writeSync } from "node:fs";
import { Dice } from "../../test/oracle/generate/dice.js";
import { createCorpus, type Corpus } from "./corpus.js";
import { NO_COVERAGE, watchCoverage } from "./coverage.js";
import { openDoors } from "./doors.js";
import type { Message, Task } from "./messages.js";

const task = JSON.parse(process.argv[2] ?? "{}") as Task;
const until = Date.now() + task.seconds * 1_000;
const dice = new Dice(task.seed);
const most = task.inputs ?? Infinity;

/** How long one door is fuzzed before the next. */
const TURN_MS = 1_500;
const MOST_RSS_MB = 1_500;

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

const doors = await openDoors(task.folder, task.door);
const coverage = task.guided ? watchCoverage(task.folder) : NO_COVERAGE;
const corpora = doors.map((door) =>
  createCorpus(door, dice, coverage, {
    sends: note,
    found: (name, why, input) => {
      send({ kind: "found", door: name, why, input: Buffer.from(input).toString("base64") });
    },
  }),
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
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  });
};

const isOver = (): boolean => Date.now() > until;
for (const corpus of corpora) {
  await corpus.seed(isOver);
  tell();
}

const isOpen = ({ inputs }: Corpus): boolean => inputs < most && !isOver();
while (corpora.some(isOpen)) {
  for (const corpus of corpora) {
    const turn = Date.now() + TURN_MS;
    while (isOpen(corpus) && Date.now() < turn) await corpus.batch();
    tell();
    if (process.memoryUsage.rss() / 1024 / 1024 > MOST_RSS_MB)
      throw new Error("memory keeps growing");
  }
}
tell();
for (const { close } of doors) await close?.();
process.disconnect();
process.exit(0);
