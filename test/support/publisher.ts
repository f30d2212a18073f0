// A server of bundles that behaves as OPA's bundle API says, over real HTTP, and misbehaves when told to.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Bytes } from "./bundles.js";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Publisher {
  readonly url: string;
  /** The headers of each request, in their order. */
  readonly requests: readonly IncomingMessage["headers"][];
  /** Publishes a bundle; who waits for one gets it now. */
  publish(bytes: Bytes, etag?: string | null): void;
  /** Answers by this from now on; null goes back to publishing. */
  behave(handler: Handler | null): void;
  /** Resolves with the request of this number, counted from 1, once it has come. */
  asked(count: number): Promise<IncomingMessage["headers"]>;
  stop(): Promise<void>;
}

export interface PublisherOptions {
  /** Knows `Prefer: wait=N`, and says so by its content type. */
  readonly longPolling?: boolean;
}

export const LONG_POLLING_TYPE = "application/vnd.openpolicyagent.bundles";

export const startPublisher = async ({
  longPolling = false,
}: PublisherOptions = {}): Promise<Publisher> => {
  let published: { bytes: Bytes; etag: string | null } | null = null;
  let behaviour: Handler | null = null;
  let serial = 0;
  const requests: IncomingMessage["headers"][] = [];
  const waiting = new Set<() => void>();
  const counting = new Set<() => void>();

  const answer: Handler = (request, response) => {
    if (published === null) return void response.writeHead(404).end();
    const { bytes, etag } = published;
    const type = longPolling ? LONG_POLLING_TYPE : "application/gzip";
    const headers = { "content-type": type, "cache-control": "max-age=31536000, immutable" };
    if (etag === null || request.headers["if-none-match"] !== etag) {
      response.writeHead(200, { ...headers, ...(etag === null ? {} : { etag }) }).end(bytes);
      return;
    }
    const unchanged = (): void => void response.writeHead(304, { ...headers, etag }).end();
    const [, seconds] = /wait=(\d+)/.exec(String(request.headers.prefer)) ?? [];
    if (!longPolling || seconds === undefined) {
      unchanged();
      return;
    }
    const again = (): void => {
      clearTimeout(timer);
      waiting.delete(again);
      answer(request, response);
    };
    const timer = setTimeout(
      () => {
        waiting.delete(again);
        unchanged();
      },
      Number(seconds) * 1_000,
    );
    waiting.add(again);
    response.on("close", () => {
      clearTimeout(timer);
      waiting.delete(again);
    });
  };

  const server = createServer((request, response) => {
    requests.push(request.headers);
    for (const look of counting) look();
    (behaviour ?? answer)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${String(port)}/bundles/amrnci.tar.gz`,
    requests,
    publish: (bytes, etag = `"${String((serial += 1))}"`) => {
      published = { bytes, etag };
      for (const wake of [...waiting]) wake();
    },
    behave: (handler) => {
      behaviour = handler;
      for (const wake of [...waiting]) wake();
    },
    asked: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = requests[count - 1];
          if (found === undefined) return;
          counting.delete(look);
          resolve(found);
        };
        counting.add(look);
        look();
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
