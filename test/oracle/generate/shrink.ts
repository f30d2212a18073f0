/** Makes a failing request smaller while it still fails: greedy, one change at a time. */

/** Members that a valid request cannot do without. */
const REQUIRED = new Set(["incident", "id", "kind", "category", "effects", "duty"]);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Entries dropped in halves first, then one by one. */
function* shorter(list: readonly unknown[]): Generator<unknown[]> {
  if (list.length > 2) {
    const half = Math.floor(list.length / 2);
    yield list.slice(half);
    yield list.slice(0, half);
  }
  for (let place = 0; place < list.length; place += 1) {
    yield [...list.slice(0, place), ...list.slice(place + 1)];
  }
}

/** Every document that is one step simpler, the boldest steps first. */
function* simpler(value: unknown): Generator {
  if (Array.isArray(value)) {
    yield* shorter(value);
    for (let place = 0; place < value.length; place += 1) {
      for (const entry of simpler(value[place])) yield value.with(place, entry);
    }
  } else if (isObject(value)) {
    // An open list, or a bounded number, becomes a plain one.
    if ("at_least" in value) yield value.at_least;
    if ("at_most" in value) yield value.at_most;
    const optional = Object.keys(value).filter((name) => !REQUIRED.has(name));
    for (const names of shorter(optional)) {
      yield Object.fromEntries(
        Object.entries(value).filter(([name]) => REQUIRED.has(name) || names.includes(name)),
      );
    }
    for (const [name, held] of Object.entries(value)) {
      if (name === "id") continue;
      for (const smaller of simpler(held)) yield { ...value, [name]: smaller };
    }
  } else if (typeof value === "number" && value > 0) {
    yield 0;
    if (value > 1) yield 1;
  } else if (typeof value === "string") {
    const plain = value.replace(/\.\d+(?=Z|[+-]\d\d:)/, "");
    if (plain !== value) yield plain;
  }
}

/** `stillFails` must say no to requests that became invalid; what it throws counts as no. */
export async function shrink(
  request: unknown,
  stillFails: (candidate: unknown) => boolean | Promise<boolean>,
): Promise<unknown> {
  const fails = async (candidate: unknown): Promise<boolean> => {
    try {
      return await stillFails(candidate);
    } catch {
      return false;
    }
  };
  let smallest = request;
  for (;;) {
    const smaller = await first(simpler(smallest), fails);
    if (smaller === undefined) return smallest;
    smallest = smaller;
  }
}

async function first(
  candidates: Iterable<unknown>,
  holds: (candidate: unknown) => Promise<boolean>,
): Promise<unknown> {
  for (const candidate of candidates) if (await holds(candidate)) return candidate;
  return undefined;
}
