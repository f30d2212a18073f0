// Our whole decision beside the same one written by hand, the same bundle in OPA, over HTTP and in
// process, and the SDK used plainly.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPolicy } from "@open-policy-agent/opa-wasm";
import { validateRequest } from "../../src/evaluator/validate/index.js";
import { createEvaluator } from "../../src/index.js";
import { type OpaServer, startOpaServer } from "../../test/support/opa-server.js";
import { documents } from "./documents.js";
import { expectEqual } from "./equal.js";
import { createHand } from "./hand/decide.js";
import type { Law } from "./hand/law.js";
import { opaBench } from "./peers.js";
import { cpuOf } from "./process.js";
import { ratio, sayTimes, sayTiming, timeTogether } from "./time.js";

/** Rows of the table of decisions, as Markdown, and how many decisions were compared before. */
export const decisionRows = async (root: string): Promise<{ rows: string[]; compared: number }> => {
  const bundle = join(root, "build/bundle.tar.gz");
  const evaluator = await createEvaluator({ bundle });
  const data = JSON.parse(readFileSync(join(root, "build/data.json"), "utf8")) as { law: Law };
  const decide = createHand(data);
  const plain = await loadPolicy(new Uint8Array(readFileSync(join(root, "build/policy.wasm"))));
  plain.setData(data);
  const answers = { policy: (request: object) => evaluator.answerToJson(request), hand: decide };
  expectEqual(answers, Object.values(documents));
  const opa = await startOpaServer(bundle);
  const rows: string[] = [];
  try {
    for (const [name, request] of Object.entries(documents)) {
      const text = JSON.stringify(request);
      const { hand, ours, sdk } = await timeTogether({
        // The same parser and the same validation as our host's: only the deciding differs.
        hand: () => JSON.stringify(decide(validateRequest(JSON.parse(text)))),
        ours: () => evaluator.evaluateToJson(JSON.parse(text)),
        // Without validation, from text to text as well.
        sdk: () => JSON.stringify(plain.evaluate(JSON.parse(text) as object)),
      });
      const native = opaBench(root, "data.amrnci.decision", ["-b", bundle], [request]) / 1_000;
      const one = await overHttp(opa, request, 1);
      const many = await overHttp(opa, request, 16);
      const kb = (count: number): string => (count / 1024).toFixed(1);
      const size = evaluator.evaluateToJson(request).length;
      const cells = [
        name,
        `${kb(text.length)} → ${kb(size)}`,
        sayTiming(hand),
        sayTiming(ours),
        `**${sayTimes(ours.times)}**`,
        ratio(sdk.us, ours.us),
        ratio(native, ours.us),
        ratio(one.cpu, ours.us),
        `${ratio(one.wall, ours.us)}, ${ratio(many.wall, ours.us)}`,
      ];
      rows.push(`| ${cells.join(" | ")} |`);
    }
  } finally {
    await opa.stop();
  }
  // Afterwards, for a thousand other requests would make V8 compile the hand-written code for all their
  // shapes, and twice as slow for each.
  return { rows, compared: expectEqual(answers) };
};

/** Microseconds for each decision of an OPA server: what its process works, and what its clients wait. */
const overHttp = async (
  opa: OpaServer,
  request: object,
  connections: number,
): Promise<{ cpu: number; wall: number }> => {
  const each = Math.ceil(160 / connections);
  const worker = async (): Promise<void> => {
    for (let n = 0; n < each; n++) await opa.decide(request);
  };
  await worker();
  const [start, before] = [performance.now(), cpuOf(opa.pid)];
  await Promise.all(Array.from({ length: connections }, worker));
  const count = each * connections;
  return {
    cpu: ((cpuOf(opa.pid) - before) * 1_000) / count,
    wall: ((performance.now() - start) * 1_000) / count,
  };
};
