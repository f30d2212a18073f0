// Bundles that were tampered with: what OPA refuses we refuse, and where we are stricter the
// documentation says why.
import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { markdownOf, type Verdicts, verdicts } from "./table.js";

const page = new URL("../../docs/signatures.md", import.meta.url);
const MARKS = /(?<=<!-- verdicts: made by test\/signatures -->\n)[^]*(?=<!-- end of verdicts -->)/;

/** What OPA refuses and we can't: only a parser of Rego would see it, and our host runs none. */
const LAX = ["Rego that can't be parsed"];

let rows: Verdicts[];
beforeAll(async () => {
  rows = await verdicts();
}, 240_000);

const opaRefuses = ({ run, service }: Verdicts): boolean =>
  typeof run === "string" || typeof service === "string";
const opaAccepts = ({ run, service }: Verdicts): boolean => run === null || service === null;

describe("a tampered bundle", () => {
  it("that OPA refuses is refused by us", () => {
    const lax = rows.filter((row) => row.ours === null && opaRefuses(row));
    expect(lax.map(({ title }) => title)).toEqual(LAX);
  });

  it("that we refuse and OPA accepts is one for which we say why", () => {
    const strict = rows.filter((row) => row.ours !== null && opaAccepts(row));
    expect(strict.filter(({ why }) => why === "")).toEqual([]);
  });

  it("has no excuse where both say the same", () => {
    const same = rows.filter(
      (row) => !LAX.includes(row.title) && !((row.ours !== null) === opaAccepts(row)),
    );
    expect(same.filter(({ why }) => why !== "")).toEqual([]);
  });

  it("is shown in the documentation with every verdict", async () => {
    const text = readFileSync(page, "utf8");
    const options = { parser: "markdown", printWidth: 100 };
    const made = await format(
      text.replace(MARKS, () => `\n${markdownOf(rows)}\n`),
      options,
    );
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(page, made);
    expect(made).toBe(readFileSync(page, "utf8"));
  });
});
