// A realm in which the engine refuses to compile WebAssembly, as edge workers do ("Wasm code generation
// disallowed by embedder"), with what the web platform has and nothing of Node.
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

const WEB = [
  "AbortController",
  "Blob",
  "CompressionStream",
  "CryptoKey",
  "DecompressionStream",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "TransformStream",
  "URL",
  "WritableStream",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "setTimeout",
] as const;

/** Runs the body of an async function there; `amrnci` is `amrnci/bundle`, its answer comes as JSON. */
export type RunThere = (body: string, given: Readonly<Record<string, unknown>>) => Promise<unknown>;

export const realmWithoutCodegen = async (): Promise<RunThere> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/bundle/index.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "amrnci",
    platform: "neutral",
    mainFields: ["module", "main"],
    external: ["node:*"],
    target: "es2022",
    logLevel: "warning",
  });
  const web = WEB.map((name) => [name, (globalThis as Record<string, unknown>)[name]] as const);
  const realm = createContext(Object.fromEntries(web), {
    codeGeneration: { strings: false, wasm: false },
  });
  runInContext(outputFiles[0]?.text ?? "", realm);
  return async (body, given) => {
    Object.assign(realm, given);
    const code = `(async () => { ${body} })().then(
      (answer) => JSON.stringify({ answer }),
      ({ code, message }) => JSON.stringify({ code, message }))`;
    return JSON.parse(await (runInContext(code, realm) as Promise<string>)) as unknown;
  };
};
