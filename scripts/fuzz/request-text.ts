/** A request as text: its line, its headers, and after an empty line its body. */
export const requestText = (lines: readonly string[], body = ""): Uint8Array =>
  Buffer.from(`${lines.join("\n")}\n\n${body}`);

/** A request of such a text; null for what no HTTP server would let pass. */
export const requestOf = (bytes: Uint8Array): Request | null => {
  const end = Buffer.from(bytes).indexOf("\n\n");
  const head = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("latin1");
  const [line = "", ...headers] = head.split("\n");
  const [method = "", path = ""] = line.split(" ");
  const body = end < 0 ? new Uint8Array() : new Uint8Array(bytes.subarray(end + 2));
  try {
    const named = headers.map((one): [string, string] => {
      const at = one.indexOf(":");
      return [one.slice(0, at), one.slice(at + 1)];
    });
    const content = method === "GET" || method === "HEAD" ? {} : { body };
    return new Request(new URL(path, "http://localhost"), { method, headers: named, ...content });
  } catch {
    return null;
  }
};
