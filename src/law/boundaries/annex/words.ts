import { type Found, short } from "../case.js";
import { clean } from "../incident.js";
import { type Law, entriesOf } from "../law.js";
import { largest } from "./largest.js";
import { topClass } from "./place.js";

interface Word {
  readonly at: string;
  readonly words: (law: Law) => readonly string[];
  readonly incident: (word: string, law: Law) => Readonly<Record<string, unknown>>;
}

const site = (law: Law, members: object): object => ({
  sites: [
    {
      ...topClass(law, law.set("site_kind")[0] ?? "unknown"),
      unreachable_minutes: largest(law, "condition_1", "unreachable_minutes"),
      ...members,
    },
  ],
});

/** Facts that are one word, which alone decides. */
const WORDS: readonly Word[] = [
  {
    at: "annex/*/circumstance_1/system_loss",
    words: ({ ladder }) => ladder("severity"),
    incident: (severity, law) => clean(law, {}, { judgements: { system_loss: { severity } } }),
  },
  {
    at: "annex/*/condition_8/severity",
    words: ({ ladder }) => ladder("severity"),
    incident: (severity, law) => clean(law, {}, { judgements: { other: { severity } } }),
  },
  {
    at: "annex/*/condition_1/causes",
    words: ({ set }) => set("cause"),
    incident: (cause, law) => clean(law, site(law, { cause })),
  },
  {
    at: "annex/*/condition_6/determined_spread",
    words: ({ ladder }) => ladder("determined_spread"),
    incident: (word, law) =>
      clean(law, {
        tampering: law
          .set("target_kind")
          .slice(-1)
          .map((kind) => ({ ...topClass(law, kind), determined_spread: word })),
      }),
  },
  {
    at: "annex/*/condition_3/area_level",
    words: ({ ladder }) => ladder("area_level"),
    incident: (level, law) =>
      clean(law, {
        livelihood: {
          areas: [{ level, population_percent: largest(law, "condition_3", "population_percent") }],
        },
      }),
  },
  {
    at: "annex/*/condition_2/involved",
    words: () => ["true", "false"],
    incident: (word, law) =>
      clean(law, {
        cii: {
          involved: word === "unknown" ? word : word === "true",
          whole_interruption_minutes: largest(law, "condition_2", "whole_interruption_minutes"),
        },
      }),
  },
  {
    at: "annex/*/condition_3/services",
    words: () => ["water"],
    incident: (word, law) =>
      clean(law, { livelihood: { services: word === "unknown" ? word : entriesOf([word]) } }),
  },
];

/** Each word that decides by itself, and the word unknown. */
export const words = (law: Law): Found[] =>
  WORDS.flatMap(({ at, words: of, incident }) =>
    [...of(law), "unknown"].map((word) => ({
      at,
      name: `${at.replaceAll("/", ".").replace("_", ".")} = ${short(word)}`,
      why: `Everything else is reached; the word is ${word}.`,
      incident: incident(word, law),
    })),
  );
