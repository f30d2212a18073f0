import { positionOf, type LawFile } from "../../src/law/read.js";
import type { Mutant } from "./mutant.js";

type Path = readonly (string | number)[];

/** A change of one value of the data. */
export interface DataMutant extends Mutant {
  readonly file: LawFile;
  /** Where it stands in the file, and in `data`. */
  readonly keys: Path;
  /** What stands there instead; undefined where it is dropped. */
  readonly to: unknown;
  /** Mutants of one kind stand at different places, so that they can be tried together. */
  readonly kind: string;
}

// A code, not a sentence.
const WORD = /^[a-z0-9][a-z0-9_.]*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Every mutant of the data files, in the order of the files. */
export const dataMutants = (files: readonly LawFile[]): DataMutant[] => {
  const pools = new Map<string, Set<string>>();
  for (const file of files) collect(file.value, file.at.at(-1) ?? "", pools);
  return files.flatMap((file) =>
    walk(file.value, [], (keys, value) => changesOf(keys, value, pools)).map(
      ({ keys, to, what, kind }) => ({
        file,
        keys,
        to,
        kind,
        place: `policies/${file.path}:${String(positionOf(file, keys).line)}`,
        says: `${[...file.at, ...keys].join("/")} ${what}`,
      }),
    ),
  );
};

interface Change {
  keys: Path;
  to: unknown;
  what: string;
  kind: string;
}

const walk = (
  value: unknown,
  keys: Path,
  of: (keys: Path, value: unknown) => Change[],
): Change[] => [
  ...of(keys, value),
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) =>
        walk(member, [...keys, Array.isArray(value) ? Number(key) : key], of),
      )
    : []),
];

const changesOf = (
  keys: Path,
  value: unknown,
  pools: ReadonlyMap<string, Set<string>>,
): Change[] => {
  const kind = `${nameOf(keys)} ${String(keys.length)}`;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return Object.keys(value).map((key) => ({
      keys: [...keys, key],
      to: undefined,
      what: "dropped",
      kind: `${kind} without`,
    }));
  }
  return [
    ...ofList(value),
    ...insteadOf(keys, value, pools).map((to) => ({ to, says: shown(to) })),
  ].map(({ to, says }, index) => ({
    keys,
    to,
    what: `${shown(value)} → ${says}`,
    kind: `${kind} ${String(index)}`,
  }));
};

/** Each entry dropped, and each two neighbours swapped; said by their places, for lists look alike at their beginnings. */
const ofList = (value: unknown): { to: unknown; says: string }[] => {
  if (!Array.isArray(value)) return [];
  const list: unknown[] = value;
  const drops = list.map((one, at) => ({
    to: list.filter((_, other) => other !== at),
    says: `without its ${String(at + 1)}., ${shown(one)}`,
  }));
  const swaps = list.slice(1).map((one, at) => ({
    to: list.with(at, one).with(at + 1, list[at]),
    says: `in another order: ${String(at + 2)}. before ${String(at + 1)}.`,
  }));
  return [...drops, ...swaps];
};

const insteadOf = (
  keys: Path,
  value: unknown,
  pools: ReadonlyMap<string, Set<string>>,
): unknown[] => {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "string") return ofText(value, [...(pools.get(nameOf(keys)) ?? [])]);
  if (typeof value === "number") {
    return [...new Set([value + 1, value - 1, value * 10])].filter((n) => n !== value && n >= 0);
  }
  return [];
};

const ofText = (text: string, pool: readonly string[]): string[] => {
  if (DATE.test(text)) return [new Date(Date.parse(text) + 86_400_000).toISOString().slice(0, 10)];
  if (!WORD.test(text)) return [`${text}?`];
  const at = pool.indexOf(text);
  const others = [pool[(at + 1) % pool.length], pool.at(at - 1)];
  const valid = [...new Set(others)].filter(
    (word): word is string => word !== undefined && word !== text,
  );
  return valid.length === 0 ? [`${text}_`] : valid;
};

// Words that stand under the same name are of one kind: one of them can stand for another.
const collect = (value: unknown, name: string, pools: Map<string, Set<string>>): void => {
  if (typeof value === "string" && WORD.test(value)) {
    pools.set(name, (pools.get(name) ?? new Set()).add(value));
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      collect(member, Array.isArray(value) ? name : key, pools);
    }
  }
};

const nameOf = (keys: Path): string =>
  keys.findLast((key): key is string => typeof key === "string") ?? "";

const shown = (value: unknown): string => {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** Whole data with a file's value replaced by one that differs at one place. */
export const applied = (value: unknown, keys: Path, to: unknown): unknown => {
  const [key, ...rest] = keys;
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.with(Number(key), applied(value[Number(key)], rest, to));
  const members = { ...(value as Record<string, unknown>) };
  if (rest.length === 0 && to === undefined) {
    return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key));
  }
  return { ...members, [key]: applied(members[key], rest, to) };
};
