import { unreadable } from "./fault.js";
import type { BundleLimits } from "./limits.js";

/** A small archive of short files is mostly padding, and packs better than any text. */
const RATIO_FROM_BYTES = 1024 * 1024;

/** The header and the trailer of a gzip file (RFC 1952). */
const LEAST_BYTES = 18;

/** Unpacks one whole gzip file, as far as the limits go and not a chunk further. */
export const gunzip = async (
  bytes: Uint8Array<ArrayBuffer>,
  limits: BundleLimits,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (bytes.byteLength > limits.packedBytes) {
    throw unreadable("packed_too_large", { limit: limits.packedBytes });
  }
  if (bytes.byteLength < LEAST_BYTES) throw unreadable("not_gzip");
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw unreadable("not_gzip", {}, cause);
    });
    if (done) break;
    length += value.byteLength;
    const excess = excessOf(length, bytes.byteLength, limits);
    if (excess !== undefined) {
      // Nobody waits for the rest.
      void reader.cancel().catch(() => undefined);
      throw excess;
    }
    chunks.push(value);
  }
  if (length !== statedLength(bytes)) throw unreadable("trailing_bytes");
  return joined(chunks, length);
};

const excessOf = (
  length: number,
  packed: number,
  { unpackedBytes, ratio }: BundleLimits,
): Error | undefined => {
  if (length > RATIO_FROM_BYTES && length > ratio * packed) {
    return unreadable("ratio_too_large", { limit: ratio });
  }
  return length > unpackedBytes
    ? unreadable("unpacked_too_large", { limit: unpackedBytes })
    : undefined;
};

/** The last four bytes are the length (RFC 1952): whatever stands behind the file shows here. */
const statedLength = (bytes: Uint8Array<ArrayBuffer>): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.byteLength - 4, true);

const joined = (
  chunks: readonly Uint8Array<ArrayBuffer>[],
  length: number,
): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
};
