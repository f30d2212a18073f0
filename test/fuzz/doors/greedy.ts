import type { Door } from "../../../scripts/fuzz/door.js";

/** One input takes much, all others nothing. */
export const open = (): Door => ({
  seeds: [Buffer.from("little"), Buffer.from("MUCH")],
  take: (bytes) => {
    const much = Buffer.from(bytes).toString("latin1") === "MUCH";
    return [String(Buffer.alloc(much ? 400_000_000 : 1, 1).at(-1))];
  },
});
