// What a user waits for at a prompt, and what an edge worker has to carry.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { rulesData } from "../../src/evaluator/law-data.js";
import { median } from "./time.js";

const RUNS = 15;

interface Run {
  readonly wall: number;
  readonly cpu: number;
}

/** Milliseconds of processor time that a process and its threads have taken so far (Linux). */
export const cpuOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  // The name in brackets may hold spaces; user and system time are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * (1_000 / ticks());
};

let perSecond: number | undefined;
const ticks = (): number => (perSecond ??= Number(execFileSync("getconf", ["CLK_TCK"]).toString()));

/** Milliseconds that a run of Node takes, as a shell tells them. */
const run = (root: string, args: readonly string[]): Run => {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", '"$@" >/dev/null; times >&2', "sh", process.execPath, ...args],
    { cwd: root, encoding: "utf8" },
  );
  const wall = performance.now() - start;
  const [user, system] = [...stderr.matchAll(/(\d+)m([\d.]+)s/g)]
    .slice(-2)
    .map(([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1_000);
  if (status !== 0 || user === undefined || system === undefined) throw new Error(stderr);
  return { wall, cpu: user + system };
};

/** Milliseconds that `amrnci evaluate` takes beyond what Node takes to do nothing. */
export const coldStart = (root: string): string[] => {
  const command = (format: string): string[] => [
    ...["dist/cli.js", "evaluate", "examples/coupang-2025-supplement.json"],
    ...["--format", format],
  ];
  const cases = {
    bare: ["-e", "0"],
    version: ["dist/cli.js", "--version"],
    json: command("json"),
    pretty: command("pretty"),
  };
  type Name = keyof typeof cases;
  const samples = Array.from({ length: RUNS }, () =>
    Object.fromEntries(Object.entries(cases).map(([name, args]) => [name, run(root, args)])),
  ) as Record<Name, Run>[];
  const of = (name: Name, member: keyof Run): number =>
    median(samples.map((one) => one[name][member]));
  const row = (name: Name, what: string): string =>
    `| ${what} | ${(["cpu", "wall"] as const)
      .map((member) =>
        name === "bare"
          ? of(name, member).toFixed(0)
          : `+${(of(name, member) - of("bare", member)).toFixed(0)}`,
      )
      .join(" | ")} |`;
  return [
    row("bare", "bare Node (`node -e 0`)"),
    row("version", "`amrnci --version`"),
    row("json", "`amrnci evaluate` of one file as JSON"),
    row(
      "pretty",
      "the same for people, with what other readings would change (ten evaluations more)",
    ),
  ];
};

/** KB after `gzip -9`. */
const packed = (bytes: Uint8Array): number =>
  execFileSync("gzip", ["-9c"], { input: bytes, maxBuffer: 2 ** 26 }).length / 1024;

/** What an entry point of the package weighs: what it imports at once, and all that it may load. */
const weightOf = async (
  root: string,
  entry: string,
): Promise<{ atOnce: number; whole: number }> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`dist/${entry}.js`],
    outdir: ".cache/bench/edge",
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    external: ["node:*"],
    logLevel: "error",
  });
  const loaded = new Set<string>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    loaded.add(path);
    for (const { kind, path: other, external } of metafile.outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && external !== true) load(other);
    }
  };
  load(`.cache/bench/edge/${entry}.js`);
  const atOnce = outputFiles.filter(({ path }) =>
    [...loaded].some((name) => path === join(root, name)),
  );
  const weight = (files: typeof outputFiles): number =>
    packed(Buffer.concat(files.map(({ contents }) => contents)));
  return { atOnce: weight(atOnce), whole: weight(outputFiles) };
};

/** Sizes in KB after gzip. */
export const sizesOf = async (
  root: string,
): Promise<{ wasm: number; host: number; read: number; data: number }> => {
  const text = readFileSync(join(root, "build/data.json"), "utf8");
  return {
    wasm: packed(readFileSync(join(root, "build/policy.wasm"))),
    host: (await weightOf(root, "edge")).atOnce,
    read: packed(Buffer.from(JSON.stringify(rulesData(JSON.parse(text) as object)))),
    data: packed(Buffer.from(text)),
  };
};

/** Sizes, as rows of a table. */
export const sizeRows = async (root: string): Promise<string[]> => {
  const { wasm, host, read, data } = await sizesOf(root);
  const kb = (size: number): string => size.toFixed(0);
  return [
    `| policy.wasm | ${kb(wasm)} |`,
    `| host with validators (\`dist/edge.js\` and what it imports at once) | ${kb(host)} |`,
    `| what rules read of the law's data | ${kb(read)} |`,
    `| together | **${kb(wasm + host + read)}** |`,
    `| with what the data holds for people alone | ${kb(wasm + host + data)} |`,
    ...(await entryRows(root)),
  ];
};

// Of the package's entry points, by the names of their files.
const ENTRIES = { "amrnci (edge, browser)": "edge", "amrnci (Node)": "index" };
const OTHERS = ["http", "bundle", "report", "records"];

const entryRows = (root: string): Promise<string[]> => {
  const names = { ...ENTRIES, ...Object.fromEntries(OTHERS.map((one) => [`amrnci/${one}`, one])) };
  return Promise.all(
    Object.entries(names).map(async ([name, file]) => {
      const { atOnce, whole } = await weightOf(root, file);
      return `| \`${name}\` alone, at once (with all that it may load) | ${atOnce.toFixed(0)} (${whole.toFixed(0)}) |`;
    }),
  );
};
