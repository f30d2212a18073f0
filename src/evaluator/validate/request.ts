import type { Incident, Request } from "../../generated/types.js";
import {
  explainIncident,
  explainRequest,
  isIncident,
  isRequest,
} from "../../generated/validators.js";
import { validate } from "./validate.js";

/**
 * Checks that a value is a request of the contract and returns it unchanged.
 *
 * @throws {AmrnciError} `request_invalid`, with an issue for each place that is wrong (at most 50).
 */
export const validateRequest = (value: unknown): Request =>
  validate(value, isRequest, explainRequest, "request_invalid", "request");

/**
 * Checks that a value is an incident of the contract and returns it unchanged.
 *
 * @throws {AmrnciError} `incident_invalid`, with an issue for each place that is wrong (at most 50).
 */
export const validateIncident = (value: unknown): Incident =>
  validate(value, isIncident, explainIncident, "incident_invalid", "incident");
