import {
  Composer,
  type CST,
  Lexer,
  Parser,
  type ParsedNode,
  type Document as YamlDocument,
  type ErrorCode,
  type YAMLError,
} from "yaml";
import type { AmrnciError } from "../errors.js";
import { type Document, MAX_DEPTH, type YamlRules } from "./document.js";
import { nearestOffset, positionAt } from "./positions.js";
import { refusal } from "./refusal.js";
import { textOf } from "./text.js";
import { plainValue } from "./yaml-value.js";

/**
 * Reads one YAML 1.2 document (core schema) as plain JSON values: dates stay texts, `no` is a text.
 * It refuses what JSON does not have (tags, directives, several documents, `.nan`) and all that
 * `parseJson` refuses. Aliases are copied, up to 100,000 values in all.
 *
 * @throws {AmrnciError} with the place: `input_too_large`, `input_not_utf8`, `input_not_yaml`,
 * `too_deep`, `duplicate_key`, `forbidden_key`, `lone_surrogate`, `number_not_exact`
 * @example
 * ```ts
 * const { value } = parseYaml("incident:\n  id: i-1\n");
 * ```
 */
export const parseYaml = (input: string | Uint8Array, rules: YamlRules = {}): Document => {
  const text = textOf(input, rules);
  const document = compose(text);
  const [error] = document.errors;
  if (error) throw notYaml(text, error.pos[0], whyOf(error, text), error);
  const { yaml, tags } = document.directives;
  if (yaml.explicit === true || Object.keys(tags).some((handle) => handle !== "!!")) {
    throw notYaml(text, 0, "directives (%) are not allowed");
  }
  const { value, offsets } = plainValue(
    document,
    (code, offset, issue) => {
      throw refusal(code, { ...issue, position: positionAt(text, offset) });
    },
    rules.plain === true,
  );
  return {
    value,
    positionOf: (pointer) => positionAt(text, nearestOffset(offsets, pointer)),
  };
};

const compose = (text: string): YamlDocument.Parsed => {
  const composer = new Composer<ParsedNode>({
    version: "1.2",
    schema: "core",
    merge: false,
    // Found with a pointer when values are made; here it would take quadratic time.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  let first: YamlDocument.Parsed | undefined;
  for (const document of composer.compose(tokensOf(text), true, text.length)) {
    if (first)
      throw notYaml(text, document.range[0], "it holds several documents (---); one is allowed");
    first = document;
  }
  if (first === undefined) throw notYaml(text, 0, "it holds no document");
  return first;
};

/** The tokens of a text whose nesting is bounded: composing them recurses. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // The document itself and a scalar stand on the parser's own stack too.
    if (parser.stack.length > MAX_DEPTH + 2) {
      throw refusal("too_deep", {
        path: "",
        code: "too_deep",
        expected: "value",
        position: positionAt(text, parser.offset),
        params: { most: MAX_DEPTH },
      });
    }
  }
  yield* parser.end();
}

// The words for these stand in the messages; the library's own are English only.
const TRANSLATED: ReadonlySet<string> = new Set<ErrorCode>([
  "BAD_INDENT",
  "MISSING_CHAR",
  "MULTILINE_IMPLICIT_KEY",
  "TAB_AS_INDENT",
  "UNEXPECTED_TOKEN",
]);

const whyOf = ({ code, message, pos: [offset] }: YAMLError, text: string): string => {
  // Typed with a Chinese keyboard; the parser sees a text that goes on and complains of what follows.
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  if (/^[ -]*[\w.]+ *：/.test(text.slice(start, start + 200))) return "full_width_colon";
  return TRANSLATED.has(code) ? code : (message.split("\n", 1)[0] ?? "");
};

const notYaml = (text: string, offset: number, why: string, cause?: unknown): AmrnciError =>
  refusal(
    "input_not_yaml",
    {
      path: "",
      code: "syntax",
      expected: "yaml",
      position: positionAt(text, offset),
      params: { why },
    },
    cause,
  );
