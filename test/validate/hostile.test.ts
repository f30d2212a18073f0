import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AmrnciError } from "../../src/errors.js";
import { namesOf, valueAt, validateRequest } from "../../src/evaluator/validate/index.js";
import { incident, request } from "./request-sample.js";

const refused = (value: unknown): AmrnciError => {
  try {
    validateRequest(value);
  } catch (error) {
    if (error instanceof AmrnciError) return error;
    throw error;
  }
  throw new Error("it was accepted");
};

describe("a document with very many faults", () => {
  it("is answered with 50 issues and a note that there are more", () => {
    const error = refused({ incident: { id: "x", impact: { sites: Array(400_000).fill(1) } } });
    expect(error.issues).toHaveLength(50);
    expect(error.unlisted).toBe(true);
    expect(error.message).toMatch(/50 or more issues[\s\S]*… and more$/);
  });

  it("is answered quickly and in little memory", () => {
    const site = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`m${String(n)}`, 1]));
    const value = {
      incident: { id: "x", impact: { sites: Array(300).fill(site), data: Array(9999).fill(site) } },
    };
    const start = performance.now();
    expect(refused(value).issues).toHaveLength(50);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("lists bounds the wrong way round up to the same number", () => {
    const sites = Array(5000).fill({
      kind: "unknown",
      unreachable_minutes: { at_least: 2, at_most: 1 },
    });
    const error = refused({ incident: { id: "x", impact: { sites } } });
    expect(error.issues).toHaveLength(50);
    expect(error.unlisted).toBe(true);
  });
});

describe("a fault far behind in a document", () => {
  it("is named with its own place", () => {
    const sites = [...Array<unknown>(3000).fill({ kind: "unknown" }), { kind: "bad" }];
    expect(refused({ incident: { id: "x", impact: { sites } } }).issues).toMatchObject([
      { path: "/incident/impact/sites/3000/kind", expected: "choice" },
    ]);
  });

  it("is found behind many members too", () => {
    const names = Array.from({ length: 500 }, (_, n) => [`reading_${String(n)}`, "x"]);
    const readings = { ...Object.fromEntries(names), last: "NOT AN OPTION" } as unknown;
    expect(refused({ incident, readings }).issues).toMatchObject([{ path: "/readings/last" }]);
  });

  it("does not make what was cut away seem missing", () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`x${String(n)}`, 1]));
    const { issues } = refused({ ...many, incident });
    expect(issues.every(({ code }) => code === "unknown_member")).toBe(true);
  });
});

describe("names chosen by a stranger", () => {
  it("are shown without control characters", () => {
    const { issues } = refused({ incident, "\u001b[2J\u202e": 1 });
    expect(issues[0]?.message).toBe(
      "/\ufffd[2J\ufffd: there is no such member here; known are incident, as_of, readings",
    );
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "%s is unknown like any other",
    (name) => {
      const value = JSON.parse(`{"incident": {"id": "x"}, "${name}": {"incident": 1}}`) as unknown;
      expect(refused(value).issues).toMatchObject([{ path: `/${name}`, code: "unknown_member" }]);
    },
  );
});

/** The sample with one part of it replaced by anything. */
const damaged = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.jsonValue({ maxDepth: 3 }))
  .map(([seed, value]) => {
    const copy = structuredClone(request) as unknown;
    let at = copy as Record<string, unknown>;
    for (let n = seed; ; n = Math.floor(n / 3)) {
      const names = Object.keys(at);
      const name = names[n % names.length] ?? "more";
      const next = at[name];
      if (n < 3 || typeof next !== "object" || next === null) {
        at[n % 7 === 0 ? `${name}x` : name] = value;
        return copy;
      }
      at = next as Record<string, unknown>;
    }
  });

describe("any JSON value", () => {
  const holds = (value: unknown): void => {
    let issues: AmrnciError["issues"];
    try {
      expect(validateRequest(value)).toBe(value);
      return;
    } catch (error) {
      if (!(error instanceof AmrnciError)) throw error;
      issues = error.issues;
    }
    expect(issues.length).toBeGreaterThan(0);
    for (const { path, message } of issues) {
      const parent = path.slice(0, Math.max(0, path.lastIndexOf("/")));
      expect(
        path === "" || valueAt(value, path) !== undefined || valueAt(value, parent) !== undefined,
      ).toBe(true);
      expect(message).not.toMatch(/oneOf|anyOf|schema|undefined|\[object/);
      expect(namesOf(path).length).toBeLessThan(10);
    }
    expect(new Set(issues.map(({ path }) => path)).size).toBe(issues.length);
  };

  it("is accepted, or refused with issues whose places exist", () => {
    fc.assert(fc.property(fc.jsonValue(), holds), { numRuns: 300 });
  });

  it("so is a request with a part replaced", () => {
    fc.assert(fc.property(damaged, holds), { numRuns: 1000 });
  });
});
