import type { Issue, IssueCode } from "../../errors.js";
import type { SchemaError } from "../../generated/validators.js";
import { expectationOf, type Expectation, type JsonSchema } from "./expectation.js";
import { createIssue } from "./issue.js";
import { nearestWord } from "./nearest.js";
import { pointerPart } from "./pointer.js";
import { receivedOf } from "./received.js";

/**
 * The errors of a compiled validator as issues: one for each place, at most `limit`. Where a value
 * follows none of several alternatives, the alternative that was meant speaks, or else all of them
 * in one sentence; the reader never learns that there was an anyOf.
 */
export const issuesOf = (errors: readonly SchemaError[], limit: number): Issue[] => {
  const failed = new Map<string, SchemaError>();
  for (const error of errors) if (isAlternative(error)) failed.set(error.instancePath, error);
  const unclear = unclearPlaces(errors, failed);
  const speaks = (error: SchemaError): boolean =>
    speaksForItself(error) && !unclear.has(error.instancePath);
  const places = deeperPlaces(errors, failed, speaks);
  const issues = new Map<string, Issue>();
  for (const error of errors) {
    if (issues.size >= limit) break;
    const alternatives = failed.get(error.instancePath);
    if (alternatives !== undefined) {
      if (speaks(error)) {
        put(issues, issueOf(error));
      } else if (!places.has(error.instancePath)) {
        put(issues, issueOf(alternatives));
      }
    } else if (!isSilent(error)) {
      put(issues, issueOf(error));
    }
  }
  return [...issues.values()];
};

const put = (issues: Map<string, Issue>, issue: Issue): void => {
  if (!issues.has(issue.path)) issues.set(issue.path, issue);
};

const isAlternative = ({ keyword }: SchemaError): boolean =>
  keyword === "anyOf" || keyword === "oneOf";

// What these find wrong, another error says better.
const isSilent = ({ keyword, params }: SchemaError): boolean =>
  keyword === "propertyNames" ||
  keyword === "if" ||
  (keyword === "discriminator" && params.error !== "tag");

// An object's missing or unknown members say more than that it is none of the alternatives, as long
// as only one of these is an object.
const speaksForItself = ({ keyword }: SchemaError): boolean =>
  keyword === "additionalProperties" || keyword === "required";

/** Objects that could have been meant as several alternatives. */
const unclearPlaces = (
  errors: readonly SchemaError[],
  failed: ReadonlyMap<string, SchemaError>,
): ReadonlySet<string> => {
  const meant = new Map<string, SchemaError["parentSchema"]>();
  const unclear = new Set<string>();
  for (const error of errors) {
    const { instancePath: path, parentSchema } = error;
    if (!speaksForItself(error) || !failed.has(path)) continue;
    if (meant.has(path) && meant.get(path) !== parentSchema) unclear.add(path);
    meant.set(path, parentSchema);
  }
  return unclear;
};

/** The failed alternatives below which something more precise is known. */
const deeperPlaces = (
  errors: readonly SchemaError[],
  failed: ReadonlyMap<string, SchemaError>,
  speaks: (error: SchemaError) => boolean,
): ReadonlySet<string> => {
  const places = new Set<string>();
  for (const error of errors) {
    if (speaks(error) && failed.has(error.instancePath)) places.add(error.instancePath);
    let path = error.instancePath;
    for (let end = path.lastIndexOf("/"); end >= 0; end = path.lastIndexOf("/")) {
      path = path.slice(0, end);
      if (failed.has(path)) places.add(path);
    }
  }
  return places;
};

const issueOf = (error: SchemaError): Issue => {
  const { keyword, instancePath, params, parentSchema, data } = error;
  const at = (name: unknown): string => `${instancePath}${pointerPart(String(name))}`;
  switch (keyword) {
    case "additionalProperties":
      return unknownMember(
        at(params.additionalProperty),
        String(params.additionalProperty),
        parentSchema,
      );
    case "required":
      return missing(at(params.missingProperty), String(params.missingProperty), parentSchema);
    case "discriminator":
      // Where the tag is there, its own enum says what it may be.
      return make("missing", at(params.tag), { expected: "value" });
    case "pattern":
      if (error.propertyName !== undefined) {
        return createIssue({
          path: at(error.propertyName),
          code: "unknown_member",
          expected: "name",
          params: { pattern: String(params.pattern) },
        });
      }
      break;
    default:
  }
  if (KNOWN.has(keyword)) return wrongKind(instancePath, expectationOf(parentSchema), data);
  // Keywords of the law's schemas that need no words of our own: ajv-i18n has them.
  return createIssue({
    path: instancePath,
    code: "schema",
    expected: "value",
    params: { keyword, ...plainParams(params) },
  });
};

const KNOWN: ReadonlySet<string> = new Set([
  "anyOf",
  "oneOf",
  "type",
  "enum",
  "const",
  "format",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "pattern",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
]);

const wrongKind = (path: string, { expected, params }: Expectation, data: unknown): Issue => {
  const words = params?.words;
  const nearest =
    typeof data === "string" && Array.isArray(words)
      ? nearestWord(
          data,
          words.map((word: string) => word.replaceAll('"', "")),
        )
      : undefined;
  return make("wrong_kind", path, {
    expected,
    ...(params || nearest ? { params: { ...params, ...(nearest ? { nearest } : {}) } } : {}),
    received: receivedOf(data),
  });
};

const unknownMember = (path: string, name: string, schema: JsonSchema | undefined): Issue => {
  const members = Object.keys((schema?.properties as object | undefined) ?? {});
  const nearest = nearestWord(name, members);
  return make("unknown_member", path, {
    expected: "nothing",
    params: { name: name.slice(0, 100), members, ...(nearest ? { nearest } : {}) },
  });
};

const missing = (path: string, name: string, schema: JsonSchema | undefined): Issue => {
  const members = schema?.properties as Readonly<Record<string, JsonSchema>> | undefined;
  return make("missing", path, expectationOf(members?.[name]));
};

const make = (
  code: IssueCode,
  path: string,
  rest: Omit<Issue, "path" | "code" | "message">,
): Issue => createIssue({ path, code, ...rest });

const plainParams = (params: SchemaError["params"]): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, value] as const] : [],
    ),
  );
