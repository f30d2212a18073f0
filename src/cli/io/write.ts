import { once } from "node:events";

/** Writes text, or bytes, and waits while the reader is slower than we are. */
export async function write(
  stream: NodeJS.WritableStream,
  text: string | Uint8Array,
): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}
