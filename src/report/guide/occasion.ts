import type { Draft, Gap } from "../../generated/types.js";
import type { Earlier } from "../earlier.js";
import type { Route } from "../parts/recipients.js";

/** What a guide is made for. */
export interface Occasion {
  readonly kind: Draft["kind"];
  readonly missing: readonly Gap[];
  /** The ways by which the report goes. */
  readonly routes: readonly Route[];
  readonly earlier?: Earlier | null;
}
