// PKWARE's appnote, 4.3.7, 4.3.12 and 4.3.16: headers of files, of the directory, and of its end.
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
// 1980-01-01 00:00, the first moment that a zip file can name.
const FIRST_DAY = 0x0021_0000;

/** The same zip file with one fixed time for all its files, so that it does not tell when it was made. */
export const withoutTimes = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - END_BYTES;
  if (view.getUint32(end, true) !== END) return bytes;
  let at = view.getUint32(end + 16, true);
  while (view.getUint32(at, true) === DIRECTORY) {
    view.setUint32(at + 12, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_DAY, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
};
