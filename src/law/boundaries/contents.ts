import type { Found } from "./case.js";
import { routed } from "./duties/route.js";
import { type Law, at, entriesOf, wordsOf } from "./law.js";
import { after } from "./time.js";

/** What a report contains: each field alone, each left out, and the facts of a ransom. */
export const contents = (law: Law): Found[] => {
  const items = entriesOf(at(law.version, "contents", "items"));
  const pointers = [
    ...new Set([
      ...items.flatMap((item) => [
        ...wordsOf(at(item, "any_of")),
        ...wordsOf(at(item, "fields")),
        ...wordsOf(at(item, "ransom", "fields")),
      ]),
      ...wordsOf(at(law.version, "contents", "deferrable_while_missing")),
    ]),
  ];
  const about = { at: "contents/items", why: "Which fields of Art. 7 are stated." };
  const incident = (stated: readonly string[], members: Readonly<Record<string, unknown>> = {}) =>
    filled(routed(law, "other", members), stated, law.noon);
  return [
    ...pointers.flatMap((pointer) => [
      { ...about, name: `contents only ${pointer}`, incident: incident([pointer]) },
      {
        ...about,
        name: `contents all but ${pointer}`,
        incident: incident(
          pointers.filter((other) => other !== pointer),
          { times: { learned_at: law.noon }, ransomware: true },
        ),
      },
    ]),
    ...[true, false, "unknown"].flatMap((ransomware) =>
      [[], pointers].map((stated) => ({
        ...about,
        name: `contents ${stated.length === 0 ? "none" : "all"} with ransomware ${String(ransomware)}`,
        incident: incident(stated, { ransomware }),
      })),
    ),
    {
      ...about,
      name: "contents that are empty texts",
      incident: filled(routed(law, "other"), pointers, ""),
    },
  ];
};

// The incident with a text (or a time, where the pointer is a time's) at each pointer.
const filled = (
  incident: Readonly<Record<string, unknown>>,
  pointers: readonly string[],
  text: string,
): Readonly<Record<string, unknown>> =>
  pointers.reduce<Readonly<Record<string, unknown>>>((whole, pointer) => {
    const isTime = pointer.startsWith("/times/");
    return isTime && text === ""
      ? whole
      : put(whole, pointer.split("/").slice(1), isTime ? after(text, 0) : text);
  }, incident);

const put = (
  value: unknown,
  [key, ...rest]: readonly string[],
  text: string,
): Readonly<Record<string, unknown>> => {
  const members = typeof value === "object" && value !== null ? { ...value } : {};
  if (key === undefined) return members;
  const inner = rest.length === 0 ? text : put(at(members, key), rest, text);
  return { ...members, [key]: inner };
};
