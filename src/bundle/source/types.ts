/** What a source gave. */
export type Fetched =
  | { readonly outcome: "unchanged"; readonly longPolled: boolean }
  | {
      readonly outcome: "fetched";
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** How the source names these bytes; null where it does not. */
      readonly etag: string | null;
      readonly longPolled: boolean;
    };

export interface FetchBundle {
  /** The name of what is there already; null asks for the bundle in any case. */
  readonly etag: string | null;
  /** Whether the source may wait until it has something new. */
  readonly mayWait: boolean;
  readonly signal: AbortSignal;
}

/** Where bundles come from. */
export interface BundleSource {
  /** For status and messages; it holds no secrets. */
  readonly name: string;
  /**
   * Asks for a bundle.
   *
   * @throws {AmrnciError} `bundle_source_failed`; what the signal aborts throws its reason
   */
  fetch(asked: FetchBundle): Promise<Fetched>;
  /** Resolves when the source looks different from what was fetched last; for sources that can tell. */
  changed?(signal: AbortSignal): Promise<void>;
}
