import { timingSafeEqual } from "hono/utils/buffer";
import { AmrnciError } from "../errors.js";

/**
 * Whether a request brings one of the tokens. Each is compared in full, and by its hash first: how
 * long it takes tells nothing of a token.
 *
 * @throws {AmrnciError} `unauthorized`
 */
export const authorize = async (headers: Headers, tokens: readonly string[]): Promise<void> => {
  const [, sent = ""] = /^Bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "") ?? [];
  const equal = await Promise.all(tokens.map((token) => timingSafeEqual(sent, token)));
  if (sent !== "" && equal.includes(true)) return;
  throw new AmrnciError("unauthorized", "request rejected by administrative policy");
};
