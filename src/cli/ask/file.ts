import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseDocument } from "yaml";
import { askWords } from "../../words/ask.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { isObject, type JsonObject, requestOf } from "../evaluate/request.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";
import { reasonOf } from "../io/bytes.js";
import { readDocument } from "../io/document.js";
import { writeWhole } from "../io/write-file.js";

/** The incident's file, with each answer in it as soon as it is given. */
export interface IncidentFile {
  /** What the file says, as a request. */
  request(): JsonObject;
  /** Whether the file was there before. */
  readonly isNew: boolean;
  /** States the fact at a JSON Pointer into the incident, and saves the file whole. */
  state(pointer: string, value: unknown): Promise<void>;
}

/** Opens a file, or begins a new one that is written with the first answer. */
export const openIncident = async (context: Context, path: string): Promise<IncidentFile> => {
  const before = await textOf(path);
  const isJson = extname(path).toLowerCase() === ".json";
  // Everything that is refused elsewhere is refused here, before the first question.
  const read = before === null ? {} : (await readDocument(context, path)).value;
  requestOf(context, path, read);
  // A YAML document keeps its comments and its order.
  const document = parseDocument(before ?? "{}\n");
  if (before === null && !isJson) document.contents = document.createNode({}) as never;
  const wrapped = isObject(read) && Object.hasOwn(read, "incident");
  let written = before;

  const save = async (): Promise<void> => {
    const words = askWords(context.language);
    if ((await textOf(path)) !== written) {
      throw new Failure(EXIT.wrongUse, "output_failed", fill(words.changed, { file: path }));
    }
    const text = isJson
      ? `${JSON.stringify(document.toJS(), null, 2)}\n`
      : document.toString({ lineWidth: 0 });
    try {
      await writeWhole(path, new TextEncoder().encode(text));
    } catch (error) {
      const params = { file: path, reason: reasonOf(error, context.words) };
      throw new Failure(EXIT.wrongUse, "output_failed", fill(words.not_written, params));
    }
    written = text;
  };

  return {
    isNew: before === null,
    request: () => requestOf(context, path, document.toJS()),
    state: async (pointer, value) => {
      const keys = pointer.split("/").slice(1).map(keyOf);
      document.setIn(wrapped ? ["incident", ...keys] : keys, document.createNode(value));
      await save();
    },
  };
};

const keyOf = (part: string): string | number => (/^\d+$/.test(part) ? Number(part) : part);

const textOf = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    // What else is wrong with it is said where it is read.
    return "";
  }
};
