// A process that keeps one copy after the other until it is killed. It says which copies are safe.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { saveCopy } from "../../../src/bundle/node/copy-folder.js";
import type { BundleCopy } from "../../../src/bundle/index.js";

const [folder = "", copies = "", from = "0"] = process.argv.slice(2);

const all = readdirSync(copies)
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => ({
    ...(JSON.parse(readFileSync(join(copies, name), "utf8")) as Omit<BundleCopy, "bytes">),
    bytes: new Uint8Array(readFileSync(join(copies, name.replace(".json", ".tar.gz")))),
  }));

process.stdout.write("ready\n");
for (let n = Number(from); ; n += 1) {
  const copy = all[n % all.length];
  if (copy === undefined) throw new Error("there are no copies");
  await saveCopy(folder, copy, 2);
  process.stdout.write(`${String(n)}\n`);
}
