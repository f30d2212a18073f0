/** What a fuzzing process is to do. */
export interface Task {
  readonly seconds: number;
  readonly seed: number;
  /** Where the doors are; the project's own unless stated. */
  readonly folder?: string;
  /** One door alone. */
  readonly door?: string;
  /** How many inputs a door gets at most, for a run that ends at the same place each time. */
  readonly inputs?: number;
  /** False for a run without guidance, to compare with. */
  readonly guided: boolean;
  /** How much memory the process may keep. */
  readonly mostKeptMb: number;
  /** Where the process writes the input it is at, so that one that hangs it is not lost. */
  readonly currentFile: string;
}

/** What a fuzzing process tells the one that watches it. */
export type Message =
  | {
      readonly kind: "count";
      readonly doors: readonly {
        readonly door: string;
        readonly inputs: number;
        readonly kept: number;
      }[];
      readonly rssMb: number;
    }
  | {
      /** `suspect`: to be tried alone before anything is said of it. */
      readonly kind: "found" | "suspect";
      readonly door: string;
      readonly why: string;
      /** Base64. */
      readonly input: string;
    }
  /** Something is wrong, and no single input is to blame. */
  | { readonly kind: "fault"; readonly door: string; readonly why: string };
