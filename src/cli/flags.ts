import type { RecordFlags } from "./records/options.js";

/** What the commands are told on the command line. */
export const TEST_FORMATS = ["pretty", "json", "junit", "tap", "sarif", "github"] as const;

/** How a bundle's signature is verified; the names are OPA's. */
export interface VerificationFlags {
  verificationKey?: string;
  verificationKeyId?: string;
  signingAlg?: string;
  scope?: string;
  skipVerify?: boolean;
}

export interface BundleFlag extends VerificationFlags {
  bundle?: string;
}

export interface BatchFlags extends BundleFlag, RecordFlags {
  workers: number;
}

/** What every command is told that evaluates one incident. */
export interface DecideFlags extends BundleFlag {
  asOf?: string;
  reading: string[];
}

export interface EvaluateFlags extends DecideFlags, RecordFlags {
  format: "pretty" | "json";
  compare?: boolean;
}

export interface TestFlags extends BundleFlag {
  format: (typeof TEST_FORMATS)[number];
}

export const REPORT_KINDS = ["first", "supplement", "summary"] as const;
export const DOCUMENT_FORMATS = ["md", "docx", "html", "json"] as const;
export const CHECKLISTS = [
  "vendor-contracts",
  "voluntary-report",
  "related-duties",
  "leniency",
] as const;

/** Where a document goes, and how it is written. */
export interface DocumentFlags extends DecideFlags {
  format: (typeof DOCUMENT_FORMATS)[number];
  output?: string;
  force?: boolean;
}

export interface ReportFlags extends DocumentFlags {
  kind: (typeof REPORT_KINDS)[number];
  since?: string;
}
