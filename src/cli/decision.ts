/** The documents that the commands show, as the schemas have them. */
export type {
  Criterion,
  Decision,
  Duty,
  Fact,
  LiabilityFact,
  Need,
  Notice,
  Question,
} from "../generated/types.js";

/** What would differ under one alternative of a reading (contract, section 5). */
export interface Comparison {
  readonly id: string;
  readonly option: string;
  readonly nature: string;
  readonly source: string;
  readonly changes: readonly {
    readonly path: string;
    readonly from: unknown;
    readonly to: unknown;
  }[];
  readonly more_cautious: boolean;
}
