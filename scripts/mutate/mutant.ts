/** A change of one place, which some check must notice. */
export interface Mutant {
  /** `policies/…/file:line`. */
  readonly place: string;
  /** What stands there and what stands there instead, the same from run to run. */
  readonly says: string;
}

/** What may notice a mutant. */
export const NOTICED = ["fixture", "case", "check", "rego test"] as const;

/** What noticed a mutant: nothing, or one of the checks. */
export type Noticed = (typeof NOTICED)[number] | null;

/** A mutant with its outcome. */
export interface Verdict extends Mutant {
  readonly noticed: Noticed;
  /** The name of the fixture or case, or what the check said. */
  readonly by: string;
}
