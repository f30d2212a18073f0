/** How much a bundle may hold; a hostile one must not fill the memory. */
export interface BundleLimits {
  /** Bytes of the file as it comes. */
  readonly packedBytes: number;
  /** Bytes of the archive in it. */
  readonly unpackedBytes: number;
  /** How many times larger than the file the archive may be, from 1 MiB on. */
  readonly ratio: number;
  /** Files and folders. */
  readonly entries: number;
}

/** The limits that hold unless others are given. */
export const BUNDLE_LIMITS: BundleLimits = {
  packedBytes: 16 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  ratio: 100,
  entries: 10_000,
};
