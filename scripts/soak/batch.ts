import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { Dice } from "../../test/oracle/generate/dice.js";
import { processOf } from "./process-of.js";
import { nextRequest } from "./requests.js";
import { type Soaked, Watch, type Window } from "./windows.js";

const AT_ONCE = 20;

/** One `amrnci batch` process, fed line by line for so many seconds. */
export const soakBatch = async (
  root: string,
  seconds: number,
  seed: number,
  made: (window: Window) => void,
): Promise<Soaked> => {
  const dice = new Dice(seed + 1);
  const child = spawn(process.execPath, ["dist/cli.js", "batch"], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const watch = new Watch(seconds / 40, () => processOf(child.pid ?? 0), made);
  const counts = { answered: 0, refused: 0 };
  const faults = new Set<string>();
  while (watch.seconds < seconds) {
    const sent = Array.from({ length: AT_ONCE }, () => nextRequest(dice, { wrecking: false }));
    const started = performance.now();
    // A line that is no JSON at all is refused in its place too.
    const text = sent.map(({ value }, n) => (n === 7 ? "{" : JSON.stringify(value))).join("\n");
    if (!child.stdin.write(`${text}\n`)) await once(child.stdin, "drain");
    for (const [n, { kind }] of sent.entries()) {
      const { value, done } = (await lines.next()) as { value: string; done: boolean };
      if (done) throw new Error("batch ended early");
      const bad = value.startsWith('{"error"');
      counts[bad ? "refused" : "answered"] += 1;
      if (bad && n !== 7 && kind === "good") faults.add("a good line was refused");
      if (!bad && n === 7) faults.add("a line that is no JSON was answered");
    }
    if (!sent.some(({ kind }) => kind === "huge"))
      watch.took((performance.now() - started) / AT_ONCE);
  }
  child.stdin.end();
  const [code] = (await once(child, "close")) as [number | null];
  // Bad lines were among them, which the exit code says.
  if (code !== 1) faults.add(`batch ended with ${String(code)}`);
  return {
    requests: counts.answered + counts.refused,
    kinds: `answered ${String(counts.answered)}, refused ${String(counts.refused)}`,
    windows: watch.windows,
    faults: [...faults],
  };
};
