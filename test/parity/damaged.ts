type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const WRONG: Json[] = [
  null,
  true,
  -1,
  1.5,
  1e16,
  "",
  "yes",
  "8",
  "2025-02-30T00:00:00Z",
  "2025-11-01T24:00:00+08:00",
  "2025-11-01 00:00:00Z",
  [],
  [null],
  [[]],
  {},
  { at_least: 5, at_most: 3 },
  { at_least: "5" },
  { at_least: [7] },
  { at_most: [] },
  { "": 0 },
];

/** The request with one value replaced by something that it may not be, or with a member too many. */
export const damaged = (request: unknown, seed: number): unknown => {
  const copy = structuredClone(request) as Json;
  const places = allPlaces(copy);
  const place = places[(seed * 7919) % places.length];
  const wrong = WRONG[(seed * 104_729) % WRONG.length] as Json;
  if (!place) return wrong;
  const [parent, key] = place;
  if (seed % 5 === 0 && !Array.isArray(parent)) parent[`${key}/~x`] = wrong;
  else (parent as Record<string, Json>)[key] = wrong;
  return copy;
};

const allPlaces = (value: Json): [Json[] | { [key: string]: Json }, string][] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [
    [value, key] as [typeof value, string],
    ...allPlaces(member),
  ]);
};
