// `make newcomer`: a clean clone with empty caches, on machines that lack one thing or another: what the
// README names suffices for both of its commands, and where something is missing one line says what to do.
// NEWCOMER_CASE (a part of a case's name) runs some only.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CASES, oldNodeCases, type Case } from "./newcomer/cases.js";
import { runCase } from "./newcomer/run.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const only = process.env.NEWCOMER_CASE ?? "";

const OLD_NODE = "18.20.8";

/** A real Node 18; null, and said, where the registry has none for this machine. */
const fetchOldNode = (folder: string): string | null => {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    const args = [
      "install",
      "--prefix",
      folder,
      "--no-save",
      "--ignore-scripts",
      `${name}@${OLD_NODE}`,
    ];
    execFileSync("npm", args, { stdio: ["ignore", "ignore", "pipe"] });
    return join(folder, "node_modules", name, "bin/node");
  } catch {
    console.log(`skipped: with Node 18 (no ${name}@${OLD_NODE} could be installed)`);
    return null;
  }
};

const run = async (one: Case): Promise<boolean> => {
  for await (const { command, seconds, wrong, said } of runCase(root, one)) {
    const where = command.offline ? " offline" : "";
    const what = `${one.name}: ${command.line.join(" ").replace(root, "")}${where}`;
    console.log(`${wrong === null ? "ok  " : "FAIL"} ${what} (${String(seconds)} s)`);
    if (wrong === null) continue;
    console.error(`${wrong}; the end of what it said:\n${said.split("\n").slice(-30).join("\n")}`);
    return false;
  }
  return true;
};

const main = async (): Promise<void> => {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), "amrnci-node-"));
  try {
    const wanted = ({ name }: { name: string }): boolean => name.includes(only);
    const node = wanted({ name: "with Node 18" }) ? fetchOldNode(folder) : null;
    const cases = [...CASES, ...(node === null ? [] : oldNodeCases(node))].filter(wanted);
    let failed = 0;
    for (const one of cases) if (!(await run(one))) failed += 1;
    const seconds = Math.round((Date.now() - started) / 1_000);
    console.log(
      `newcomer: ${String(cases.length)} ${cases.length === 1 ? "case" : "cases"}, ${String(failed)} failed, ${String(seconds)} s`,
    );
    if (failed > 0 || cases.length === 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

await main();
