/**
 * The body of a response, given up as soon as it exceeds the limit.
 *
 * @throws {RangeError} beyond the limit, and what the connection throws
 */
export const bodyOf = async (
  response: Response,
  limit: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const tooLarge = (): RangeError => new RangeError(`it is larger than ${limit} bytes`);
  if (Number(response.headers.get("content-length")) > limit) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    length += value.byteLength;
    if (length > limit) {
      void reader?.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
};
