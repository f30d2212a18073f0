// How a bundle becomes the rules that answer, and how it is replaced. Nothing of Node, of networks or
// of files: those are sources and stores.
export type { ActivationFault } from "./fault.js";
export { bundleFolder, type BundleFolderOptions } from "./folder.js";
export type { Preparation } from "./prepare.js";
export { compareRevisions, isOrdered, type RevisionOrder } from "./revision.js";
export {
  type ActivateOptions,
  type Activation,
  createRules,
  type Rules,
  type RulesOptions,
  type SourceReport,
} from "./rules.js";
export type {
  ActiveBundle,
  ActiveStatus,
  BundleCopy,
  CopyStore,
  Override,
  RulesStatus,
  StatusError,
} from "./types.js";
