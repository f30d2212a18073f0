import { join } from "node:path";
import { isDay } from "../../law/day.js";
import {
  addVersion,
  isTaken,
  type ListedVersion,
  predecessor,
} from "../../law/new-version/index.js";
import { fill } from "../../words/index.js";
import { newVersionWords } from "../../words/law-new-version.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { reasonOf } from "../io/bytes.js";
import { write } from "../io/write.js";
import { logicVersionOf, shippedBundle } from "../shipped.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { openFolder } from "./open-folder.js";
import { demandSound } from "./sound.js";

export interface NewVersionFlags {
  law: string;
  from?: string;
  format: "pretty" | "json";
}

/** The `law new-version` command: the next version's folder, made from the one before it. */
export async function newVersion(
  context: Context,
  date: string,
  flags: NewVersionFlags,
): Promise<ExitCode> {
  const words = newVersionWords(context.language);
  if (!isDay(date)) throw wrong(fill(words.bad_date, { value: date }));
  const folder = openFolder(context, flags.law);
  const logic = logicVersionOf(await shippedBundle());
  demandSound(context, folder, logic, fill(words.law_bad, { dir: flags.law }));
  const index = folder.files.find(({ at }) => at.join("/") === "law");
  const { versions } = index?.value as { versions: ListedVersion[] };
  const law = join(flags.law, index?.path.replace(/data\.yaml$/, "") ?? "");
  const base = baseOf(context, versions, date, flags.from);
  if (isTaken(law, date)) throw wrong(fill(words.taken, { folder: join(law, date) }));
  try {
    addVersion(law, base, date);
  } catch (error) {
    const params = { dir: law, reason: reasonOf(error, context.words) };
    throw new Failure(EXIT.wrongUse, "output_failed", fill(words.not_written, params));
  }
  const made = { version: date, from: base.id, folder: join(law, date) };
  const report = flags.format === "json" ? json(made) : pretty(made, law, context);
  await write(context.stdout, report);
  return EXIT.good;
}

const wrong = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);

/** The version that is copied. The new one must neither overlap it nor leave a gap behind it. */
function baseOf(
  { language }: Context,
  versions: readonly ListedVersion[],
  date: string,
  from: string | undefined,
): ListedVersion {
  const words = newVersionWords(language);
  if (versions.some(({ id }) => id === date)) throw wrong(fill(words.listed, { date }));
  const before = predecessor(versions, date);
  if (!before) throw wrong(fill(words.too_early, { date }));
  const { id, repealed_from: until } = before;
  if (until !== undefined && until !== date) throw wrong(fill(words.repealed, { id, until, date }));
  if (from === undefined) return before;
  const named = versions.find((version) => version.id === from);
  if (named) return named;
  const known = versions.map((version) => version.id).join(", ");
  throw wrong(fill(words.no_version, { from, versions: known }));
}

interface Made {
  version: string;
  from: string;
  folder: string;
}

function json(made: Made): string {
  return `${JSON.stringify(made, null, 2)}\n`;
}

function pretty({ version, from, folder }: Made, law: string, context: Context): string {
  const words = newVersionWords(context.language);
  const colours = coloursFor(context.stdout, context.env);
  const shown = law.replace(/\/+$/, "");
  const params = { law: shown, folder };
  const steps = [
    words.step_text,
    words.step_edit,
    words.step_check,
    words.step_diff,
    words.step_pack,
  ].map((step, at) => `  ${String(at + 1)}. ${fill(step, params)}`);
  const made = fill(words.made, { date: version, base: from, index: join(shown, "data.yaml") });
  return `${[colours.green(harmless(made)), words.next, ...steps.map(harmless)].join("\n")}\n`;
}
