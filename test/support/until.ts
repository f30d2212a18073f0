import type { Rules, RulesStatus } from "../../src/bundle/index.js";

/** Resolves with the first status that is as wanted, now or after an attempt to come. */
export const until = (
  rules: Rules,
  wanted: (status: RulesStatus) => boolean,
): Promise<RulesStatus> =>
  new Promise((resolve) => {
    const look = (status: RulesStatus): void => {
      if (!wanted(status)) return;
      leave();
      resolve(status);
    };
    const leave = rules.subscribe(look);
    look(rules.status);
  });

export const isActive =
  (revision: string) =>
  ({ active }: RulesStatus): boolean =>
    active?.revision === revision;

export const hasFailed =
  (code: string) =>
  ({ last_error }: RulesStatus): boolean =>
    last_error?.code === code;
