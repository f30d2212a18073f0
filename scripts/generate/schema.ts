/** The little of JSON Schema that the generator looks at. */
export interface Schema {
  readonly $id: string;
  readonly title?: string;
  readonly $defs?: Readonly<Record<string, unknown>>;
  readonly [keyword: string]: unknown;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The PascalCase name of a definition: `yes_no` is `YesNo`; `Record` is TypeScript's own. */
export const typeName = (name: string): string =>
  name === "record"
    ? "DecisionRecord"
    : name.replace(/(?:^|[-_.])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
