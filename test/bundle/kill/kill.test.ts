// kill -9 while a copy is being written: whenever it comes, the next start finds the copy that was safe
// last or the one after it, whole. KILL_ROUNDS says how often (`make kill`: 200).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bundleFolder, createRules } from "../../../src/bundle/index.js";
import { digestOf } from "../../../src/bundle/digest.js";
import { LOSS, publish, verification } from "../../support/bundles.js";

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20);
const COPIES = 5;
const MOST_MS = 40;

const folder = mkdtempSync(join(tmpdir(), "amrnci-kill-"));
const writer = join(folder, "writer.mjs");
const copies = join(folder, "copies");
const store = join(folder, "store");
const digests: string[] = [];

beforeAll(async () => {
  mkdirSync(copies);
  await build({
    entryPoints: [fileURLToPath(new URL("writer.ts", import.meta.url))],
    outfile: writer,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "warning",
  });
  for (let n = 0; n < COPIES; n += 1) {
    const revision = `2026.${String(n)}`;
    const bytes = await publish({ revision });
    const digest = await digestOf(bytes);
    digests.push(digest);
    const named = { revision, digest, etag: null, override: null };
    writeFileSync(join(copies, `${String(n)}.json`), JSON.stringify(named));
    writeFileSync(join(copies, `${String(n)}.tar.gz`), bytes);
  }
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Files that were being written when a writer was killed. */
const parts = (): number =>
  existsSync(store) ? readdirSync(store).filter((name) => name.endsWith(".part")).length : 0;

/** Runs a writer from one copy on and kills it; the number of the last copy that it called safe. */
const killedWriter = async (from: number): Promise<number | null> => {
  const child = spawn(process.execPath, [writer, store, copies, String(from)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  let safe: number | null = null;
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      if (line === "ready") resolve();
      else safe = Number(line);
    });
  });
  await ready;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * MOST_MS));
  child.kill("SIGKILL");
  await closed;
  return safe;
};

it(
  `killed ${String(ROUNDS)} times while it writes, a host always starts`,
  async () => {
    const seen = { whileWriting: 0, safe: 0 };
    let safe: number | null = null;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Now and then from nothing, where the first copy is being made.
      if (round % 10 === 0) {
        rmSync(store, { recursive: true, force: true });
        safe = null;
      }
      const [next, partsBefore]: [number, number] = [safe === null ? 0 : safe + 1, parts()];
      const told = await killedWriter(next);
      seen.safe += told === null ? 0 : told - next + 1;
      if (parts() > partsBefore) seen.whileWriting += 1;
      safe = told ?? safe;

      const rules = createRules({ verification, store: bundleFolder(store) });
      const active = await rules.restore();
      const found: number | null = active && digests.indexOf(active.digest);
      // What was called safe, or the one after it; nothing only where nothing was called safe.
      const after: number = safe === null ? 0 : safe + 1;
      expect([safe === null ? null : safe % COPIES, after % COPIES]).toContain(found);
      expect(rules.status).toMatchObject({ last_error: null, copy_error: null });
      if (active === null) continue;
      expect(active.evaluator.evaluate(LOSS).rules?.revision).toBe(`2026.${String(found)}`);
      if (found === after % COPIES) safe = after;
    }
    console.log(
      `killed ${String(ROUNDS)} times, ${String(seen.whileWriting)} of them with a file half written; ` +
        `${String(seen.safe)} copies were called safe`,
    );
    // Otherwise the kills came too late or too early to mean anything.
    expect(seen.whileWriting).toBeGreaterThan(0);
  },
  ROUNDS * 5_000,
);
