/** Reading documents of unknown shape without trusting them. */

/** The value at a chain of member names, undefined where any link is absent. */
export function member(value: unknown, ...names: readonly string[]): unknown {
  let at: unknown = value;
  for (const name of names) {
    if (typeof at !== "object" || at === null || Array.isArray(at)) return undefined;
    at = Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined;
  }
  return at;
}

/** True for a text that says something. */
export function stated(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
