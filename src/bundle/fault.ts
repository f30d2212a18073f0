import { AmrnciError, type ErrorCode } from "../errors.js";

/** Why a file is no bundle. */
const UNREADABLE = {
  packed_too_large: "it is larger than {limit} bytes",
  unpacked_too_large: "unpacked it is larger than {limit} bytes",
  ratio_too_large: "unpacked it is more than {limit} times as large",
  too_many_entries: "it holds more than {limit} entries",
  not_gzip: "it is no whole gzip file",
  trailing_bytes: "bytes stand behind its gzip file",
  not_tar: "it holds no whole tar archive ({why})",
  not_a_file: "{name} is a {kind}, not a file",
  bad_name: "{name} is no file name for a bundle",
  file_twice: "it holds {name} twice",
  delta: "it is a delta bundle (patch.json); only whole bundles are read",
  no_policy: "it holds no policy.wasm; build it with `make build`",
  data_yaml: "{name} is YAML; pack a bundle's data as data.json",
  data_no_object: "{name} is not an object",
  data_twice: "{name} gives data.{path}, which another file gives too",
  not_json: "{name} is not JSON in UTF-8",
  no_manifest: "it holds no .manifest",
  manifest_twice: "{name} is a manifest too, beside .manifest",
  manifest_wrong: ".manifest {why}",
  no_law: "its data holds no law",
  revision_differs: ".manifest has the revision {named}, its data {held}",
  logic_differs: ".manifest names the logic version {named}, its data {held}",
  roots_overlap: ".manifest has the roots {one} and {other}, of which one holds the other",
  outside_roots: "{name} gives {path}, which is outside the roots of .manifest",
  not_after_wrong: ".manifest has a not_after that is no time such as 2027-12-31T23:59:59+08:00",
  package_unclear: "{name} does not begin with a package that can be told",
} as const;

/** Why nobody vouches for a bundle. */
const UNTRUSTED = {
  not_signed: "it is not signed (no .signatures.json)",
  key_not_given: "it is signed, and no key is given to verify that",
  delta_signed: "it is a delta bundle (patch.json), which nobody signs",
  stray_signatures: "{name} looks like its signature and is none; only .signatures.json counts",
  signatures_unreadable: ".signatures.json {why}",
  signatures_many: ".signatures.json holds {count} signatures instead of one",
  plugin: "it is signed for a plugin of OPA ({plugin}), which is not at hand",
  key_unnamed: "its signature names no key, and none is asked for",
  key_unknown: "it is signed with the key {keyid}, which is not known",
  algorithm_differs: "its signature says {named}, and the key {keyid} is for {algorithm}",
  signature_wrong: "its signature does not fit the key {keyid}",
  claims_wrong: "its signature {why}",
  scope_differs: "its signature is for the scope {signed}, and the scope {wanted} is asked for",
  file_signed_twice: "its signature names {name} twice",
  file_missing: "{name} is signed and missing",
  file_added: "{name} is not signed",
  file_changed: "{name} is not what was signed",
  hash_not_accepted: "{name} is hashed by {algorithm}, which is not accepted",
  not_hashable: "{name} can't be hashed: {why}",
} as const;

/** Why a key is of no use. */
const UNFIT = {
  key_kind: "{wanted} is needed, and this is {kind}",
  key_old: "it is {kind}; convert it: openssl pkcs8 -topk8 -nocrypt",
  key_old_public:
    "it is PKCS #1 (RSA PUBLIC KEY); convert it: openssl rsa -RSAPublicKey_in -pubout",
  key_encrypted: "it is encrypted; decrypt it: openssl pkcs8",
  key_unreadable: "it is no {wanted} for {algorithm}",
  secret_is_key: "{algorithm} takes a secret, and this is {kind}",
  secret_short: "{algorithm} takes a secret of at least {least} bytes, and this has {held}",
  algorithm_unknown: "{algorithm} is no algorithm for bundles; there are {known}",
  keyid_unknown: "the key {keyid} is asked for, and no key of that name is given",
} as const;

/** Why a bundle does not replace another. */
const NOT_NEWER = {
  revision_older: "its revision {revision} is older than {active}",
  revision_same: "its revision {revision} is that of the active bundle, which is another one",
  revision_no_order:
    "its revision {revision} and {active} have no order; name revisions so that they count up (2026.2, 2026.3)",
} as const;

/** What is wrong with a bundle, as a word that programs may rely on. */
export type BundleFault = keyof typeof UNREADABLE | keyof typeof UNTRUSTED | keyof typeof NOT_NEWER;

/** What is wrong with a key. */
export type KeyFault = keyof typeof UNFIT;

type Params = Readonly<Record<string, string | number>>;

/** Makes the errors of one code: each with a reason as data, and the sentence that says it. */
export const refuser =
  <Word extends string>(
    code: ErrorCode,
    opening: string,
    sentences: Readonly<Record<Word, string>>,
  ) =>
  (word: Word, params: Params = {}, cause?: unknown): AmrnciError => {
    const sentence = sentences[word].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(params[name]),
    );
    const reason = { code: word, params };
    return new AmrnciError(code, `${opening}: ${sentence}.`, { cause, reason });
  };

export const unreadable = refuser("bundle_unreadable", "The bundle can't be read", UNREADABLE);
export const untrusted = refuser("bundle_not_trusted", "The bundle is not trusted", UNTRUSTED);
export const unfit = refuser("usage", "The key can't be used", UNFIT);
export const notNewer = refuser(
  "bundle_not_newer",
  "The bundle is not newer (an override with a reason would take it)",
  NOT_NEWER,
);
