// The room of bundles: their bytes in and out, how they become the rules that answer, and how a source of
// them is followed. No law; what needs Node is loaded when it is used.
export * from "./activation/index.js";
export { assembleBundle, manifestFor, withLaw } from "./assemble.js";
export { type DataObject, mergeData } from "./merge.js";
export type { BundleFault, KeyFault } from "./fault.js";
export { BUNDLE_LIMITS, type BundleLimits } from "./limits.js";
export type { Manifest } from "./manifest.js";
export { type Bundle, readBundle } from "./read.js";
export { ALGORITHMS, type SignatureAlgorithm } from "./signature/algorithms.js";
export { type GeneratedKey, generateKey } from "./signature/generate.js";
export { inspectBundle, type InspectedFile, type Inspection } from "./signature/inspect.js";
export type { Key } from "./signature/keys.js";
export { readTrustedBundle, type Trust } from "./signature/trusted.js";
export { signBundle, type Signing } from "./signature/sign.js";
export {
  readSignedBundle,
  type SignedBundle,
  type Signer,
  type Verification,
  type VerificationKey,
} from "./signature/verify.js";
export type { BundleFiles } from "./unpack.js";
export * from "./source/index.js";
export { writeBundle } from "./write.js";
