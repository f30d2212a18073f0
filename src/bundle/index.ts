// The room of bundles: their bytes in and out. No law, no evaluation, and nothing of Node.
export { assembleBundle, manifestFor, withLaw } from "./assemble.js";
export { type DataObject, mergeData } from "./merge.js";
export { type Bundle, type BundleLimits, type Manifest, readBundle } from "./read.js";
export { writeBundle } from "./write.js";
