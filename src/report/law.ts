import { AmrnciError } from "../errors.js";
import type { Terms } from "../words/index.js";

/** The same words in both languages. */
export interface Spoken {
  readonly zh: string;
  readonly en: string;
}

/** An item of a report's contents (Art. 7). */
export interface LawItem {
  readonly item: number;
  readonly quote: string;
  readonly first?: true;
  readonly any_of?: readonly string[];
  readonly fields: readonly string[];
  readonly ransom?: { readonly quote: string; readonly fields: readonly string[] };
}

/** A type of incident or a category of types. */
export interface IncidentType extends Spoken {
  readonly id: string;
}

/** A clause for a contract with a service provider (Art. 5). */
export interface Clause extends Spoken {
  readonly id: string;
  readonly basis: "text" | "inference";
  readonly quote?: string;
  readonly citation?: string;
  readonly note?: Spoken;
}

/** A fact that bears on a duty under another law. */
export interface FactReference {
  readonly path: string;
  readonly category?: string;
}

/** Evidence for a mitigating fact; `fields` are facts of the incident that are this evidence. */
export interface Evidence extends Spoken {
  readonly fields?: readonly string[];
}

/** An official channel, with where its address was found and when it was compared. */
export interface Channel extends Spoken {
  readonly id: string;
  readonly value: string;
  readonly source: string;
  readonly checked: string;
}

/** What reports and checklists are made of: parts of the law's data, whose shape its schemas fix. */
export interface ReportLaw {
  readonly grades: readonly string[];
  readonly contents: {
    readonly citation: string;
    readonly items: readonly LawItem[];
    readonly deferrable_while_missing: readonly string[];
    readonly summary: {
      readonly citation: string;
      readonly elements: readonly {
        readonly quote: string;
        readonly en: string;
        readonly field: string;
      }[];
    };
  };
  readonly channels: {
    readonly quote: string;
    readonly citation: string;
    readonly sources: Readonly<Record<string, Spoken & { readonly seen_at?: readonly string[] }>>;
    readonly list: readonly Channel[];
    readonly provincial_cac: {
      readonly name: Spoken;
      readonly seen: Readonly<Record<string, "full" | "short" | "pattern">>;
    };
  };
  readonly types: {
    readonly citation: string;
    readonly named_in: { readonly citation: string };
    readonly list: readonly (IncidentType & { readonly items: readonly IncidentType[] })[];
  };
  readonly checklists: {
    readonly vendor_contracts: { readonly citation: string; readonly clauses: readonly Clause[] };
    readonly voluntary_report: { readonly citation: string; readonly fields: readonly string[] };
    readonly related: Readonly<
      Record<
        string,
        {
          readonly facts: readonly FactReference[];
          readonly where_present: "applies" | "counsel";
        }
      >
    >;
    readonly leniency: {
      readonly citation: string;
      readonly quote: string;
      readonly evidence: Readonly<Record<string, readonly Evidence[]>>;
    };
  };
  readonly duties: Readonly<
    Record<
      string,
      {
        readonly citation: string;
        readonly action: string;
        readonly bearer: string;
        readonly recipients?: readonly string[];
        readonly quote: string;
        readonly route?: { readonly quote: string; readonly en: string };
        readonly limit_minutes?: number;
        readonly limit_days?: number;
      }
    >
  >;
  readonly annex: Readonly<Record<string, Readonly<Record<string, { readonly quote: string }>>>>;
  readonly related: {
    readonly list: readonly {
      readonly id: string;
      readonly trigger: string;
      readonly citation: string;
    }[];
  };
  readonly liability: {
    readonly mitigating: readonly {
      readonly id: string;
      readonly citation: string;
      readonly quote: string;
      /** Set where it is read from the states of the first reports. */
      readonly timeliness?: string;
    }[];
  };
}

const PARTS = [
  "grades",
  "contents",
  "channels",
  "types",
  "checklists",
  "duties",
  "annex",
  "related",
  "liability",
] as const satisfies readonly (keyof ReportLaw)[];

/**
 * The parts of a version's data that reports are made of.
 *
 * @throws {AmrnciError} `bundle_unreadable` for data of an older release, which lacks some of them.
 */
export const reportLawOf = (terms: Terms): ReportLaw => {
  const parts = PARTS.map((part) => [part, terms.data(part)] as const);
  const [lacking] = parts.find(([, value]) => value === undefined) ?? [];
  const law = Object.fromEntries(parts) as unknown as ReportLaw;
  // Members that came with the parts above and stand in older ones.
  if (lacking === undefined && "sources" in law.channels && "summary" in law.contents) return law;
  throw new AmrnciError(
    "bundle_unreadable",
    `The bundle's data has no ${lacking ?? "sources of channels or contents of the summary"} for reports; build it again with this release.`,
  );
};
