import { fill } from "../../../words/index.js";
import type { Duty } from "../../decision.js";
import type { View } from "./view.js";

/** What is left of a duty's time, or by how much it is overdue; null where either is not known. */
export function remaining(
  { speech, words, asOf }: Pick<View, "speech" | "words" | "asOf">,
  duty: Duty,
): string | null {
  const now = asOf === null ? null : speech.instantOf(asOf);
  const due = duty.due === null ? null : speech.instantOf(duty.due);
  if (now === null || due === null) return null;
  if (duty.state !== "pending" && duty.state !== "overdue") return null;
  if (due === now) return words.left_none;
  return due > now
    ? fill(words.left, { duration: speech.duration(due - now) })
    : fill(words.overdue_by, { duration: speech.duration(now - due) });
}

/** Whether less than a quarter of the limit is left: time to hurry. */
export function isPressing({ speech, asOf }: Pick<View, "speech" | "asOf">, duty: Duty): boolean {
  const now = asOf === null ? null : speech.instantOf(asOf);
  const due = duty.due === null ? null : speech.instantOf(duty.due);
  return (
    now !== null &&
    due !== null &&
    duty.limit_seconds !== null &&
    due - now < duty.limit_seconds / 4
  );
}
