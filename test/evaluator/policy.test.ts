// The one file that knows the SDK, with policies of a few lines compiled by the real OPA.
import { beforeAll, describe, expect, it } from "vitest";
import { AmrnciError } from "../../src/errors.js";
import { createPolicy, type Policy } from "../../src/evaluator/policy.js";
import { compileRego } from "../support/tiny-policy.js";

const POLICY = `package amrnci

decision := {"conflict": both} if {
	input.conflict
} else := {"deep": sum(numbers.range(1, input.numbers))} if {
	input.numbers
} else := {"said": input.say, "law": data.law} if {
	input.say
}

both := "one" if input.conflict

both := "other" if input.conflict
`;

const MIB = 1024 * 1024;

const thrown = (act: () => unknown): AmrnciError => {
  try {
    act();
  } catch (error) {
    if (error instanceof AmrnciError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
};
const rejection = async (promise: Promise<unknown>): Promise<AmrnciError> => {
  const error = await promise.then(
    () => new Error("nothing was thrown"),
    (reason: unknown) => reason,
  );
  if (error instanceof AmrnciError) return error;
  throw error as Error;
};

let wasm: Uint8Array<ArrayBuffer>;
let policy: Policy;
const data = { law: "the law" };

beforeAll(async () => {
  wasm = await compileRego(POLICY);
  policy = await createPolicy({ wasm, data });
});

describe("a policy answers", () => {
  it("by its input and the data it was given", () => {
    expect(policy.evaluate({ say: "hello" })).toEqual({ said: "hello", law: "the law" });
  });

  it("the same as text and as a value", () => {
    expect(JSON.parse(policy.evaluateToJson({ say: "hello" }))).toEqual(
      policy.evaluate({ say: "hello" }),
    );
  });

  it.each([
    ["Chinese", "国家网络安全事件"],
    ["astral characters", "𠮷👩‍💻"],
    ["quotes, backslashes and controls", `"\\/\b\f\n\r\t\u0001\u2028`],
    ["what looks like the end of an answer", '"}]'],
    ["half a megabyte", "国".repeat(170_000)],
  ])("with text unharmed: %s", (_, say) => {
    expect(policy.evaluate({ say })).toEqual({ said: say, law: "the law" });
  });

  it("from a module that was compiled elsewhere, as edge runtimes want it", async () => {
    const module = await WebAssembly.compile(wasm);
    const other = await createPolicy({ wasm: module, data: { law: "another" } });
    expect(other.evaluate({ say: "hello" })).toEqual({ said: "hello", law: "another" });
  });

  it("without seeing the data of another policy of the same module", async () => {
    const module = await WebAssembly.compile(wasm);
    const one = await createPolicy({ wasm: module, data: { law: 1 } });
    const other = await createPolicy({ wasm: module, data: { law: 2 } });
    expect([one, other, one].map((each) => each.evaluate({ say: "x" }))).toEqual(
      [1, 2, 1].map((law) => ({ said: "x", law })),
    );
  });
});

describe("a policy that gives no answer throws", () => {
  it("where no rule applies, instead of returning nothing", () => {
    expect(thrown(() => policy.evaluate({})).code).toBe("policy_failed");
  });

  it("where rules contradict each other, with OPA's words and the cause", () => {
    const error = thrown(() => policy.evaluate({ conflict: true }));
    expect(error.code).toBe("policy_failed");
    expect(error.message).toMatch(/^The policy failed: .*conflict/);
    expect(error.cause).toBeDefined();
  });

  it("and answers the next request, also after a thousand throws", () => {
    // An instance kept after an abort dies after about 500 of them.
    for (let n = 0; n < 1_000; n++) thrown(() => policy.evaluate({ conflict: true }));
    expect(policy.evaluate({ say: "still here" })).toEqual({ said: "still here", law: "the law" });
  });

  it("where it needs more memory than it may take, and then answers what fits", async () => {
    const small = await createPolicy({ wasm, data, memoryBytes: 2 * MIB });
    const computed = thrown(() => small.evaluate({ numbers: 1_000_000 }));
    expect(computed.code).toBe("policy_memory");
    expect(computed.message).toContain("2 MiB");
    const sent = thrown(() => small.evaluate({ say: "x".repeat(3 * MIB) }));
    expect(sent.code).toBe("policy_memory");
    expect(small.evaluate({ say: "x" })).toEqual({ said: "x", law: "the law" });
    expect(policy.evaluate({ numbers: 1_000 })).toEqual({ deep: 500_500 });
  });
});

describe("a policy of no use is refused when it is loaded", () => {
  it.each([
    ["sprintf", 'sprintf("%d", [input.n])'],
    ["time.now_ns", "time.now_ns()"],
  ])("that needs %s from its host", async (name, call) => {
    const needs = await compileRego(`package amrnci\n\ndecision := ${call}\n`);
    const error = await rejection(createPolicy({ wasm: needs, data }));
    expect(error.code).toBe("builtin_missing");
    expect(error.message).toContain(name);
  });

  it("that has another entrypoint", async () => {
    const other = await compileRego("package other\n\nanswer := 42\n", "other/answer");
    const error = await rejection(createPolicy({ wasm: other, data }));
    expect(error.code).toBe("policy_failed");
    expect(error.message).toContain("amrnci/decision");
  });

  it("that is no WebAssembly", async () => {
    const error = await rejection(createPolicy({ wasm: new Uint8Array([1, 2, 3]), data }));
    expect(error.code).toBe("policy_failed");
  });

  it("that is WebAssembly of another kind", async () => {
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    expect((await rejection(createPolicy({ wasm: empty, data }))).code).toBe("policy_failed");
  });

  it("whose data does not fit into its memory", async () => {
    const large = { law: "x".repeat(3 * MIB) };
    const error = await rejection(createPolicy({ wasm, data: large, memoryBytes: 2 * MIB }));
    expect(error.code).toBe("policy_memory");
  });
});
