import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Case, Command } from "./cases.js";
import { environmentOf, OFFLINE } from "./machine.js";
import { copyTree } from "./tree.js";

export interface Ran {
  readonly command: Command;
  readonly seconds: number;
  /** What is wrong; null where it went as it must. */
  readonly wrong: string | null;
  readonly said: string;
}

/** Carries out a case in a folder of its own, command by command, until one goes wrong. */
export async function* runCase(root: string, { machine, commands }: Case): AsyncGenerator<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-newcomer-"));
  try {
    const clone = join(folder, "clone");
    copyTree(root, clone);
    const env = environmentOf(machine, folder);
    for (const command of commands) {
      const started = Date.now();
      const { code, said } = await execute(command, clone, env);
      const wrong = faultOf(command, code, said);
      yield { command, seconds: Math.round((Date.now() - started) / 1_000), wrong, said };
      if (wrong !== null) return;
    }
  } finally {
    // Go's modules are read-only.
    spawnSync("chmod", ["-R", "u+w", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether programs can be run in a network of their own, in which there is nothing but themselves. */
const canUnshare = (): boolean => spawnSync("unshare", ["-n", "true"]).status === 0;

type Line = Command["line"];

/** A command there. What makes that network is a program of this machine, not of the newcomer's. */
const withoutNetwork = (line: Line, own: NodeJS.ProcessEnv): [Line, NodeJS.ProcessEnv] => {
  const env = { ...own, ...OFFLINE };
  if (!canUnshare()) return [line, env];
  const script = 'ip link set lo up; PATH=$0; exec "$@"';
  const there: Line = ["unshare", "-n", "sh", "-c", script, own.PATH ?? "", ...line];
  return [there, { ...env, PATH: process.env.PATH }];
};

const execute = (
  { line, offline }: Command,
  cwd: string,
  own: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const [[program, ...args], env] = offline ? withoutNetwork(line, own) : [line, own];
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    }
    child.on("close", (code) => {
      resolve({ code, said });
    });
  });

const faultOf = ({ works, refuses }: Command, code: number | null, said: string): string | null => {
  if (works !== undefined) {
    if (code !== 0) return `it ended with ${String(code)}`;
    return works.test(said) ? null : `it does not say ${String(works)}`;
  }
  if (code === 0) return "it ended as if all were well";
  // What make itself adds is the same for whatever goes wrong.
  const lines = said.split("\n").filter((line) => line !== "" && !/^make(?:\[\d+\])?: /.test(line));
  if (lines.length !== 1) return `it says ${String(lines.length)} lines`;
  return refuses?.test(lines[0] ?? "") === true ? null : `it does not say ${String(refuses)}`;
};
