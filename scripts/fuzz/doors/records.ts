import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleUsed, createRecorder, verifyLog } from "../../../src/records/index.js";
import type { Door } from "../door.js";
import type { Product } from "../product.js";

const REQUESTS = ["one", "two", "three"].map((id) => ({
  incident: { id, times: { learned_at: "2025-10-01T00:00:00Z" } },
}));

/** A decision log that somebody had in hand. What is called intact must be how the genuine one begins. */
export const open = async ({ evaluator, archive }: Product): Promise<Door> => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-fuzz-"));
  const [genuine, file] = [join(folder, "genuine.ndjson"), join(folder, "log.ndjson")];
  const recorder = await createRecorder({ file: genuine });
  for (const request of REQUESTS) {
    const decision = evaluator.evaluate(request);
    const bundle = bundleUsed(decision.rules?.revision ?? "", archive);
    await recorder.record(request, decision, { bundle });
  }
  await recorder.close();
  const log = readFileSync(genuine);
  const lines = log.toString().split("\n");
  return {
    seeds: [log, Buffer.from(lines.slice(0, 1).join("\n"))],
    take: async (bytes) => {
      writeFileSync(file, bytes);
      const { intact, broken, records } = await verifyLog([file]);
      if (intact && records > 0 && !isPartOf(Buffer.from(bytes).toString(), lines))
        throw new TypeError("a log that nobody wrote is intact");
      return [String(broken?.kind), `records ${String(records)}`];
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
};

/** Some of the records, one after another; only what is no record may differ. */
const isPartOf = (text: string, lines: readonly string[]): boolean => {
  const whole = text.split("\n").filter((line) => lines.includes(line) && line !== "");
  const first = lines.indexOf(whole[0] ?? "");
  return whole.length > 0 && whole.every((line, place) => lines[first + place] === line);
};
