import { isAmrnciError } from "../../src/errors.js";

/** A way by which somebody else's bytes come in. */
export interface Door {
  readonly seeds: readonly Uint8Array[];
  /**
   * Takes bytes; it may throw a coded error, and nothing else. What it returns says where they led, as
   * far as V8 can't see it: what the policy decided, in WASM. New words are as good as new code.
   */
  readonly take: (bytes: Uint8Array) => Features | Promise<Features>;
  /** How long inputs get; 64 KiB unless stated. A door whose real inputs are longer takes them whole. */
  readonly mostBytes?: number;
  /** Ends what the door has started. */
  readonly close?: () => Promise<void>;
}

export type Features = readonly string[];

export interface Outcome {
  /** What is wrong; null where there was an answer or a coded error. */
  readonly wrong: string | null;
  readonly features: Features;
}

// Not a benchmark: far beyond what any input takes. The processor's time, not the clock's: the
// machine may be busy with other things.
const SLOW_MS = 5_000;

/**
 * What a message says for want of a value: "undefined", "[object", a placeholder that nothing has filled.
 * Null where there is none, or where it is quoted from the input.
 */
export const nonsenseIn = (said: string, bytes: Uint8Array): string | null => {
  const input = Buffer.from(bytes);
  const found = [...said.matchAll(/undefined|\[object|\{([a-z_]+)\}/g)];
  return found.find(([all, name]) => !input.includes(name ?? all))?.[0] ?? null;
};

/** Takes bytes through a door. */
export const outcomeOf = async (door: Door, bytes: Uint8Array): Promise<Outcome> => {
  const started = process.cpuUsage();
  let features: Features;
  try {
    features = await door.take(bytes);
  } catch (error) {
    if (!isAmrnciError(error)) {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { wrong: `throws ${said}`, features: [] };
    }
    features = [error.code, ...error.issues.map(({ code, expected }) => `${code} ${expected}`)];
    // An answer that is not one of the contract's is no coded refusal.
    const own = error.code === "decision_invalid" || error.code === "internal";
    if (own || nonsenseIn(error.message, bytes) !== null) {
      return { wrong: `${error.code}: ${error.message}`, features };
    }
  }
  const { user, system } = process.cpuUsage(started);
  const ms = Math.round((user + system) / 1_000);
  const slow = ms > SLOW_MS && `takes ${String(ms)} ms for ${String(bytes.length)} bytes`;
  return { wrong: slow || null, features };
};
