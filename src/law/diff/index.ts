// The room of differences between two sets of rules: what changed, and whom it would touch.
export { type Change, changesBetween, withChange } from "./change.js";
export { type Aspect, ASPECTS } from "./aspects.js";
export { type Answer, type Difference, differences } from "./compare.js";
export { type Affected, type Cause, diffLaw, type Group, type LawDiff } from "./impact.js";
export { describeChange, type LegalChange } from "./describe.js";
export { DRAFT_PROBLEMS, type LawSource, sourceOf } from "./source.js";
