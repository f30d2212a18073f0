import type { Door } from "../../../scripts/fuzz/door.js";

/** Breaks at one word alone, each letter of which is compared in a step of its own. */
export const open = (): Door => ({
  seeds: [Buffer.from("...")],
  take: (bytes) => {
    const [first, second, third] = [...bytes].map((byte) => String.fromCharCode(byte));
    if (first !== "o") return [];
    if (second !== "p") return [];
    if (third !== "a") return [];
    throw new TypeError("the top of the stairs");
  },
});
