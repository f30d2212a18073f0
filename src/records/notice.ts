/** What an operator of a recorder should know. */
export type Notice =
  /** The log ended with the remains of a write; the next record accounts for them. */
  | { readonly code: "torn_line"; readonly file: string; readonly bytes: number }
  /** Decisions were given without a record. */
  | {
      readonly code: "unrecorded";
      readonly file: string;
      readonly count: number;
      readonly error: Error;
    }
  /** Records that were said to be written may not be on the disk; nothing more is recorded. */
  | { readonly code: "not_synced"; readonly file: string; readonly error: unknown };
