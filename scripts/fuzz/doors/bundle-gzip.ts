import { readBundle } from "../../../src/bundle/index.js";
import type { Door } from "../door.js";
import type { Product } from "../product.js";
import { smallBundle } from "../small-bundle.js";

/** A bundle's bytes as they come over the network. */
export const open = async ({ archive }: Product): Promise<Door> => ({
  seeds: [await smallBundle(), archive.subarray(0, 2_000), archive],
  mostBytes: 256 * 1024,
  take: async (bytes) => {
    const { files } = await readBundle(new Uint8Array(bytes));
    return [`files ${String(files.size)}`];
  },
});
