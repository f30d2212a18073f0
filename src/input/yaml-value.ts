import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document as YamlDocument,
  type Node,
  type Scalar,
} from "yaml";
import type { ErrorCode, Issue } from "../errors.js";
import { pointerPart } from "../evaluator/validate/index.js";
import { FORBIDDEN_KEYS, hasLoneSurrogate, MAX_DEPTH } from "./document.js";
import { isExact } from "./number.js";

/** Throws: a document that is YAML but has no plain JSON value. */
export type Refuse = (code: ErrorCode, offset: number, issue: Omit<Issue, "message">) => never;

// Copies of copies could fill any memory.
const MOST_COPIES = 10_000;

/** The plain value of a YAML document, and the offset of each of its values and keys. */
export const plainValue = (
  document: YamlDocument.Parsed,
  refuse: Refuse,
  plain = false,
): { value: unknown; offsets: Map<string, number> } => {
  const offsets = new Map<string, number>();
  // Of our own: the library looks through the whole document for each alias.
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  let copies = 0;

  const valueOf = (
    node: Node | null | undefined,
    path: string,
    depth: number,
    at: number,
    copied: boolean,
  ): unknown => {
    const offset = node?.range?.[0] ?? at;
    if (!offsets.has(path)) offsets.set(path, offset);
    if (node === null || node === undefined) return null;
    if (plain && (isAlias(node) || node.anchor !== undefined)) syntax(path, offset, "anchor");
    if (isAlias(node)) {
      const target = targets.get(node) ?? anchors.get(node.source);
      if (target === undefined) {
        return syntax(path, offset, `no anchor stands before the alias ${node.source}`);
      }
      // An anchor may be set again; a copy of this alias still means what it meant here.
      targets.set(node, target);
      return valueOf(target, path, depth, offset, true);
    }
    if (copied && ++copies > MOST_COPIES) syntax(path, offset, "its aliases copy too many values");
    const { anchor } = node;
    if (anchor !== undefined && !copied) anchors.set(anchor, node);
    // The type says otherwise: a tag is there only where it is written.
    if (node.tag !== undefined) syntax(path, offset, "tags (!) are not allowed");
    if (isScalar(node)) return scalarOf(node, path, offset);
    if (depth >= MAX_DEPTH) {
      refuse("too_deep", offset, {
        path,
        code: "too_deep",
        expected: "value",
        params: { most: MAX_DEPTH },
      });
    }
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        valueOf(item as Node | null, `${path}/${index}`, depth + 1, offset, copied),
      );
    }
    return isMap(node) ? objectOf(node.items, path, depth, offset, copied) : null;
  };

  const objectOf = (
    pairs: readonly { key: unknown; value: unknown }[],
    path: string,
    depth: number,
    at: number,
    copied: boolean,
  ): Record<string, unknown> => {
    const object: Record<string, unknown> = {};
    for (const pair of pairs) {
      const key = pair.key as Node | null;
      const offset = key?.range?.[0] ?? at;
      const name = nameOf(key, path, offset);
      const place = path + pointerPart(name);
      if (FORBIDDEN_KEYS.has(name)) {
        refuse("forbidden_key", offset, {
          path: place,
          code: "forbidden_key",
          expected: "nothing",
        });
      }
      if (Object.hasOwn(object, name)) {
        refuse("duplicate_key", offset, {
          path: place,
          code: "duplicate_key",
          expected: "nothing",
        });
      }
      offsets.set(place, offset);
      object[name] = valueOf(pair.value as Node | null, place, depth + 1, offset, copied);
    }
    return object;
  };

  const nameOf = (key: Node | null, path: string, offset: number): string => {
    if (!isScalar(key) || key.value === null || key.tag !== undefined) {
      return syntax(path, offset, "a key must be a text");
    }
    // A key is a text in JSON: 1, true and 2025-11-01 are taken as they are written.
    const name =
      typeof key.value === "string" ? key.value : (key.source ?? JSON.stringify(key.value));
    if (hasLoneSurrogate(name)) {
      refuse("lone_surrogate", offset, {
        path: path + pointerPart(name),
        code: "lone_surrogate",
        expected: "text",
      });
    }
    return name;
  };

  const scalarOf = ({ value, source = "" }: Scalar, path: string, offset: number): unknown => {
    if (plain && typeof value === "number" && !PLAIN.test(source)) {
      syntax(path, offset, "number_form");
    }
    if (
      typeof value === "number" &&
      !(DECIMAL.test(source) ? isExact(source) : Number.isSafeInteger(value))
    ) {
      const params = { number: source.slice(0, 40) };
      refuse("number_not_exact", offset, {
        path,
        code: "number_not_exact",
        expected: "number",
        params,
      });
    }
    if (typeof value === "string" && hasLoneSurrogate(value)) {
      refuse("lone_surrogate", offset, { path, code: "lone_surrogate", expected: "text" });
    }
    return value;
  };

  const syntax = (path: string, offset: number, why: string): never =>
    refuse("input_not_yaml", offset, { path, code: "syntax", expected: "yaml", params: { why } });

  return { value: valueOf(document.contents, "", 0, 0, false), offsets };
};

// The others are octal (0o17), hexadecimal (0x1f), infinite or no number.
const DECIMAL = /^[-+]?[0-9.]+(?:e[-+]?\d+)?$/i;

const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
