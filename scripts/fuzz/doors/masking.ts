import { isDeepStrictEqual } from "node:util";
import { namesOf, valueAt } from "../../../src/evaluator/validate/index.js";
import {
  explainDecisionRecord,
  isDecisionRecord,
} from "../../../src/generated/document-validators.js";
import type { Decision, Masking, Request } from "../../../src/generated/types.js";
import type { Evaluator } from "../../../src/index.js";
import { parseJson } from "../../../src/input/index.js";
import { canonical } from "../../../src/records/chain/seal.js";
import { eventOf } from "../../../src/records/event.js";
import { checkMasking } from "../../../src/records/masking/check.js";
import standard from "../../../src/records/masking/default.json" with { type: "json" };
import { maskingKey } from "../../../src/records/masking/key.js";
import type { Door } from "../door.js";
import type { Product } from "../product.js";
import { exampleRequests } from "../requests.js";
import { KEY } from "../small-bundle.js";

const SEEDS: readonly Masking[] = [
  standard,
  {
    mask: ["/input/incident/title"],
    erase: ["/input/incident/operator", "/input/incident/impact"],
  },
  { mask: [], erase: ["/input/incident/impact/data", "/input/incident/times/learned_at"] },
  { mask: ["/input/incident/narrative/facility", "/input/incident/summary/cause"] },
];

const SETTING = {
  labels: { app: "fuzz", id: "fuzz", version: "0" },
  key: maskingKey(KEY.key),
};

/** A masking file. What it hides is not shown, and what it only masks does not change the answer. */
export const open = (product: Product): Door => {
  const { evaluator } = product;
  const requests = exampleRequests(product).slice(0, 4) as Request[];
  const asked = requests.map((request) => ({ request, decision: evaluator.evaluate(request) }));
  const bundle = { revision: "fuzz" };
  return {
    seeds: SEEDS.map((masking) => Buffer.from(JSON.stringify(masking))),
    take: (bytes) => {
      const masking = checkMasking(parseJson(bytes).value);
      return asked.flatMap(({ request, decision }) => {
        const before = canonical({ request, decision });
        const event = eventOf(request, decision, { bundle }, { ...SETTING, masking });
        if (canonical({ request, decision }) !== before)
          throw new TypeError("it changes the facts");
        demandRecord(event);
        demandHidden(request, event, masking);
        demandSameAnswer(event, decision, evaluator);
        return [`masked ${String(event.masked?.length)} erased ${String(event.erased?.length)}`];
      });
    },
  };
};

type Event = ReturnType<typeof eventOf>;

const demandRecord = (event: Event): void => {
  const digest = `sha256:${"0".repeat(64)}`;
  const chain = {
    log: "00000000-0000-4000-8000-000000000000",
    sequence: 0,
    previous: null,
    digest,
  };
  const record: unknown = { ...event, chain };
  if (isDecisionRecord(record)) return;
  explainDecisionRecord(record);
  throw new TypeError(`it makes no record: ${JSON.stringify(explainDecisionRecord.errors?.[0])}`);
};

const demandHidden = (request: Request, event: Event, { mask, erase = [] }: Masking): void => {
  for (const place of [...mask, ...erase]) {
    const told = textsIn(valueAt({ input: request }, place));
    const shown = textsIn(valueAt(event, place));
    if (told.some((text) => shown.includes(text))) throw new TypeError(`it shows ${place}`);
  }
  const left = erase.find(
    (place) => valueAt(event, place) !== undefined && namesOf(place).length > 0,
  );
  if (left !== undefined) throw new TypeError(`it leaves ${left}`);
};

/** The texts in a value; a blank one says nothing. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const demandSameAnswer = (event: Event, decision: Decision, evaluator: Evaluator): void => {
  if (event.erased !== undefined) return;
  if (!isDeepStrictEqual(evaluator.evaluate(event.input), decision))
    throw new TypeError("masked facts are decided otherwise");
};
