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
      readonly kind: "found";
      readonly door: string;
      readonly why: string;
      /** Base64. */
      readonly input: string;
    };

/** Where the process writes the input it is at, so that one that hangs it is not lost. */
export const CURRENT_FILE = ".cache/fuzz-current";
