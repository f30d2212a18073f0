import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { readBundle } from "../../src/bundle/index.js";
import { OFFICIAL_TEXT } from "../../src/law/folder.js";
import { type Fixture, readFixtures } from "./fixtures.js";
import { createEvaluator } from "../../src/index.js";
import { type AskedDuty, askDuties } from "./duties-asked.js";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a package of the rules says of itself in its METADATA. */
export interface PackageText {
  readonly title: string;
  readonly en: string;
  readonly zh: string;
}

export interface VersionSources {
  readonly id: string;
  readonly validFrom: string;
  readonly repealedFrom: string | undefined;
  readonly officialText: string;
  readonly duties: ReadonlyMap<string, AskedDuty>;
}

/** What the rule book is made from. */
export interface Sources {
  /** The bundle's data: `{law, tables}`. */
  readonly data: unknown;
  /** Newest first. */
  readonly versions: readonly VersionSources[];
  /** By the package's path below `data.amrnci`: `annex.condition_5`. */
  readonly packages: ReadonlyMap<string, PackageText>;
  readonly fixtures: readonly Fixture[];
  /** Chinese titles of fixtures, by their paths below test/fixtures. */
  readonly chineseTitles: ReadonlyMap<string, string>;
}

interface Version {
  id: string;
  valid_from: string;
  repealed_from?: string;
}

interface Inspection {
  annotations: {
    path: { value: string }[];
    annotations: {
      scope: string;
      title?: string;
      description?: string;
      custom?: { zh?: string };
    };
  }[];
}

export const readSources = async (): Promise<Sources> => {
  const archive = join(root, "build/bundle.tar.gz");
  const bytes = new Uint8Array(readFileSync(archive));
  const [{ data }, evaluator] = await Promise.all([
    readBundle(bytes),
    createEvaluator({ bundle: bytes }),
  ]);
  const { versions } = (data as unknown as { law: { versions: Version[] } }).law;
  return {
    data,
    packages: packagesOf(archive),
    fixtures: readFixtures(join(root, "test/fixtures")),
    chineseTitles: new Map(
      Object.entries(
        parse(readFileSync(join(root, "scripts/rules/titles.zh.yaml"), "utf8")) as object,
      ),
    ),
    versions: versions.map(({ id, valid_from, repealed_from }) => ({
      id,
      validFrom: valid_from,
      repealedFrom: repealed_from,
      officialText: officialTextOf(id),
      duties: askDuties(evaluator, `${valid_from}T00:00:00+08:00`),
    })),
  };
};

const officialTextOf = (id: string): string => {
  return readFileSync(join(root, "policies/law", id, OFFICIAL_TEXT), "utf8");
};

const packagesOf = (archive: string): Map<string, PackageText> => {
  const told = execFileSync(
    join(root, ".cache/bin/opa"),
    ["inspect", "--annotations", "--format", "json", archive],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  const { annotations } = JSON.parse(told) as Inspection;
  return new Map(
    annotations
      .filter((one) => one.annotations.scope === "package")
      .map(({ path, annotations: { title, description, custom } }): [string, PackageText] => [
        path
          .slice(2)
          .map((part) => part.value)
          .join("."),
        { title: title ?? "", en: description ?? "", zh: custom?.zh ?? "" },
      ]),
  );
};
