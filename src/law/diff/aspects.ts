/** What of an answer is compared. */
export const ASPECTS = [
  "status",
  "grade",
  "reportable",
  "criterion",
  "duty",
  "recipients",
  "due",
  "state",
  "citation",
  "contents",
  "liability",
  "related",
  "notice",
] as const;
export type Aspect = (typeof ASPECTS)[number];
