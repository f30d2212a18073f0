import { refuser } from "../bundle/fault.js";

/** Why a file is no decision log, or must not be continued. */
const UNREADABLE = {
  not_opened: "{file}: {why}",
  not_a_file: "{file} is no regular file",
  no_records: "{file} holds no decision records",
  last_changed: "the last record of {file} was changed; keep the file, and record elsewhere",
  shortened: "{file} is shorter than what was written; somebody has cut it",
  rotated_before: "{file} is to be rotated, and {name} is there already",
} as const;

/** Why a decision can't be recorded. */
const FAILED = {
  system: "{file}: {why}; free or repair the disk, or record elsewhere",
  disk_lost: "the disk did not keep what was written to {file} ({why}); repair it and start again",
  closed: "the recorder of {file} is closed",
} as const;

/** Who is in the way. */
const LOCKED = {
  held: "{file} has been in use by process {pid} on {host} for {seconds} s; if that process is gone, remove {lock}",
} as const;

/** Why a masking is of no use. */
const MASKING = {
  not_masking: "{why}",
  no_place: "no incident has a place {place}",
  not_text:
    "{place} holds facts that the decision is made of; name its texts one by one, or erase it",
  required: "{place} is required and can't be erased; mask it",
  key_short: "the key has {held} bytes and needs at least {least}; make one: openssl rand -hex 32",
} as const;

/** Why a checkpoint says nothing. */
const CHECKPOINT = {
  not_signed: "it is no signed checkpoint (JWS)",
  other_kind: "it is signed, and as something else than a checkpoint",
  algorithm_differs: "it is signed by {named}, and the key is for {algorithm}",
  signature_wrong: "its signature does not fit the key",
  claims_wrong: "what it signs names no record of a log",
} as const;

/** What is wrong with a log, a masking or a checkpoint, as a word that programs may rely on. */
export type RecordFault =
  | keyof typeof UNREADABLE
  | keyof typeof FAILED
  | keyof typeof LOCKED
  | keyof typeof MASKING
  | keyof typeof CHECKPOINT;

export const unreadable = refuser(
  "records_unreadable",
  "The decision log can't be read",
  UNREADABLE,
);
export const notRecorded = refuser("record_failed", "The decision can't be recorded", FAILED);
export const locked = refuser("record_locked", "The decision log is locked", LOCKED);
export const unfitMasking = refuser("masking_invalid", "The masking is not valid", MASKING);
export const untrusted = refuser(
  "checkpoint_not_trusted",
  "The checkpoint is not trusted",
  CHECKPOINT,
);

/** What the system or a library said, in one line. */
export const said = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
