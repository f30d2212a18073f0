import { quantitiesIn, unitOf } from "../quantity.js";
import { entriesOf, membersNamed, objectOf, type VersionParts } from "./law.js";
import { type LawProblem, problemAt } from "./problem.js";

const QUOTE: ReadonlySet<string> = new Set(["quote"]);

/**
 * Numbers that their quote does not say: whoever amends one of the two easily forgets the other. A
 * quote in which no number of that unit can be read proves nothing.
 */
export const numberProblems = ({ parts }: VersionParts): LawProblem[] =>
  [...parts.values()].flatMap((file) =>
    membersNamed(file.value, QUOTE).flatMap(({ keys, value: quote }) => {
      if (typeof quote !== "string") return [];
      const around = keys.slice(0, -1);
      const entry = around.reduce<unknown>((here, key) => memberOf(here, key), file.value);
      return entriesOf(entry).flatMap(([field, value]) => {
        const unit = unitOf(field);
        if (typeof value !== "number" || unit === undefined) return [];
        const said = quantitiesIn(quote).filter((one) => unit in one.of);
        if (said.length === 0 || said.some((one) => one.of[unit] === value)) return [];
        const texts = [...new Set(said.map(({ text }) => text))];
        const params = { field, value: String(value), said: texts.join(", ") };
        return [problemAt(file, [...around, field], "number_not_quoted", params)];
      });
    }),
  );

const memberOf = (value: unknown, key: string | number): unknown =>
  Array.isArray(value) ? (value[Number(key)] as unknown) : objectOf(value)[String(key)];
