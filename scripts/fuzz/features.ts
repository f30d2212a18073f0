import type { Decision } from "../../src/index.js";
import type { Features } from "./door.js";

/** What a decision says, without its numbers and places: decisions of one kind have the same features. */
export const featuresOf = ({
  status,
  grade,
  criteria,
  duties,
  questions,
  notices,
}: Decision): Features => [
  status,
  `${String(grade?.floor)} ${String(grade?.ceiling)}`,
  ...criteria.filter(({ outcome }) => outcome !== "not_met").map(({ id, outcome }) => id + outcome),
  ...duties.map(({ id, applies, state }) => `${id} ${applies} ${String(state)}`),
  ...questions.map(({ path }) => path.replace(/\d+/g, "n")),
  ...notices.map(({ code }) => code),
];
