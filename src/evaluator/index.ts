// The room of answers: validate, evaluate, decide. It knows no number and no rule of the law, and
// nothing of files, bundles or people's words.
export { type Change, type Comparison, compareDecisions } from "./compare.js";
export { createEvaluatorFrom, type Evaluator } from "./evaluator.js";
export { withNotices } from "./notices.js";
export { createPolicy, type Policy, type PolicySource } from "./policy.js";
export { LOGIC_SECTION, logicVersionMismatch, logicVersionOf } from "./logic-version.js";
export { isTime } from "./validate/time.js";
