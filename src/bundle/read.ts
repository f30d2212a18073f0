import { unpackTar, type ParsedTarEntryWithData } from "modern-tar";
import { AmrnciError } from "../errors.js";
import { type DataObject, isObject, mergeData } from "./merge.js";

/** What a bundle says of itself. */
export interface Manifest {
  readonly revision: string;
  readonly roots: readonly string[];
  readonly metadata?: DataObject;
}

/** A bundle's parts: the compiled policy, the law as data, and what it says of itself. */
export interface Bundle {
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly data: DataObject;
  readonly manifest: Manifest;
  /** Every file by its name, as it stands in the archive. */
  readonly files: BundleFiles;
}

/** The files of a bundle by their names. */
export type BundleFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** How much a bundle may hold; a hostile one must not fill the memory. */
export interface BundleLimits {
  /** Bytes of the file as it comes. */
  readonly packedBytes: number;
  /** Bytes of the archive in it. */
  readonly unpackedBytes: number;
  /** How many times larger than the file the archive may be, from 1 MiB on. */
  readonly ratio: number;
  /** Files and folders. */
  readonly entries: number;
}

/** The limits that hold unless others are given. */
export const BUNDLE_LIMITS: BundleLimits = {
  packedBytes: 16 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  ratio: 100,
  entries: 10_000,
};

/** A small archive of short files is mostly padding, and packs better than any text. */
const RATIO_FROM_BYTES = 1024 * 1024;

/**
 * Reads a bundle (tar.gz). It runs wherever `DecompressionStream` does, edge workers included.
 *
 * @example
 * ```ts
 * const bundle = await readBundle(bytes);
 * const policy = await createPolicy(bundle);
 * ```
 */
export const readBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  limits: Partial<BundleLimits> = {},
): Promise<Bundle> => bundleOf(await unpackBundle(bytes, limits));

/** The files of a bundle, which nobody has looked into yet. */
export const unpackBundle = async (
  bytes: Uint8Array<ArrayBuffer>,
  given: Partial<BundleLimits> = {},
): Promise<BundleFiles> => {
  const limits = { ...BUNDLE_LIMITS, ...given };
  if (bytes.byteLength > limits.packedBytes) {
    throw unreadable(`it is larger than ${limits.packedBytes} bytes`);
  }
  const tar = await gunzip(bytes, limits);
  // The last four bytes are the length (RFC 1952): whatever stands behind the archive shows here.
  const end =
    bytes.byteLength < 4
      ? 0
      : new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.byteLength - 4, true);
  if (end !== tar.byteLength) throw unreadable("bytes stand behind its gzip file");
  return filesOf(await entriesOf(tar), limits.entries);
};

/** What the files of a bundle hold. */
export const bundleOf = (files: BundleFiles): Bundle => {
  if (files.has("patch.json")) {
    throw unreadable("it is a delta bundle (patch.json); only whole bundles are read");
  }
  const wasm = files.get("policy.wasm");
  if (!wasm) throw unreadable("it holds no policy.wasm; build it with `make build`");
  const data = dataOf(files);
  return { wasm, data, manifest: manifestOf(files, data), files };
};

const gunzip = async (
  bytes: Uint8Array<ArrayBuffer>,
  { unpackedBytes, ratio }: BundleLimits,
): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw unreadable("it is no whole gzip file", cause);
    });
    if (done) break;
    length += value.byteLength;
    const bomb = length > RATIO_FROM_BYTES && length > ratio * bytes.byteLength;
    if (length > unpackedBytes || bomb) {
      // Nobody waits for the rest.
      void reader.cancel().catch(() => undefined);
      throw unreadable(
        bomb
          ? `unpacked it is more than ${ratio} times as large`
          : `unpacked it is larger than ${unpackedBytes} bytes`,
      );
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

const entriesOf = async (tar: Uint8Array<ArrayBuffer>): Promise<ParsedTarEntryWithData[]> => {
  try {
    return await unpackTar(tar, { strict: true });
  } catch (cause) {
    throw unreadable("it holds no whole tar archive", cause);
  }
};

const filesOf = (
  entries: readonly ParsedTarEntryWithData[],
  limit: number,
): Map<string, Uint8Array<ArrayBuffer>> => {
  if (entries.length > limit) throw unreadable(`it holds more than ${limit} entries`);
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { header, data } of entries) {
    if (header.type === "directory") continue;
    // OPA skips links without a word; what is signed and what is read would then differ.
    if (header.type !== "file" || !data) {
      throw unreadable(`${header.name} is a ${header.type ?? "thing"}, not a file`);
    }
    // OPA writes names from the root ("/policy.wasm"), tar often from the folder ("./policy.wasm").
    const name = header.name.replace(/^(?:\.?\/)+/, "");
    if (
      name === "" ||
      name.includes("\\") ||
      name.split("/").some((part) => /^\.{0,2}$/.test(part))
    ) {
      throw unreadable(`${header.name} is no file name for a bundle`);
    }
    if (files.has(name)) throw unreadable(`it holds ${name} twice`);
    files.set(name, data);
  }
  return files;
};

const dataOf = (files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): DataObject => {
  const parts = [...files].flatMap(([source, bytes]) => {
    const folders = source.split("/");
    const name = folders.pop();
    if (name === "data.yaml" || name === "data.yml") {
      throw unreadable(`${source} is YAML; pack a bundle's data as data.json`);
    }
    return name === "data.json" ? [{ at: folders, value: jsonOf(source, bytes), source }] : [];
  });
  try {
    return mergeData(parts);
  } catch (cause) {
    throw unreadable(cause instanceof Error ? cause.message : "its data can't be merged", cause);
  }
};

const manifestOf = (
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
  data: DataObject,
): Manifest => {
  const bytes = files.get(".manifest");
  if (!bytes) throw unreadable("it holds no .manifest");
  const manifest = jsonOf(".manifest", bytes);
  if (!isObject(manifest)) throw unreadable(".manifest is not an object");
  const { revision, roots, metadata } = manifest;
  if (typeof revision !== "string" || revision === "") {
    throw unreadable(".manifest names no revision");
  }
  if (!Array.isArray(roots) || !roots.every((root) => typeof root === "string")) {
    throw unreadable(".manifest lists no roots");
  }
  const law = data.law;
  if (!isObject(law)) throw unreadable("its data holds no law");
  if (law.revision !== revision) {
    throw unreadable(`.manifest has the revision ${revision}, its data ${String(law.revision)}`);
  }
  const needed = isObject(metadata) ? metadata.logic_version : undefined;
  if (law.logic_version !== needed) {
    throw unreadable(
      `.manifest names the logic version ${String(needed)}, its data ${String(law.logic_version)}`,
    );
  }
  return { revision, roots, ...(isObject(metadata) ? { metadata } : {}) };
};

const jsonOf = (source: string, bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw unreadable(`${source} is not JSON in UTF-8`, cause);
  }
};

const unreadable = (why: string, cause?: unknown): AmrnciError =>
  new AmrnciError("bundle_unreadable", `The bundle can't be read: ${why}.`, { cause });
