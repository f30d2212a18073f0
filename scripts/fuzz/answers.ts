// What an answer of the HTTP service must be, whatever was asked.
import { validateDecision } from "../../src/evaluator/validate/documents.js";
import { segmentsOf } from "../../src/http/opa/document.js";
import type { Features } from "./door.js";

/**
 * Whether an answer is one: a 4xx or 5xx names a code in OPA's shape or as problem details, nothing
 * says that something went wrong inside, and where a decision was asked for there is one.
 *
 * @throws {TypeError} where it is not
 */
export const checkedAnswer = async (request: Request, response: Response): Promise<Features> => {
  const said = await response.text();
  const { status } = response;
  const type = response.headers.get("content-type") ?? "";
  const documents = documentsOf(type, said);
  const codes = [...new Set(documents.flatMap((one) => codesIn(one)))];
  const line = `${request.method} ${request.url}: ${String(status)} ${type}`;
  const wrong = (why: string): TypeError => new TypeError(`${why}: ${line}\n${said.slice(0, 500)}`);
  if (codes.some((code) => INSIDE.has(code))) throw wrong("something went wrong inside");
  if (status >= 400 && !isCoded(request, status, type, documents)) throw wrong("no code is named");
  if (status < 300) {
    const asked = decisionsIn(request, type, documents);
    for (const one of asked) demandDecision(one, wrong);
    if (asked.length > 0) return [`${request.method} ${String(status)} ${type} decided`, ...codes];
  }
  return [`${String(status)} ${type}`, ...codes];
};

const INSIDE: ReadonlySet<string> = new Set(["internal", "internal_error"]);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const documentsOf = (type: string, said: string): unknown[] => {
  if (!type.includes("json")) return [];
  const texts = type.includes("ndjson") ? said.split("\n") : [said];
  return texts.filter((text) => text !== "").map((text) => JSON.parse(text) as unknown);
};

/**
 * The codes that stand anywhere in an answer. To OPA's Batch API all that fails is an internal error; one
 * for the policy's memory is an answer that says what to do.
 */
const codesIn = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap((one) => codesIn(one));
  const { code, message } = value as { code?: unknown; message?: unknown };
  if (typeof code !== "string") return inside;
  const large =
    typeof message === "string" && message.startsWith("The policy needs more than the ");
  return [large ? "policy_memory" : code, ...inside];
};

const isCoded = (
  { method, url }: Request,
  status: number,
  type: string,
  [document]: readonly unknown[],
): boolean => {
  // HTTP's own rule, and OPA's answers to a method that a path has not and to a rule that is not there.
  if (method === "HEAD") return true;
  if (status === 405 && type === "") return /\/v[01]\/data/.test(new URL(url).pathname);
  if (!isObject(document)) return false;
  if (status === 500) {
    const { error } = document;
    return typeof error === "string" && error.startsWith("health check (");
  }
  const { code, message, title, detail } = document;
  const texts = type.startsWith("application/problem+json")
    ? [code, title, detail, document.status === status ? "same" : null]
    : [code, message];
  return texts.every((text) => typeof text === "string" && text !== "");
};

/** What stands where a decision was asked for; parts of a decision are not looked at. */
const decisionsIn = (
  { method, url }: Request,
  type: string,
  documents: readonly unknown[],
): unknown[] => {
  if (method === "HEAD" || !type.includes("json")) return [];
  const { pathname } = new URL(url);
  const [version, ...path] = segmentsOf(pathname);
  const isWhole = (segments: readonly string[]): boolean =>
    segments.join("/") === "data/amrnci/decision";
  const [document] = documents;
  if (pathname === "/v1/decisions") return [document];
  if (pathname === "/v1/batch") return documents.filter((one) => !hasError(one));
  if (pathname === "/" || (version === "v0" && isWhole(path))) return [document];
  if (version !== "v1") return [];
  if (isWhole(path)) return [memberOf(document, "result")];
  if (path[0] !== "batch" || !isWhole(path.slice(1))) return [];
  return Object.values(memberOf(document, "responses") ?? {})
    .filter((one) => memberOf(one, "code") === undefined)
    .map((one) => memberOf(one, "result"));
};

const memberOf = (value: unknown, name: string): unknown =>
  isObject(value) ? value[name] : undefined;

const hasError = (value: unknown): boolean => isObject(memberOf(value, "error"));

const demandDecision = (value: unknown, wrong: (why: string) => TypeError): void => {
  const { comparison: _, ...decision } = isObject(value) ? value : {};
  try {
    validateDecision(decision);
  } catch {
    throw wrong("what should be a decision is none");
  }
};
