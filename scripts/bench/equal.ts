// The hand-written decision answers like the policy, member by member, to what is timed, to every fixture
// and to random requests.
import { isDeepStrictEqual } from "node:util";
import type { Decision, Request } from "../../src/generated/types.js";
import { fixtureFiles, requestOf } from "../../test/support/fixture-files.js";
import { randomRequest } from "../../test/oracle/index.js";

const RANDOM = 1_000;

interface Answers {
  readonly policy: (request: object) => string;
  readonly hand: (request: Request) => Decision;
}

/** How many requests both decide alike; throws at a difference. */
export const expectEqual = (
  answers: Answers,
  requests: readonly object[] = [...fixtureFiles().map(requestOf), ...random()],
): number => {
  let compared = 0;
  for (const request of requests) {
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

const random = (): object[] =>
  Array.from({ length: RANDOM }, (_, seed) => randomRequest(seed) as object);
