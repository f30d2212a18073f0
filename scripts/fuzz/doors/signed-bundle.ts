import { isDeepStrictEqual } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Bundle, readSignedBundle, signBundle } from "../../../src/bundle/index.js";
import type { Door } from "../door.js";
import { KEY, smallBundle } from "../small-bundle.js";

const { keyid, ...key } = KEY;
const verification = { keys: { [keyid]: key } };

/** A signed bundle's archive before it is compressed. What is accepted must be what was signed. */
export const open = async (): Promise<Door> => {
  const signed = await signBundle(await smallBundle(), KEY);
  const { bundle: genuine } = await readSignedBundle(signed, verification);
  return {
    seeds: [gunzipSync(signed), gunzipSync(await smallBundle())],
    take: async (bytes) => {
      const archive = new Uint8Array(gzipSync(bytes, { level: 1 }));
      const { bundle } = await readSignedBundle(archive, verification);
      if (!isDeepStrictEqual(contentOf(bundle), contentOf(genuine)))
        throw new TypeError("a bundle that nobody signed is trusted");
      return ["trusted"];
    },
  };
};

/** What a signature covers: JSON files are signed for what they say, not for how they are written. */
const contentOf = ({ wasm, data, manifest }: Bundle): unknown => ({ wasm, data, manifest });
