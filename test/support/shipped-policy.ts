import { readFileSync } from "node:fs";
import { readBundle } from "../../src/bundle/index.js";
import { createEvaluatorFrom, type Evaluator } from "../../src/evaluator/index.js";
import { createPolicy, type Policy } from "../../src/evaluator/policy.js";

const built = (name: string): URL => new URL(`../../build/${name}`, import.meta.url);

/** The bundle that was built, for programs that read it by its path. */
export const BUNDLE = built("bundle.tar.gz").pathname;

/** The data of the bundle that was built. */
export const shippedData = (): { law: Record<string, unknown>; tables: Record<string, unknown> } =>
  JSON.parse(readFileSync(built("data.json"), "utf8")) as ReturnType<typeof shippedData>;

/** The WASM that was built, to be given other data. */
export const shippedWasm = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(built("policy.wasm")));

/** The WASM that was built with its data, without the host's validation. */
export const shippedPolicy = (): Promise<Policy> =>
  createPolicy({ wasm: readFileSync(built("policy.wasm")), data: shippedData() });

/** The bundle that was built, as users load it: the archive read, requests validated. */
export const shippedEvaluator = async (): Promise<Evaluator> =>
  createEvaluatorFrom(await readBundle(new Uint8Array(readFileSync(BUNDLE))));
