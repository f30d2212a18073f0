import fc from "fast-check";
import { describe, it } from "vitest";
import { stateAll, stateOne } from "./stating.js";
import { SEED, expectKept, forRequests } from "./support.js";

describe(`stating a fact (seed ${String(SEED)})`, { timeout: 60_000 }, () => {
  it("never widens the grade, and never takes back an outcome, a duty or a report", () => {
    forRequests(800, (request, dice) => {
      const more = stateOne(request, dice);
      fc.pre(more !== null);
      expectKept(request, more);
    });
  });

  it("after another keeps what was certain from the start", () => {
    forRequests(120, (request, dice) => {
      let more = request;
      for (let step = 0; step < 5; step += 1) {
        const next = stateOne(more, dice);
        if (next === null) break;
        expectKept(more, next);
        more = next;
      }
      expectKept(request, more);
    });
  });

  it("and all the others keeps every criterion that was met or not met", () => {
    forRequests(500, (request, dice) => {
      expectKept(request, stateAll(request, dice));
    });
  });

  it("where nothing at all was known stays within what was possible", () => {
    const nothing = () => ({ incident: { id: "nothing" } });
    forRequests(
      150,
      (request, dice) => {
        expectKept(request, stateAll(request, dice));
      },
      nothing,
    );
  });
});
