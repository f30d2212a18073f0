import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/index.js";
import { removeOne, timesOf } from "./removing.js";
import { copyOf, leaveOut } from "./places.js";
import { stateAll } from "./stating.js";
import { SEED, decide, expectKept, forRequests } from "./support.js";

describe(`an unknown is never a no (seed ${String(SEED)})`, { timeout: 60_000 }, () => {
  it("removing a fact never lowers the ceiling, raises the floor or ends a duty", () => {
    forRequests(800, (request, dice) => {
      expectKept(removeOne(request, dice), request);
    });
  });

  it("removing one fact of an incident that is known in full does not either", () => {
    forRequests(400, (request, dice) => {
      const full = stateAll(request, dice);
      expectKept(removeOne(full, dice), full);
    });
  });

  it("removing many facts, one after another, does not either", () => {
    forRequests(100, (request, dice) => {
      let less = request;
      for (let step = 0; step < 5; step += 1) less = removeOne(less, dice);
      expectKept(less, request);
    });
  });

  it("removing a time ends no duty and changes no grade", () => {
    forRequests(300, (request, dice) => {
      const times = timesOf(request);
      const before = decide(request);
      if (times.length === 0 || before.status === "not_in_force") return;
      const less = copyOf(request);
      leaveOut(less, `/times/${dice.pick(times)}`);
      const after = decide(less);
      const kept = ({ grade, reportable, criteria, duties }: Decision) => {
        const applies = duties.map(({ id, applies: sure }) => ({ id, sure }));
        return { grade, reportable, criteria, applies };
      };
      expect({ request, less, ...kept(after) }).toEqual({ request, less, ...kept(before) });
    });
  });
});
