// Where fetched WebAssembly may not be compiled: the same signed bundle is verified, and its data is used
// with the module that was deployed. The engine really refuses, as it does on edge workers.
import { describe, expect, it } from "vitest";
import {
  type Bytes,
  higherNumber,
  LOSS,
  publish,
  tampered,
  verification,
} from "../../support/bundles.js";
import { realmWithoutCodegen } from "../../support/no-codegen.js";
import { shippedWasm } from "../../support/shipped-policy.js";
import { compileRego } from "../../support/tiny-policy.js";

const there = await realmWithoutCodegen();
const deployed = new WebAssembly.Module(shippedWasm());

const activated = (bundles: readonly Bytes[], module?: WebAssembly.Module): Promise<unknown> =>
  there(
    `const rules = amrnci.createRules({ verification: JSON.parse(verification), module });
     const outcomes = [];
     for (const text of bundles.split(" ")) {
       const bytes = Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
       await rules.activate(bytes).then(
         () => outcomes.push("activated"),
         ({ code, message }) => outcomes.push(code + ": " + message));
     }
     if (rules.status.active === null) return { outcomes };
     const { revision, wasm, evaluator } = rules.current();
     return { outcomes, revision, wasm, grade: evaluator.evaluate(JSON.parse(request)).grade.floor };`,
    {
      verification: JSON.stringify(verification),
      bundles: bundles.map((bytes) => Buffer.from(bytes).toString("base64")).join(" "),
      request: JSON.stringify(LOSS),
      module,
    },
  );

describe("where nothing fetched is compiled", () => {
  it("a bundle alone is refused, and the message says what to do", async () => {
    const why = /^policy_failed: .*disallowed by embedder; .*give the module that was deployed/;
    expect(await activated([await publish()])).toEqual({
      answer: { outcomes: [expect.stringMatching(why)] },
    });
  });

  it("the data of a signed bundle answers with the module that was deployed", async () => {
    const changed = await publish({ revision: "2026.2", law: higherNumber });
    expect(await activated([await publish()], deployed)).toEqual({
      answer: {
        outcomes: ["activated"],
        revision: "2026.1",
        wasm: "deployed",
        grade: "relatively_major",
      },
    });
    expect(await activated([await publish(), changed], deployed)).toMatchObject({
      answer: { outcomes: ["activated", "activated"], revision: "2026.2", grade: "general" },
    });
  });

  it("the module of the bundle is not used", async () => {
    const wasm = await compileRego('package amrnci\ndecision := "mine"');
    expect(await activated([await publish({ wasm })], deployed)).toMatchObject({
      answer: { outcomes: ["activated"], grade: "relatively_major" },
    });
  });

  it("another logic version is refused by name, and the data before it goes on answering", async () => {
    const other = await publish({ revision: "2027.1", logic_version: 2 });
    expect(await activated([await publish(), other], deployed)).toMatchObject({
      answer: {
        outcomes: [
          "activated",
          expect.stringMatching(
            /^logic_version_mismatch: .*made for logic version 2, and these rules are logic version 1/,
          ),
        ],
        revision: "2026.1",
        grade: "relatively_major",
      },
    });
  });

  it("a module that deployed module names none version is refused", async () => {
    const nameless = new WebAssembly.Module(await compileRego("package amrnci\ndecision := 1"));
    expect(await activated([await publish()], nameless)).toEqual({
      answer: {
        outcomes: [expect.stringMatching(/^logic_version_mismatch: .*deployed module names none/)],
      },
    });
  });

  it("what nobody signed is refused as anywhere", async () => {
    const bundles = [
      await publish(),
      tampered(await publish({ revision: "2026.2" })),
      await publish({ revision: "2026.2", key: "stranger" }),
      await publish({ revision: "2025.1" }),
    ];
    expect(await activated(bundles, deployed)).toMatchObject({
      answer: {
        outcomes: [
          "activated",
          expect.stringMatching(/^bundle_not_trusted/),
          expect.stringMatching(/^bundle_not_trusted/),
          expect.stringMatching(/^bundle_not_newer/),
        ],
        revision: "2026.1",
      },
    });
  });
});
