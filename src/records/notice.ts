/** What an operator of a recorder should know. */
export type Notice =
  /** The log ended with the remains of a write; the next record accounts for them. */
  | { readonly code: "torn_line"; readonly file: string; readonly bytes: number }
  /** Decisions were given without a record. */
  | {
      readonly code: "unrecorded";
      readonly file: string;
      readonly count: number;
      readonly message: string;
    }
  /** Records that were given as written may not be on the disk. */
  | { readonly code: "not_synced"; readonly file: string; readonly message: string };

export type NoticeHandler = (notice: Notice) => void;
