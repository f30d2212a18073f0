/** One thing that two sets of data say differently. */
export interface Change {
  /** Where it stands: `["law", "2025-11-01", "annex", "major", "condition_5", "persons"]`. */
  readonly path: readonly string[];
  readonly kind: "changed" | "added" | "removed";
  readonly from?: unknown;
  readonly to?: unknown;
  /** What comes and goes with it, such as a version's folder with its entry in the list. */
  readonly along?: readonly Change[];
}

type Members = Readonly<Record<string, unknown>>;

/** Everything that two sets of data (`{law, tables}`) say differently, in the order of the data. */
export const changesBetween = (old: Members, now: Members): Change[] => {
  const changes = between(old, now, []).filter(({ path }) => path.join("/") !== "law/revision");
  // A version is an entry of the list and a folder: one change, not two.
  const isVersion = ({ path }: Change): boolean => path.length === 3 && path[1] === "versions";
  const isFolder = ({ path, kind }: Change): boolean =>
    path.length === 2 && path[0] === "law" && kind !== "changed";
  const folders = changes.filter(isFolder);
  return changes
    .filter((change) => !folders.includes(change))
    .map((change) => {
      const along = isVersion(change)
        ? folders.filter(({ path, kind }) => path[1] === change.path[2] && kind === change.kind)
        : [];
      return along.length === 0 ? change : { ...change, along };
    })
    .concat(
      folders.filter(
        ({ path, kind }) =>
          !changes.some((one) => isVersion(one) && one.kind === kind && one.path[2] === path[1]),
      ),
    );
};

/**
 * The old data with each version that only the new ones have, as a copy of the one that it follows: what
 * an amendment changes is what stands differently in its version than in the one before.
 */
export const withNewVersions = (old: Members, now: Members): { base: Members; added: Change[] } => {
  const added: Change[] = [];
  let base = old;
  // Oldest first: a version may follow one that is new itself.
  for (const entry of listed(now).reverse()) {
    const id = keyOf(entry) ?? "";
    if (listed(base).some((one) => keyOf(one) === id)) continue;
    const older = listed(base).find((one) => newestFirst(entry, one) < 0);
    const copied = isMembers(base.law) ? base.law[keyOf(older) ?? ""] : undefined;
    if (copied === undefined) continue;
    const folder: Change = { path: ["law", id], kind: "added", to: copied };
    const change: Change = {
      path: ["law", "versions", id],
      kind: "added",
      to: entry,
      along: [folder],
    };
    added.push(change);
    base = withChange(base, change);
  }
  return { base, added };
};

const listed = ({ law }: Members): unknown[] => {
  const versions = isMembers(law) ? law.versions : undefined;
  return Array.isArray(versions) ? [...(versions as unknown[])] : [];
};

/** The data with one change made to them and nothing else. */
export const withChange = (data: Members, change: Change): Members =>
  [change, ...(change.along ?? [])].reduce<Members>(
    (whole, { path, kind, to }) =>
      put(whole, path, kind === "removed" ? undefined : { to }) as Members,
    data,
  );

const between = (old: unknown, now: unknown, path: readonly string[]): Change[] => {
  const [before, after] = [membersOf(old), membersOf(now)];
  if (before === undefined || after === undefined) {
    return JSON.stringify(old) === JSON.stringify(now)
      ? []
      : [{ path, kind: "changed", from: old, to: now }];
  }
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Change[] => {
    const inner = [...path, key];
    if (!before.has(key)) return [{ path: inner, kind: "added", to: after.get(key) }];
    if (!after.has(key)) return [{ path: inner, kind: "removed", from: before.get(key) }];
    return between(before.get(key), after.get(key), inner);
  });
};

// Members by name; entries of a list by their id. A list of words is one value.
const membersOf = (value: unknown): Map<string, unknown> | undefined => {
  if (isMembers(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const keys = value.map(keyOf);
  return keys.every((key) => key !== undefined) && new Set(keys).size === keys.length
    ? new Map(value.map((entry: unknown, index) => [keys[index] ?? "", entry]))
    : undefined;
};

const keyOf = (entry: unknown): string | undefined => {
  if (!isMembers(entry)) return undefined;
  const key = entry.id ?? entry.item;
  return typeof key === "string" || typeof key === "number" ? String(key) : undefined;
};

/** The value at a path as changes name it: entries of a list by their id. */
export const memberAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return found.find((entry) => keyOf(entry) === key) as unknown;
    return isMembers(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }, value);

const put = (
  value: unknown,
  path: readonly string[],
  given: { to: unknown } | undefined,
): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return given?.to;
  if (Array.isArray(value)) {
    const at = value.findIndex((entry) => keyOf(entry) === key);
    if (given === undefined && rest.length === 0) return value.filter((_, index) => index !== at);
    // A list of versions is ordered by date, newest first; elsewhere the place decides nothing.
    if (at === -1) return [given?.to, ...(value as unknown[])].sort(newestFirst);
    return value.map((entry: unknown, index) => (index === at ? put(entry, rest, given) : entry));
  }
  const members = isMembers(value) ? value : {};
  if (rest.length > 0) return { ...members, [key]: put(members[key], rest, given) };
  return given === undefined
    ? Object.fromEntries(Object.entries(members).filter(([name]) => name !== key))
    : { ...members, [key]: given.to };
};

const newestFirst = (one: unknown, other: unknown): number => {
  const [a, b] = [one, other].map((entry) => (isMembers(entry) ? entry.valid_from : undefined));
  return typeof a === "string" && typeof b === "string" ? (a < b ? 1 : a > b ? -1 : 0) : 0;
};

export const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
