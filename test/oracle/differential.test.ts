// The product against a second, independent reading of the law. A difference is a bug in one of them:
// read the article, and keep the request as a fixture (test/fixtures/found/).
import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/index.js";
import { createPolicy } from "../../src/evaluator/policy.js";
import { issuesOf, validateRequest } from "../../src/evaluator/validate/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { shippedData, shippedPolicy, shippedWasm } from "../support/shipped-policy.js";
import { decide, randomRequest, shrink, type OracleVersion } from "./index.js";
import { differences, spokenOf } from "./differential/compare.js";

const COUNT = Number(process.env.ORACLE_REQUESTS ?? 20_000);
const FIRST_SEED = Number(process.env.ORACLE_SEED ?? 0);
