// Our whole decision beside the same bundle in OPA, over HTTP and in process, and in the plain SDK.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPolicy } from "@open-policy-agent/opa-wasm";
import { createEvaluator } from "../../src/index.js";
import { startOpaServer } from "../../test/support/opa-server.js";
import { documents } from "./documents.js";
import { opaBench } from "./peers.js";
import { ratio, sayUs, timeTogether } from "./time.js";

/** Rows of the table of decisions, as Markdown. */
export const decisionRows = async (root: string): Promise<string[]> => {
  const bundle = join(root, "build/bundle.tar.gz");
  const evaluator = await createEvaluator({ bundle });
  const plain = await loadPolicy(new Uint8Array(readFileSync(join(root, "build/policy.wasm"))));
  plain.setData(JSON.parse(readFileSync(join(root, "build/data.json"), "utf8")) as object);
  const opa = await startOpaServer(bundle);
  const rows: string[] = [];
  try {
    for (const [name, request] of Object.entries(documents)) {
      const text = JSON.stringify(request);
      const timings = await timeTogether({
        ours: () => evaluator.evaluateToJson(JSON.parse(text)),
        // Without our validation, from text to text as well.
        sdk: () => JSON.stringify(plain.evaluate(JSON.parse(text) as object)),
      });
      const [ours, sdk] = [timings.ours?.us ?? NaN, timings.sdk?.us ?? NaN];
      const one = await overHttp(opa.decide.bind(opa), request, 1);
      const many = await overHttp(opa.decide.bind(opa), request, 16);
      const native = opaBench(root, "data.amrnci.decision", ["-b", bundle], [request]) / 1_000;
      const kb = (count: number): string => (count / 1024).toFixed(1);
      const size = evaluator.evaluateToJson(request).length;
      rows.push(
        `| ${name} | ${kb(text.length)} → ${kb(size)} | ${sayUs(ours)} (${timings.ours?.spread ?? ""}) | ${ratio(sdk, ours)} | ${ratio(native, ours)} | ${ratio(one, ours)} | ${ratio(many, ours)} |`,
      );
    }
  } finally {
    await opa.stop();
  }
  return rows;
};

/** Microseconds for each decision of an OPA server with the same bundle, over so many connections. */
const overHttp = async (
  decide: (request: unknown) => Promise<unknown>,
  request: object,
  connections: number,
): Promise<number> => {
  const each = Math.ceil(160 / connections);
  const worker = async (): Promise<void> => {
    for (let n = 0; n < each; n++) await decide(request);
  };
  await worker();
  const start = process.hrtime.bigint();
  await Promise.all(Array.from({ length: connections }, worker));
  return Number(process.hrtime.bigint() - start) / 1_000 / (each * connections);
};
