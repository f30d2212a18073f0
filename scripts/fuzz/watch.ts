import { type ChildProcess, fork } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { SILENCE_MS, tryAlone } from "./alone.js";
import type { Message, Task } from "./messages.js";

export interface Heard {
  readonly count: (message: Message & { kind: "count" }) => void;
  readonly found: (door: string, why: string, input: Uint8Array) => void;
  /** Something is wrong, and no single input is to blame. */
  readonly fault: (door: string, why: string) => void;
}

/** Runs one fuzzing process until it ends, or hangs and is ended. */
export const watchProcess = async (task: Task, heard: Heard): Promise<void> => {
  const tried: Promise<void>[] = [];
  const suspect = async (door: string, input: Uint8Array): Promise<void> => {
    const why = await tryAlone(task, door, input);
    if (why !== null) heard.found(door, why, input);
  };
  const end = await ended(task, (message) => {
    if (message.kind === "count") heard.count(message);
    else if (message.kind === "fault") heard.fault(message.door, message.why);
    else {
      const { kind, door, why } = message;
      const input = Buffer.from(message.input, "base64");
      if (kind === "found") heard.found(door, why, input);
      else tried.push(suspect(door, input));
    }
  });
  await Promise.all(tried);
  if (end === null) return;
  const { door, input } = lastInput(task.currentFile);
  if (door === null) throw new Error(`the fuzzing process ${end} before its first input`);
  // What it was at when it ended may be innocent: others before it may have filled the memory.
  const why = await tryAlone(task, door, input);
  if (why === null) heard.fault(door, `the process ${end}; its last input does nothing alone`);
  else heard.found(door, why, input);
};

/** Runs the process; gives how it ended, or null where it ended well. */
const ended = (task: Task, hear: (message: Message) => void): Promise<string | null> =>
  new Promise((resolve) => {
    writeFileSync(task.currentFile, Buffer.alloc(4));
    const url = new URL("./process.ts", import.meta.url);
    const child: ChildProcess = fork(url, [JSON.stringify(task)], {
      execArgv: ["--import", "tsx", "--expose-gc", "--max-old-space-size=1024"],
    });
    let last = Date.now();
    let hung = false;
    let bad = "";
    child.on("message", (message: Message) => {
      last = Date.now();
      hear(message);
    });
    const watch = setInterval(() => {
      if (Date.now() - last < SILENCE_MS) return;
      hung = true;
      child.kill("SIGKILL");
    }, 1_000);
    child.on("error", (error) => (bad = error.message));
    child.on("exit", (code) => {
      clearInterval(watch);
      if (code === 0) resolve(null);
      else resolve(hung ? "hangs" : `ends with ${String(code)} ${bad}`.trim());
    });
  });

/** The input that a process was at when it ended: a line with the door, then the bytes. */
const lastInput = (file: string): { door: string | null; input: Uint8Array } => {
  const bytes = readFileSync(file);
  const all = bytes.subarray(4, 4 + bytes.readUInt32LE(0));
  const end = all.indexOf(0x0a);
  return end < 0
    ? { door: null, input: all }
    : { door: all.subarray(0, end).toString(), input: all.subarray(end + 1) };
};
