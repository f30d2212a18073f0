// That each door can fail: what it leads to is broken, and it says so.
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Door, outcomeOf } from "../../scripts/fuzz/door.js";
import { open as openBatchLines } from "../../scripts/fuzz/doors/batch-lines.js";
import { open as openHttp } from "../../scripts/fuzz/doors/http.js";
import { open as openHttpService } from "../../scripts/fuzz/doors/http-service.js";
import { open as openMiddleware } from "../../scripts/fuzz/doors/middleware.js";
import { createProduct, type Product } from "../../scripts/fuzz/product.js";
import type { Evaluator } from "../../src/index.js";

const product = await createProduct();

const throwing = (): never => {
  throw new TypeError("broken");
};

/** Answers nothing, or nothing of sense. */
const EVALUATORS: Readonly<Record<string, Evaluator>> = {
  throwing: {
    data: product.evaluator.data,
    evaluate: throwing,
    evaluateToJson: throwing,
    answerToJson: throwing,
    compareReadings: throwing,
  },
  nonsensical: {
    data: product.evaluator.data,
    evaluate: () => ({ nonsense: 1 }) as never,
    evaluateToJson: () => '{"nonsense":1}',
    answerToJson: () => '{"nonsense":1}',
    compareReadings: () => [],
  },
};

/** The first line of each seed at which a door says that something is wrong. */
const redAt = async ({ seeds, take, close }: Door): Promise<string[]> => {
  const red = [];
  for (const seed of seeds.slice(0, 20)) {
    const { wrong } = await outcomeOf({ seeds, take }, seed);
    if (wrong !== null) red.push(Buffer.from(seed).toString().split("\n")[0] ?? "");
  }
  await close?.();
  return red;
};

describe.each(Object.entries(EVALUATORS))(
  "with a %s evaluator",
  { timeout: 120_000 },
  (_, evaluator) => {
    it.each([openHttp, openHttpService])(
      "a door of HTTP is red wherever it decides",
      async (open) => {
        const red = await redAt(open({ evaluator }));
        const paths = [
          "/v1/data/amrnci/decision",
          "/v0/data/amrnci/decision",
          "/v1/decisions?compare",
          "/v1/batch",
          "/v1/batch/data/amrnci/decision",
        ];
        for (const path of paths) expect(red).toContain(`POST ${path}`);
      },
    );

    it("the doors of parts for frameworks and of batch are red", async () => {
      expect(await redAt(openMiddleware({ ...product, evaluator }))).not.toEqual([]);
      expect(await redAt(openBatchLines({ evaluator }))).not.toEqual([]);
    });
  },
);

type Members = Readonly<Record<string, unknown>>;

const payloadOf = (token: string): Members =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as Members;
const json = (bytes: Uint8Array): Members => JSON.parse(Buffer.from(bytes).toString()) as Members;

/** Something of the product that a door leads to, broken, and a seed of the door as it shows there. */
interface Broken {
  readonly door: string;
  readonly module: string;
  readonly broken: Members;
  readonly input?: (seeds: readonly Uint8Array[]) => unknown;
}

const BROKEN: readonly Broken[] = [
  {
    door: "replay",
    module: "records/index",
    broken: {
      replayLog: (_: unknown, __: unknown, tell: (replayed: object) => void) => {
        tell({ outcome: "same", sequence: 0, reason: null, difference: null });
        return Promise.resolve({ broken: null });
      },
    },
    input: ([seed]) => ({ ...json(seed!), result: { status: "decided" } }),
  },
  {
    door: "bundle-data",
    module: "index",
    broken: { createEvaluator: () => Promise.resolve(EVALUATORS.nonsensical) },
  },
  { door: "interview", module: "interview/index", broken: { parseQuantity: () => 1.5 } },
  { door: "interview", module: "interview/index", broken: { parseMoment: () => "2024-02-30" } },
  { door: "keys", module: "records/index", broken: { verifyCheckpoint: throwing } },
  {
    door: "checkpoint",
    module: "records/index",
    broken: { verifyCheckpoint: (token: string) => Promise.resolve(payloadOf(token)) },
    input: ([seed]) => {
      const [head, , signature] = Buffer.from(seed!).toString().split(".");
      const claims = JSON.stringify({ ...payloadOf(Buffer.from(seed!).toString()), sequence: 7 });
      return `${String(head)}.${Buffer.from(claims).toString("base64url")}.${String(signature)}`;
    },
  },
  {
    door: "checkpoint",
    module: "records/index",
    broken: { verifyLog: () => Promise.resolve({ intact: true, broken: null }) },
    input: ([, , seed]) => ({ ...json(seed!), sequence: 7 }),
  },
  {
    door: "masking",
    module: "records/masking/mask",
    broken: {
      mask: (input: object, result: object) => ({ input, result, masked: [], erased: [] }),
    },
  },
  { door: "report", module: "report/index", broken: { toHtml: () => "<body><script>" } },
  { door: "report", module: "report/index", broken: { toMarkdown: () => "# undefined" } },
  { door: "clock", module: "cli/clock/ics", broken: { ics: () => "BEGIN:VCALENDAR\r\nX:1\r\n" } },
  {
    door: "batch-lines",
    module: "input/index",
    broken: {
      async *linesOf(pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) yield [piece];
      },
    },
  },
  {
    door: "law-diff",
    module: "law/diff/change",
    broken: { withChange: (data: unknown) => data },
    input: (seeds) => {
      const [annex] = seeds.map((seed) => Buffer.from(seed).toString()).filter(isAnnex);
      return annex?.replace("persons: 1000000\n", "persons: 1000001\n");
    },
  },
  {
    door: "manifest",
    module: "bundle/index",
    broken: {
      readBundle: () => ({ files: [], manifest: { revision: "a", roots: [] }, data: { law: {} } }),
    },
  },
  {
    door: "signature",
    module: "bundle/index",
    broken: { readSignedBundle: () => Promise.resolve({ signer: { scope: null } }) },
    input: ([seed]) => ({ ...json(seed!), files: (json(seed!).files as unknown[]).slice(1) }),
  },
];

const isAnnex = (text: string): boolean => text.includes("annex.schema.json");

const bytesOf = (input: unknown): Uint8Array =>
  Buffer.from(typeof input === "string" ? input : JSON.stringify(input));

describe("where the product is broken", { timeout: 120_000 }, () => {
  afterEach(() => {
    vi.resetModules();
  });

  it.each(BROKEN)("the door $door is red ($module)", async ({ door, module, broken, input }) => {
    vi.resetModules();
    const path = `../../src/${module}.js`;
    vi.doMock(path, async (original) => ({ ...(await original<object>()), ...broken }));
    const { open } = (await import(`../../scripts/fuzz/doors/${door}.ts`)) as {
      open: (given: Product) => Promise<Door>;
    };
    const { seeds, take, close } = await open(product);
    const tried = input === undefined ? seeds : [bytesOf(input(seeds))];
    expect(await redAt({ seeds: tried, take, ...(close && { close }) })).not.toEqual([]);
    vi.doUnmock(path);
  });
});
