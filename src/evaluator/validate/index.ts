// The contract's gate: whether a document says what the contract allows, and if not, why not.
// No parsing, no law, nothing of Node. Documents other than requests are checked by documents.ts,
// whose validators are large and not loaded for a decision.
export { describeIssue, type IssueLanguage } from "./describe.js";
export { createIssue } from "./issue.js";
export { issuesOf } from "./issues.js";
export { namesOf, pointerOf, pointerPart, valueAt } from "./pointer.js";
export { checkReadings, type KnownReadings } from "./readings.js";
export { validateIncident, validateRequest } from "./request.js";
export { isTime } from "./time.js";
