import type { Speech, Terms } from "../words/index.js";

const UNITS = ["persons", "minutes", "percent", "yuan", "reposts", "views"];

/** The group of terms in which the words of a member stand. */
const GROUPS: Readonly<Record<string, string>> = {
  recipients: "parties",
  bearer: "parties",
  manner: "manners",
  action: "actions",
  trigger: "related_triggers",
  categories: "category",
  effects: "effects",
  causes: "cause",
  threat: "threat",
  severity: "severity",
  system_loss: "severity",
  personal_information_scale: "scale",
  area_level: "level",
  determined_spread: "determined_spread",
  organ_kinds: "kind",
  areas_without_known_body: "province",
  reportable_from: "grades",
  relayed_from: "grades",
  grades: "grades",
  nature: "natures",
};

/** A value of the law's data in words; `path` leads to it from the version: `["annex", "major", …]`. */
export const sayValue = (
  path: readonly string[],
  value: unknown,
  terms: Terms,
  speech: Speech,
): string => {
  const key = path.at(-1) ?? "";
  if (typeof value === "number") {
    if (key === "limit_minutes") return speech.limit(value * 60);
    if (key === "limit_days") return speech.days(value);
    const unit = UNITS.find((one) => key === one || key.endsWith(`_${one}`));
    return speech.quantity(value, unit);
  }
  if (typeof value === "boolean") return terms.word("yes_no", String(value));
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.length === 0
      ? "[]"
      : speech.list(value.map((one: string) => sayWord(path, one, terms)));
  }
  return typeof value === "string" ? sayWord(path, value, terms) : raw(value);
};

const sayWord = (path: readonly string[], word: string, terms: Terms): string => {
  const [room = "", reading = ""] = path;
  const key = path.at(-1) ?? "";
  // These rooms hold words for people and what they are called: a word in them stands for itself.
  if (["terms", "citations", "channels"].includes(room) && key !== "citation") return word;
  if (word.startsWith("/")) return terms.fact(word);
  if (key === "citation") return terms.citation(word);
  if (key === "fact") return terms.fact(`/mitigation/${word}`);
  if (key === "by_reading") return terms.reading(word, "").title;
  if (key === "in_force" || key === "of_the_text") return terms.reading(reading, word).option;
  if (path.includes("sites") || path.includes("targets")) {
    return terms.word(path.includes("platform") ? "platform_size" : "level", word);
  }
  const member = [...path].reverse().find((one) => Object.hasOwn(GROUPS, one));
  return member === undefined ? word : terms.word(GROUPS[member] ?? "", word);
};

const raw = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
