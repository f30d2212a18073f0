// What it costs to record each decision, by how often the log goes to the disk.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { feed, type Fed } from "./batch.js";
import { ratio } from "./time.js";

const LINES = 10_000;

/** Rows of the table of records, as Markdown. */
export const recordRows = async (root: string, line: string): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-bench-records-"));
  const batch = [join(root, "dist/cli.js"), "batch"];
  try {
    const none = await feed(batch, line, LINES);
    const rows = [row("none", none, none)];
    for (const fsync of ["never", "interval", "always"]) {
      const log = join(folder, `${fsync}.ndjson`);
      const fed = await feed([...batch, "--records", log, "--records-fsync", fsync], line, LINES);
      const kb = statSync(log).size / LINES / 1_024;
      rows.push(row(`\`${fsync}\`, ${kb.toFixed(1)} KB a record`, fed, none));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const row = (name: string, fed: Fed, none: Fed): string => {
  const rate = (ms: number): string => Math.round((LINES / ms) * 1_000).toLocaleString("en");
  const times = `${ratio(fed.wall, none.wall)}, ${ratio(fed.cpu, none.cpu)}`;
  return `| ${name} | ${rate(fed.wall)} | ${rate(fed.cpu)} | ${times} |`;
};
