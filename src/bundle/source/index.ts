// Where bundles come from, and how they are followed. Nothing of Node: what needs it is in ../node,
// loaded when it is used.
export type { SourceFault } from "./fault.js";
export { fileSource, type FileSourceOptions } from "./file.js";
export { followBundle, type Following, type FollowOptions } from "./follow.js";
export { httpSource, type HttpSourceOptions } from "./http.js";
export { pollBundle, type Polled, type PollOptions } from "./poll.js";
export type { Credentials, Supplied } from "./request.js";
export type { BundleSource, Fetched, FetchBundle } from "./types.js";
