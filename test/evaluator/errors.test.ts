// What goes wrong from outside, and the code and places that it is told with.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AmrnciError, createEvaluator, isAmrnciError, type Evaluator } from "../../src/index.js";
import { createEvaluatorFrom } from "../../src/evaluator/index.js";
import { assembleBundle, readBundle } from "../../src/bundle/index.js";
import { BUNDLE, shippedData, shippedWasm } from "../support/shipped-policy.js";

const packed = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(BUNDLE));

const thrownBy = async (act: () => unknown): Promise<AmrnciError> => {
  try {
    await act();
  } catch (error) {
    if (error instanceof AmrnciError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};

const REQUEST = { incident: { id: "x", impact: { direct_economic_loss_yuan: 5_000_000 } } };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-errors-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a bundle", () => {
  it("that never ends is refused at its limit, and fills no memory", async () => {
    const error = await thrownBy(() => createEvaluator({ bundle: "/dev/zero" }));
    expect(error.code).toBe("bundle_unreadable");
    expect(error.message).toContain("larger than");
  });

  it("is read from bytes, a path and a file: URL alike", async () => {
    const url = pathToFileURL(BUNDLE);
    const texts = await Promise.all(
      [packed(), BUNDLE, url, url.href].map(async (bundle) =>
        (await createEvaluator({ bundle })).evaluateToJson(REQUEST),
      ),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('"floor":"relatively_major"');
  });

  it.each([
    ["no bytes", () => new Uint8Array()],
    ["a text", () => new Uint8Array(Buffer.from("no bundle"))],
    ["half of its bytes", () => packed().slice(0, 5_000)],
    ["a file that is not there", () => join(folder, "missing.tar.gz")],
    ["a folder", () => folder],
    ["a URL that leads nowhere", () => pathToFileURL(join(folder, "missing.tar.gz"))],
  ])("that is %s is unreadable", async (_, bundle) => {
    const error = await thrownBy(() => createEvaluator({ bundle: bundle() }));
    expect(error.code).toBe("bundle_unreadable");
    expect(error.message).toMatch(/^The bundle can't be read: .+\.$/);
    expect(isAmrnciError(error)).toBe(true);
  });

  it("that is not there is told by its name, and with the cause", async () => {
    const bundle = join(folder, "missing.tar.gz");
    const error = await thrownBy(() => createEvaluator({ bundle }));
    expect(error.message).toContain(bundle);
    expect((error.cause as NodeJS.ErrnoException).code).toBe("ENOENT");
  });

  it.each([
    ["a grade without criteria", "law/2025-11-01/annex/particularly_major", null, "policy_failed"],
    [
      "a number that is none",
      "law/2025-11-01/annex/major/condition_5/persons",
      "x",
      "policy_failed",
    ],
    ["a duty of nobody", "law/2025-11-01/duties/operator.summary/bearer", null, "policy_failed"],
    ["an outcome that is none", "tables/criteria/by_grade/major/3/outcome", [], "policy_failed"],
    ["members of nothing", "tables/request/objects/1/members/title", {}, "policy_failed"],
    ["a version that is none", "law/versions/1", null, "bundle_unreadable"],
    ["a version without a first day", "law/versions/0/valid_from", null, "bundle_unreadable"],
    ["readings that are none", "law/2025-11-01/readings/clock_start", null, "bundle_unreadable"],
  ])("whose data has %s is refused when it is loaded", async (_, place, value, code) => {
    const { data, files, manifest, wasm } = await readBundle(packed());
    const changed = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
    const names = place.split("/");
    const last = names.pop() ?? "";
    const within = names.reduce((one, name) => one[name] as Record<string, unknown>, changed);
    within[last] = value;
    const rego = new Map([...files].filter(([name]) => name.endsWith(".rego")));
    const bundle = await assembleBundle({ rego, wasm, data: changed, roots: manifest.roots });
    const error = await thrownBy(() => createEvaluator({ bundle }));
    expect({ code: error.code, told: /undefined|null\b/.test(error.message) }).toEqual({
      code,
      told: false,
    });
  });

  it("that is damaged in the middle is unreadable", async () => {
    const bytes = packed();
    bytes.fill(0, 20_000, 20_100);
    const path = join(folder, "damaged.tar.gz");
    writeFileSync(path, bytes);
    expect((await thrownBy(() => createEvaluator({ bundle: path }))).code).toBe(
      "bundle_unreadable",
    );
  });

  it("whose data names no law is unreadable", async () => {
    const error = await thrownBy(() => createEvaluatorFrom({ wasm: shippedWasm(), data: {} }));
    expect(error.code).toBe("bundle_unreadable");
  });

  it("whose policy is no WebAssembly fails, with the engine's own words", async () => {
    const wasm = new Uint8Array([0, 97, 115, 109, 1]);
    const error = await thrownBy(() => createEvaluatorFrom({ wasm, data: shippedData() }));
    expect(error.code).toBe("policy_failed");
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("whose policy is no policy fails", async () => {
    const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    const error = await thrownBy(() => createEvaluatorFrom({ wasm, data: shippedData() }));
    expect(error.code).toBe("policy_failed");
  });
});

describe("a request", () => {
  let evaluator: Evaluator;
  beforeAll(async () => {
    evaluator = await createEvaluator({ bundle: BUNDLE });
  });
  const ways = ["evaluate", "evaluateToJson", "compareReadings"] as const;

  it.each(ways)("that is wrong is refused by %s with each place", async (way) => {
    const incident = { id: "x", operator: { kind: "ministry" }, impact: { sites: [{}], cii: 1 } };
    const error = await thrownBy(() => evaluator[way]({ incident, as_of: "2025-02-29T00:00:00Z" }));
    expect(error.code).toBe("request_invalid");
    expect(error.issues.map(({ path }) => path).sort()).toEqual([
      "/as_of",
      "/incident/impact/cii",
      "/incident/impact/sites/0/kind",
      "/incident/operator/kind",
    ]);
    for (const { path, message } of error.issues) expect(message).toContain(path);
  });

  it.each([undefined, null, [], "incident", 7])("that is %j is refused", async (value) => {
    const error = await thrownBy(() => evaluator.evaluate(value));
    expect(error.code).toBe("request_invalid");
    expect(error.issues.length).toBeGreaterThan(0);
  });

  it.each(ways)("with a reading that the bundle does not know is refused by %s", async (way) => {
    const readings = { clock_starts: "awareness" };
    const error = await thrownBy(() => evaluator[way]({ ...REQUEST, readings }));
    expect(error.code).toBe("reading_unknown");
    expect(error.issues.map(({ path }) => path)).toEqual(["/readings/clock_starts"]);
  });

  it("with an option that the reading does not have is refused", async () => {
    const readings = { clock_start: "awareness", relay_bearer: "nobody" };
    const error = await thrownBy(() => evaluator.evaluate({ ...REQUEST, readings }));
    expect(error.code).toBe("reading_unknown");
    expect(error.issues.map(({ path }) => path)).toEqual(["/readings/relay_bearer"]);
  });
});

describe("memory", () => {
  const large = (entries: number): object => ({
    incident: {
      id: "large",
      impact: { sites: Array.from({ length: entries }, () => ({ kind: "unknown" })) },
    },
  });
  const FAULT = { level: "county", cause: "fault", unreachable_minutes: 120 };
  const small = () => createEvaluator({ bundle: BUNDLE, memoryBytes: 4 * 1024 * 1024 });

  it("that a request needs too much of ends in an error, and the next request is answered", async () => {
    const evaluator = await small();
    const before = evaluator.evaluateToJson(REQUEST);
    for (const entries of [1_000, 50_000]) {
      const error = await thrownBy(() => evaluator.evaluate(large(entries)));
      expect(error.code).toBe("policy_memory");
      expect(error.message).toContain("4 MiB");
      expect(evaluator.evaluateToJson(REQUEST)).toBe(before);
    }
  });

  it("is enough by default for ten thousand sites", async () => {
    const evaluator = await createEvaluator({ bundle: BUNDLE });
    const sites = Array.from({ length: 10_000 }, () => ({ kind: "enterprise_portal", ...FAULT }));
    const { grade } = evaluator.evaluate({ incident: { id: "large", impact: { sites } } });
    expect(grade?.floor).toBe("relatively_major");
  });

  it("does not run out over many requests", async () => {
    const evaluator = await small();
    const before = evaluator.evaluateToJson(REQUEST);
    for (let count = 0; count < 300; count += 1) evaluator.evaluateToJson(REQUEST);
    expect(evaluator.evaluateToJson(REQUEST)).toBe(before);
  });

  it("that does not hold the law's data is an error at once", async () => {
    const error = await thrownBy(() => createEvaluator({ bundle: BUNDLE, memoryBytes: 1 }));
    expect(error.code).toBe("policy_memory");
  });
});
