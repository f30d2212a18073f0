import { describe, expect, it } from "vitest";
import type { Decision } from "../../src/index.js";
import { questionsByBruteForce, randomSmallRequest } from "../oracle/index.js";
import { GRADES } from "../oracle/types.js";
import { lowestOf, raised } from "./raising.js";
import { copyOf, listed, placesOf, state } from "./places.js";
import { known } from "./stating.js";
import { SEED, decide, forRequests } from "./support.js";

const settled = ({ status }: Decision): boolean => status !== "undecided";

describe(`questions (seed ${String(SEED)})`, { timeout: 60_000 }, () => {
  it("answered all at once leave nothing open", () => {
    let answered = 0;
    forRequests(400, (request, dice) => {
      let after = copyOf(request);
      // What is asked of a list closes it, and a new entry's facts may then be asked in turn.
      for (let round = 0; round < 3; round += 1) {
        const { questions } = decide(after);
        const next = copyOf(after);
        const places = new Map(placesOf(after).map((place) => [place.path, place]));
        // Facts first, lists last: a list that is closed moves its entries.
        for (const { path } of questions.toSorted((a, b) => b.path.length - a.path.length)) {
          const place = places.get(path);
          if (!place) throw new Error(`${path} is no fact of the incident`);
          answered += 1;
          if (place.kind.type !== "entries")
            state(next, path, known(place.kind, place.value, dice));
        }
        for (const { path } of questions) {
          if (places.get(path)?.kind.type !== "entries") continue;
          const now = placesOf(next).find((place) => place.path === path)?.value;
          state(next, path, listed(now).entries);
        }
        after = next;
      }
      const decision = decide(after);
      expect({ request, after, asked: decision.questions, settled: settled(decision) }).toEqual({
        request,
        after,
        asked: [],
        settled: true,
      });
    });
    expect(answered).toBeGreaterThan(1_000);
  });

  it("are asked where and only where one fact alone can move something", () => {
    let asked = 0;
    for (let seed = 1_000; seed < 1_150; seed += 1) {
      const request = randomSmallRequest(seed);
      const paths = decide(request).questions.map(({ path }) => path);
      const moving = questionsByBruteForce(request).map(({ path }) => path);
      expect({ request, paths: paths.sort() }).toEqual({ request, paths: moving });
      asked += paths.length;
    }
    expect(asked).toBeGreaterThan(100);
  });

  it("are none where the decision is settled, and some where it is not", () => {
    forRequests(400, (request) => {
      const decision = decide(request);
      // Facts that would end a decision that is made are asked all the same.
      if (!settled(decision)) {
        expect({ request, asked: decision.questions.length > 0 }).toEqual({ request, asked: true });
      }
    });
  });

  it("come with the highest grade first, then what moves no grade", () => {
    forRequests(300, (request) => {
      const lifts = decide(request).questions.map(({ criteria }) =>
        Math.max(0, ...criteria.map((id) => GRADES.indexOf(id.split(".")[1] as "general"))),
      );
      expect({ request, lifts }).toEqual({ request, lifts: lifts.toSorted((a, b) => b - a) });
    });
  });
});

describe(`what a question decides (seed ${String(SEED)})`, { timeout: 60_000 }, () => {
  it("raises the grade to what it says, with everything else at its lowest", () => {
    let raising = 0;
    forRequests(
      250,
      (request) => {
        const decision = decide(request);
        if (!decision.grade) return;
        const lowest = lowestOf(request);
        const { floor, settled: fixed } = decide(lowest).grade ?? {};
        expect({ request, lowest, floor, fixed }).toEqual({
          request,
          lowest,
          floor: decision.grade.floor,
          fixed: true,
        });
        for (const question of decision.questions) {
          if (question.raises_to === null) continue;
          expect({ request, question, raised: raised(request, lowest, question) }).toEqual({
            request,
            question,
            raised: true,
          });
          raising += 1;
        }
      },
      randomSmallRequest,
    );
    expect(raising).toBeGreaterThan(100);
  });
});
