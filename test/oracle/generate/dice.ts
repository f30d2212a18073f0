/** Seeded chance (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    // Spread neighbouring seeds apart.
    this.#state = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b) >>> 0;
    this.next();
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new RangeError("Nothing to pick from");
    // An entry may itself be undefined: a fact left out.
    return from[Math.floor(this.next() * from.length)] as T;
  }

  /** Each entry with this probability, in random order. */
  some<T>(from: readonly T[], probability: number): T[] {
    const chosen = from.filter(() => this.chance(probability));
    for (let place = chosen.length - 1; place > 0; place -= 1) {
      const other = this.between(0, place);
      const held = chosen[place];
      const swapped = chosen[other];
      if (held === undefined || swapped === undefined) continue;
      chosen[place] = swapped;
      chosen[other] = held;
    }
    return chosen;
  }
}
