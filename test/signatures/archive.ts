// Archives as any program could write them, and as none should.
import { gzipSync } from "node:zlib";
import { packTar, type TarHeader } from "modern-tar";

export type Bytes = Uint8Array<ArrayBuffer>;

/** An entry of an archive; its content as text or bytes, or as what JSON shall write. */
export interface Entry {
  readonly name: string;
  readonly content?: unknown;
  readonly header?: Partial<TarHeader>;
  /** Changes the finished header; its checksum is made right again. */
  readonly patch?: (header: Bytes) => void;
}

export const bytesOf = (content: unknown): Bytes =>
  content instanceof Uint8Array
    ? new Uint8Array(content)
    : new TextEncoder().encode(typeof content === "string" ? content : JSON.stringify(content));

/** A tar archive of the entries, in their order. */
export const tarOf = async (entries: readonly Entry[]): Promise<Bytes> => {
  const parts: Bytes[] = [];
  for (const { name, content = "", header = {}, patch } of entries) {
    const body = bytesOf(content);
    const packed = new Uint8Array(
      await packTar([{ header: { name, size: body.byteLength, ...header }, body }]),
    );
    const entry = packed.slice(0, -1024);
    if (patch !== undefined) {
      patch(entry.subarray(0, 512));
      repair(entry.subarray(0, 512));
    }
    parts.push(entry);
  }
  return joined(...parts, new Uint8Array(1024));
};

/** Header fields are summed with the sum itself read as spaces. */
const repair = (header: Bytes): void => {
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  write(header, 148, `${sum.toString(8).padStart(6, "0")}\0 `);
};

/** Writes ASCII into a header. */
export const write = (header: Bytes, at: number, text: string): void => {
  header.set(new TextEncoder().encode(text), at);
};

export const joined = (...parts: readonly Uint8Array[]): Bytes =>
  new Uint8Array(Buffer.concat(parts));

export const gzipped = (bytes: Uint8Array): Bytes => new Uint8Array(gzipSync(bytes));

export const archive = async (entries: readonly Entry[]): Promise<Bytes> =>
  gzipped(await tarOf(entries));
