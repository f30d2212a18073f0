// The room of boundary cases: requests made from the law's data, at and beside everything that the
// data say. It knows which fact each number is compared with, and no number; it expects no answer.
import { classes } from "./annex/classes.js";
import { dataHit } from "./annex/data.js";
import { lists } from "./annex/lists.js";
import { numbers } from "./annex/numbers.js";
import { words } from "./annex/words.js";
import type { BoundaryCase } from "./case.js";
import { contents } from "./contents.js";
import { limits } from "./duties/limits.js";
import { reports } from "./duties/reports.js";
import { routes } from "./duties/routes.js";
import { summaries } from "./duties/summary.js";
import { type Data, lawsOf } from "./law.js";
import { liability } from "./liability.js";
import { readings } from "./readings.js";
import { scope } from "./scope.js";
import { versions } from "./versions.js";

export type { BoundaryCase, BoundaryRequest } from "./case.js";

/**
 * The boundary cases of the law's data (`{law, tables}`): for each number one less, itself and one
 * more, for each limit the second after it, each word, class, route and reading. The same data give
 * the same cases in the same order; a changed number brings cases of its own.
 *
 * @example
 * ```ts
 * for (const { name, request } of boundaryCases(bundle.data)) {
 *   console.log(name, policy.evaluate(request));
 * }
 * ```
 */
export const boundaryCases = (data: Data): BoundaryCase[] => {
  const cases = lawsOf(data).flatMap((law) =>
    [
      numbers,
      classes,
      words,
      dataHit,
      lists,
      limits,
      summaries,
      routes,
      reports,
      readings,
      contents,
      scope,
      liability,
      (one: typeof law) => versions(data, one),
    ].flatMap((room) =>
      room(law).map(({ at, name, why, incident, as_of, readings: chosen }): BoundaryCase => {
        const request = {
          incident,
          ...(as_of === undefined ? {} : { as_of }),
          ...(chosen === undefined ? {} : { readings: chosen }),
        };
        return { name: `${law.id} ${name}`, request, why, turnsOn: `law/${law.id}/${at}` };
      }),
    ),
  );
  // Two numbers may ask for the same request: the first that does names it.
  const firsts = new Map<string, BoundaryCase>();
  for (const one of cases) {
    const key = JSON.stringify(one.request);
    if (!firsts.has(key)) firsts.set(key, one);
  }
  return [...firsts.values()];
};
