import { unreadable } from "./fault.js";

/*
 * The library that reads archives is as generous as the standard is old: an unknown kind of entry is a file,
 * a broken number is read as far as it goes, attributes of the whole archive rename files. Go's reader, and
 * so OPA's, takes such an archive differently or not at all. What two readers could see differently is no bundle.
 */

const BLOCK = 512;
const FILE = ["0", "\0"];
const FOLDER = "5";
/** Attributes of the next entry, of which long names are one; either may stand once. */
const ATTRIBUTES = ["x", "L"];
const MOST_ATTRIBUTES = 64 * 1024;
const LINKS = ["1", "2"];
const FOR_ALL = "g";

/** What an archive holds, in order; one whose headers leave anything open is refused. */
export const tarKinds = (tar: Uint8Array, limit: number): ("file" | "directory")[] => {
  const kinds: ("file" | "directory")[] = [];
  let attributed = false;
  for (let at = 0; ;) {
    const header = block(tar, at);
    if (isZero(header)) break;
    if (!isFormat(header)) throw unreadable("not_tar");
    const flag = text(header, 156, 1) || "\0";
    const name = text(header, 0, 100);
    const size = sizeOf(header);
    const body = at + BLOCK;
    at = body + Math.ceil(size / BLOCK) * BLOCK;
    if (at > tar.byteLength) throw unreadable("not_tar");
    if (ATTRIBUTES.includes(flag)) {
      if (attributed) throw unclear("attributes twice");
      if (size > MOST_ATTRIBUTES) throw unclear("attributes");
      if (flag === "x") checkAttributes(tar.subarray(body, body + size));
      attributed = true;
    } else {
      kinds.push(kindOf(flag, name, size));
      if (kinds.length > limit) throw unreadable("too_many_entries", { limit });
      attributed = false;
    }
  }
  if (attributed) throw unclear("attributes of nothing");
  return kinds;
};

const kindOf = (flag: string, name: string, size: number): "file" | "directory" => {
  if (FILE.includes(flag)) return "file";
  if (LINKS.includes(flag)) throw unreadable("link", { name });
  if (flag === FOR_ALL) throw unclear("attributes for the whole archive");
  if (flag !== FOLDER) throw unreadable("not_a_file", { name });
  if (size > 0) throw unclear("a folder with content");
  return "directory";
};

const block = (tar: Uint8Array, at: number): Uint8Array => {
  if (at + BLOCK > tar.byteLength) throw unreadable("not_tar");
  return tar.subarray(at, at + BLOCK);
};

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** POSIX, GNU, or what there was before either. */
const isFormat = (header: Uint8Array): boolean =>
  ["ustar\0" + "00", "ustar  \0", "\0".repeat(8)].includes(latin1(header.subarray(257, 265)));

const sizeOf = (header: Uint8Array): number => {
  const [, digits] = /^ *([0-7]{1,11})[ \0]*$/.exec(latin1(header.subarray(124, 136))) ?? [];
  if (digits === undefined) throw unclear("size");
  return Number.parseInt(digits, 8);
};

/** Records are `<length> <key>=<value>\n`, the length that of the whole record. */
const checkAttributes = (body: Uint8Array): void => {
  for (let rest = latin1(body); rest !== "";) {
    const [, length = "", key = ""] = /^([1-9]\d{0,7}) ([^=\0]+)=/.exec(rest) ?? [];
    const record = rest.slice(0, Number(length));
    if (record === "" || !record.endsWith("\n") || record.length !== Number(length)) {
      throw unclear("attributes");
    }
    // Both would make the content another than what stands there.
    if (key === "size" || key.startsWith("GNU.sparse.")) throw unclear(key);
    rest = rest.slice(record.length);
  }
};

const latin1 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

const text = (header: Uint8Array, at: number, length: number): string => {
  const [found = ""] = latin1(header.subarray(at, at + length)).split("\0");
  return found;
};

/** What readers take differently; the words are those of the tar format. */
const unclear = (detail: string): Error => unreadable("tar_unclear", { detail });
