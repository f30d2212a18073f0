import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Chain, DecisionRecord } from "../../generated/types.js";

/** A record that has no place in a chain yet. */
export type RecordEvent = Omit<DecisionRecord, "chain">;

/** A record's canonical text but for its place in the chain, which stands between the two parts. */
export interface Body {
  readonly before: string;
  readonly after: string;
}

/** A place in the chain. */
export type Place = Omit<Chain, "digest">;

/** A record's line, without its end, and its digest. */
export interface Sealed {
  readonly line: string;
  readonly digest: string;
}

/** JSON in the canonical form of RFC 8785. */
export const canonical = (value: object): string => canonicalize(value) ?? "";

/** SHA-256 as records write it. */
export const digestOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return `sha256:${hash.digest("hex")}`;
};

/**
 * The larger part of a record's canonical form, made before its place is known. RFC 8785 sorts the
 * members: `batch_decision_id` and `bundles` stand before `chain`, all others behind it.
 */
export const bodyOf = ({ batch_decision_id, bundles, ...rest }: RecordEvent): Body => {
  const first = { ...(batch_decision_id === undefined ? {} : { batch_decision_id }), bundles };
  return {
    before: `${canonical(first).slice(0, -1)},"chain":{`,
    after: `},${canonical(rest).slice(1)}`,
  };
};

/** Gives a record its place: its digest is of the canonical form without the digest itself. */
export const seal = ({ before, after }: Body, place: Place): Sealed => {
  const members = canonical(place).slice(1, -1);
  const digest = digestOf(before, members, after);
  return { line: `${before}"digest":"${digest}",${members}${after}`, digest };
};

// The first member of the chain, by which a line is cut without parsing it.
const MARK = Buffer.from('"chain":{"digest":"sha256:');
const HEX = 64;

/** The digest that a record's line should name, computed from its bytes; null if it names none. */
export const digestOfLine = (line: Buffer): string | null => {
  const mark = line.indexOf(MARK);
  if (mark === -1) return null;
  const start = mark + '"chain":{'.length;
  const end = mark + MARK.length + HEX + '",'.length;
  return digestOf(line.subarray(0, start), line.subarray(end));
};
