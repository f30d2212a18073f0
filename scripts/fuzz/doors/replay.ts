import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Evaluator, Request } from "../../../src/index.js";
import { canonical, digestOf } from "../../../src/records/chain/seal.js";
import {
  bundleUsed,
  createRecorder,
  type DecisionRecord,
  replayBundle,
  type Replayed,
  replayLog,
} from "../../../src/records/index.js";
import type { Door } from "../door.js";
import { temporaryFolder } from "../folder.js";
import type { Product } from "../product.js";
import { entriesOf, exampleRequests } from "../requests.js";

const ERASING = { mask: ["/input/incident/title"], erase: ["/input/incident/operator"] };

/** Records that say what they like, in a chain that fits them. What is called the same must be. */
export const open = async (product: Product): Promise<Door> => {
  const { evaluator, archive } = product;
  const { folder, close } = temporaryFolder();
  const file = join(folder, "forged.ndjson");
  const bundle = await replayBundle(archive);
  return {
    seeds: await recordsOf(product, folder),
    take: async (bytes) => {
      const records = entriesOf(bytes).filter(isRecord);
      writeFileSync(file, sealed(records));
      const replays: Replayed[] = [];
      const { broken } = await replayLog([file], [bundle], (one) => {
        replays.push(one);
      });
      for (const one of replays) demandSame(one, records, evaluator);
      const said = replays.map(
        ({ outcome, reason, difference }) =>
          `${outcome} ${String(reason)} ${difference?.path.replace(/\d+/g, "n") ?? ""}`,
      );
      return [String(broken?.kind), ...said];
    },
    close,
  };
};

// Short decisions: most changes of a long one change nothing but its result.
const REQUESTS: readonly Request[] = [
  { incident: { id: "early", times: { learned_at: "2025-10-01T00:00:00Z" } } },
  { incident: { id: "named", title: "x", times: { learned_at: "2025-10-01T00:00:00Z" } } },
];

/** Genuine records: two short ones, one of an example, and those with facts that were erased. */
const recordsOf = async (product: Product, folder: string): Promise<Uint8Array[]> => {
  const { evaluator, archive } = product;
  const seeds: Uint8Array[] = [];
  for (const masking of [undefined, ERASING]) {
    const file = join(folder, `genuine-${String(masking === undefined)}.ndjson`);
    const recorder = await createRecorder({ file, ...(masking && { masking }) });
    const [example] = exampleRequests(product) as Request[];
    for (const request of [...REQUESTS, ...(example === undefined ? [] : [example])]) {
      const decision = evaluator.evaluate(request);
      const bundle = bundleUsed(decision.rules?.revision ?? "", archive);
      await recorder.record(request, decision, { bundle });
    }
    await recorder.close();
    const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
    seeds.push(...lines.map((line) => Buffer.from(line)));
  }
  return seeds;
};

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A log of such records: each names the digest of the one before, and its own. */
const sealed = (records: readonly object[]): string => {
  let previous: string | null = null;
  const lines = records.map((record, place) => {
    const chain = { log: "fuzz", sequence: place, previous };
    const digest = digestOf(canonical({ ...record, chain }));
    previous = digest;
    return `${canonical({ ...record, chain: { ...chain, digest } })}\n`;
  });
  return lines.join("");
};

const demandSame = (
  { outcome, sequence, difference }: Replayed,
  records: readonly object[],
  evaluator: Evaluator,
): void => {
  if (outcome === "different" && difference === null) throw new TypeError("it differs nowhere");
  if (outcome !== "same") return;
  const { input, result } = records[sequence] as DecisionRecord;
  if (canonical(evaluator.evaluate(input)) !== canonical(result))
    throw new TypeError("another decision is called the same");
};
