// What a user waits for at a prompt, and what an edge worker has to carry.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { median } from "./time.js";

const RUNS = 15;

/** Milliseconds that `amrnci evaluate` takes beyond what Node takes to do nothing. */
export const coldStart = (root: string): string => {
  const run = (args: string[]): number => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}`);
    return performance.now() - start;
  };
  const command = (format: string): string[] => [
    ...["dist/cli.js", "evaluate", "examples/coupang-2025-supplement.json"],
    ...["--format", format],
  ];
  const samples = Array.from({ length: RUNS }, () => ({
    bare: run(["-e", "0"]),
    json: run(command("json")),
    pretty: run(command("pretty")),
  }));
  const of = (name: "bare" | "json" | "pretty"): number => median(samples.map((one) => one[name]));
  const beyond = (name: "json" | "pretty"): string => (of(name) - of("bare")).toFixed(0);
  return `\`amrnci evaluate\` of one file takes ${beyond("json")} ms beyond bare Node (${of("bare").toFixed(0)} ms) as JSON, and ${beyond("pretty")} ms for people, who are also told which readings would change the answer (some ten evaluations more).`;
};

/** Sizes in KB after gzip. */
export const sizes = async (root: string): Promise<string> => {
  const packed = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length / 1024;
  const wasm = packed(readFileSync(join(root, "build/policy.wasm")));
  const data = packed(readFileSync(join(root, "build/data.json")));
  const { outputFiles } = await build({
    entryPoints: [join(root, "dist/index.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "node",
  });
  const host = packed(outputFiles[0]?.contents ?? new Uint8Array());
  const kb = (size: number): string => size.toFixed(0);
  return `Gzipped: policy.wasm ${kb(wasm)} KB; host and validators ${kb(host)} KB; the law's data ${kb(data)} KB; together ${kb(wasm + data + host)} KB.`;
};
