import { type DataObject, isObject } from "./merge.js";
import type { Bundle } from "./read.js";
import { writeBundle } from "./write.js";

/** What a bundle is made of. */
export interface BundleParts {
  /** The Rego files by their names in the archive. */
  readonly rego: ReadonlyMap<string, Uint8Array>;
  readonly wasm: Uint8Array;
  /** `{law, tables}`. */
  readonly data: DataObject;
  readonly roots: readonly string[];
  /** Until when the rules are meant to be used (RFC 3339). */
  readonly notAfter?: string;
}

/**
 * Assembles the one format for both engines: Rego and data, which an unmodified OPA loads, and
 * `policy.wasm` as one more file, which our host runs. The manifest takes revision and logic version
 * from the data. The same parts give the same bytes.
 */
export const assembleBundle = ({
  rego,
  wasm,
  data,
  roots,
  notAfter,
}: BundleParts): Promise<Uint8Array<ArrayBuffer>> =>
  writeBundle(
    new Map<string, Uint8Array>([
      ...rego,
      [".manifest", lineOf(manifestFor(data, roots, notAfter))],
      ["data.json", lineOf(data)],
      ["policy.wasm", wasm],
    ]),
  );

/** The manifest of a bundle with this data. It has no `wasm` entries: a plain OPA would want to run them. */
export const manifestFor = (
  data: DataObject,
  roots: readonly string[],
  notAfter?: string,
): object => {
  const law = isObject(data.law) ? data.law : {};
  const { revision, logic_version } = law;
  const metadata = { logic_version, ...(notAfter === undefined ? {} : { not_after: notAfter }) };
  return { revision, roots, rego_version: 1, metadata };
};

/** A bundle with the logic and the tables of another, and other data of the law. */
export const withLaw = (
  { files, wasm, manifest, data }: Bundle,
  law: DataObject,
  notAfter?: string,
): Promise<Uint8Array<ArrayBuffer>> =>
  assembleBundle({
    rego: new Map([...files].filter(([name]) => name.endsWith(".rego"))),
    wasm,
    data: { ...data, law },
    roots: manifest.roots,
    ...(notAfter === undefined ? {} : { notAfter }),
  });

const lineOf = (value: object): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value)}\n`);
