import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { isOrdered, mergeData, readBundle, withLaw } from "../../bundle/index.js";
import { isObject } from "../../bundle/merge.js";
import { createEvaluatorFrom, isTime } from "../../evaluator/index.js";
import { selfTest } from "../../evaluator/self-test.js";
import { isDay } from "../../law/day.js";
import type { LawFolder } from "../../law/folder.js";
import { bundleWords } from "../../words/bundle.js";
import { signingWords } from "../../words/bundle-signing.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import { write } from "../io/write.js";
import { openFolder } from "../law/open-folder.js";
import { demandSound } from "../law/sound.js";
import { logicVersionOf, shippedBundle } from "../shipped.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { type ListedVersion, versionRows } from "./contents.js";
import { checkOutput, sha256, writeOutput } from "./output.js";
import { rows } from "./rows.js";
import { type SignedBy, signerRows, type SigningFlags } from "./signer.js";

export interface PackFlags extends Partial<SigningFlags> {
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
  versions: readonly ListedVersion[];
  files: number;
  bytes: number;
  sha256: string;
  /** Null where it is not signed. */
  signer: SignedBy | null;
}

/**
 * The `bundle pack` command: a complete bundle of the shipped logic and other data of the law. It is
 * written once the data has passed every check and the bundle has answered.
 */
export async function pack(context: Context, flags: PackFlags): Promise<ExitCode> {
  const { stdout } = context;
  checkFlags(context, flags);
  const notAfter = flags.notAfter === undefined ? null : endOf(context, flags.notAfter);
  const shipped = await shippedBundle();
  const logic = logicVersionOf(shipped);
  const law = lawOf(context, openFolder(context, flags.law), logic, flags.revision);
  const unsigned = await withLaw(shipped, law, notAfter ?? undefined);
  const bundle = await readBundle(unsigned);
  selfTest(await createEvaluatorFrom(bundle));
  const { bytes, signer } = await signedIfAsked(context, unsigned, flags);
  await writeOutput(context, flags.output, bytes);
  const packed: Packed = {
    output: flags.output,
    revision: flags.revision,
    revision_ordered: isOrdered(flags.revision),
    not_after: notAfter,
    logic_version: logic,
    versions: law.versions as Packed["versions"],
    files: bundle.files.size + (signer === null ? 0 : 1),
    bytes: bytes.byteLength,
    sha256: sha256(bytes),
    signer,
  };
  await write(stdout, flags.format === "json" ? json(packed) : pretty(packed, context));
  return EXIT.good;
}

function checkFlags(context: Context, flags: PackFlags): void {
  const { law, revision, output, force } = flags;
  const words = bundleWords(context.language);
  const refuse = (message: string): Failure => new Failure(EXIT.wrongUse, "usage", message);
  const stray = flags.signingKey === undefined ? strayIn(flags) : undefined;
  if (stray !== undefined) {
    const { signing_key_missing: message } = signingWords(context.language);
    throw refuse(fill(message, { option: stray }));
  }
  if (!REVISION.test(revision)) throw refuse(fill(words.bad_revision, { value: revision }));
  const inside = relative(resolve(law), resolve(output));
  if (!inside.startsWith("..") && existsSync(law)) {
    throw refuse(fill(words.inside, { file: output, dir: law }));
  }
  checkOutput(context, output, force === true);
}

/** Signs the bundle where a key is given. */
async function signedIfAsked(
  context: Context,
  bytes: Uint8Array<ArrayBuffer>,
  { signingKey, signingAlg, verificationKeyId, scope }: PackFlags,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; signer: SignedBy | null }> {
  if (signingKey === undefined) return { bytes, signer: null };
  const { signWith } = await import("./sign.js");
  return signWith(context, bytes, {
    signingKey,
    ...(signingAlg !== undefined && { signingAlg }),
    ...(verificationKeyId !== undefined && { verificationKeyId }),
    ...(scope !== undefined && { scope }),
  });
}

/** An option that only a signature gives a meaning. */
function strayIn({ signingAlg, verificationKeyId, scope }: PackFlags): string | undefined {
  if (signingAlg !== undefined) return "--signing-alg";
  if (verificationKeyId !== undefined) return "--verification-key-id";
  return scope === undefined ? undefined : "--scope";
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

function pretty(packed: Packed, context: Context): string {
  const words = bundleWords(context.language);
  const heading = coloursFor(context.stdout, context.env).green(
    harmless(fill(words.packed, { file: packed.output })),
  );
  const signing = signingWords(context.language);
  const report = rows(context, heading, [
    [words.revision, packed.revision],
    [words.logic_version, String(packed.logic_version)],
    ...versionRows(context, packed.not_after, packed.versions),
    [words.size, fill(words.bytes, { bytes: packed.bytes, files: packed.files })],
    [words.digest, packed.sha256],
    ...(packed.signer === null ? [] : signerRows(signing, packed.signer)),
  ]);
  return packed.revision_ordered ? report : `${report}  ! ${words.no_order}\n`;
}
