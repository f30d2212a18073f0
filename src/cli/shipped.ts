import { readFile } from "node:fs/promises";
import { type Bundle, readBundle } from "../bundle/index.js";

// Beside the built command line, or where the sources' build puts it.
const PLACES = ["./bundle.tar.gz", "../../build/bundle.tar.gz"];

/** The bytes of the bundle that this package ships. */
export const shippedBytes = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await Promise.any(PLACES.map((place) => readFile(new URL(place, import.meta.url)))),
  );

/** The bundle that this package ships. */
export const shippedBundle = async (): Promise<Bundle> => readBundle(await shippedBytes());

/** The version of a bundle's logic; it is the one that the shipped data is made for. */
export const logicVersionOf = ({ manifest }: Bundle): number =>
  Number(manifest.metadata?.logic_version);
