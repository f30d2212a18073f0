import { gunzipSync, gzipSync } from "node:zlib";
import { readBundle } from "../../../src/bundle/index.js";
import type { Door } from "../door.js";
import type { Product } from "../product.js";
import { smallBundle } from "../small-bundle.js";

/** A bundle's archive before it is compressed. */
export const open = async ({ archive }: Product): Promise<Door> => ({
  seeds: [gunzipSync(await smallBundle()), gunzipSync(archive)],
  mostBytes: 1024 * 1024,
  take: async (bytes) => {
    const { files } = await readBundle(new Uint8Array(gzipSync(bytes, { level: 1 })));
    return [`files ${String(files.size)}`];
  },
});
