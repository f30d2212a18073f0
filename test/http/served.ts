// `amrnci serve`, the built command, as a process of its own.
import { type ChildProcess, spawn } from "node:child_process";

const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;

export interface Served {
  readonly child: ChildProcess;
  readonly line: string;
  readonly url: string;
  readonly port: number;
  /** What it has logged so far. */
  readonly log: () => Record<string, unknown>[];
  readonly exit: Promise<number | null>;
}

/** Starts it on a free port and waits until it listens; rejects with what it said where it does not. */
export const startServed = async (flags: readonly string[]): Promise<Served> => {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [CLI, "serve", "--port", "0", ...flags], {
    env: { PATH, LANG: "C" },
  });
  let out = "";
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes("\n")) resolve(out);
    });
    void exit.then(() => {
      reject(new Error(err));
    });
  });
  const [url = ""] = /http:\/\/[^;]+/.exec(line) ?? [];
  const log = () =>
    err
      .trimEnd()
      .split("\n")
      .map((one) => JSON.parse(one) as Record<string, unknown>);
  return { child, line, url, port: Number(new URL(url).port), log, exit };
};
