import type { Break, LogPlace } from "../../records/index.js";
import { fill } from "../../words/index.js";
import type { LogWords } from "../../words/log.js";
import { harmless } from "../terminal/harmless.js";

/** A place as terminals and editors open it. */
export function placeOf({ file, line }: LogPlace): string {
  return line === 0 ? harmless(file) : `${harmless(file)}:${String(line)}`;
}

/** A record by its number and the decision's id. */
export function recordName(
  { sequence, decision_id }: { sequence: number | null; decision_id: string | null },
  words: LogWords,
): string {
  const id = harmless(decision_id ?? "?");
  return fill(words.this_record, { sequence: sequence ?? "?", id });
}

/** What is wrong with a log: in a few words, and in a sentence. */
export function breakWords(broken: Break, words: LogWords): { kind: string; why: string } {
  const { kind, count, found, sequence } = broken;
  const params = {
    record: recordName(broken, words),
    sequence: sequence ?? "?",
    count: count ?? 1,
    found: found === null ? "?" : placeOf(found),
  };
  const why = fill(words[`why_${kind}`], params);
  return {
    kind: words[`kind_${kind}`],
    why: why.slice(0, 1).toUpperCase() + why.slice(1),
  };
}
