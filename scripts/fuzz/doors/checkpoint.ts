import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { CompactSign } from "jose";
import {
  createRecorder,
  signCheckpoint,
  verifyCheckpoint,
  verifyLog,
} from "../../../src/records/index.js";
import type { Door } from "../door.js";
import { temporaryFolder } from "../folder.js";
import type { Product } from "../product.js";
import { KEY } from "../small-bundle.js";

/**
 * A checkpoint as somebody kept it, or, where it is JSON, what a genuine signature claims. What is trusted
 * was signed; a log passes only for what it holds.
 */
export const open = async ({ evaluator }: Product): Promise<Door> => {
  const { folder, close } = temporaryFolder();
  const log = join(folder, "log.ndjson");
  const recorder = await createRecorder({ file: log });
  const request = { incident: { id: "fuzz" } };
  const bundle = { revision: "fuzz" };
  const record = await recorder.record(request, evaluator.evaluate(request), { bundle });
  await recorder.close();
  const head = record?.chain ?? { log: "", sequence: 0, digest: "" };
  const token = await signCheckpoint(head, KEY);
  const genuine = await verifyCheckpoint(token, KEY);
  return {
    seeds: [Buffer.from(token), Buffer.from(`${token}\n`), Buffer.from(JSON.stringify(genuine))],
    take: async (bytes) => {
      const text = Buffer.from(bytes).toString();
      const isClaims = /^\s*\{/.test(text);
      const trusted = await verifyCheckpoint(isClaims ? await signed(bytes) : text, KEY);
      if (!isClaims && !isDeepStrictEqual(trusted, genuine))
        throw new TypeError("a checkpoint that nobody signed is trusted");
      const { intact, broken } = await verifyLog([log], { known: [trusted] });
      const { log: id, sequence, digest } = head;
      const holds = [trusted.log === id, trusted.sequence === sequence, trusted.digest === digest];
      if (intact && holds.includes(false)) throw new TypeError("a log passes for another");
      return [String(broken?.kind)];
    },
    close,
  };
};

const signed = (claims: Uint8Array): Promise<string> =>
  new CompactSign(claims)
    .setProtectedHeader({ alg: KEY.algorithm, typ: "amrnci-checkpoint" })
    .sign(Buffer.from(KEY.key));
