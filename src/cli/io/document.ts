import { extname } from "node:path";
import type { Position } from "../../errors.js";
import type { Document, InputLimits } from "../../input/index.js";
import type { Context } from "../context.js";
import { failureOf } from "../failure-of.js";
import { readBytes } from "./bytes.js";

export type { Document, Position };

/** Reads and parses a file, or standard input for `-`: JSON or YAML by its name, else by its look. */
export async function readDocument(
  context: Context,
  file: string,
  limits: InputLimits = {},
): Promise<Document> {
  const bytes = await readBytes(file, context.stdin, context.words);
  const parse = isJson(file, bytes)
    ? (await import("../../input/index.js")).parseJson
    : (await import("../../input/yaml.js")).parseYaml;
  try {
    return parse(bytes, limits);
  } catch (error) {
    throw failureOf(error, context, file);
  }
}

/** JSON for people starts with a bracket; YAML that does so is JSON too, or close to it. */
function isJson(file: string, bytes: Buffer): boolean {
  const extension = extname(file).toLowerCase();
  if (extension === ".json") return true;
  if (extension === ".yaml" || extension === ".yml") return false;
  return /^\s*[{[]/.test(bytes.subarray(0, 1000).toString());
}
