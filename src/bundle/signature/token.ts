import { base64url } from "jose";
import { shown, untrusted } from "../fault.js";
import { isObject } from "../merge.js";
import { baseName, type BundleFiles, patchOf } from "../unpack.js";
import { type SignedFile, SIGNATURES } from "./hash.js";

/** What a signature says, whether or not anybody has verified it. */
export interface Token {
  /** As it stands in the file: header, claims and signature. */
  readonly compact: string;
  readonly algorithm: string;
  /** The name of the key: the header's, else that of the claims, as older releases of OPA have it. */
  readonly keyid: string | undefined;
  readonly scope: string;
  readonly files: readonly SignedFile[];
}

/** Refuses what can't be signed: a delta, and a bundle with another file that looks like a signature. */
export const checkSignable = (files: BundleFiles): void => {
  // OPA takes the file of that name in any folder; older releases also one that merely ends so, unsigned.
  const stray = [...files.keys()].find(
    (name) => name !== SIGNATURES && baseName(name).endsWith("signatures.json"),
  );
  if (stray !== undefined) throw untrusted("stray_signatures", { name: stray });
  const patch = patchOf(files);
  if (patch !== undefined) throw untrusted("delta_not_signable", { name: patch });
};

/** The signature of a bundle, which must be the only one. */
export const tokenOf = (files: BundleFiles): Token => {
  checkSignable(files);
  const bytes = files.get(SIGNATURES);
  if (bytes === undefined) throw untrusted("not_signed");
  const written = parsed(bytes);
  if (!isObject(written)) throw untrusted("signatures_not_json");
  const { signatures, plugin = "", ...others } = written;
  const [other] = Object.keys(others);
  if (other !== undefined) throw unclear(other);
  if (plugin !== "" && plugin !== "_default") {
    throw untrusted("plugin", { plugin: shown(plugin) });
  }
  const count = Array.isArray(signatures) ? signatures.length : 0;
  if (count !== 1) throw untrusted("signatures_many", { count });
  const [compact] = signatures as unknown[];
  return read(compact);
};

const COMPACT = /^([\w-]+)\.([\w-]+)\.[\w-]+$/;

const read = (compact: unknown): Token => {
  const [, first = "", second = ""] =
    typeof compact === "string" ? (COMPACT.exec(compact) ?? []) : [];
  const [header, claims] = [decoded(first), decoded(second)];
  if (!isObject(header) || !isObject(claims)) throw untrusted("no_jws");
  checkSpelling(claims);
  const { files, scope = "", keyid = "" } = claims;
  if (!Array.isArray(files) || !files.every(isSignedFile)) throw untrusted("claims_no_files");
  if (typeof scope !== "string") throw unclear("scope");
  const { iat = 0, iss = "" } = claims;
  if (!Number.isInteger(iat)) throw unclear("iat");
  if (typeof iss !== "string") throw unclear("iss");
  const { alg = "", kid = "" } = header;
  if (typeof kid !== "string") throw unclear("kid");
  if (typeof keyid !== "string") throw unclear("keyid");
  const named = kid === "" ? keyid : kid;
  return {
    compact: compact as string,
    algorithm: shown(alg),
    keyid: named === "" ? undefined : named,
    scope,
    files,
  };
};

/** Go finds a member whatever the case of its name; what we would overlook is refused. */
const checkSpelling = (claims: object): void => {
  const known = ["files", "scope", "keyid"];
  const other = Object.keys(claims).find(
    (key) => !known.includes(key) && known.includes(key.toUpperCase().toLowerCase()),
  );
  if (other !== undefined) throw unclear(other);
};

const isSignedFile = (value: unknown): value is SignedFile => {
  if (!isObject(value)) return false;
  const { name, hash, algorithm } = value;
  return [name, hash, algorithm].every((one) => typeof one === "string");
};

const decoded = (part: string): unknown => {
  try {
    return parsed(base64url.decode(part));
  } catch {
    return undefined;
  }
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
};

const unclear = (name: string): Error => untrusted("claims_unclear", { name });
