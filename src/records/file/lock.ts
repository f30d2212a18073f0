import { readFileSync, readlinkSync } from "node:fs";
import { readlink, realpath, symlink, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { AmrnciError } from "../../errors.js";
import { locked } from "../fault.js";

/** Who holds a lock. */
interface Owner {
  readonly host: string;
  /** Changes with each start of the machine; empty where the system does not tell. */
  readonly boot: string;
  /** Numbers of processes mean something within one of these only. */
  readonly space: string;
  readonly pid: number;
  /** When the process started, so that its number can be used again. */
  readonly started: string;
}

/** Whether somebody writes to a file at this moment. */
export const isLocked = async (file: string): Promise<boolean> => {
  const lock = lockOf(await realpath(file).catch(() => file));
  return (await ownerOf(lock)) !== null;
};

/** How long a writer waits for another one. */
export const LOCK_TIMEOUT_MS = 10_000;

/** The lock of a decision log, hidden beside it. */
export const lockOf = (file: string): string => join(dirname(file), `.${basename(file)}.lock`);

/**
 * Does some work while no other process does any with the same file. The lock is a symbolic link,
 * which the system makes with its content in one step or not at all. That of a process that has died
 * is taken away; Node has no lock that the system would take away itself.
 *
 * @throws {AmrnciError} `record_locked` where another process keeps it for too long.
 */
export const withLock = async <T>(
  file: string,
  work: () => Promise<T>,
  timeoutMs = LOCK_TIMEOUT_MS,
): Promise<T> => {
  const lock = lockOf(file);
  const end = Date.now() + timeoutMs;
  while (!(await taken(lock))) {
    await dropStale(lock);
    if (Date.now() > end) throw await held(file, lock, timeoutMs);
    await sleep(1 + Math.random() * 4);
  }
  try {
    return await work();
  } finally {
    await unlink(lock).catch(ignoreAbsent);
  }
};

const taken = async (lock: string): Promise<boolean> => {
  try {
    await symlink(JSON.stringify(self()), lock);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
};

/**
 * Takes a dead process's lock away. Between looking and taking away another process could do the same
 * and lock anew, and its lock would go; so this is done under a second lock, and looked at again.
 */
const dropStale = async (lock: string): Promise<void> => {
  const owner = await ownerOf(lock);
  if (owner === null || !isDead(owner)) return;
  const second = `${lock}.stale`;
  if (!(await taken(second))) {
    const other = await ownerOf(second);
    if (other !== null && isDead(other)) await unlink(second).catch(ignoreAbsent);
    return;
  }
  try {
    const now = await ownerOf(lock);
    if (now !== null && isDead(now)) await unlink(lock).catch(ignoreAbsent);
  } finally {
    await unlink(second).catch(ignoreAbsent);
  }
};

const ownerOf = async (lock: string): Promise<Owner | null> => {
  try {
    return JSON.parse(await readlink(lock)) as Owner;
  } catch {
    return null;
  }
};

/** Whether the owner is surely gone. Of another machine or container nothing is known. */
const isDead = ({ host, boot, space, pid, started }: Owner): boolean => {
  const here = self();
  if (host !== here.host) return false;
  if (boot !== here.boot) return true;
  if (space !== here.space) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return isCode(error, "ESRCH");
  }
  return startOf(pid) !== started;
};

let known: Owner | undefined;
const self = (): Owner =>
  (known ??= {
    host: hostname(),
    boot: told(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()),
    space: told(() => readlinkSync("/proc/self/ns/pid")),
    pid: process.pid,
    started: startOf(process.pid),
  });

/** Field 22 of proc(5)'s stat; the name before it may hold spaces and brackets. */
const startOf = (pid: number): string =>
  told(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  });

const told = (read: () => string): string => {
  try {
    return read();
  } catch {
    return "";
  }
};

const held = async (file: string, lock: string, timeoutMs: number): Promise<AmrnciError> => {
  const owner = await ownerOf(lock);
  const pid = owner?.pid ?? "?";
  const host = owner?.host ?? "?";
  return locked("held", { file, pid, host, seconds: timeoutMs / 1000, lock });
};

const ignoreAbsent = (error: unknown): void => {
  if (!isCode(error, "ENOENT")) throw error;
};

export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
