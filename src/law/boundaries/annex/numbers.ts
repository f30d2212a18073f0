import { type Found, short } from "../case.js";
import { around, clean, partly } from "../incident.js";
import { type Law, at, objectOf } from "../law.js";
import { PLACES } from "./place.js";

/** Each number of the annex: one less, itself and one more, and the bounds that meet there. */
export const numbers = (law: Law): Found[] =>
  law.grades.flatMap((grade) =>
    PLACES.flatMap(({ item, key, impact, most }) => {
      const limit = objectOf(at(law.version, "annex", grade, item));
      const number = limit[key];
      if (typeof number !== "number") return [];
      return [...around(number, most), ...partly(number)].map((value) => ({
        at: `annex/${grade}/${item}/${key}`,
        name: `annex.${grade}.${item.replace("_", ".")} ${key} = ${short(value)}`,
        why: `The least ${key} of ${grade} is ${number}; here it is ${short(value)}.`,
        incident: clean(law, impact(value, limit, law)),
      }));
    }),
  );
