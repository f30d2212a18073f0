import { parseJson } from "../../input/index.js";
import { isAmrnciError, AmrnciError } from "../../errors.js";
import { readBody } from "../body.js";
import type { Limits } from "../options.js";

/** A body's value; undefined where there is none. YAML by its content type, as OPA takes it. */
export const bodyOf = async (request: Request, limits: Limits): Promise<unknown> => {
  const bytes = await readBody(request, limits);
  if (bytes.byteLength === 0) return undefined;
  const most = { maxBytes: limits.bodyBytes };
  if (!(request.headers.get("content-type") ?? "").includes("yaml")) {
    return malformed("body", () => parseJson(bytes, most).value);
  }
  // Rarely asked for, and larger than all the rest.
  const { parseYaml } = await import("../../input/yaml.js");
  return malformed("body", () => parseYaml(bytes, most).value);
};

/** The input in the body of `POST /v1/data/…`. */
export const postedInput = async (request: Request, limits: Limits): Promise<unknown> => {
  const body = await bodyOf(request, limits);
  if (body === undefined || body === null) return undefined;
  if (typeof body !== "object" || Array.isArray(body)) {
    throw new AmrnciError(
      "input_not_json",
      "body contains malformed input document: an object with the member input is expected",
    );
  }
  // As in OPA, null counts as left out.
  return (body as { input?: unknown }).input ?? undefined;
};

/** The input in the query of `GET /v1/data/…`; of several the last counts, as in OPA. */
export const queriedInput = (query: URLSearchParams, limits: Limits): unknown => {
  const text = query.getAll("input").at(-1);
  if (text === undefined) return undefined;
  return malformed("parameter", () => parseJson(text, { maxBytes: limits.bodyBytes }).value);
};

const malformed = <T>(what: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (!isAmrnciError(error)) throw error;
    const [first = ""] = error.message.split("\n");
    const { code, issues } = error;
    const message = `${what} contains malformed input document: ${first}`;
    throw new AmrnciError(code, message, { issues, cause: error });
  }
};
