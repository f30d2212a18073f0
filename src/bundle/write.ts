import { packTar } from "modern-tar";

// The same files give the same bytes: fixed times, owners and modes, names in order.
const EPOCH = new Date(0);

/** Packs files into a bundle (tar.gz) that OPA reads. */
export const writeBundle = async (
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> => {
  const names = [...files.keys()].sort();
  const tar = await packTar(
    names.map((name) => {
      const body = files.get(name) ?? new Uint8Array();
      const header = {
        name,
        size: body.byteLength,
        type: "file",
        mode: 0o644,
        mtime: EPOCH,
      } as const;
      return { header: { ...header, uid: 0, gid: 0, uname: "", gname: "" }, body };
    }),
  );
  const stream = new Blob([tar]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  // Byte 9 names the operating system; 255 is "unknown" (RFC 1952), and the same everywhere.
  bytes[9] = 255;
  return bytes;
};
