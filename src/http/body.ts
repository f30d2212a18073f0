import { AmrnciError } from "../errors.js";
import type { Limits } from "./options.js";

/**
 * The bytes of a request's body, unpacked where it is gzip.
 *
 * @throws {AmrnciError} `input_too_large`, `too_slow`, `input_unreadable`, `media_type_unsupported`
 */
export const readBody = async (request: Request, limits: Limits): Promise<Uint8Array> => {
  const { headers } = request;
  const length = headers.get("content-length");
  if (length !== null && Number(length) > limits.bodyBytes) throw tooLarge(limits);
  const encoding = (headers.get("content-encoding") ?? "identity").toLowerCase();
  // A length that is stated is kept to by every server: no need to count. Node's adapter gives the bytes at
  // once, and a stream, which costs as much as the rest of a request, only to whoever asks for the body.
  if (encoding === "identity" && length !== null) {
    return new Uint8Array(await inTime(request.arrayBuffer(), limits));
  }
  const { body } = request;
  if (body === null) return new Uint8Array();
  if (encoding === "identity") return gathered(body, limits);
  if (encoding !== "gzip") {
    throw new AmrnciError(
      "media_type_unsupported",
      `A body with the content encoding ${encoding.slice(0, 40)} can't be read; send gzip or none.`,
    );
  }
  const unpacked = body.pipeThrough(new DecompressionStream("gzip"));
  return gathered(unpacked, limits);
};

const gathered = async (
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limits: Limits,
): Promise<Uint8Array> => {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      length += value.byteLength;
      if (length > limits.bodyBytes) throw tooLarge(limits);
      chunks.push(value);
    }
  };
  try {
    await inTime(read(), limits);
  } catch (error) {
    // Nobody waits for the rest.
    void reader.cancel().catch(() => undefined);
    throw error;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
};

/** What is read, if it comes in time. */
export const inTime = async <T>(reading: Promise<T>, { bodyMilliseconds }: Limits): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = bodyMilliseconds / 1_000;
      reject(
        new AmrnciError("too_slow", `The body did not arrive within ${seconds} s; send it again.`),
      );
    }, bodyMilliseconds);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (cause) {
    if (cause instanceof AmrnciError) throw cause;
    throw new AmrnciError("input_unreadable", "The body could not be read to its end.", { cause });
  } finally {
    clearTimeout(timer);
  }
};

export const tooLarge = ({ bodyBytes }: Limits): AmrnciError =>
  new AmrnciError(
    "input_too_large",
    `request body too large: more than ${bodyBytes} bytes; send the incident's facts only`,
  );
