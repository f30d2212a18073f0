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

export interface EvaluateFlags extends BundleFlag, RecordFlags {
  asOf?: string;
  reading: string[];
  format: "pretty" | "json";
  compare?: boolean;
}

export interface TestFlags extends BundleFlag {
  format: (typeof TEST_FORMATS)[number];
}
