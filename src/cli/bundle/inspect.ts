import {
  inspectBundle,
  type Inspection,
  readSignedBundle,
  type Signer,
} from "../../bundle/index.js";
import type { AmrnciError } from "../../errors.js";
import { isAmrnciError } from "../../errors.js";
import { sayFault } from "../../words/bundle-fault.js";
import { bundleWords } from "../../words/bundle.js";
import { signingWords } from "../../words/bundle-signing.js";
import { fill } from "../../words/index.js";
import type { Context } from "../context.js";
import { EXIT, type ExitCode } from "../exit.js";
import { readBytes } from "../io/bytes.js";
import { write } from "../io/write.js";
import { logicVersionOf } from "../shipped.js";
import { coloursFor } from "../terminal/colour.js";
import { harmless } from "../terminal/harmless.js";
import { verificationOf } from "../verification.js";
import { versionRows, type ListedVersion } from "./contents.js";
import { sha256 } from "./output.js";
import { type Row, rows } from "./rows.js";
import { badOf, refused, type VerifyFlags } from "./verify.js";

/** The `bundle inspect` command: what a bundle holds, and what is signed of it. */
export async function inspect(
  context: Context,
  file: string,
  flags: VerifyFlags,
): Promise<ExitCode> {
  const verification = await verificationOf(context, flags);
  const bytes = new Uint8Array(await readBytes(file, context.stdin, context.words));
  const found = await inspectBundle(bytes);
  const outcome =
    verification === undefined
      ? null
      : await readSignedBundle(bytes, verification).then(({ signer }) => signer, refused);
  const seen: Seen = { file, size: bytes.byteLength, digest: sha256(bytes), found, outcome };
  await write(
    context.stdout,
    flags.format === "json" ? json(context, seen) : pretty(context, seen),
  );
  const differs = found.files.some(({ state }) => state !== null && state !== "signed");
  return isAmrnciError(outcome) || found.fault !== null || differs ? EXIT.bad : EXIT.good;
}

interface Seen {
  readonly file: string;
  readonly size: number;
  readonly digest: string;
  readonly found: Inspection;
  /** Who signed it; what is wrong with it; null where no key was given. */
  readonly outcome: Signer | AmrnciError | null;
}

function json(context: Context, { file, size, digest, found, outcome }: Seen): string {
  const { bundle, token, fault, files } = found;
  const { revision, roots, metadata } = bundle.manifest;
  const wrong = isAmrnciError(outcome) ? outcome : fault;
  const report = {
    file,
    bytes: size,
    sha256: digest,
    revision,
    logic_version: logicVersionOf(bundle),
    not_after: metadata?.not_after ?? null,
    roots,
    versions: (bundle.data.law as { versions?: unknown }).versions ?? [],
    signature:
      token === null && wrong === null
        ? null
        : {
            verified: wrong === null ? (outcome === null ? null : true) : false,
            keyid: token?.keyid ?? null,
            algorithm: token?.algorithm ?? null,
            scope: token?.scope === "" ? null : (token?.scope ?? null),
            ...(wrong !== null && badOf(context, wrong)),
          },
    files,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function pretty(context: Context, { file, size, digest, found, outcome }: Seen): string {
  const { language, stdout, env } = context;
  const { bundle, files } = found;
  const words = signingWords(language);
  const others = bundleWords(language);
  const colours = coloursFor(stdout, env);
  const versions = (bundle.data.law as { versions?: readonly ListedVersion[] }).versions ?? [];
  const lines: Row[] = [
    [others.revision, bundle.manifest.revision],
    [others.logic_version, String(logicVersionOf(bundle))],
    ...versionRows(context, bundle.manifest.metadata?.not_after, versions),
    [words.roots, bundle.manifest.roots.join(", ")],
    [others.size, fill(others.bytes, { bytes: size, files: bundle.files.size })],
    [others.digest, digest],
    ...signatureRows(context, found, outcome),
  ];
  const states = {
    signed: words.file_signed,
    changed: words.file_changed,
    added: words.file_added,
    missing: words.file_missing,
  };
  const listed = files.map(({ name, hash, state }) => {
    const said = state === null ? "" : `  ${states[state]}`;
    const line = `  ${hash}  ${harmless(name)}${said}`;
    return state === null || state === "signed" ? line : colours.red(line);
  });
  const heading = colours.bold(harmless(file));
  return `${rows(context, heading, lines)}\n${colours.bold(words.files)}\n${listed.join("\n")}\n`;
}

function signatureRows(
  { language }: Context,
  { token, fault }: Inspection,
  outcome: Seen["outcome"],
): Row[] {
  const words = signingWords(language);
  const wrong = isAmrnciError(outcome) ? outcome : fault;
  if (wrong !== null) {
    return [
      [words.signature, sayFault(wrong, language) ?? wrong.message],
      [words.code, `${wrong.code} / ${wrong.reason?.code ?? ""}`],
    ];
  }
  if (token === null) return [[words.signature, words.not_signed]];
  return [
    [words.signature, outcome === null ? words.not_checked : words.good],
    [words.key, token.keyid ?? words.none],
    [words.algorithm, token.algorithm],
    [words.scope, token.scope === "" ? words.none : token.scope],
  ];
}
