import * as sdk from "@open-policy-agent/opa-wasm";
import { AmrnciError } from "../errors.js";
import { checkLogicVersion } from "./logic-version.js";

const ENTRYPOINT = "amrnci/decision";

const PAGE = 64 * 1024;
// The SDK's own start size; a module that needs more says so when it is instantiated.
const FIRST_PAGES = 5;
const MOST_BYTES = 64 * 1024 * 1024;

/** What a policy is made of. Edge runtimes compile no bytes: there `wasm` is an imported module. */
export interface PolicySource {
  readonly wasm: BufferSource | WebAssembly.Module;
  /** The law as data, `{law, tables}`. */
  readonly data: object;
  /** How much memory one instance may take; 64 MiB unless stated. */
  readonly memoryBytes?: number;
}

/** A compiled policy with its data. */
export interface Policy {
  /** The policy's answer to an input; `undefined` is none. Throws an `AmrnciError` where there is none. */
  evaluate(input: unknown): unknown;
  /** The same answer as JSON text. */
  evaluateToJson(input: unknown): string;
}

// `loadPolicySync` is missing from the SDK's types, and at run time it is on the default export only.
interface Sdk {
  loadPolicySync: (wasm: WebAssembly.Module, memory: WebAssembly.MemoryDescriptor) => LoadedPolicy;
}
const { loadPolicySync } = (sdk as unknown as { default: Sdk }).default;
type LoadedPolicy = sdk.LoadedPolicy;

interface Exports {
  builtins(): number;
  opa_json_dump(address: number): number;
  opa_eval(
    reserved: 0,
    entrypoint: number,
    data: number,
    input: number,
    inputLength: number,
    heap: number,
    format: 0,
  ): number;
}

// What the SDK keeps of a module that it has loaded, and its types leave out.
interface Loaded {
  readonly mem: WebAssembly.Memory;
  readonly dataAddr: number;
  readonly dataHeapPtr: number;
  readonly wasmInstance: { readonly exports: Exports };
  readonly entrypoints: Readonly<Record<string, number>>;
}

/** Compiles a policy once and gives it its data; what comes back answers without waiting. */
export const createPolicy = async ({
  wasm,
  data,
  memoryBytes = MOST_BYTES,
}: PolicySource): Promise<Policy> => {
  const module = await compile(wasm);
  checkAbi(module);
  checkLogicVersion(module, data);
  const maximum = Math.max(FIRST_PAGES, Math.floor(memoryBytes / PAGE));

  const instantiate = (): LoadedPolicy => {
    try {
      const instance = loadPolicySync(module, { initial: FIRST_PAGES, maximum });
      checkBuiltins(instance);
      checkEntrypoint(instance);
      instance.setData(data);
      return instance;
    } catch (thrown) {
      throw failure(thrown, maximum, "could not be loaded");
    }
  };

  let instance: LoadedPolicy | undefined = instantiate();
  const answer = (input: unknown): string => {
    const current = (instance ??= instantiate());
    // An instance that threw has leaked stack, and one that grew to its limit never shrinks:
    // it is kept only once it has answered.
    instance = undefined;
    let results: string;
    try {
      results = evaluateText(current, input);
    } catch (thrown) {
      throw failure(thrown, maximum, "failed");
    }
    instance = current;
    if (!results.startsWith(RESULT) || !results.endsWith(END)) {
      throw new AmrnciError("policy_failed", `The policy gave no answer for ${ENTRYPOINT}.`);
    }
    return results.slice(RESULT.length, -END.length);
  };
  return {
    evaluate: (input) => JSON.parse(answer(input)) as unknown,
    evaluateToJson: answer,
  };
};

// What the module writes around the one result of its entrypoint.
const RESULT = '[{"result":';
const END = "}]";

/**
 * The SDK's own `evaluate`, but for the way out: it takes the answer from the memory byte by byte,
 * which costs a fifth of an evaluation, and gives it parsed only. See docs/benchmarks.md.
 */
