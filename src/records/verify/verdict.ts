/** How a log can be broken. */
export type BreakKind =
  /** A record does not fit its own digest. */
  | "changed"
  /** A record fits its digest, but is not the one that the next one follows. */
  | "replaced"
  /** Records are missing. */
  | "removed"
  /** A record stands before ones that it follows. */
  | "reordered"
  /** A record stands there again, or one with a number that was used. */
  | "repeated"
  /** A record of another log. */
  | "foreign"
  /** Bytes that are no record, and for which no record accounts. */
  | "torn"
  /** Records that a checkpoint knows are missing at the end. */
  | "cut_off"
  /** A checkpoint signs another record than the one that is there. */
  | "not_signed";

/** A place in a log. */
export interface LogPlace {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The first thing that is wrong with a log. */
export interface Break extends LogPlace {
  readonly kind: BreakKind;
  /** Number of the record, and id of its decision, as far as they can be read. */
  readonly sequence: number | null;
  readonly decision_id: string | null;
  /** How many records or bytes it is about; null where it is about one. */
  readonly count: number | null;
  /** Where the record is that should stand there. */
  readonly found: LogPlace | null;
}

/** What was found by walking a log. */
export interface Verdict {
  readonly intact: boolean;
  readonly log: string | null;
  /** Records that were found unbroken. */
  readonly records: number;
  /** Number of the first; above 0 where earlier files were not given. */
  readonly first: number | null;
  /** The last unbroken record. */
  readonly head: {
    readonly sequence: number;
    readonly digest: string;
    readonly timestamp: string;
  } | null;
  readonly files: readonly string[];
  /** Remains of writes that did not end, for which the next record accounts. */
  readonly torn: readonly (LogPlace & { readonly bytes: number })[];
  /** Decisions that were given without a record, as later records tell. */
  readonly unrecorded: number;
  readonly broken: Break | null;
}
