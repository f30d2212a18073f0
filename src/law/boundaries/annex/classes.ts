import { type Found, short } from "../case.js";
import { clean } from "../incident.js";
import { type Law, at, readingsOf, unique } from "../law.js";
import { largest } from "./largest.js";

interface List {
  readonly item: string;
  readonly listed: string;
  readonly kinds: (law: Law) => readonly string[];
  /** A list with one entry of that class which reaches every number. */
  readonly impact: (entry: object, law: Law) => object;
}

const LISTS: readonly List[] = [
  {
    item: "condition_1",
    listed: "sites",
    kinds: ({ set }) => set("site_kind"),
    impact: (entry, law) => ({
      sites: [
        {
          ...entry,
          cause: law.set("cause")[0],
          unreachable_minutes: largest(law, "condition_1", "unreachable_minutes"),
        },
      ],
    }),
  },
  {
    item: "condition_6",
    listed: "targets",
    kinds: ({ set }) => set("target_kind"),
    impact: (entry, law) => ({
      tampering: [{ ...entry, views: largest(law, "condition_6", "views") }],
    }),
  },
];

/** Each kind of site and platform at each level and size, under each reading that moves a floor. */
export const classes = (law: Law): Found[] =>
  LISTS.flatMap(({ item, listed, kinds, impact }) => {
    const floors = law.grades.map((grade) => at(law.version, "annex", grade, item, listed));
    return [...kinds(law), "unknown"].flatMap((kind) =>
      rungs(law, kind, kinds(law)).flatMap((rung) =>
        unique([{}, ...floors.flatMap((floor) => turning(floor, kind))]).map((chosen) => ({
          at: `annex/*/${item}/${listed}/${kind}`,
          name: [`annex.*.${item.replace("_", ".")} ${kind}`, ...[rung, chosen].map(short)].join(
            " ",
          ),
          why: `A ${kind} of class ${short(rung)} that reaches every number.`,
          incident: clean(law, impact({ kind, ...rung }, law)),
          ...(Object.keys(chosen).length === 0 ? {} : { readings: chosen }),
        })),
      ),
    );
  });

// The readings that move the floor of a kind; of an unknown kind, of any.
const turning = (floor: unknown, kind: string): Readonly<Record<string, string>>[] =>
  readingsOf(kind === "unknown" ? floor : at(floor, kind));

const rungs = (law: Law, kind: string, kinds: readonly string[]): object[] => {
  const levels = [...law.ladder("level"), "unknown"].map((level) => ({ level }));
  const sizes = [...law.ladder("platform_size"), "unknown"].map((size) => ({
    platform_size: size,
  }));
  if (kind === "platform") return [...sizes, {}];
  return kind === "unknown" && kinds.includes("platform")
    ? levels.flatMap((level) => sizes.map((size) => ({ ...level, ...size })))
    : [...levels, {}];
};
