import { AmrnciError } from "../errors.js";
import type { KnownReadings } from "./validate/index.js";

/** A reading as the bundle's data has it; the host reads no more of the law than this. */
export interface LawReading {
  readonly nature: string;
  readonly source: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What the host must know of a bundle's data: the names of readings, and the order of the grades. */
export interface LawData {
  readonly readings: Readonly<Record<string, LawReading>>;
  /** Lowest first. */
  readonly grades: readonly string[];
}

/**
 * Finds in a bundle's data the readings and grades of the newest version of the law.
 *
 * @throws {AmrnciError} `bundle_unreadable` where the data has none.
 */
export const lawDataOf = (data: object): LawData => {
  const { law } = data as { law?: unknown };
  const versions = isObject(law) && Array.isArray(law.versions) ? law.versions : [];
  const newest = versions.every(isVersion) ? versions[0] : undefined;
  const version = isObject(law) && newest ? law[newest.id] : undefined;
  if (!isObject(version) || !isReadings(version.readings) || !Array.isArray(version.grades)) {
    throw new AmrnciError(
      "bundle_unreadable",
      "The bundle's data names no version of the law with readings and grades; build it again.",
    );
  }
  return { readings: version.readings, grades: version.grades };
};

const isVersion = (value: unknown): value is { id: string; valid_from: string } =>
  isObject(value) && typeof value.id === "string" && typeof value.valid_from === "string";

const isReadings = (value: unknown): value is LawData["readings"] =>
  isObject(value) && Object.values(value).every((one) => isObject(one) && isObject(one.options));

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The options of each reading. */
export const knownReadings = ({ readings }: LawData): KnownReadings =>
  Object.fromEntries(
    Object.entries(readings).map(([id, { options }]) => [id, Object.keys(options)]),
  );

/** What a version of the law holds for people alone: no rule reads it. A test decides without it. */
const TOLD: ReadonlySet<string> = new Set([
  "channels",
  "checklists",
  "citations",
  "terms",
  "types",
]);

/**
 * A bundle's data without what is for people alone, which is more than a third of it: the policy is
 * loaded sooner and takes less memory.
 */
export const rulesData = (data: object): object => {
  const { law } = data as { law: Record<string, unknown> & { versions: { id: string }[] } };
  const versions = law.versions.flatMap(({ id }) => {
    const rules = law[id];
    if (typeof rules !== "object" || rules === null) return [];
    const read = Object.entries(rules).filter(([name]) => !TOLD.has(name));
    return [[id, Object.fromEntries(read)] as const];
  });
  return { ...data, law: { ...law, ...Object.fromEntries(versions) } };
};
