import type { Line } from "../../generated/types.js";
import { flatten } from "../facts/flatten.js";
import { isFreeText } from "../facts/say.js";
import { statedType } from "../parts/type-stated.js";
import { put } from "../text/line.js";
import { hasHidden, isTold } from "../text/written.js";
import type { DraftView } from "../view.js";

/** What to look at in the texts that the incident brings. */
export const textRemarks = (view: DraftView): Line[] => {
  const { words, incident, language, terms, law, speech } = view;
  const { type } = incident.narrative ?? {};
  const texts = [...flatten(incident)].filter(
    (fact): fact is [string, string] => isFreeText(fact[0]) && isTold(fact[1]),
  );
  const hidden = texts.filter(([, text]) => hasHidden(text)).map(([path]) => terms.fact(path));
  const foreign = texts.some(
    ([path, text]) =>
      path.startsWith("/narrative/") && !/\p{Script=Han}/u.test(text) && /\p{L}/u.test(text),
  );
  const categories = speech.list(law.types.list.map((one) => typeName(language, one[language])));
  const standard = terms.citation(law.types.citation);
  return [
    ...(isTold(type) && statedType(view) !== null
      ? []
      : [put(isTold(type) ? words.type_unknown : words.type_missing, { standard, categories })]),
    ...(language === "zh" && foreign ? [put(words.not_chinese)] : []),
    ...(language === "en" ? [put(words.english_draft)] : []),
    ...(hidden.length > 0 ? [put(words.hidden_characters, { facts: speech.list(hidden) })] : []),
  ];
};

const typeName = (language: string, name: string): string =>
  language === "zh" ? `${name}事件` : name;
