import { rmSync } from "node:fs";
import { join } from "node:path";
import { recording } from "../../../src/cli/serve/records.js";
import { createHandler, type Handler } from "../../../src/http/index.js";
import { createRecorder, type Recorder, verifyLog } from "../../../src/records/index.js";
import { checkedAnswer } from "../answers.js";
import type { Door } from "../door.js";
import { temporaryFolder } from "../folder.js";
import type { Product } from "../product.js";
import { requestOf, requestText } from "../request-text.js";
import { SEEDS } from "./http.js";

const TOKENS = ["a-token-of-no-value", "another"];
const MOST_RECORDS = 300;

const BODY = JSON.stringify({ incident: { id: "fuzz", title: "fuzz" } });
const WITHOUT = [
  requestText(["POST /v1/decisions", "authorization: Basic YTpi"], BODY),
  requestText(["POST /v1/batch", `authorization: Bearer ${TOKENS.join(" ")}`], BODY),
  requestText([
    "GET /v1/rules",
    "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  ]),
];

/**
 * A request to a service that asks for tokens and records what it decides. Without a token it gets nothing,
 * with one all that was decided stands in a log that is intact.
 */
export const open = ({ evaluator }: Pick<Product, "evaluator">): Door => {
  const { folder, close } = temporaryFolder();
  const file = join(folder, "log.ndjson");
  let service = start(evaluator, file);
  const stop = async (): Promise<void> => {
    const { recorder, decided } = await service;
    await recorder.close();
    const { intact, records } = await verifyLog([file]);
    if (!intact || records !== decided()) throw new TypeError("the log lacks what was decided");
    rmSync(file);
  };
  return {
    seeds: [...SEEDS.map(withToken), ...WITHOUT],
    take: async (bytes) => {
      const request = requestOf(bytes);
      if (request === null) return [];
      const { handler, decided } = await service;
      const before = decided();
      const response = await handler(request);
      demandToken(request, response, bytes);
      const features = await checkedAnswer(request, response);
      const made = decided() - before;
      if (response.status === 401 && made > 0) throw new TypeError("it decides without a token");
      if (decided() > MOST_RECORDS) {
        await stop();
        service = start(evaluator, file);
      }
      return [...features, made === 0 ? "unrecorded" : "recorded"];
    },
    close: async () => {
      await stop();
      await close();
    },
  };
};

interface Service {
  readonly handler: Handler;
  readonly recorder: Recorder;
  /** How many decisions were given to be recorded. */
  readonly decided: () => number;
}

const start = async (rules: Product["evaluator"], file: string): Promise<Service> => {
  const recorder = await createRecorder({ file, fsync: "never" });
  const record = recording(recorder);
  let count = 0;
  const handler = createHandler({
    rules,
    tokens: TOKENS,
    record: async (decided) => {
      await record(decided);
      count += 1;
    },
  });
  return { handler, recorder, decided: () => count };
};

const withToken = (seed: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(seed).toString().replace("\n", `\nauthorization: Bearer ${TOKENS[0]}\n`));

/** No more than a rough look: whoever does not send the words of a token has sent none. */
const demandToken = (request: Request, { status }: Response, bytes: Uint8Array): void => {
  const isOpen = status === 401 || new URL(request.url).pathname.startsWith("/health");
  const sent = TOKENS.some((token) => Buffer.from(bytes).includes(token));
  if (!isOpen && !sent) throw new TypeError(`it answers ${String(status)} without a token`);
};
