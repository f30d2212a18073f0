import type { Language, Terms } from "../../words/index.js";

/** The channels that receive reports (Art. 9), as the law's data lists them. */
export interface Channels {
  /** Each as `name address`. */
  readonly list: readonly string[];
  /** Since which day none of the addresses has been checked again. */
  readonly checked: string | null;
  readonly citation: string;
}

/** The channels of one version of the law, in one language. */
export const channelsOf = (terms: Terms, language: Language): Channels => {
  const list = terms.data("channels", "list");
  const entries = Array.isArray(list) ? (list as Record<string, unknown>[]) : [];
  const [oldest] = entries
    .flatMap(({ checked }) => (typeof checked === "string" ? [checked] : []))
    .sort();
  return {
    list: entries.map((entry) => `${String(entry[language])} ${String(entry.value)}`),
    checked: oldest ?? null,
    citation: String(terms.data("channels", "citation")),
  };
};
