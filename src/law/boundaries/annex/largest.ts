import { type Law, at } from "../law.js";

/** The largest of a number's values over the grades: with it nothing but the rest of a criterion decides. */
export const largest = ({ version, grades }: Law, item: string, key: string): number =>
  Math.max(
    0,
    ...grades.map((grade) => {
      const number = at(version, "annex", grade, item, key);
      return typeof number === "number" ? number : 0;
    }),
  );
