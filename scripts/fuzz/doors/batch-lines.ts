import { isDeepStrictEqual } from "node:util";
import { answerLines } from "../../../src/cli/batch/answer.js";
import { pack, unpack } from "../../../src/cli/batch/piece.js";
import { validateDecision } from "../../../src/evaluator/validate/documents.js";
import { isBlank, type Line, linesOf } from "../../../src/input/index.js";
import { contextIn } from "../command-line.js";
import type { Door } from "../door.js";
import type { Product } from "../product.js";

// Short, so that there are lines on both sides of it.
const LONGEST = 300;
const CUTS = [1, 2, 7, 64, Infinity];

const ONE = '{"incident": {"id": "一", "title": "é😀"}}';
const SEEDS = [
  `${ONE}\n${ONE}\n`,
  `${ONE}\r\n\r\n  \t\r\n{"incident"\r\n${ONE}`,
  `${ONE}\r${ONE}\n\n\r\n`,
  `{"incident": {"id": "${"长".repeat(150)}"}}\n${ONE}\n`,
  `${"x".repeat(LONGEST)}\r\n${"x".repeat(LONGEST + 1)}\n${"x".repeat(LONGEST - 1)}\r\r\n`,
];

/** The input of `batch`, however it is cut into pieces: the same lines, and an answer for each. */
export const open = ({ evaluator }: Pick<Product, "evaluator">): Door => ({
  seeds: SEEDS.map((text) => Buffer.from(text)),
  take: async (bytes) => {
    const expected = splitWhole(bytes);
    for (const cut of CUTS) {
      const lines = await split(bytes, cut);
      if (!isDeepStrictEqual(lines, expected))
        throw new TypeError(`cut at ${String(cut)} it differs`);
    }
    const handed = unpack(pack(expected.map(asLine), 1)).map(asText);
    if (!isDeepStrictEqual(handed, expected)) throw new TypeError("workers get other lines");
    const answers = answerLines(evaluator, contextIn("en"), expected.map(asLine), 1);
    const asking = expected.filter((line) => !isBlank(asLine(line)));
    if (answers.length !== asking.length) throw new TypeError("a line has no answer");
    return answers.map(({ text }) => codeOf(text));
  },
});

const asText = (line: Line): string =>
  line === "too_long" ? line : Buffer.from(line).toString("latin1");
const asLine = (text: string): Line => (text === "too_long" ? text : Buffer.from(text, "latin1"));

const split = async (bytes: Uint8Array, cut: number): Promise<string[]> => {
  const size = Math.min(cut, Math.max(1, bytes.length));
  const lines: string[] = [];
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size)
      yield await Promise.resolve(bytes.slice(at, at + size));
  }
  for await (const some of linesOf(pieces(), LONGEST)) lines.push(...some.map(asText));
  return lines;
};

/** The same with all bytes in hand; the last line may have no ending. */
const splitWhole = (bytes: Uint8Array): string[] => {
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines
    .map((line) => line.replace(/\r$/, ""))
    .map((line) => (line.length > LONGEST ? "too_long" : line));
};

/** What an answer says: a code that is not ours to blame, or that it is a decision. */
const codeOf = (text: string): string => {
  const answer = JSON.parse(text) as { error?: { code?: unknown } };
  const code = answer.error?.code;
  if (answer.error === undefined) validateDecision(answer);
  else if (typeof code !== "string" || code === "internal")
    throw new TypeError(`a line says ${text}`);
  return String(code);
};
