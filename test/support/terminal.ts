import { spawn } from "node:child_process";

const CLI = new URL("../../dist/cli.js", import.meta.url).pathname;
const WAIT_MS = 15_000;

/** A run of the command in a real terminal, as a person at a keyboard has it. */
export interface Terminal {
  /** All that was shown so far, without colours and moves of the cursor. */
  shown(): string;
  /** Waits until what was shown since the last wait matches; fails with all that was shown. */
  until(pattern: RegExp): Promise<string>;
  type(keys: string): void;
  /** Waits for the end; gives the exit code. */
  ended(): Promise<number | null>;
  kill(): void;
}

export const KEYS = {
  enter: "\r",
  down: "\x1b[B",
  space: " ",
  interrupt: "\x03",
} as const;

// Colours, moves of the cursor, and modes of the terminal.
const SEQUENCES = /\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[=>()][A-Z0-9]?)/g;

/**
 * Starts the built command in a pseudo-terminal, which `script` of Debian's essential bsdutils opens.
 * It is 100 columns wide and 50 lines high.
 */
export const openTerminal = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Terminal => {
  const quoted = [process.execPath, CLI, ...args].map((one) => `'${one.replaceAll("'", "'\\''")}'`);
  const command = `stty cols 100 rows 50; exec ${quoted.join(" ")}`;
  const { PATH = "" } = process.env;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    env: { PATH, LANG: "C.UTF-8", TERM: "xterm", SHELL: "/bin/sh", ...env },
  });
  let text = "";
  let read = 0;
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const one of waiting) one();
  };
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
    wake();
  });
  const exit = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      resolve(code);
      wake();
    });
  });
  const plain = (): string => text.replace(SEQUENCES, "").replaceAll("\r", "");

  return {
    shown: plain,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const finish = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
        };
        const fail = (why: string): void => {
          finish();
          reject(new Error(`${why}: ${String(pattern)} was not shown in\n${plain()}`));
        };
        const look = (): void => {
          const all = plain();
          const found = pattern.exec(all.slice(read));
          if (found !== null) {
            read += found.index + found[0].length;
            finish();
            resolve(found[0]);
          } else if (child.exitCode !== null) fail("the command ended");
        };
        const timer = setTimeout(() => {
          fail("waited in vain");
        }, WAIT_MS);
        waiting.add(look);
        look();
      }),
    type: (keys) => {
      child.stdin.write(keys);
    },
    ended: () => exit,
    kill: () => {
      child.kill("SIGKILL");
    },
  };
};
