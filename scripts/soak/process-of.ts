import { readdirSync, readFileSync } from "node:fs";

/** Memory and open files of a process, where the system shows them. */
export const processOf = (pid: number): { mb: number; handles: number } => {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    const kb = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    return { mb: kb / 1024, handles: readdirSync(`/proc/${String(pid)}/fd`).length };
  } catch {
    return { mb: 0, handles: 0 };
  }
};
