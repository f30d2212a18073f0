import { spawn } from "node:child_process";

/** How a run of the command ended. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a run is given beside its arguments. */
export interface Given {
  input?: string | Buffer;
  env?: Record<string, string>;
}

const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;

/** Runs the built command as a user does, without the colours and the locale of this machine. */
export function runCli(
  args: readonly string[],
  { input = "", env = {} }: Given = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const { PATH = "" } = process.env;
    const child = spawn(process.execPath, [CLI, ...args], { env: { PATH, LANG: "C", ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    // A command that ends before it has read its input is no error of the test.
    child.stdin.on("error", () => undefined);
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({
        code,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      });
    });
    child.stdin.end(input);
  });
}

/** The path of an incident of these tests. */
export function incident(name: string): string {
  return new URL(`incidents/${name}`, import.meta.url).pathname;
}
