import { AmrnciError, type ErrorCode } from "../errors.js";

/** Why a file is no bundle. */
const UNREADABLE = {
  packed_too_large: "it is larger than {limit} bytes",
  unpacked_too_large: "unpacked it is larger than {limit} bytes",
  ratio_too_large: "unpacked it is more than {limit} times as large",
  too_many_entries: "it holds more than {limit} entries",
  not_gzip: "it is no whole gzip file",
  trailing_bytes: "bytes stand behind its gzip file",
  not_tar: "it holds no whole tar archive",
  tar_unclear: "its tar archive has headers that readers take differently ({detail})",
  link: "{name} is a link, not a file",
  not_a_file: "{name} is neither a file nor a folder",
  bad_name: "{name} is no file name for a bundle",
  file_twice: "it holds {name} twice",
  delta: "it is a delta bundle ({name}); only whole bundles are read",
  no_policy: "it holds no policy.wasm; build it with `make build`",
  data_yaml: "{name} is YAML; pack a bundle's data as data.json",
  data_no_object: "{name} is not an object",
  data_twice: "{name} gives data.{path}, which another file gives too",
  not_json: "{name} is not JSON in UTF-8",
  key_twice: "{name} has the key {key} twice in one object",
  too_deep: "{name} is deeper than {limit} levels",
  no_manifest: "it holds no .manifest",
  manifest_misplaced: "{name} is a manifest to OPA; there is one, .manifest",
  manifest_no_object: ".manifest is not an object",
  manifest_no_revision: ".manifest names no revision",
  manifest_no_roots: ".manifest lists no roots",
  manifest_metadata: ".manifest has metadata that is not an object",
  manifest_rego_version: ".manifest names the Rego version {version}, which does not exist",
  manifest_wasm: ".manifest has wasm entries; an OPA would run policy.wasm instead of the Rego",
  no_law: "its data holds no law",
  revision_differs: ".manifest has the revision {named}, its data {held}",
  logic_differs: ".manifest names the logic version {named}, its data {held}",
  roots_overlap: ".manifest has the roots {one} and {other}, of which one holds the other",
  data_outside_roots: "its data gives data.{path}, which is outside the roots of .manifest",
  package_outside_roots: "{name} is package {path}, which is outside the roots of .manifest",
  not_after_wrong: ".manifest has a not_after that is no time such as 2027-12-31T23:59:59+08:00",
  package_unclear: "{name} does not begin with a package that can be told",
} as const;

/** Why nobody vouches for a bundle. */
const UNTRUSTED = {
  not_signed: "it is not signed (no .signatures.json)",
  key_not_given: "it is signed, and no key is given to verify that",
  delta_not_signable: "it is a delta bundle ({name}), which nobody signs",
  stray_signatures: "{name} looks like a signature; only .signatures.json is one",
  signatures_not_json: ".signatures.json is no JSON object",
  signatures_many: ".signatures.json holds {count} signatures instead of one",
  plugin: "it is signed for a plugin of OPA ({plugin}), which is not at hand",
  no_jws: "its signature is no JWS",
  claims_no_files: "its signature lists no files",
  claims_unclear: "its signature has a member {name} that is not what OPA writes",
  key_unnamed: "its signature names no key, and none is asked for",
  key_unknown: "it is signed with the key {keyid}, which is not known",
  algorithm_differs: "its signature says {named}, and the key {keyid} is for {algorithm}",
  signature_wrong: "its signature does not fit the key {keyid}",
  scope_missing: "its signature is for no scope, and the scope {wanted} is asked for",
  scope_not_asked: "its signature is for the scope {signed}, and none is asked for",
  scope_differs: "its signature is for the scope {signed}, and the scope {wanted} is asked for",
  file_signed_twice: "its signature names {name} twice",
  file_missing: "{name} is signed and missing",
  file_added: "{name} is not signed",
  file_changed: "{name} is not what was signed",
  hash_not_accepted: "{name} is hashed by {algorithm}, which is not accepted",
} as const;

/** Why a key is of no use. */
const UNFIT = {
  algorithm_unknown: "{algorithm} is no algorithm for bundles; there are {known}",
  keyid_unknown: "the key {keyid} is asked for, and no key of that name is given",
  public_key_needed: "a public key is needed, and this is {kind}",
  private_key_needed: "a private key is needed, and this is {kind}",
  key_old: "it is {kind}; convert it: openssl pkcs8 -topk8 -nocrypt",
  key_old_public: "it is RSA PUBLIC KEY; convert it: openssl rsa -RSAPublicKey_in -pubout",
  key_encrypted: "it is encrypted; decrypt it: openssl pkcs8 -topk8 -nocrypt",
  key_unreadable: "it is no key for {algorithm}, as PEM or JWK; is it for another algorithm?",
  key_short: "{algorithm} takes an RSA key of at least {least} bits, and this has {held}",
  secret_is_key: "{algorithm} takes a secret, and this is {kind}",
  secret_short: "{algorithm} takes a secret of at least {least} bytes, and this has {held}",
} as const;

/** Why a bundle does not replace another. */
const NOT_NEWER = {
  revision_older: "its revision {revision} is older than {active}",
  revision_same: "its revision {revision} is that of the active bundle, which is another one",
  revision_no_order:
    "its revision {revision} and {active} have no order; name revisions so that they count up (2026.2, 2026.3)",
} as const;

/** Every fault with its sentence. */
export const FAULTS = { ...UNREADABLE, ...UNTRUSTED, ...UNFIT, ...NOT_NEWER } as const;

/** What is wrong with a bundle, as a word that programs may rely on. */
export type BundleFault = keyof typeof UNREADABLE | keyof typeof UNTRUSTED | keyof typeof NOT_NEWER;

/** What is wrong with a key. */
export type KeyFault = keyof typeof UNFIT;

const MOST_SHOWN = 80;

/** What a bundle says at some place, as a sentence shows it; a dash where it says nothing. */
export const shown = (value: unknown): string => {
  const text =
    typeof value === "string" ? value : value === undefined ? "–" : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
};

type Params = Readonly<Record<string, string | number>>;

/** Makes the errors of one code: each with a reason as data, and the sentence that says it. */
export const refuser =
  <Word extends string>(
    code: ErrorCode,
    opening: string,
    sentences: Readonly<Record<Word, string>>,
  ) =>
  (word: Word, params: Params = {}, cause?: unknown): AmrnciError => {
    const sentence = `${opening}: ${sentences[word]}.`.replace(/\{(\w+)\}/g, (_, name: string) =>
      String(params[name]),
    );
    return new AmrnciError(code, sentence, { cause, reason: { code: word, params } });
  };

export const unreadable = refuser("bundle_unreadable", "The bundle can't be read", UNREADABLE);
export const untrusted = refuser("bundle_not_trusted", "The bundle is not trusted", UNTRUSTED);
export const unfit = refuser("usage", "The key can't be used", UNFIT);
export const notNewer = refuser(
  "bundle_not_newer",
  "The bundle is not newer (an override with a reason would take it)",
  NOT_NEWER,
);
