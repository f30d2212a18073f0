import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { isOrdered, mergeData, readBundle, withLaw } from "../../bundle/index.js";
import { isObject } from "../../bundle/merge.js";
import { createEvaluatorFrom, isTime, selfTest } from "../../evaluator/index.js";
import { isDay } from "../../law/day.js";
import type { LawFolder } from "../../law/folder.js";
import { bundleWords } from "../../words/bundle.js";
import { fill } from "../../words/index.js";
import { beijing } from "../../words/time.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { reasonOf } from "../io/bytes.js";
import { writeWhole } from "../io/write-file.js";
import { write } from "../io/write.js";
import { openFolder } from "../law/open-folder.js";
import { demandSound } from "../law/sound.js";
import { logicVersionOf, shippedBundle } from "../shipped.js";
import { coloursFor } from "../terminal/colour.js";

export interface PackFlags {
  law: string;
  revision: string;
  output: string;
  notAfter?: string;
  force?: boolean;
  format: "pretty" | "json";
}

// It becomes part of file names, HTTP headers and log lines.
const REVISION = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$/;

/** What was packed, for programs. */
interface Packed {
  output: string;
  revision: string;
  /** Whether another revision can be told to be newer or older than this one. */
  revision_ordered: boolean;
  not_after: string | null;
  logic_version: number;
  versions: readonly { id: string; valid_from: string; repealed_from?: string }[];
  files: number;
  bytes: number;
  sha256: string;
}

/**
 * The `bundle pack` command: a complete bundle of the shipped logic and other data of the law. It is
 * written once the data has passed every check and the bundle has answered.
 */
export async function pack(context: Context, flags: PackFlags): Promise<ExitCode> {
  const { language, stdout } = context;
  checkFlags(context, flags);
  const notAfter = flags.notAfter === undefined ? null : endOf(context, flags.notAfter);
  const shipped = await shippedBundle();
  const logic = logicVersionOf(shipped);
  const law = lawOf(context, openFolder(context, flags.law), logic, flags.revision);
  const bytes = await withLaw(shipped, law, notAfter ?? undefined);
  const bundle = await readBundle(bytes);
  selfTest(await createEvaluatorFrom(bundle));
  try {
    await writeWhole(flags.output, bytes);
  } catch (error) {
    const params = { file: flags.output, reason: reasonOf(error, context.words) };
    const message = fill(bundleWords(language).not_written, params);
    throw new Failure(EXIT.wrongUse, "output_failed", message);
  }
  const packed: Packed = {
    output: flags.output,
    revision: flags.revision,
    revision_ordered: isOrdered(flags.revision),
    not_after: notAfter,
    logic_version: logic,
    versions: law.versions as Packed["versions"],
    files: bundle.files.size,
    bytes: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
  await write(stdout, flags.format === "json" ? json(packed) : pretty(packed, context));
  return EXIT.good;
}

function checkFlags({ language }: Context, { law, revision, output, force }: PackFlags): void {
  const words = bundleWords(language);
  const refuse = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);
  if (!REVISION.test(revision)) throw refuse(fill(words.bad_revision, { value: revision }));
  const inside = relative(resolve(law), resolve(output));
  if (!inside.startsWith("..") && existsSync(law)) {
    throw refuse(fill(words.inside, { file: output, dir: law }));
  }
  const dir = dirname(resolve(output));
  if (!existsSync(dir)) throw refuse(fill(words.no_folder, { dir }));
  if (existsSync(output) && force !== true) throw refuse(fill(words.exists, { file: output }));
}

/** A day is meant to its end, as people in China mean it. */
function endOf({ language }: Context, value: string): string {
  const time = isDay(value) ? `${value}T23:59:59+08:00` : value;
  if (isTime(time)) return time;
  throw new Failure(EXIT.wrongUse, "usage", fill(bundleWords(language).bad_not_after, { value }));
}

/** The law's data after every check, with its new revision. */
function lawOf(
  context: Context,
  folder: LawFolder,
  logic: number,
  revision: string,
): Record<string, unknown> {
  const message = fill(bundleWords(context.language).law_bad, { dir: folder.root });
  demandSound(context, folder, logic, message);
  const files = folder.files.filter(({ at }) => at[0] === "law");
  const parts = files.map(({ at, value, path }) => ({ at, value, source: path }));
  const { law } = mergeData(parts);
  return { ...(isObject(law) ? law : {}), revision };
}

function json(packed: Packed): string {
  return `${JSON.stringify(packed, null, 2)}\n`;
}

function pretty(packed: Packed, { language, stdout, env }: Context): string {
  const words = bundleWords(language);
  const colours = coloursFor(stdout, env);
  const versions = packed.versions.map(({ id, valid_from: from, repealed_from: until }) =>
    until === undefined
      ? fill(words.in_force, { id, from })
      : fill(words.in_force_until, { id, from, until }),
  );
  const rows: [string, string][] = [
    [words.revision, packed.revision],
    [words.logic_version, String(packed.logic_version)],
    ...(packed.not_after === null
      ? []
      : [
          [words.until, fill(words.beijing, { time: beijing(packed.not_after) })] as [
            string,
            string,
          ],
        ]),
    ...versions.map((version): [string, string] => [words.version, version]),
    [words.size, fill(words.bytes, { bytes: packed.bytes, files: packed.files })],
    [words.digest, packed.sha256],
  ];
  const lines = rows.map(([name, value]) => `  ${colours.dim(name)}  ${value}`);
  if (!packed.revision_ordered) lines.push(`  ! ${words.no_order}`);
  return `${[colours.green(fill(words.packed, { file: packed.output })), ...lines].join("\n")}\n`;
}
