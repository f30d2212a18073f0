// A bundle in a file: how a publisher replaces it, and what is met on the way.
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createRules,
  fileSource,
  followBundle,
  type Following,
  type Rules,
} from "../../../src/bundle/index.js";
import { publish, verification } from "../../support/bundles.js";
import { hasFailed, isActive, until } from "../../support/until.js";

const first = await publish({ revision: "2026.1" });
const second = await publish({ revision: "2026.2" });

let folder: string;
let file: string;
let following: Following | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-file-"));
  file = join(folder, "bundle.tar.gz");
});
afterEach(async () => {
  await following?.stop();
  rmSync(folder, { recursive: true });
});

// So long that only watching can notice a change.
const NEVER = { minDelaySeconds: 3_600, maxDelaySeconds: 3_600 };

const follow = (source: string | URL, options = {}): Rules => {
  const rules = createRules({ verification });
  following = followBundle({
    rules,
    source: fileSource(source, options),
    polling: NEVER,
    retry: NEVER,
  });
  return rules;
};
const moveIntoPlace = (bytes: Uint8Array): void => {
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
};

describe("a bundle in a file", () => {
  it.each([
    ["path", (path: string) => path],
    ["file: URL", (path: string) => pathToFileURL(path)],
    ["file: URL as text", (path: string) => pathToFileURL(path).href],
  ])(
    "is followed by its %s: another that is moved into its place is used at once",
    async (_, at) => {
      moveIntoPlace(first);
      const rules = follow(at(file));
      expect((await following?.loaded)?.revision).toBe("2026.1");
      moveIntoPlace(second);
      await until(rules, isActive("2026.2"));
    },
  );

  it("that is written where it stands is used once it is whole", async () => {
    writeFileSync(file, first);
    const rules = follow(file);
    await following?.loaded;
    writeFileSync(file, second.slice(0, 50_000));
    await until(rules, hasFailed("bundle_unreadable"));
    expect(rules.current().revision).toBe("2026.1");
    writeFileSync(file, second);
    expect((await until(rules, isActive("2026.2"))).last_error).toBeNull();
  });

  it("that is changed by switching a link, as Kubernetes does, is used at once", async () => {
    for (const [name, bytes] of Object.entries({ one: first, two: second })) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "bundle.tar.gz"), bytes);
    }
    symlinkSync("one", join(folder, "..data"));
    symlinkSync("..data/bundle.tar.gz", file);
    const rules = follow(file);
    await following?.loaded;
    symlinkSync("two", join(folder, "..next"));
    renameSync(join(folder, "..next"), join(folder, "..data"));
    await until(rules, isActive("2026.2"));
  });

  it("that is taken away keeps answering, and is used when it is back", async () => {
    moveIntoPlace(first);
    const rules = follow(file);
    await following?.loaded;
    rmSync(file);
    await expect(following?.refresh()).rejects.toMatchObject({ code: "bundle_source_failed" });
    expect(rules.status.last_error?.message).toMatch(/ENOENT/);
    expect(rules.current().revision).toBe("2026.1");
    moveIntoPlace(second);
    await until(rules, isActive("2026.2"));
  });

  it("that is not there at first fails closed, and is used when it comes", async () => {
    const rules = follow(file);
    await expect(following?.loaded).rejects.toMatchObject({ code: "bundle_source_failed" });
    moveIntoPlace(first);
    await until(rules, isActive("2026.1"));
  });

  it("that is too large is not read", async () => {
    moveIntoPlace(first);
    follow(file, { maxBytes: 1_000 });
    await expect(following?.loaded).rejects.toThrow(/more than 1000 bytes/);
  });

  it("in a folder that is not there is a failure like any other", async () => {
    follow(join(folder, "none/bundle.tar.gz"));
    await expect(following?.loaded).rejects.toMatchObject({ code: "bundle_source_failed" });
  });

  it("on another host is wrong use", () => {
    expect(() => fileSource("file://elsewhere/bundle.tar.gz")).toThrow(/the host elsewhere/);
  });
});
