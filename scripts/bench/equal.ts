// Before anything is timed: the hand-written decision answers like the policy, member by member, to
// every fixture and to random requests.
import { isDeepStrictEqual } from "node:util";
import type { Decision, Request } from "../../src/generated/types.js";
import { fixtureFiles, requestOf } from "../../test/support/fixture-files.js";
import { randomRequest } from "../../test/oracle/index.js";

const RANDOM = 1_000;

/** The requests that a valid decision was given to, the timed ones among them; throws at a difference. */
export const expectEqual = (
  answers: {
    readonly policy: (request: object) => string;
    readonly hand: (request: Request) => Decision;
  },
  timed: readonly object[] = [],
): number => {
  const random = Array.from({ length: RANDOM }, (_, seed) => randomRequest(seed) as object);
  let compared = 0;
  for (const request of [...timed, ...fixtureFiles().map(requestOf), ...random]) {
    const expected = JSON.parse(answers.policy(request)) as Decision;
    // What the policy can't read, the hand-written decision is never given.
    if (expected.status === "invalid") continue;
    const found = JSON.parse(JSON.stringify(answers.hand(request as Request))) as Decision;
    if (!isDeepStrictEqual(found, expected)) {
      throw new Error(`the hand-written decision differs on ${JSON.stringify(request)}`);
    }
    compared += 1;
  }
  return compared;
};
