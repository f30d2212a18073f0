// Real processes that record: what the tests of crashes, full disks and several writers start and end.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, symlinkSync, readlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const RECORDS = new URL("../../dist/records.js", import.meta.url).href;

/**
 * Records one decision after the other and prints the id of each that was recorded, `null` for one that
 * was given without a record, and the code of each that was refused; `stdin` says how many more.
 */
const PROGRAM = `
  import { createInterface } from "node:readline";
  import { createRecorder } from ${JSON.stringify(RECORDS)};
  const options = JSON.parse(process.argv[1]);
  const notices = [];
  const recorder = await createRecorder({ ...options, onNotice: (one) => console.error(JSON.stringify(one)) });
  const decision = { status: "not_in_force", padding: "x".repeat(options.padding ?? 0) };
  let number = 0;
  const one = async () => {
    const incident = { id: process.pid + "-" + number++ };
    try {
      const record = await recorder.record({ incident }, decision, { bundle: { revision: "r" } });
      process.stdout.write((record === null ? "null" : incident.id) + "\\n");
    } catch (error) {
      process.stdout.write(error.code + "\\n");
    }
  };
  process.stdout.write("ready\\n");
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === "close") break;
    const [many, together] = line.split(" ").map(Number);
    for (let done = 0; done < many; done += together) {
      await Promise.all(Array.from({ length: together }, one));
    }
    process.stdout.write("done\\n");
  }
  await recorder.close();
`;

export interface Recording {
  readonly child: ChildProcess;
  /** All lines that it has printed so far. */
  readonly lines: string[];
  readonly notices: () => { code: string }[];
  /** Asks for so many records, so many at a time. */
  ask(many: number, together?: number): void;
  /** Waits for a line. */
  said(line: string): Promise<void>;
  close(): Promise<number | null>;
}

export const startRecording = (options: object): Recording => {
  const args = ["--input-type=module", "-e", PROGRAM, JSON.stringify(options)];
  const child = spawn(process.execPath, args);
  const lines: string[] = [];
  let rest = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
    child.emit("said");
  });
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin.on("error", () => undefined);
  const ended = once(child, "close");
  return {
    child,
    lines,
    notices: () =>
      errors
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as { code: string }),
    ask: (many, together = 1) => {
      child.stdin.write(`${String(many)} ${String(together)}\n`);
    },
    said: async (line) => {
      while (!lines.includes(line)) {
        if (child.exitCode !== null) throw new Error(`it ended without ${line}: ${errors}`);
        await Promise.race([once(child, "said"), ended]);
      }
    },
    close: async () => {
      child.stdin.end("close\n");
      await ended;
      return child.exitCode;
    },
  };
};

export const lockOf = (file: string): string => join(dirname(file), `.${basename(file)}.lock`);

/** Leaves the lock of a process that has died, as a kill in the middle of a write leaves it. */
export const leaveLock = async (file: string): Promise<void> => {
  const program = `
    import { watch } from "node:fs";
    import { createRecorder } from ${JSON.stringify(RECORDS)};
    import { symlinkSync, readlinkSync } from "node:fs";
    watch(process.argv[2], () => { try { process.stdout.write(readlinkSync(process.argv[3]) + "\\n"); } catch {} });
    const recorder = await createRecorder({ file: process.argv[1] });
    for (;;) await recorder.record({ incident: { id: "x" } }, { status: "not_in_force" }, { bundle: { revision: "r" } });
  `;
  const args = ["--input-type=module", "-e", program, file, dirname(file), lockOf(file)];
  const child = spawn(process.execPath, args);
  const [chunk] = (await once(child.stdout, "data")) as [Buffer];
  child.kill("SIGKILL");
  await once(child, "close");
  const [owner = ""] = chunk.toString().split("\n");
  rmSync(lockOf(file), { force: true });
  symlinkSync(owner, lockOf(file));
  if (readlinkSync(lockOf(file)) !== owner) throw new Error("the lock could not be left");
};
