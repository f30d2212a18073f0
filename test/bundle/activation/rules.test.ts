// Activation as a host sees it: what may replace what, what a failure leaves, and what the status says.
import { describe, expect, it } from "vitest";
import { createRules, type Rules } from "../../../src/bundle/index.js";
import { bytesOf } from "../../support/bytes.js";
import { LOSS, publish, tampered, verification } from "../../support/bundles.js";
import { compileRego } from "../../support/tiny-policy.js";

const first = await publish({ revision: "2026.1" });
const second = await publish({ revision: "2026.2" });

const started = async (bytes = first): Promise<Rules> => {
  const rules = createRules({ verification });
  await rules.activate(bytes);
  return rules;
};
const refused = (act: Promise<unknown>, code: string, message: RegExp): Promise<void> =>
  Promise.all([
    expect(act).rejects.toMatchObject({ code }),
    expect(act).rejects.toThrow(message),
  ]).then(() => undefined);

describe("the active bundle", () => {
  it("is none at first, and nothing is decided", () => {
    const rules = createRules({ verification });
    expect(() => rules.current()).toThrow(/No bundle of rules is active/);
    expect(rules.status).toMatchObject({ active: null, last_attempt: null, stale: false });
  });

  it("answers, and says what it is", async () => {
    const rules = createRules({ verification, now: () => Date.UTC(2026, 0, 2) });
    expect((await rules.activate(first, { etag: '"one"' })).outcome).toBe("activated");
    const { evaluator, revision, digest, manifest, signer } = rules.current();
    expect(evaluator.evaluate(LOSS)).toMatchObject({
      rules: { revision: "2026.1" },
      grade: { floor: "relatively_major" },
    });
    expect({ revision, manifest: manifest.revision }).toEqual({
      revision: "2026.1",
      manifest: "2026.1",
    });
    expect(signer).toEqual({ keyid: "release", algorithm: "ES256", scope: null });
    expect(rules.status).toEqual({
      active: {
        revision: "2026.1",
        digest,
        logic_version: 1,
        wasm: "bundle",
        signer,
        origin: "received",
        activated_at: "2026-01-02T00:00:00.000Z",
        not_after: null,
        stale: false,
        override: null,
        persisted: null,
      },
      stale: false,
      last_attempt: "2026-01-02T00:00:00.000Z",
      last_success: "2026-01-02T00:00:00.000Z",
      last_error: null,
      copy_error: null,
      etag: '"one"',
    });
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("stays with whoever has taken it, while the next one answers others", async () => {
    const rules = await started();
    const taken = rules.current();
    await rules.activate(second);
    expect(taken.evaluator.evaluate(LOSS).rules?.revision).toBe("2026.1");
    expect(rules.current().evaluator.evaluate(LOSS).rules?.revision).toBe("2026.2");
  });

  it("is not made anew of the same bytes", async () => {
    const rules = await started();
    const taken = rules.current();
    expect((await rules.activate(first)).outcome).toBe("unchanged");
    expect(rules.current()).toBe(taken);
  });

  it("is the last of several that come at once, in their order", async () => {
    const rules = createRules({ verification });
    const third = await publish({ revision: "2026.3" });
    await Promise.all([first, second, third].map((bytes) => rules.activate(bytes)));
    expect(rules.current().revision).toBe("2026.3");
  });
});

describe("a failure keeps the old bundle and shows in the status:", () => {
  const law =
    (change: object) =>
    (data: Record<string, unknown>): Record<string, unknown> => ({ ...data, ...change });
  const cases: [string, () => Promise<Uint8Array<ArrayBuffer>>, string, RegExp][] = [
    ["no bundle at all", () => Promise.resolve(bytesOf("<html>")), "bundle_unreadable", /gzip/],
    ["cut off", () => Promise.resolve(second.slice(0, 9_000)), "bundle_unreadable", /gzip/],
    ["changed", () => Promise.resolve(tampered(second)), "bundle_not_trusted", /not what was/],
    ["not signed", () => publish({ key: "none" }), "bundle_not_trusted", /not signed/],
    ["signed by another", () => publish({ key: "stranger" }), "bundle_not_trusted", /fit the key/],
    [
      "data outside its roots",
      () => publish({ roots: ["amrnci", "law"] }),
      "bundle_unreadable",
      /data\.tables/,
    ],
    [
      "a not_after that is no time",
      () => publish({ revision: "2026.2", not_after: "2026-02-30" }),
      "bundle_unreadable",
      /not_after/,
    ],
    [
      "another logic version",
      () => publish({ revision: "2026.2", logic_version: 2 }),
      "logic_version_mismatch",
      /logic version 2, and these rules are logic version 1/,
    ],
    [
      "no policy in its WASM",
      () => publish({ revision: "2026.2", wasm: bytesOf("\0asm\x01\0\0\0") }),
      "policy_failed",
      /no Rego policy/,
    ],
    [
      "a law without a version",
      () => publish({ revision: "2026.2", law: law({ versions: [] }) }),
      "bundle_unreadable",
      /no version/,
    ],
    [
      "a version that does not answer for its first day",
      () =>
        publish({
          revision: "2026.2",
          law: law({
            versions: [{ id: "2025-11-01", valid_from: "2025-11-01", repealed_from: "2025-11-01" }],
          }),
        }),
      "policy_failed",
      /self-test/,
    ],
    [
      "an older revision",
      () => publish({ revision: "2025.9" }),
      "bundle_not_newer",
      /2025\.9 is older than 2026\.1/,
    ],
    [
      "the same revision with other bytes",
      () => publish({ revision: "2026.1" }),
      "bundle_not_newer",
      /is that of the active bundle/,
    ],
    [
      "a revision without an order",
      () => publish({ revision: "9f31c2a" }),
      "bundle_not_newer",
      /no order/,
    ],
  ];
  it.each(cases)("%s", async (_, make, code, message) => {
    const rules = await started();
    const before = rules.current();
    await refused(rules.activate(await make(), { etag: "bad" }), code, message);
    expect(rules.current()).toBe(before);
    expect(rules.status).toMatchObject({
      active: { revision: "2026.1" },
      last_error: { code, message: expect.stringMatching(message) as string },
      etag: null,
    });
    expect(rules.current().evaluator.evaluate(LOSS).grade?.floor).toBe("relatively_major");
    // The next good one clears it.
    await rules.activate(second);
    expect(rules.status).toMatchObject({ active: { revision: "2026.2" }, last_error: null });
  });

  it("a policy that asks for built-ins of the host", async () => {
    const rules = await started();
    const wasm = await compileRego("package amrnci\ndecision := time.now_ns()");
    const act = rules.activate(await publish({ revision: "2026.2", wasm }));
    await refused(act, "builtin_missing", /time\.now_ns/);
    expect(rules.status.active?.revision).toBe("2026.1");
  });
});

describe("the first bundle", () => {
  it("must not be older than the revision that the host was released with", async () => {
    const rules = createRules({ verification, oldestRevision: "2026.2" });
    await refused(rules.activate(first), "bundle_not_newer", /2026\.1 is older than 2026\.2/);
    await rules.activate(second);
    expect(rules.current().revision).toBe("2026.2");
  });
});

describe("going back", () => {
  it("needs a reason, which the status keeps", async () => {
    const rules = await started(second);
    const back = { override: { reason: "  2026.2 doubles a number, see incident 17 " } };
    await rules.activate(first, back);
    expect(rules.status.active).toMatchObject({
      revision: "2026.1",
      override: { reason: "2026.2 doubles a number, see incident 17", replaced: "2026.2" },
    });
    // A reason that was not needed is none.
    await rules.activate(second, back);
    expect(rules.status.active?.override).toBeNull();
  });

  it.each(["", "  ", "x".repeat(1_001)])("is wrong use with the reason %j", async (reason) => {
    const rules = await started(second);
    await refused(rules.activate(first, { override: { reason } }), "usage", /needs a reason/);
    expect(rules.current().revision).toBe("2026.2");
  });
});

describe("a bundle past its not_after", () => {
  const until = "2026-12-31T23:59:59+08:00";
  it("still answers, and every decision and the status say that it is stale", async () => {
    let now = Date.parse(until);
    const rules = createRules({ verification, now: () => now });
    await rules.activate(await publish({ not_after: until }));
    const current = rules.current();
    const { evaluator } = current;
    const fresh = evaluator.evaluateToJson(LOSS);
    expect(fresh).not.toContain("bundle_stale");
    expect(rules.status).toMatchObject({ stale: false, active: { not_after: until } });

    now += 1;
    expect(current.stale()).toBe(true);
    expect(rules.status).toMatchObject({ stale: true, active: { stale: true } });
    const decision = evaluator.evaluate(LOSS);
    const notice = { code: "bundle_stale", params: { revision: "2026.1", not_after: until } };
    expect(decision.notices).toContainEqual(notice);
    expect(decision.notices.map(({ code }) => code)).toEqual(
      decision.notices.map(({ code }) => code).sort(),
    );
    expect(decision.grade?.floor).toBe("relatively_major");
    expect(evaluator.evaluateToJson(LOSS)).toBe(JSON.stringify(decision));
    // But for the notice nothing differs.
    const notices = decision.notices.filter(({ code }) => code !== "bundle_stale");
    expect(JSON.stringify({ ...decision, notices })).toBe(fresh);
  });

  it("may replace an older one", async () => {
    const rules = await started();
    await rules.activate(await publish({ revision: "2026.2", not_after: "2020-01-01T00:00:00Z" }));
    expect(rules.status).toMatchObject({ stale: true, active: { revision: "2026.2" } });
  });
});

describe("who listens", () => {
  it("hears of each attempt, and can't stop it", async () => {
    const rules = createRules({ verification });
    const heard: (string | undefined)[] = [];
    const leave = rules.subscribe(({ active, last_error }) => {
      heard.push(last_error?.code ?? active?.revision);
      throw new Error("a listener of no use");
    });
    await rules.activate(first);
    await rules.activate(bytesOf("x")).catch(() => undefined);
    leave();
    await rules.activate(second);
    expect(heard).toEqual(["2026.1", "bundle_unreadable"]);
  });
});
