import type { Dice } from "../../test/oracle/generate/dice.js";
import type { Coverage, News } from "./coverage.js";
import { type Features, outcomeOf } from "./door.js";
import type { NamedDoor } from "./doors.js";
import { mutate, TROUBLE } from "./mutate.js";
import { trimmed } from "./trim.js";

/** What has been tried at a door, and what of it led anywhere new. */
export interface Corpus {
  readonly door: NamedDoor;
  readonly kept: Uint8Array[];
  inputs: number;
  /** Sends the seeds through the door; then each time a batch of kept inputs, changed. */
  seed(isOver: () => boolean): Promise<void>;
  batch(isOver: () => boolean): Promise<void>;
}

export interface Watcher {
  /** Called before an input is sent. */
  readonly sends: (door: string, input: Uint8Array) => void;
  /** Called when it was taken, whatever came of it. */
  readonly took: (door: string, input: Uint8Array) => void;
  /** Called for an input with an outcome that is wrong in a way that is new. */
  readonly found: (door: string, why: string, input: Uint8Array) => void;
}

const MOST_KEPT = 2_000;

/** How many seeds are sent as they are, to know where they lead; the others are changed all the same. */
const MOST_SENT = 40;

// Taking coverage costs as much as several inputs: it is taken once a batch, and one by one only where
// the batch led somewhere new.
const BATCH = 16;

export const createCorpus = (
  door: NamedDoor,
  dice: Dice,
  coverage: Coverage,
  watcher: Watcher,
  trimMs: number,
): Corpus => {
  const { name, seeds, mostBytes } = door;
  const kept = [...seeds];
  const words = [...TROUBLE, ...TROUBLE, ...wordsOf(seeds)];
  const features = new Set<string>();
  const faults = new Set<string>();

  /** What has not been seen before of some features; it has from now on. */
  const newOf = (some: Features): string[] => {
    const news = some.filter((feature) => !features.has(feature));
    for (const feature of news) features.add(feature);
    return news;
  };
  const send = async (input: Uint8Array): Promise<Features> => {
    watcher.sends(name, input);
    const { wrong, features: some } = await outcomeOf(door, input);
    watcher.took(name, input);
    if (wrong === null) return some;
    // Many inputs show the same fault: one of each is told.
    const fault = wrong.replace(/\d+/g, "n").split("\n").slice(0, 3).join(" ").slice(0, 200);
    if (!faults.has(fault)) watcher.found(name, wrong, input);
    faults.add(fault);
    return some;
  };
  /** Keeps what led somewhere new, without what it does not take to get there. */
  const keep = async (input: Uint8Array, features: Features, code: News): Promise<void> => {
    if (kept.length >= MOST_KEPT) return;
    const leads = async (candidate: Uint8Array): Promise<boolean> => {
      const again = await send(candidate);
      const reached = coverage.take();
      return features.every((one) => again.includes(one)) && coverage.covers(reached, code);
    };
    kept.push(await trimmed(input, leads, trimMs));
  };
  const next = (): Uint8Array => {
    // What was kept last has led furthest.
    const recent = kept.slice(-Math.max(8, Math.floor(kept.length / 4)));
    const input = dice.pick(dice.chance(0.5) ? recent : kept);
    return mutate(input, dice.pick(kept), words, dice, mostBytes);
  };

  const corpus: Corpus = {
    door,
    kept,
    inputs: 0,
    async seed(isOver) {
      for (const input of dice.some(seeds, MOST_SENT / seeds.length).slice(0, MOST_SENT)) {
        if (isOver()) break;
        corpus.inputs += 1;
        newOf(await send(input));
      }
      coverage.add(coverage.take());
    },
    async batch(isOver) {
      const inputs: Uint8Array[] = [];
      const news: string[][] = [];
      while (inputs.length < BATCH && !(inputs.length > 0 && isOver())) {
        const input = next();
        inputs.push(input);
        news.push(newOf(await send(input)));
      }
      corpus.inputs += inputs.length;
      const together = coverage.take();
      const isCode = coverage.isNews(together);
      for (const [place, input] of inputs.entries()) {
        const words = news[place] ?? [];
        if (words.length === 0 && !isCode) continue;
        await send(input);
        const code = coverage.add(coverage.take());
        if (words.length > 0 || code.size > 0) await keep(input, words, code);
      }
      // What only came of all of them together is no news the next time.
      coverage.add(together);
    },
  };
  return corpus;
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
