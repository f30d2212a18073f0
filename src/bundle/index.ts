// The room of bundles: their bytes in and out. No law, no evaluation, and nothing of Node.
export { assembleBundle, manifestFor, withLaw } from "./assemble.js";
export { type DataObject, mergeData } from "./merge.js";
export {
  type Bundle,
  BUNDLE_LIMITS,
  type BundleFiles,
  type BundleLimits,
  type Manifest,
  readBundle,
} from "./read.js";
export { ALGORITHMS, type SignatureAlgorithm } from "./signature/payload.js";
export { signBundle, type Signing } from "./signature/sign.js";
export {
  readSignedBundle,
  type SignedBundle,
  type Signer,
  type Verification,
  type VerificationKey,
} from "./signature/verify.js";
export { writeBundle } from "./write.js";
