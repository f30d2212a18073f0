import { writeBundle } from "../../../src/bundle/index.js";
import { validateDecision } from "../../../src/evaluator/validate/documents.js";
import {
  createEvaluator,
  type Decision,
  type Evaluator,
  isAmrnciError,
} from "../../../src/index.js";
import type { Door } from "../door.js";
import { featuresOf } from "../features.js";
import type { Product } from "../product.js";
import { entriesOf, exampleRequests } from "../requests.js";

const SEEDS = 300;

/**
 * The real bundle with one value of its data replaced by another: pairs of a path and a value, removed
 * where there is none. A bundle that nobody checked before gives decisions or a coded error.
 */
export const open = (product: Product): Door => {
  const { bundle } = product;
  const requests = [
    { incident: { id: "fuzz" } },
    { incident: { id: "fuzz", unstated: "none" }, as_of: "2026-01-01T00:00:00+08:00" },
    ...exampleRequests(product).slice(0, 3),
  ];
  const places = placesOf(bundle.data).filter(([path]) => !path.includes("checklists"));
  const every = Math.ceil(places.length / SEEDS);
  const files = [...bundle.files].filter(([name]) => !name.endsWith(".rego"));
  return {
    seeds: places
      .filter((_, place) => place % every === 0)
      .map((one) => Buffer.from(JSON.stringify(one))),
    take: async (bytes) => {
      const data = structuredClone(bundle.data);
      const [path, ...value] = entriesOf(bytes);
      if (!put(data, path, value)) return ["no place"];
      const changed = Buffer.from(JSON.stringify(data));
      const archive = await writeBundle(new Map([...files, ["data.json", changed]]));
      const evaluator = await createEvaluator({ bundle: archive });
      return requests.flatMap((request) => {
        const decision = answerOf(evaluator, request);
        return typeof decision === "string" ? [decision] : featuresOf(decision);
      });
    },
  };
};

/** A decision of the contract, or the code that says why there is none. */
const answerOf = (evaluator: Evaluator, request: object): Decision | string => {
  let decision: Decision;
  try {
    decision = evaluator.evaluate(request);
  } catch (error) {
    if (isAmrnciError(error) && error.code !== "internal") return error.code;
    throw error;
  }
  try {
    return validateDecision(decision);
  } catch (error) {
    // One fault for each part of the decision that may be wrong.
    const paths = isAmrnciError(error) ? error.issues.map(({ path }) => path.split("/")[1]) : [];
    throw new TypeError(`no decision: ${[...new Set(paths)].join(", ")}`, { cause: error });
  }
};

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null;

/** Every value that holds no others, and every group of them, by its path. */
const placesOf = (value: unknown, path: readonly string[] = []): [readonly string[], unknown][] =>
  isMembers(value)
    ? Object.entries(value).flatMap(([key, held]): [readonly string[], unknown][] => {
        const at = [...path, key];
        const small = JSON.stringify(held).length < 500;
        return [...(small ? [[at, held] as [string[], unknown]] : []), ...placesOf(held, at)];
      })
    : [];

/** Puts a value to its place; false where there is no such place. */
const put = (data: unknown, path: unknown, value: readonly unknown[]): boolean => {
  if (!Array.isArray(path) || path.length === 0) return false;
  // The text of anything else ("[object Object]") would be taken for what the product says.
  if (!path.every((name) => typeof name === "string" || typeof name === "number")) return false;
  const names = path.map(String);
  const last = names.pop() ?? "";
  let holder = data;
  for (const name of names) {
    if (!isMembers(holder) || !Object.hasOwn(holder, name)) return false;
    holder = holder[name];
  }
  if (!isMembers(holder)) return false;
  if (value.length === 0) Reflect.deleteProperty(holder, last);
  else Object.defineProperty(holder, last, { value: value[0], ...PLAIN });
  return true;
};

const PLAIN = { enumerable: true, configurable: true, writable: true };
