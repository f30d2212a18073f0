import { kindOf, parseQuantity, type FactKind } from "../../interview/index.js";
import { askWords } from "../../words/ask.js";
import { fill, type Language, type Speech, type Terms } from "../../words/index.js";
import schema from "../../../schemas/incident.schema.json" with { type: "json" };
import type { Need } from "../decision.js";
import type { Choice, Prompts } from "./prompts.js";

/** With what a fact is asked for. */
export interface Asking {
  readonly prompts: Prompts;
  readonly terms: Terms;
  readonly speech: Speech;
  readonly language: Language;
}

const UNKNOWN = "unknown";

/** Asks for the fact at a pointer and gives what the contract calls it. `why` says what it changes. */
export const askFact = async (
  asking: Asking,
  pointer: string,
  why: string,
  decides?: Need,
): Promise<unknown> => {
  const kind = kindOf(schema, pointer);
  const name = asking.terms.fact(pointer);
  const message = why === "" ? name : `${name}\n${why}`;
  if (kind === null) return UNKNOWN;
  if (kind.kind === "quantity") return askQuantity(asking, message, kind, unitOf(decides));
  if (kind.kind === "list") return askList(asking, pointer, message, kind);
  if (kind.kind === "choices") return askSome(asking, pointer, message, kind.words);
  const values: readonly (string | boolean)[] = kind.kind === "yes_no" ? [true, false] : kind.words;
  return asking.prompts.choose<unknown>(message, [
    ...choicesOf(asking, pointer, values),
    unknownOf(asking),
  ]);
};

const unitOf = (decides: Need | undefined): string | undefined =>
  decides !== undefined && "unit" in decides ? decides.unit : undefined;

const choicesOf = (
  { speech }: Asking,
  pointer: string,
  values: readonly (string | boolean)[],
): Choice<unknown>[] => values.map((value) => ({ value, label: speech.value(pointer, value) }));

const unknownOf = ({ language }: Asking): Choice<unknown> => {
  const words = askWords(language);
  return { value: UNKNOWN, label: `${words.unknown} ${words.why_unknown}` };
};

const askSome = async (
  asking: Asking,
  pointer: string,
  message: string,
  words: readonly string[],
): Promise<unknown> => {
  const some = await asking.prompts.chooseSome<unknown>(message, [
    ...choicesOf(asking, pointer, words),
    unknownOf(asking),
  ]);
  // Beside others, "unknown" says that these may not be all.
  if (!some.includes(UNKNOWN)) return some;
  const known = some.filter((one) => one !== UNKNOWN);
  return known.length === 0 ? UNKNOWN : { at_least: known };
};

const askQuantity = async (
  { prompts, language }: Asking,
  message: string,
  { most }: FactKind & { kind: "quantity" },
  unit: string | undefined,
): Promise<unknown> => {
  const words = askWords(language);
  const read = (typed: string): ReturnType<typeof parseQuantity> =>
    parseQuantity(typed, { unit, most });
  const typed = await prompts.text(message, words.hint_quantity, (text) => {
    const quantity = read(text);
    return isUnreadable(quantity) ? fill(words[quantity], { most }) : undefined;
  });
  return read(typed);
};

const isUnreadable = (
  quantity: ReturnType<typeof parseQuantity>,
): quantity is "no_number" | "about" | "reversed" | "too_large" =>
  typeof quantity === "string" && quantity !== UNKNOWN;

/** Entries one after the other; of each only what must be said of it, as the rest is asked for later. */
const askList = async (
  asking: Asking,
  pointer: string,
  message: string,
  { members, others }: FactKind & { kind: "list" },
): Promise<unknown> => {
  const { prompts, language } = asking;
  const words = askWords(language);
  const first = await prompts.choose(message, [
    { value: "some", label: words.list_some },
    { value: "none", label: words.list_none },
    { value: UNKNOWN, label: `${words.unknown} ${words.why_unknown}` },
  ]);
  if (first === UNKNOWN) return UNKNOWN;
  if (first === "none") return [];
  const entries: Record<string, unknown>[] = [];
  for (;;) {
    const at = `${pointer}/${entries.length}`;
    // Left out they would be ruled out in an incident that says so of what is left out.
    const entry: Record<string, unknown> = Object.fromEntries(
      others.map((member) => [member, UNKNOWN]),
    );
    for (const member of members) entry[member] = await askFact(asking, `${at}/${member}`, "");
    entries.push(entry);
    const next = await prompts.choose(words.list_more, [
      { value: "another", label: words.list_another },
      { value: "complete", label: words.list_complete },
      { value: "perhaps", label: words.list_perhaps },
    ]);
    if (next === "complete") return entries;
    if (next === "perhaps") return { at_least: entries };
  }
};
