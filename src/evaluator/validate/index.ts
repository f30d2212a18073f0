// The contract's gate: whether a document says what the contract allows, and if not, why not.
// No parsing, no law, nothing of Node.
export { describeIssue, type IssueLanguage } from "./describe.js";
export { validateDecision, validateFixture } from "./documents.js";
export { createIssue } from "./issue.js";
export { issuesOf } from "./issues.js";
export { namesOf, pointerOf, pointerPart, valueAt } from "./pointer.js";
export { checkReadings, type KnownReadings } from "./readings.js";
export { validateIncident, validateRequest } from "./request.js";
export { isTime } from "./time.js";
