import type { Language } from "./words.js";

/**
 * Sentences for the notices that the host adds to a decision. Those of the policy have theirs in the
 * law's terms; a bundle that is stale may be older than these words.
 */
export const HOST_NOTICES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  bundle_stale: {
    zh: "本规则包（修订号{revision}）的使用期限已于北京时间{not_after}届满，结论可能未反映最新规定，请更新规则包。",
    en: "This bundle of rules (revision {revision}) was to be used until {not_after} Beijing time; the answer may miss newer rules. Update the bundle.",
  },
};
