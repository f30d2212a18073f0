import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** A fixture as it stands in its file. */
export interface FixtureFile {
  readonly name: string;
  readonly incident: unknown;
  readonly as_of?: string;
  readonly readings?: Record<string, string>;
}

const FOLDER = fileURLToPath(new URL("../fixtures", import.meta.url));

/** Every fixture of the project, sorted by name. */
export const fixtureFiles = (): FixtureFile[] =>
  readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:json|ya?ml)$/.test(name))
    .sort()
    .map(
      (name) =>
        ({ ...(parse(readFileSync(join(FOLDER, name), "utf8")) as object), name }) as FixtureFile,
    );

/** The request that a fixture makes. */
export const requestOf = ({ incident, as_of, readings }: FixtureFile): object => ({
  incident,
  ...(as_of !== undefined && { as_of }),
  ...(readings && { readings }),
});
