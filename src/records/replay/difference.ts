import { pointerPart } from "../../evaluator/validate/index.js";

/** The first place at which two documents differ. */
export interface Difference {
  /** JSON Pointer into the decision. */
  readonly path: string;
  /** Undefined where there is nothing. */
  readonly recorded: unknown;
  readonly now: unknown;
}

/** Where two documents differ first, in the order of their members; null where they are the same. */
export const differenceOf = (recorded: unknown, now: unknown, path = ""): Difference | null => {
  const alike = isContainer(recorded) && isContainer(now);
  if (!alike || Array.isArray(recorded) !== Array.isArray(now)) {
    return Object.is(recorded, now) ? null : { path, recorded, now };
  }
  const names = new Set([...Object.keys(recorded), ...Object.keys(now)]);
  for (const name of [...names].sort()) {
    const found = differenceOf(own(recorded, name), own(now, name), path + pointerPart(name));
    if (found !== null) return found;
  }
  return null;
};

const isContainer = (value: unknown): value is object =>
  typeof value === "object" && value !== null;

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
