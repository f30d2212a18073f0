import { createHash, type Hash } from "node:crypto";
import type { Chain, DecisionRecord, Torn } from "../../generated/types.js";
import { type ReadLine, readLine } from "../chain/read.js";
import { linesOf } from "../file/lines.js";
import { isLocked } from "../file/lock.js";
import type { Part } from "./parts.js";
import type { Break, BreakKind, LogPlace, Verdict } from "./verdict.js";

/** A record that is known from elsewhere to be part of the log. */
export interface KnownRecord {
  readonly log: string;
  readonly sequence: number;
  readonly digest: string;
}

/** An unbroken record and where it stands. */
export interface Step extends LogPlace {
  readonly record: DecisionRecord;
}

interface Entry extends LogPlace {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

/** Bytes that are no record, until the next record accounts for them. */
interface Remains extends LogPlace {
  readonly hash: Hash;
  readonly bytes: number;
}

/**
 * Walks a log from its first record to its end, or to the first thing that is wrong with it. Memory
 * holds a record at a time.
 */
export const walk = async (
  parts: readonly Part[],
  known: readonly KnownRecord[] = [],
  visit: (step: Step) => void | Promise<void> = () => undefined,
): Promise<Verdict> => {
  const torn: (LogPlace & { bytes: number })[] = [];
  let unrecorded = 0;
  let records = 0;
  let first: Step | null = null;
  let last: Step | null = null;
  let remains: Remains | null = null;

  const verdict = (broken: Break | null): Verdict => ({
    intact: broken === null,
    log: first?.record.chain.log ?? null,
    records,
    first: first?.record.chain.sequence ?? null,
    head: last === null ? null : headOf(last.record),
    files: parts.map(({ file }) => file),
    torn,
    unrecorded,
    broken,
  });

  const entries = entriesOf(parts);
  for await (const entry of entries) {
    const read: ReadLine = entry.whole ? readLine(entry.bytes) : { kind: "other" };
    if (read.kind === "other") {
      remains = withMore(remains, entry);
      continue;
    }
    const { record } = read;
    if (read.kind === "changed") return verdict(breakAt("changed", entry, record));
    const account = record.chain.torn ?? null;
    if (remains !== null && !accountsFor(account, remains)) {
      return verdict({ ...breakAt("torn", remains), count: remains.bytes });
    }
    if (remains === null && account !== null) {
      return verdict({ ...breakAt("torn", entry, record), count: account.bytes });
    }
    const kind =
      last === null ? beginning(record.chain) : following(last.record.chain, record.chain);
    if (kind === "removed" && last !== null) {
      return verdict(await missing(last.record.chain, entry, record, entries));
    }
    if (kind === "replaced" && last !== null) return verdict(breakAt(kind, last, last.record));
    if (kind !== null) return verdict(breakAt(kind, entry, record));
    if (known.some((one) => contradicts(one, record.chain))) {
      return verdict(breakAt("not_signed", entry, record));
    }
    if (remains !== null)
      torn.push({ file: remains.file, line: remains.line, bytes: remains.bytes });
    remains = null;
    unrecorded += record.chain.unrecorded ?? 0;
    records += 1;
    last = { file: entry.file, line: entry.line, record };
    first ??= last;
    await visit(last);
  }
  if (remains !== null) return verdict({ ...breakAt("torn", remains), count: remains.bytes });
  const end = last ?? { file: parts.at(-1)?.file ?? "", line: 0 };
  const sequence = last?.record.chain.sequence ?? -1;
  return verdict(unseen(known, first, { ...end, sequence }));
};

async function* entriesOf(parts: readonly Part[]): AsyncGenerator<Entry> {
  for (const { file, handle } of parts) {
    let line = 0;
    for await (const { bytes, whole } of linesOf(handle, () => isLocked(file))) {
      line += 1;
      yield { file, line, bytes, whole };
    }
  }
}

const NEWLINE = Buffer.from("\n");

const withMore = (before: Remains | null, { file, line, bytes, whole }: Entry): Remains => {
  const { hash, ...place } = before ?? { hash: createHash("sha256"), file, line, bytes: 0 };
  hash.update(bytes);
  if (whole) hash.update(NEWLINE);
  return { ...place, hash, bytes: place.bytes + bytes.length + (whole ? 1 : 0) };
};

const accountsFor = (account: Torn | null, { hash, bytes }: Remains): boolean =>
  account?.bytes === bytes && account.digest === `sha256:${hash.copy().digest("hex")}`;

/** What is wrong with a record as the first one that is seen. */
const beginning = ({ sequence, previous }: Chain): BreakKind | null =>
  (sequence === 0) === (previous === null) ? null : "replaced";

/** What is wrong with a record behind another. */
const following = (before: Chain, { log, sequence, previous }: Chain): BreakKind | null => {
  if (log !== before.log) return "foreign";
  if (sequence > before.sequence + 1) return "removed";
  if (sequence <= before.sequence) return "repeated";
  return previous === before.digest ? null : "replaced";
};

/** Records are missing before this one. Are they gone, or do they come later? */
const missing = async (
  before: Chain,
  place: Entry,
  record: DecisionRecord,
  rest: AsyncGenerator<Entry>,
): Promise<Break> => {
  for await (const entry of rest) {
    const read = readLine(entry.bytes);
    if (read.kind === "record" && read.record.chain.previous === before.digest) {
      const found = { file: entry.file, line: entry.line };
      return { ...breakAt("reordered", place, record), found };
    }
  }
  const count = record.chain.sequence - before.sequence - 1;
  return { ...breakAt("removed", place, record), count };
};

const contradicts = ({ log, sequence, digest }: KnownRecord, chain: Chain): boolean =>
  log !== chain.log || (sequence === chain.sequence && digest !== chain.digest);

/** Records that are known and were not seen: before the first, or behind the last. */
const unseen = (
  known: readonly KnownRecord[],
  first: Step | null,
  last: LogPlace & { sequence: number },
): Break | null => {
  const numbers = known.map(({ sequence }) => sequence);
  const most = Math.max(-1, ...numbers);
  if (most > last.sequence) {
    const sequence = last.sequence + 1;
    return { ...breakAt("cut_off", last), sequence, count: most - last.sequence };
  }
  if (first === null) return null;
  const count = first.record.chain.sequence - Math.min(...numbers);
  return count > 0 ? { ...breakAt("removed", first, first.record), count } : null;
};

const breakAt = (kind: BreakKind, { file, line }: LogPlace, record?: DecisionRecord): Break => ({
  kind,
  file,
  line,
  sequence: record?.chain.sequence ?? null,
  decision_id: record?.decision_id ?? null,
  count: null,
  found: null,
});

const headOf = ({ chain, timestamp }: DecisionRecord): NonNullable<Verdict["head"]> => ({
  sequence: chain.sequence,
  digest: chain.digest,
  timestamp,
});
