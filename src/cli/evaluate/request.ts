import { fill } from "../../words/index.js";
import { instantOf } from "../../words/time.js";
import type { Context } from "../context.js";
import { EXIT } from "../exit.js";
import { Failure } from "../failure.js";
import { wrongUse } from "../usage.js";

export type JsonObject = Record<string, unknown>;

/** Whether a parsed document is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A document that has an incident is a request; any other object is an incident itself. */
export function requestOf({ words }: Context, file: string, document: unknown): JsonObject {
  if (!isObject(document)) {
    throw new Failure(EXIT.bad, "request_invalid", fill(words.error_not_object, { file }));
  }
  return Object.hasOwn(document, "incident") ? document : { incident: document };
}

/** The `--as-of` option as a time; `now` is this moment, which only the command line knows. */
export function asOfOf(context: Context, value: string): string {
  if (value === "now") return `${new Date().toISOString().slice(0, 19)}Z`;
  if (instantOf(value) === null) throw wrongUse(context, "error_bad_time", { value });
  return value;
}

/** The `--reading name=option` options, each checked against the readings that the bundle knows. */
export function readingsOf(
  context: Context,
  values: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): Record<string, string> {
  const readings = values.map((value): [string, string] => {
    const [, name, option] = /^([^=]+)=(.+)$/s.exec(value) ?? [];
    if (name === undefined || option === undefined)
      throw wrongUse(context, "error_bad_reading", { value });
    const options = Object.hasOwn(known, name) ? known[name] : undefined;
    if (options === undefined) {
      throw wrongUse(context, "error_unknown_reading", {
        value: name,
        choices: Object.keys(known).join(", "),
      });
    }
    if (!options.includes(option)) {
      const params = { option: `--reading ${name}`, value: option, choices: options.join(", ") };
      throw wrongUse(context, "error_bad_choice", params);
    }
    return [name, option];
  });
  return Object.fromEntries(readings);
}

/** The readings of the newest version of the rules in a bundle's data, with their options. */
export function knownReadings(data: unknown): Record<string, string[]> {
  const law = isObject(data) && isObject(data.law) ? data.law : {};
  const [newest] = Array.isArray(law.versions) ? (law.versions as unknown[]) : [];
  const rules = isObject(newest) ? law[String(newest.id)] : undefined;
  const readings = isObject(rules) && isObject(rules.readings) ? rules.readings : {};
  return Object.fromEntries(
    Object.entries(readings).map(([name, reading]) => [
      name,
      isObject(reading) && isObject(reading.options) ? Object.keys(reading.options) : [],
    ]),
  );
}
