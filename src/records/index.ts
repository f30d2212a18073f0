// The room of decision records: it appends decisions to a log, walks it and answers again. It knows
// no law, and nothing of people's words.
export type { BundleUsed, DecisionRecord, Masking } from "../generated/types.js";
export type { Occasion } from "./event.js";
export { bundleUsed } from "./bundle-used.js";
export type { Notice } from "./notice.js";
export {
  createRecorder,
  type FailurePolicy,
  type FsyncPolicy,
  type Recorder,
  type RecorderOptions,
  type RecorderStatus,
} from "./recorder.js";
