import {
  explainDecision,
  explainFixture,
  isDecision,
  isFixture,
} from "../../generated/document-validators.js";
import type { Decision, Fixture } from "../../generated/types.js";
import { validate } from "./validate.js";

/**
 * Checks that a value is a fixture: an incident with what the decision on it is expected to say.
 *
 * @throws {AmrnciError} `fixture_invalid`, with an issue for each place that is wrong (at most 50).
 */
export const validateFixture = (value: unknown): Fixture =>
  validate(value, isFixture, explainFixture, "fixture_invalid", "fixture");

/**
 * Checks that a value is a decision of the contract; for tests, and for hosts that get decisions
 * from another engine.
 *
 * @throws {AmrnciError} `decision_invalid`, with an issue for each place that is wrong (at most 50).
 */
export const validateDecision = (value: unknown): Decision =>
  validate(value, isDecision, explainDecision, "decision_invalid", "decision", false);
