/** The documents that the commands show. */
export type { Comparison } from "../evaluator/index.js";
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
