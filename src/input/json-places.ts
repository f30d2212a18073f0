import { pointerPart } from "../evaluator/validate/index.js";
import { endOfNumber, endOfText } from "./json-scan.js";

/** A key or a value of a JSON text, and where it stands. */
export interface Place {
  readonly kind: "key" | "text" | "number" | "container";
  readonly pointer: string;
  readonly offset: number;
  /** As it is written, quotes included; empty for containers. */
  readonly source: string;
  /** For a key: that the same object has it already. */
  readonly repeated: boolean;
}

interface Level {
  readonly pointer: string;
  /** The names so far, or null in a list. */
  readonly names: Set<string> | null;
  index: number;
}

/**
 * Walks through a text that starts like valid JSON, in its order, without recursion: keys, texts,
 * numbers and containers with their pointers. Used only to say where something stands or is wrong.
 */
export function* placesOf(text: string): Generator<Place> {
  const levels: Level[] = [];
  // Where the next value stands: below the innermost container, by the last key or the index.
  let member = "";
  let expectsKey = false;
  const here = (): string => {
    const level = levels.at(-1);
    if (level === undefined) return "";
    return level.names === null ? `${level.pointer}/${level.index}` : member;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? "";
    const level = levels.at(-1);
    if (char === '"') {
      const end = endOfText(text, at + 1);
      const source = text.slice(at, end + 1);
      if (expectsKey && level?.names) {
        const name = nameOf(source);
        member = level.pointer + pointerPart(name);
        const repeated = level.names.has(name);
        level.names.add(name);
        yield { kind: "key", pointer: member, offset: at, source, repeated };
        expectsKey = false;
      } else {
        yield { kind: "text", pointer: here(), offset: at, source, repeated: false };
      }
      at = end;
    } else if (char === "{" || char === "[") {
      const pointer = here();
      yield { kind: "container", pointer, offset: at, source: "", repeated: false };
      levels.push({ pointer, names: char === "{" ? new Set() : null, index: 0 });
      expectsKey = char === "{";
    } else if (char === "}" || char === "]") {
      levels.pop();
      expectsKey = false;
    } else if (char === ",") {
      if (level) level.index++;
      expectsKey = level !== undefined && level.names !== null;
    } else if (/[-0-9]/.test(char)) {
      const end = endOfNumber(text, at + 1);
      yield {
        kind: "number",
        pointer: here(),
        offset: at,
        source: text.slice(at, end),
        repeated: false,
      };
      at = end - 1;
    } else if (/[a-z]/.test(char)) {
      const word = /^[a-z]+/.exec(text.slice(at, at + 10))?.[0] ?? char;
      yield { kind: "container", pointer: here(), offset: at, source: "", repeated: false };
      at += word.length - 1;
    }
  }
}

/** The name that a key's source stands for; the source itself where it is no valid text. */
const nameOf = (source: string): string => {
  try {
    return String(JSON.parse(source));
  } catch {
    return source.replaceAll('"', "");
  }
};
