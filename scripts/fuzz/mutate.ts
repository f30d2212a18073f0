import type { Dice } from "../../test/oracle/generate/dice.js";
import { damaged } from "../../test/parity/damaged.js";

/** How long inputs get at a door that states nothing else. */
export const MOST_BYTES = 64 * 1024;

/** Makes an input of one that was interesting: a few changes of bytes, words or whole stretches. */
export const mutate = (
  input: Uint8Array,
  other: Uint8Array,
  words: readonly string[],
  dice: Dice,
  mostBytes = MOST_BYTES,
): Uint8Array => {
  let changed = input;
  const rounds = dice.pick([1, 1, 2, 3, 6]);
  for (let n = 0; n < rounds; n += 1) changed = dice.pick(CHANGES)(changed, other, words, dice);
  return changed.subarray(0, mostBytes);
};

type Change = (
  input: Uint8Array,
  other: Uint8Array,
  words: readonly string[],
  dice: Dice,
) => Uint8Array;

const place = (input: Uint8Array, dice: Dice): number => dice.between(0, input.length);

const splice = (input: Uint8Array, at: number, leave: number, put: Uint8Array): Uint8Array =>
  Buffer.concat([input.subarray(0, at), put, input.subarray(Math.min(input.length, at + leave))]);

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

const jsonOf = (input: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(input).toString()) as unknown;
  } catch {
    return undefined;
  }
};

type Holder = Record<string, unknown>;

const placesOf = (value: unknown, found: [Holder, string][] = []): [Holder, string][] => {
  if (typeof value !== "object" || value === null) return found;
  for (const [key, held] of Object.entries(value)) {
    found.push([value as Holder, key]);
    placesOf(held, found);
  }
  return found;
};

const CHANGES: readonly Change[] = [
  (input, _, __, dice) => splice(input, place(input, dice), 1, bytes(dice.between(0, 255))),
  (input, _, __, dice) => splice(input, place(input, dice), 0, bytes(dice.between(0, 255))),
  (input, _, __, dice) => splice(input, place(input, dice), dice.pick([1, 2, 8, 64]), bytes()),
  // A stretch a second time: duplicate keys, longer lists, deeper nesting.
  (input, _, __, dice) => {
    const at = place(input, dice);
    const stretch = input.slice(at, at + dice.pick([1, 4, 16, 64, 512]));
    const times = dice.pick([1, 1, 2, 50]);
    return splice(input, at, 0, Buffer.concat(Array.from({ length: times }, () => stretch)));
  },
  // Where it is JSON, one value becomes something that it may not be: it stays JSON, and gets further in.
  (input, _, __, dice) => {
    const value = jsonOf(input);
    const seed = dice.between(0, 1_000_000);
    return value === undefined ? input : Buffer.from(JSON.stringify(damaged(value, seed)));
  },
  // Where both are JSON, a value of one in the place of a value of the other.
  (input, other, _, dice) => {
    const [mine, theirs] = [{ value: jsonOf(input) }, { value: jsonOf(other) }];
    if (mine.value === undefined || theirs.value === undefined) return input;
    const [holder, key] = dice.pick(placesOf(mine));
    const [giver, name] = dice.pick(placesOf(theirs));
    holder[key] = giver[name];
    return Buffer.from(JSON.stringify(mine.value));
  },
  // The rest of another input that was interesting.
  (input, other, _, dice) =>
    splice(input, place(input, dice), input.length, other.slice(place(other, dice))),
  (input, other, _, dice) => {
    const from = place(other, dice);
    return splice(
      input,
      place(input, dice),
      dice.pick([0, 8]),
      other.slice(from, from + dice.pick([4, 32, 128])),
    );
  },
  (input, _, words, dice) =>
    splice(input, place(input, dice), dice.pick([0, 0, 4]), Buffer.from(dice.pick(words))),
  // A word of the text in the place of another.
  (input, _, words, dice) => {
    const found = [
      ...Buffer.from(input)
        .toString("latin1")
        .matchAll(/[\w.+-]+/g),
    ];
    if (found.length === 0) return input;
    const { index, 0: word } = dice.pick(found);
    return splice(input, index, word.length, Buffer.from(dice.pick(words)));
  },
];

/** What parsers and rules trip over, whatever the door. */
export const TROUBLE: readonly string[] = [
  ..."{ } [ ] : , \" ' - # & * ! | > % @ ` ~ ? <<".split(" "),
  ..."null true false 0 -0 -1 1e999 1e-5 1.5 0x1f 1_000 9007199254740993 1000000000000000".split(
    " ",
  ),
  ..."NaN Infinity .nan .inf 2024-02-30T00:00:00Z 2025-11-01T00:00:00+08:00 9999-12-31T23:59:60Z".split(
    " ",
  ),
  "\n",
  "\n  ",
  "\t",
  "\r\n",
  "\u0000",
  "\ufeff",
  "\u2028",
  "\ud7ff",
  "１００",
  "，",
  "\\u0000",
  "\\ud800",
  '"__proto__": {}',
  '"constructor": 1',
  "&a [*a]",
  "--- \n",
  "!!binary ",
  "{".repeat(80),
  "[".repeat(80),
  '{"a":'.repeat(70),
  "- ".repeat(70),
  '"unknown"',
  '{"at_least": 5, "at_most": 4}',
  '{"at_least": []}',
];
