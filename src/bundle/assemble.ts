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
}: BundleParts): Promise<Uint8Array<ArrayBuffer>> =>
  writeBundle(
    new Map<string, Uint8Array>([
      ...rego,
      [".manifest", lineOf(manifestFor(data, roots))],
      ["data.json", lineOf(data)],
      ["policy.wasm", wasm],
    ]),
  );

/** The manifest of a bundle with this data. It has no `wasm` entries: a plain OPA would want to run them. */
export const manifestFor = (data: DataObject, roots: readonly string[]): object => {
  const law = isObject(data.law) ? data.law : {};
  const { revision, logic_version } = law;
  return { revision, roots, rego_version: 1, metadata: { logic_version } };
};

/** A bundle with the logic and the tables of another, and other data of the law. */
export const withLaw = (
  { files, wasm, manifest, data }: Bundle,
  law: DataObject,
): Promise<Uint8Array<ArrayBuffer>> =>
  assembleBundle({
    rego: new Map([...files].filter(([name]) => name.endsWith(".rego"))),
    wasm,
    data: { ...data, law },
    roots: manifest.roots,
  });

const lineOf = (value: object): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value)}\n`);
