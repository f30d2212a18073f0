// The process that fuzzes; scripts/fuzz.ts watches it.
import { openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Dice } from "../../test/oracle/generate/dice.js";
import { watchCoverage } from "./coverage.js";
import { type Door, openDoors, outcomeOf } from "./doors.js";
import { CURRENT_FILE, type Message } from "./messages.js";
import { mutate, TROUBLE } from "./mutate.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const until = Date.now() + Number(process.env.FUZZ_SECONDS) * 1_000;
const dice = new Dice(Number(process.env.FUZZ_SEED));
const only = process.env.FUZZ_DOOR;

/** How long one door is fuzzed before the next. */
const TURN_MS = 1_500;
const MOST_KEPT = 2_000;
const MOST_RSS_MB = 1_500;

interface Corpus {
  readonly door: Door;
  readonly kept: Uint8Array[];
  readonly seeds: number;
  readonly words: readonly string[];
  inputs: number;
  readonly found: Set<string>;
}

const send = (message: Message): void => {
  process.send?.(message);
};

const current = openSync(join(root, CURRENT_FILE), "r+");
const note = (door: string, input: Uint8Array): void => {
  const text = Buffer.concat([Buffer.from(`${door}\n`), input]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  writeSync(current, Buffer.concat([length, text]), 0, undefined, 0);
};

const wordsOf = (seeds: readonly Uint8Array[]): string[] => {
  const words = seeds.flatMap(
    (seed) =>
      Buffer.from(seed)
        .toString("utf8")
        .match(/"?[\w./+-]{2,40}"?/g) ?? [],
  );
  return [...new Set(words)].slice(0, 3_000);
};

const doors = (await openDoors()).filter(({ name }) => only === undefined || name === only);
const corpora: Corpus[] = doors.map((door) => ({
  door,
  kept: [...door.seeds],
  seeds: door.seeds.length,
  words: [...TROUBLE, ...TROUBLE, ...wordsOf(door.seeds)],
  inputs: 0,
  found: new Set(),
}));

const isNews = watchCoverage();

const tryOne = async (corpus: Corpus, input: Uint8Array, keep: boolean): Promise<void> => {
  const { door, kept, found } = corpus;
  corpus.inputs += 1;
  note(door.name, input);
  const wrong = await outcomeOf(door, input);
  if (isNews() && keep && kept.length < MOST_KEPT) kept.push(input);
  if (wrong === null) return;
  // Many inputs show the same fault: one of each is told.
  const fault = wrong.replace(/\d+/g, "n").split("\n").slice(0, 3).join(" ").slice(0, 200);
  if (found.has(fault)) return;
  found.add(fault);
  send({
    kind: "found",
    door: door.name,
    why: wrong,
    input: Buffer.from(input).toString("base64"),
  });
};

const tell = (): void => {
  send({
    kind: "count",
    doors: corpora.map(({ door, inputs, kept, seeds }) => ({
      door: door.name,
      inputs,
      kept: kept.length - seeds,
    })),
    rssMb: Math.round(process.memoryUsage.rss() / 1024 / 1024),
  });
};

for (const corpus of corpora) {
  for (const input of corpus.door.seeds) {
    if (Date.now() > until) break;
    await tryOne(corpus, input, false);
  }
  tell();
}

while (Date.now() < until) {
  for (const corpus of corpora) {
    const turn = Math.min(until, Date.now() + TURN_MS);
    while (Date.now() < turn) {
      const { kept, words } = corpus;
      // What was kept last has led furthest.
      const recent = kept.slice(-Math.max(8, Math.floor(kept.length / 4)));
      const input = dice.pick(dice.chance(0.5) ? recent : kept);
      await tryOne(corpus, mutate(input, dice.pick(kept), words, dice), true);
    }
    tell();
    if (process.memoryUsage.rss() / 1024 / 1024 > MOST_RSS_MB)
      throw new Error("memory keeps growing");
  }
}
tell();
process.disconnect();
process.exit(0);
