// How commands write files: whole, and without opening them to more people than before.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeWhole } from "../../src/cli/io/write-file.js";

const bytes = new TextEncoder().encode("new");
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-write-"));
  file = join(folder, "incident.yaml");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it.each([0o600, 0o640, 0o666])("a file that is replaced keeps its mode %o", async (mode) => {
  writeFileSync(file, "old");
  chmodSync(file, mode);
  await writeWhole(file, bytes);
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(statSync(file).mode & 0o777).toBe(mode);
  expect(readdirSync(folder)).toEqual(["incident.yaml"]);
});

it("a new file has the mode that new files have", async () => {
  const other = join(folder, "other");
  writeFileSync(other, "");
  await writeWhole(file, bytes);
  expect(statSync(file).mode).toBe(statSync(other).mode);
});

it("a link stays a link, and what it leads to is replaced", async () => {
  writeFileSync(file, "old");
  const link = join(folder, "link.yaml");
  symlinkSync(file, link);
  await writeWhole(link, bytes);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(file, "utf8")).toBe("new");
});

it.skipIf(process.platform === "win32")("a pipe is written to, and stays one", async () => {
  execFileSync("mkfifo", [file]);
  const [received] = await Promise.all([readFile(file, "utf8"), writeWhole(file, bytes)]);
  expect(received).toBe("new");
  expect(lstatSync(file).isFIFO()).toBe(true);
});

it("a folder is no place for it", async () => {
  await expect(writeWhole(folder, bytes)).rejects.toMatchObject({ code: "EISDIR" });
});
