import { createServer, type Server } from "node:http";
import { type AddressInfo, isIPv6, Server as NetServer } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Handler } from "../handler.js";
import { inTurn } from "./in-turn.js";

export interface ListenOptions {
  /** 127.0.0.1 unless given: nobody else on the network is answered. */
  readonly host?: string;
  /** 0 is any free port. */
  readonly port?: number;
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string;
  /**
   * Ends without losing a request: what was accepted is answered, what comes on open connections in
   * the meantime too, and only then are they closed. After `milliseconds` what is left is cut off;
   * gives how many connections that were.
   */
  close(milliseconds: number): Promise<number>;
}

const SECOND = 1_000;
// Long enough for a request that was sent before its sender learned that we close.
const GRACE = 2 * SECOND;

/** Listens, and answers by a handler. */
export const listen = async (
  handler: Handler,
  { host = "127.0.0.1", port = 8181 }: ListenOptions = {},
): Promise<RunningServer> => {
  let closing = false;
  const answer = getRequestListener((request) =>
    closing && new URL(request.url).pathname.startsWith("/health")
      ? new Response('{"error":"shutting down"}\n', HEALTH_CLOSING)
      : handler(request),
  );
  const server = createServer(
    {
      // A head that does not come; a body is waited for by the handler, which knows how long.
      headersTimeout: 10 * SECOND,
      requestTimeout: 0,
      connectionsCheckingInterval: SECOND,
      // Longer than proxies keep a connection, so that they close it and not we.
      keepAliveTimeout: 75 * SECOND,
      maxHeaderSize: 16 * 1024,
    },
    inTurn(async (incoming, outgoing) => {
      if (closing) outgoing.setHeader("connection", "close");
      await answer(incoming, outgoing);
    }),
  );
  // Neither side has said anything for so long: whoever reads no answers is not waited for.
  server.timeout = 60 * SECOND;
  server.maxConnections = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { address, port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${isIPv6(address) ? `[${address}]` : address}:${bound}`,
    async close(milliseconds) {
      closing = true;
      return closed(server, milliseconds);
    },
  };
};

const HEALTH_CLOSING = { status: 500, headers: { "content-type": "application/json" } };

const closed = async (server: Server, milliseconds: number): Promise<number> => {
  // Not http's own close: that cuts connections on which the next request may be on its way.
  const all = new Promise<true>((resolve) => {
    NetServer.prototype.close.call(server, () => {
      resolve(true);
    });
  });
  const grace = setTimeout(
    () =>
      (idle = setInterval(() => {
        server.closeIdleConnections();
      }, 20)),
    GRACE,
  );
  let idle: NodeJS.Timeout | undefined;
  let end: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    end = setTimeout(resolve, milliseconds, false);
  });
  const inTime = await Promise.race([all, late]);
  for (const timer of [grace, idle, end]) clearTimeout(timer);
  const left = inTime ? 0 : await connectionsOf(server);
  server.closeAllConnections();
  // What http's own close does beside: it ends the checks of connections.
  server.close();
  return left;
};

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.getConnections((_error, count) => {
      resolve(count);
    });
  });
