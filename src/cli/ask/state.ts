import { askWords } from "../../words/ask.js";
import { fill, type Words } from "../../words/index.js";
import type { Decision, Duty } from "../decision.js";
import { remaining } from "../evaluate/pretty/remaining.js";
import type { Asking } from "./fact.js";

/** Where the incident stands, in a line above each question: the grade, and what is due next. */
export const stateOf = (
  { terms, speech, language }: Asking,
  words: Words,
  decision: Decision,
  asOf: string,
): string => {
  const own = askWords(language);
  const { floor = "", ceiling = "", settled = true } = decision.grade ?? {};
  const names = { floor: terms.word("grades", floor), ceiling: terms.word("grades", ceiling) };
  const grade =
    decision.grade === null
      ? terms.word("statuses", decision.status)
      : fill(settled ? words.grade_settled : words.grade_open, names);
  const duty = nextOf(decision);
  if (duty === null) return fill(own.state, { grade, next: own.next_none });
  const next =
    duty.due === null
      ? fill(own.next_waiting, { trigger: terms.word("triggers", duty.trigger) })
      : fill(own.next, {
          duty: terms.word("duties", duty.id),
          due: speech.beijing(duty.due),
          left: remaining({ speech, words, asOf }, duty) ?? "",
        });
  return fill(own.state, { grade, next });
};

/** The operator's duty that ends first; else a first report whose start is not stated. */
const nextOf = ({ duties }: Decision): Duty | null => {
  const open = duties.filter(
    ({ bearer, state }) => bearer === "operator" && (state === "pending" || state === "overdue"),
  );
  const timed = open.filter(({ due }) => due !== null);
  const [first] = timed.sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1));
  return first ?? open.find(({ action }) => action === "first_report") ?? null;
};
