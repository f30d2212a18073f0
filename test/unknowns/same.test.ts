// The contract has several ways to say the same of a fact (section 2); the answer is the same bytes.
import { describe, expect, it } from "vitest";
import { READINGS } from "../oracle/index.js";
import { readingsOf } from "../oracle/readings.js";
import { isRequired, type Kind } from "./facts.js";
import { copyOf, incidentOf, leaveOut, placesOf, state, type Doc } from "./places.js";
import { SEED, decide, forRequests } from "./support.js";

/** Ways to say nothing of a fact beside leaving it out. */
const UNKNOWN: Record<Kind["type"], readonly unknown[]> = {
  yes_no: ["unknown"],
  choice: ["unknown"],
  quantity: ["unknown", {}, { at_least: 0 }],
  words: ["unknown", { at_least: [] }],
  entries: ["unknown", { at_least: [] }],
};

const lowest = (kind: Kind): unknown => {
  if (kind.type === "choice") return kind.lowest;
  if (kind.type === "quantity") return 0;
  return kind.type === "yes_no" ? false : [];
};

/** A decision shows a fact as it was stated; that alone may differ. */
const bytes = (request: unknown): string =>
  JSON.stringify(decide(request), (name, value: unknown) => (name === "value" ? null : value));

const withAll = (request: unknown, said: (kind: Kind) => unknown): Doc => {
  const other = copyOf(request);
  for (const { path, kind, value } of placesOf(request)) {
    if (value !== undefined || isRequired(kind)) continue;
    // Entries that are not there have no members to state.
    state(other, path, said(kind));
  }
  return other;
};

describe(`saying the same in other words (seed ${String(SEED)})`, { timeout: 60_000 }, () => {
  it("a fact left out is unknown, however that is said", () => {
    forRequests(400, (request, dice) => {
      const base = copyOf(request);
      Reflect.deleteProperty(incidentOf(base), "unstated");
      const places = placesOf(base).filter(({ kind }) => !isRequired(kind));
      const { path, kind } = dice.pick(places);
      leaveOut(base, path);
      const other = copyOf(base);
      state(other, path, dice.pick(UNKNOWN[kind.type]));
      expect({ base, other, bytes: bytes(other) }).toEqual({ base, other, bytes: bytes(base) });
    });
  });

  it("every fact left out is unknown, however that is said", () => {
    forRequests(150, (request, dice) => {
      const base = copyOf(request);
      Reflect.deleteProperty(incidentOf(base), "unstated");
      const other = withAll(base, (kind) => dice.pick(UNKNOWN[kind.type]));
      state(other, "/unstated", "unknown");
      expect({ base, other, bytes: bytes(other) }).toEqual({ base, other, bytes: bytes(base) });
    });
  });

  it("a required fact may be unknown in as many words", () => {
    forRequests(150, (request) => {
      const base = copyOf(request);
      const other = copyOf(request);
      for (const { path, kind } of placesOf(base)) {
        if (kind.type !== "words" || !kind.required) continue;
        state(base, path, "unknown");
        state(other, path, { at_least: [] });
      }
      expect({ base, other, bytes: bytes(other) }).toEqual({ base, other, bytes: bytes(base) });
    });
  });

  it("where what is left out means none, every fact left out is as if none were stated", () => {
    forRequests(300, (request, dice) => {
      const base = copyOf(request);
      state(base, "/unstated", "none");
      const places = placesOf(base).filter(({ kind }) => !isRequired(kind));
      for (const { path } of dice.some(places, dice.pick([0.05, 0.2]))) leaveOut(base, path);
      const other = withAll(base, lowest);
      expect({ base, other, bytes: bytes(other) }).toEqual({ base, other, bytes: bytes(base) });
    });
  });

  it("the same request gives the same bytes", () => {
    forRequests(100, (request) => {
      expect(JSON.stringify(decide(request))).toBe(JSON.stringify(decide(copyOf(request))));
    });
  });
});

describe("readings", () => {
  it("are all ten named in every decision, each with the option used", () => {
    const names = Object.keys(READINGS).sort();
    expect(names).toHaveLength(10);
    forRequests(200, (request) => {
      const { readings } = decide(request);
      expect(Object.keys(readings).sort()).toEqual(names);
      expect({ request, readings }).toEqual({ request, readings: readingsOf(request) });
    });
  });

  it("are named where the request can't be read", () => {
    for (const request of [{}, { incident: [] }, { incident: { id: 1 } }]) {
      expect(Object.keys(decide(request).readings)).toHaveLength(10);
    }
  });
});
