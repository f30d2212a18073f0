import type { AppliedDecision, Duty } from "../../generated/types.js";

/** A duty that is owed now and was not, or not surely, or not to all of these. */
export interface NewDuty {
  readonly duty: Duty;
  readonly how: "added" | "certain" | "recipients";
  /** The recipients that are new. */
  readonly recipients: readonly string[];
}

/** What a change of facts makes of the duties. */
export interface DutyChanges {
  readonly owed: readonly NewDuty[];
  /** Duties that are no longer listed, or no longer surely. */
  readonly eased: readonly Duty[];
}

const find = ({ duties }: AppliedDecision, id: string): Duty | undefined =>
  duties.find((duty) => duty.id === id);

/** Which duties are new, and which are no longer listed. */
export const changedDuties = (before: AppliedDecision, after: AppliedDecision): DutyChanges => ({
  owed: after.duties.flatMap((duty): NewDuty[] => {
    const old = find(before, duty.id);
    if (old === undefined) return [{ duty, how: "added", recipients: duty.recipients }];
    const recipients = duty.recipients.filter((party) => !old.recipients.includes(party));
    if (recipients.length > 0) return [{ duty, how: "recipients", recipients }];
    return old.applies === "possible" && duty.applies === "yes"
      ? [{ duty, how: "certain", recipients: duty.recipients }]
      : [];
  }),
  eased: before.duties.filter((old) => {
    if (old.bearer === "anyone") return false;
    const now = find(after, old.id);
    return now === undefined || (old.applies === "yes" && now.applies === "possible");
  }),
});
