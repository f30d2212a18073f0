// The room of decision records: it appends decisions to a log, walks it and answers again. It knows
// no law, and nothing of people's words.
export type { BundleUsed, DecisionRecord, Masking } from "../generated/types.js";
export type { Occasion } from "./event.js";
export { bundleUsed } from "./bundle-used.js";
export type { Notice } from "./notice.js";
export type {
  FailurePolicy,
  FsyncPolicy,
  Recorder,
  RecorderOptions,
  RecorderStatus,
} from "./options.js";
export { createRecorder } from "./recorder.js";
export {
  type Checkpoint,
  type CheckpointSigning,
  signCheckpoint,
  verifyCheckpoint,
} from "./checkpoint.js";
export { replayBundle } from "./replay/bundle.js";
export type { Difference } from "./replay/difference.js";
export { type NotReplayed, type ReplayBundle, type Replayed, replayLog } from "./replay/replay.js";
export type { Break, BreakKind, LogPlace, Verdict } from "./verify/verdict.js";
export { verifyLog, type VerifyOptions } from "./verify/verify.js";
