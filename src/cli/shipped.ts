import { type Bundle, readBundle } from "../bundle/index.js";
import { shippedBytes } from "./shipped-bytes.js";

export { shippedBytes };

/** The bundle that this package ships. */
export const shippedBundle = async (): Promise<Bundle> => readBundle(await shippedBytes());

/** The version of a bundle's logic; it is the one that the shipped data is made for. */
export const logicVersionOf = ({ manifest }: Bundle): number =>
  Number(manifest.metadata?.logic_version);
