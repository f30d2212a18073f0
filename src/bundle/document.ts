import { unreadable } from "./fault.js";

// OPA hashes a document without its byte order mark, and then can't read it with one.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A file of a bundle that is a JSON document. */
export const documentOf = (name: string, bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch (cause) {
    throw unreadable("not_json", { name }, cause);
  }
};
