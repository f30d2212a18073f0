/** A yes/no parameter as OPA reads it: there without a value, or `true`. */
export const isSet = (query: URLSearchParams, name: string): boolean => {
  const values = query.getAll(name);
  if (values.length === 1 && values[0] === "") return true;
  return values.some((value) => value.toLowerCase() === "true");
};

const EXPLAIN = new Set(["notes", "fails", "full", "debug"]);

/** What is asked to be explained; an unknown word counts as nothing, as in OPA. */
export const explainOf = (query: URLSearchParams): string | undefined =>
  query.getAll("explain").find((value) => EXPLAIN.has(value));