const evaluateText = (policy: LoadedPolicy, input: unknown): string => {
  const { mem, dataAddr, dataHeapPtr, wasmInstance, entrypoints } = policy as unknown as Loaded;
  const text = new TextEncoder().encode(input === undefined ? "" : JSON.stringify(input));
  const missing = dataHeapPtr + text.byteLength - mem.buffer.byteLength;
  if (missing > 0) mem.grow(Math.ceil(missing / PAGE));
  new Uint8Array(mem.buffer, dataHeapPtr, text.byteLength).set(text);
  const heap = dataHeapPtr + text.byteLength;
  const address = wasmInstance.exports.opa_eval(
    0,
    entrypoints[ENTRYPOINT] ?? 0,
    dataAddr,
    text.byteLength === 0 ? 0 : dataHeapPtr,
    text.byteLength,
    heap,
    0,
  );
  return textAt(mem, address);
};

// One of another realm (a frame, a sandbox) is no instance of this realm's WebAssembly.Module.
const isModule = (wasm: PolicySource["wasm"]): wasm is WebAssembly.Module =>
  Object.prototype.toString.call(wasm) === "[object WebAssembly.Module]";

const compile = async (wasm: PolicySource["wasm"]): Promise<WebAssembly.Module> => {
  if (isModule(wasm)) return wasm;
  try {
    return await WebAssembly.compile(wasm);
  } catch (cause) {
    const why = said(cause);
    const hint = /disallowed|violates/.test(why)
      ? "; where a runtime forbids it, give the module that was deployed"
      : "";
    throw new AmrnciError("policy_failed", `policy.wasm can't be compiled: ${why}${hint}`, {
      cause,
    });
  }
};

// The SDK would print to stderr, and fail later with a sentence that helps nobody.
const checkAbi = (module: WebAssembly.Module): void => {
  if (WebAssembly.Module.exports(module).some(({ name }) => name === "opa_eval")) return;
  throw new AmrnciError(
    "policy_failed",
    "policy.wasm is no Rego policy, or one of an OPA older than ABI 1.2; build it again.",
  );
};

// A built-in that the module does not hold itself would be called from the host only when a rule
// needs it. The SDK's versions differ from OPA's, so that there is none to lend.
const checkBuiltins = ({ wasmInstance, mem }: LoadedPolicy): void => {
  const exports = (wasmInstance as WebAssembly.Instance).exports as unknown as Exports;
  const needed = Object.keys(
    JSON.parse(textAt(mem, exports.opa_json_dump(exports.builtins()))) as object,
  );
  if (needed.length === 0) return;
  throw new AmrnciError(
    "builtin_missing",
    `policy.wasm needs built-ins that are not part of it: ${needed.sort().join(", ")}. ` +
      "Build it with OPA's capabilities limited to scripts/native-builtins.json.",
  );
};

const checkEntrypoint = ({ entrypoints }: LoadedPolicy): void => {
  if (Object.hasOwn(entrypoints as object, ENTRYPOINT)) return;
  throw new AmrnciError("policy_failed", `policy.wasm has no entrypoint ${ENTRYPOINT}.`);
};

const textAt = ({ buffer }: WebAssembly.Memory, address: number): string => {
  const bytes = new Uint8Array(buffer, address);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
};

// The SDK throws strings for a policy's own errors, objects for built-ins, and lets pass what the
// engine throws.
const failure = (thrown: unknown, maximum: number, what: string): AmrnciError => {
  if (thrown instanceof AmrnciError) return thrown;
  const message = said(thrown);
  // opa_malloc aborts with the first; a request too large for the memory fails with the second.
  if (message.includes("opa_malloc: failed") || message.includes("Memory.grow")) {
    const most = `${Math.floor((maximum * PAGE) / 1024 / 1024)} MiB`;
    return new AmrnciError(
      "policy_memory",
      `The policy needs more than the ${most} of memory that it may take; send a smaller request.`,
      { cause: thrown },
    );
  }
  return new AmrnciError("policy_failed", `The policy ${what}: ${message}`, { cause: thrown });
};

const said = (thrown: unknown): string => {
  if (typeof thrown === "string") return thrown;
  if (typeof thrown === "object" && thrown !== null && "message" in thrown)
    return String(thrown.message);
  return String(thrown);
};
