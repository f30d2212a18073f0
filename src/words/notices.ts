/** A notice of a decision, or several that differ by their fact only. */
export interface Told {
  code: string;
  params: Readonly<Record<string, unknown>>;
}

/** Notices of which those that differ by their fact only are one. */
export function mergedNotices(notices: readonly Told[]): Told[] {
  const byCode = new Map<string, Told[]>();
  for (const notice of notices) {
    const key = "path" in notice.params ? notice.code : JSON.stringify(notice);
    byCode.set(key, [...(byCode.get(key) ?? []), notice]);
  }
  return [...byCode.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    if (same.length === 1) return [first];
    return [
      {
        code: first.code,
        params: { ...first.params, path: same.map(({ params }) => params.path) },
      },
    ];
  });
}
