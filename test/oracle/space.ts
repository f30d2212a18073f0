/**
 * What the completions of some facts can lead to, found by going through them.
 * Parts that share no fact are combined afterwards, which loses nothing.
 */
import type { Domain } from "./domain.js";

export interface Leaf {
  readonly op: "leaf";
  /** Leaves with the same key have the same space. */
  readonly key: string;
  readonly facts: readonly Fact[];
  /** The criteria's grades met, as a mask, for one value of every fact. */
  readonly meets: (values: readonly unknown[]) => number;
}

export interface Fact {
  readonly name: string;
  readonly values: readonly unknown[];
}

export interface Pair {
  readonly op: "and" | "or";
  readonly left: Node;
  readonly right: Node;
}

export type Node = Leaf | Pair;

export interface Space {
  /** Every mask that some completion leads to. */
  readonly all: readonly number[];
  /** Per fact, the pairs of different masks (a * 64 + b, a < b) that this fact alone tells apart. */
  readonly pairs: ReadonlyMap<string, readonly number[]>;
}

/** A leaf over named facts; `meets` is a two-valued reading of the law on fully known facts. */
export function leaf<T extends object>(
  key: string,
  domains: { readonly [K in keyof T]: Domain<T[K]> },
  meets: (known: T) => number,
): Leaf {
  const names = Object.keys(domains) as (keyof T & string)[];
  return {
    op: "leaf",
    key: `${key}|${names.map((name) => domains[name].key).join("|")}`,
    facts: names.map((name) => ({ name, values: domains[name].values })),
    meets: (values) => {
      const known: Partial<Record<keyof T, unknown>> = {};
      names.forEach((name, place) => {
        known[name] = values[place];
      });
      return meets(known as T);
    },
  };
}

export function combined(op: "and" | "or", parts: readonly Node[]): Node {
  return parts.reduce((left, right) => ({ op, left, right }));
}

export function apply(op: "and" | "or", a: number, b: number): number {
  return op === "and" ? a & b : a | b;
}

const enumerated = new Map<string, Space>();

export function spaceOf(node: Node): Space {
  if (node.op !== "leaf") return combine(node.op, spaceOf(node.left), spaceOf(node.right));
  let space = enumerated.get(node.key);
  if (space === undefined) {
    space = enumerate(node);
    enumerated.set(node.key, space);
  }
  return space;
}

function pairCode(a: number, b: number): number {
  return a < b ? a * 64 + b : b * 64 + a;
}

/** Every completion of a leaf, one after another. */
function enumerate(node: Leaf): Space {
  const sizes = node.facts.map((fact) => fact.values.length);
  const count = sizes.reduce((product, size) => product * size, 1);
  const masks: number[] = [];
  for (let index = 0; index < count; index += 1) {
    let rest = index;
    const values = node.facts.map((fact) => {
      const value = fact.values[rest % fact.values.length];
      rest = Math.floor(rest / fact.values.length);
      return value;
    });
    masks.push(node.meets(values));
  }
  const pairs = new Map<string, readonly number[]>();
  let stride = 1;
  node.facts.forEach((fact, place) => {
    const size = sizes[place] ?? 1;
    const found = new Set<number>();
    for (let index = 0; index < count; index += 1) {
      // Compare with every later value of this fact, all others the same.
      const digit = Math.floor(index / stride) % size;
      for (let step = 1; digit + step < size; step += 1) {
        const a = masks[index] ?? 0;
        const b = masks[index + step * stride] ?? 0;
        if (a !== b) found.add(pairCode(a, b));
      }
    }
    pairs.set(fact.name, [...found]);
    stride *= size;
  });
  return { all: [...new Set(masks)], pairs };
}

function combine(op: "and" | "or", left: Space, right: Space): Space {
  const all = new Set<number>();
  for (const a of left.all) for (const b of right.all) all.add(apply(op, a, b));
  const pairs = new Map<string, readonly number[]>();
  for (const [mine, other] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const [name, codes] of mine.pairs) pairs.set(name, withOthers(op, codes, other.all));
  }
  return { all: [...all], pairs };
}

function withOthers(
  op: "and" | "or",
  codes: readonly number[],
  others: readonly number[],
): readonly number[] {
  if (codes.length === 0) return codes;
  const found = new Set<number>();
  for (const code of codes) {
    for (const other of others) {
      const a = apply(op, code >> 6, other);
      const b = apply(op, code & 63, other);
      if (a !== b) found.add(pairCode(a, b));
    }
  }
  return [...found];
}
