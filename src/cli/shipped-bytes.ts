import { readFile } from "node:fs/promises";

// Beside the built command line, or where the sources' build puts it.
const PLACES = ["./bundle.tar.gz", "../../build/bundle.tar.gz"];

/** The bytes of the bundle that this package ships. */
export const shippedBytes = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await Promise.any(PLACES.map((place) => readFile(new URL(place, import.meta.url)))),
  );
