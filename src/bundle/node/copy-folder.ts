import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { corrupt, notKept } from "../activation/fault.js";
import type { BundleCopy, Override } from "../activation/types.js";
import { PART, writeDurably } from "./write-durably.js";

// The folder holds bundles, named by their digests, and one file that says which of them is good. That
// file is moved into place after its bundle: at any moment it names a whole one.
const POINTER = "active.json";
const BUNDLE = /^bundle-[0-9a-f]{64}\.tar\.gz$/;

type Pointer = Omit<BundleCopy, "bytes">;

/** Keeps a copy, and as many earlier ones as `keep` says. */
export const saveCopy = async (
  folder: string,
  { bytes, ...pointer }: BundleCopy,
  keep: number,
): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeDurably(join(folder, fileOf(pointer)), bytes);
    await writeDurably(
      join(folder, POINTER),
      new TextEncoder().encode(`${JSON.stringify(pointer)}\n`),
    );
    await tidy(folder, fileOf(pointer), keep);
  } catch (error) {
    throw notKept("copy_not_written", { path: folder, why: said(error) }, error);
  }
};

/** The copy that was kept last; null where there is none. */
export const loadCopy = async (folder: string): Promise<BundleCopy | null> => {
  const pointer = await pointerOf(folder);
  if (pointer === null) return null;
  const path = join(folder, fileOf(pointer));
  try {
    return { ...pointer, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    throw corrupt("copy_unreadable", { path, why: said(error) }, error);
  }
};

/** The revision that was active last; null where nobody knows. */
export const floorOf = async (folder: string): Promise<string | null> => {
  const pointer = await pointerOf(folder).catch(() => null);
  return pointer?.revision ?? null;
};

const fileOf = ({ digest }: Pointer): string => `bundle-${digest.replace("sha256:", "")}.tar.gz`;

const pointerOf = async (folder: string): Promise<Pointer | null> => {
  const path = join(folder, POINTER);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw corrupt("copy_unreadable", { path, why: said(error) }, error);
  }
  try {
    return checked(JSON.parse(text));
  } catch (error) {
    throw corrupt("copy_unnamed", { path, why: said(error) }, error);
  }
};

const checked = (value: unknown): Pointer => {
  const { revision, digest, etag, override } = value as Record<string, unknown>;
  if (
    typeof revision !== "string" ||
    typeof digest !== "string" ||
    !/^sha256:[0-9a-f]{64}$/.test(digest) ||
    (etag !== null && typeof etag !== "string") ||
    typeof override !== "object"
  ) {
    throw new TypeError("it holds something else");
  }
  return { revision, digest, etag, override: override as Override | null };
};

// Long enough for the slowest disk: whatever is older was left by a process that was killed.
const LEFT_MS = 10 * 60 * 1_000;

/** Removes what is no longer needed. What can't be removed stays: it is in nobody's way. */
const tidy = async (folder: string, active: string, keep: number): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => BUNDLE.test(name) || PART.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  );
  const earlier = files
    .filter(({ name }) => BUNDLE.test(name) && name !== active)
    .sort((one, other) => other.at - one.at)
    .slice(keep);
  const left = files.filter(({ name, at }) => PART.test(name) && at < Date.now() - LEFT_MS);
  for (const { name } of [...earlier, ...left]) {
    await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
