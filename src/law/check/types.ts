import { below, objectOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

/** Names of types of incidents that stand twice: a type that an incident states could mean either. */
export const typeProblems = ({ parts }: VersionParts): LawProblem[] => {
  const types = parts.get("types");
  if (!types) return [];
  const seen = new Set<string>();
  return listOf(below(types.value, "list")).flatMap((category, at) =>
    [
      { keys: ["list", at, "zh"], name: objectOf(category).zh },
      ...listOf(objectOf(category).items).map((item, place) => ({
        keys: ["list", at, "items", place, "zh"],
        name: objectOf(item).zh,
      })),
    ].flatMap(({ keys, name }) => {
      const text = String(name);
      if (!seen.has(text)) {
        seen.add(text);
        return [];
      }
      return [problemAt(types, keys, "name_twice", { name: text })];
    }),
  );
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
