/** A request as a boundary case makes it. */
export interface BoundaryRequest {
  readonly incident: Readonly<Record<string, unknown>>;
  readonly as_of?: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** A request that stands at, or just beside, something that the law's data say. */
export interface BoundaryCase {
  /** Unique, and the same for the same data: `2025-11-01 annex.major.condition.5 persons = 9999999`. */
  readonly name: string;
  readonly request: BoundaryRequest;
  /** What the case turns on, in a sentence. */
  readonly why: string;
  /** Where in the data that stands: `law/2025-11-01/annex/major/condition_5/persons`. */
  readonly turnsOn: string;
}

/** What a room of this folder makes of a value that stands somewhere in the data. */
export interface Found {
  /** Path below the version: `annex/major/condition_5/persons`. */
  readonly at: string;
  /** What follows the version's id in the name. */
  readonly name: string;
  readonly why: string;
  readonly incident: Readonly<Record<string, unknown>>;
  readonly as_of?: string;
  readonly readings?: Readonly<Record<string, string>>;
}

/** JSON in one short line, for names. */
export const short = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value).replaceAll('"', "");
