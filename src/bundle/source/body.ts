/** The body of a response; null, and the rest is not waited for, as soon as it exceeds the limit. */
export const bodyOf = async (
  { headers, body }: Response,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const chunks: Uint8Array[] = [];
  let length = Number(headers.get("content-length")) > limit ? limit + 1 : 0;
  const reader = body?.getReader();
  while (length <= limit) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) return joined(chunks, length);
    length += value.byteLength;
    chunks.push(value);
  }
  void reader?.cancel().catch(() => undefined);
  return null;
};

const joined = (chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
};
