// The table of verdicts: each tampered bundle through the real OPA, twice, and through us.
import { readSignedBundle, type SignatureAlgorithm } from "../../src/bundle/index.js";
import { isAmrnciError } from "../../src/errors.js";
import type { Bytes } from "./archive.js";
import { ARCHIVES } from "./cases/archives.js";
import { ASKED, type Case } from "./cases/case.js";
import { CONTENTS } from "./cases/contents.js";
import { FILES } from "./cases/files.js";
import { SIGNATURES } from "./cases/signatures.js";
import { type Asked, opaRun, opaService, type Said } from "./opa.js";

const GROUPS: readonly [string, readonly Case[]][] = [
  ["The files of a signed bundle", FILES],
  ["The signature, and how it is asked for", SIGNATURES],
  ["What is signed", CONTENTS],
  ["The archive around it", ARCHIVES],
];

/** What each says of a bundle. */
export interface Verdicts {
  readonly group: string;
  readonly title: string;
  readonly run: Said;
  readonly service: Said;
  /** The reason for which we refuse it; null where we accept. */
  readonly ours: string | null;
  readonly why: string;
}

/** Asks everyone about every bundle, two at a time. */
export const verdicts = async (): Promise<Verdicts[]> => {
  const queue = GROUPS.flatMap(([group, cases]) => cases.map((one) => ({ group, ...one })));
  const rows: Verdicts[] = [];
  const next = queue.entries();
  const work = async (): Promise<void> => {
    for (const [at, one] of next) rows[at] = await verdictOf(one);
  };
  await Promise.all([work(), work()]);
  return rows;
};

const verdictOf = async (one: Case & { group: string }): Promise<Verdicts> => {
  const { group, title, make, asked, why = "" } = one;
  const bundle = await make();
  const how = { ...ASKED, ...asked };
  const [run, service] = await Promise.all([opaRun(bundle, how), opaService(bundle, how)]);
  return { group, title, run, service, ours: await oursOf(bundle, how), why };
};

const oursOf = async (bundle: Bytes, asked: Asked): Promise<string | null> => {
  const { key, algorithm, name, keyid, scope } = asked;
  try {
    await readSignedBundle(bundle, {
      keys: { [name]: { key, algorithm: algorithm as SignatureAlgorithm } },
      ...(keyid !== undefined && { keyid }),
      ...(scope !== undefined && { scope }),
    });
    return null;
  } catch (error) {
    if (!isAmrnciError(error) || error.reason === undefined) throw error;
    return error.reason.code;
  }
};

/** The table as the documentation shows it. */
export const markdownOf = (rows: readonly Verdicts[]): string =>
  GROUPS.map(([group]) => {
    const lines = rows
      .filter((row) => row.group === group)
      .map(({ title, run, service, ours, why }) => {
        const own = ours === null ? "accepts" : `\`${ours}\``;
        return `| ${[title, say(run), say(service), own, why].join(" | ")} |`;
      });
    const head =
      "| | `opa run` | OPA server | amrnci | why we say otherwise |\n|---|---|---|---|---|";
    return `### ${group}\n\n${[head, ...lines].join("\n")}\n`;
  }).join("\n");

const say = (said: Said): string =>
  said === undefined ? "–" : said === null ? "accepts" : "refuses";
