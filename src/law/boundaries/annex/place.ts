import { at, type Data, type Law, objectOf } from "../law.js";

/** Where the numbers of the annex meet an incident: the fact that each is compared with. */
export interface Place {
  readonly item: string;
  readonly key: string;
  /** The impact that holds a value for the fact and is otherwise within the criterion. */
  readonly impact: (value: unknown, limit: Data, law: Law) => object;
  readonly most?: number;
}

const highest = (law: Law, ladder: string): string => law.ladder(ladder).at(-1) ?? "unknown";

/** A site or platform of the highest class, so that nothing but the fact decides. */
export const topClass = (law: Law, kind: string): object =>
  kind === "platform"
    ? { kind, platform_size: highest(law, "platform_size") }
    : { kind, level: highest(law, "level") };

const firstKind = (listed: unknown): string => Object.keys(objectOf(listed))[0] ?? "unknown";

const sign = (key: string): Place => ({
  item: "condition_6",
  key,
  impact: (value, limit, law) => ({
    tampering: [{ ...topClass(law, firstKind(limit.targets)), [key]: value }],
  }),
});

/** Every number of the annex with its fact. */
export const PLACES: readonly Place[] = [
  {
    item: "condition_1",
    key: "unreachable_minutes",
    impact: (value, limit, law) => ({
      sites: [
        {
          ...topClass(law, firstKind(limit.sites)),
          cause: at(limit, "causes", "0"),
          unreachable_minutes: value,
        },
      ],
    }),
  },
  ...["whole_interruption_minutes", "main_function_interruption_minutes"].map((key) => ({
    item: "condition_2",
    key,
    impact: (value: unknown) => ({ cii: { involved: true, [key]: value } }),
  })),
  {
    item: "condition_3",
    key: "population_percent",
    most: 100,
    impact: (value, { area_level }) => ({
      livelihood: { areas: [{ level: area_level, population_percent: value }] },
    }),
  },
  { item: "condition_3", key: "persons", impact: (persons) => ({ livelihood: { persons } }) },
  {
    item: "condition_5",
    key: "persons",
    impact: (value) => ({ personal_information: { persons_leaked: value } }),
  },
  ...["homepage_minutes", "other_page_minutes", "reposts", "views"].map(sign),
  { item: "condition_7", key: "yuan", impact: (value) => ({ direct_economic_loss_yuan: value }) },
];
