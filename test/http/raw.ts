import { connect, type Socket } from "node:net";

/** A connection over which a test sends what no client would. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that came back so far. */
  received(): string;
  /** The last of it. */
  tail(): string;
  send(bytes: string | Uint8Array): void;
  /** What came back, once it satisfies a condition, or once the other side has closed. */
  until(enough: (received: string) => boolean): Promise<string>;
  /** The same, by the last of it: for answers that are long. */
  untilTail(enough: (tail: string) => boolean): Promise<void>;
  closed: Promise<void>;
  destroy(): void;
}

/** Connects to a port of this machine. */
export const rawConnection = async (port: number): Promise<RawConnection> => {
  const socket = connect(port, "127.0.0.1");
  const chunks: string[] = [];
  let tail = "";
  let wake: () => void = () => undefined;
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    chunks.push(chunk);
    tail = `${tail}${chunk}`.slice(-200);
    wake();
  });
  let isClosed = false;
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      isClosed = true;
      wake();
      resolve();
    });
  });
  // A reset is one of the ways to be closed.
  socket.on("error", () => undefined);
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  const received = (): string => chunks.join("");
  return {
    socket,
    received,
    tail: () => tail,
    closed,
    send: (bytes) => socket.write(bytes),
    destroy: () => socket.destroy(),
    async untilTail(enough) {
      while (!isClosed && !enough(tail)) await new Promise<void>((resolve) => (wake = resolve));
    },
    async until(enough) {
      while (!isClosed && !enough(received())) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      return received();
    },
  };
};

/** A request as it goes over the wire. */
export const wire = (
  path: string,
  body: string,
  headers: Readonly<Record<string, string | number>> = {},
): string => {
  const all = { host: "localhost", "content-length": Buffer.byteLength(body), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
};
