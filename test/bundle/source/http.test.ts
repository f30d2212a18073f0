// Following over real HTTP: what is asked for, what is obeyed, what each failure leaves, and who gets to
// see the token.
import { afterEach, describe, expect, it } from "vitest";
import { createServer } from "node:net";
import {
  createRules,
  followBundle,
  type Following,
  type FollowOptions,
  httpSource,
  type HttpSourceOptions,
  type Rules,
} from "../../../src/bundle/index.js";
import { LOSS, publish, tampered, verification } from "../../support/bundles.js";
import { type Handler, type Publisher, startPublisher } from "../../support/publisher.js";
import { hasFailed, isActive, until } from "../../support/until.js";
import { sayFault } from "../../../src/words/bundle-fault.js";

const first = await publish({ revision: "2026.1" });
const second = await publish({ revision: "2026.2" });
const third = await publish({ revision: "2026.3" });

const QUICK = {
  polling: { minDelaySeconds: 0.01, maxDelaySeconds: 0.02 },
  retry: { minDelaySeconds: 0.01, maxDelaySeconds: 0.02 },
};

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const publisher = async (...options: Parameters<typeof startPublisher>): Promise<Publisher> => {
  const started = await startPublisher(...options);
  open.push(() => started.stop());
  return started;
};

const follow = (
  options: HttpSourceOptions,
  how: Partial<FollowOptions> = {},
): { rules: Rules; following: Following } => {
  const rules = createRules({ verification });
  const following = followBundle({ rules, source: httpSource(options), ...QUICK, ...how });
  open.push(() => following.stop());
  return { rules, following };
};

describe("a source that is followed", () => {
  it("gives its bundle, is asked whether there is another, and gives that", async () => {
    const server = await publisher();
    server.publish(first, '"one"');
    const { rules, following } = follow({ url: server.url });
    expect((await following.loaded).revision).toBe("2026.1");
    expect(server.requests[0]).not.toHaveProperty("if-none-match");
    expect(await server.asked(2)).toMatchObject({ "if-none-match": '"one"' });
    // Its server calls each bundle immutable for a year.
    server.publish(second, '"two"');
    expect(await until(rules, isActive("2026.2"))).toMatchObject({ etag: '"two"' });
  });

  it("without ETags is asked for the whole bundle, which is activated once", async () => {
    const server = await publisher();
    server.publish(first, null);
    const { rules, following } = follow({ url: server.url });
    const active = await following.loaded;
    await server.asked(4);
    expect(server.requests.every((headers) => headers["if-none-match"] === undefined)).toBe(true);
    expect(rules.current()).toBe(active);
  });

  it("is asked at once when it is refreshed, also while it waits", async () => {
    const server = await publisher({ longPolling: true });
    server.publish(first);
    const slow = { minDelaySeconds: 3_600, maxDelaySeconds: 3_600 };
    const { following } = follow(
      { url: server.url, longPollingTimeoutSeconds: 3_600 },
      { polling: slow, retry: slow },
    );
    await following.loaded;
    expect(await server.asked(2)).toMatchObject({ prefer: "modes=snapshot;wait=3600" });
    expect(await following.refresh()).toMatchObject({ outcome: "unchanged" });
    expect(server.requests[2]).toMatchObject({ prefer: "modes=snapshot" });
  });

  it("goes back only by a refresh with a reason", async () => {
    const server = await publisher();
    server.publish(second);
    const { rules, following } = follow({ url: server.url });
    await following.loaded;
    server.publish(first);
    await until(rules, hasFailed("bundle_not_newer"));
    expect(rules.current().revision).toBe("2026.2");
    const override = { reason: "2026.2 names the wrong authority" };
    expect((await following.refresh({ override })).active).toMatchObject({
      revision: "2026.1",
      override: { ...override, replaced: "2026.2" },
    });
  });

  it("goes back at the start where a reason is given, and then no more", async () => {
    const server = await publisher();
    const fourth = await publish({ revision: "2026.4" });
    const rules = createRules({ verification });
    await rules.activate(third);
    server.publish(first);
    const override = { reason: "2026.2 and 2026.3 are withdrawn" };
    const source = httpSource({ url: server.url });
    const following = followBundle({ rules, source, override, ...QUICK });
    open.push(() => following.stop());
    expect((await following.loaded).revision).toBe("2026.1");
    server.publish(fourth);
    await until(rules, isActive("2026.4"));
    server.publish(second);
    await until(rules, hasFailed("bundle_not_newer"));
    expect(rules.current().revision).toBe("2026.4");
  });

  it("is asked no more once that is stopped, and the rules go on answering", async () => {
    const server = await publisher();
    server.publish(first);
    const { rules, following } = follow({ url: server.url });
    await following.loaded;
    await following.stop();
    const asked = server.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.requests).toHaveLength(asked);
    expect(rules.current().evaluator.evaluate(LOSS).status).toBe("decided");
    await expect(following.refresh()).rejects.toMatchObject({ code: "bundle_not_active" });
  });
});

describe("long polling", () => {
  it("is used where the server knows it: the next bundle comes without a delay between", async () => {
    const server = await publisher({ longPolling: true });
    server.publish(first);
    const never = { minDelaySeconds: 3_600, maxDelaySeconds: 3_600 };
    const options = { url: server.url, longPollingTimeoutSeconds: 30 };
    const { rules, following } = follow(options, { polling: never });
    await following.loaded;
    for (const [bytes, revision] of [
      [second, "2026.2"],
      [third, "2026.3"],
    ] as const) {
      server.publish(bytes);
      await until(rules, isActive(revision));
    }
    expect(server.requests[0]).toMatchObject({ prefer: "modes=snapshot" });
    expect(server.requests[1]).toMatchObject({ prefer: "modes=snapshot;wait=30" });
  });

  it("that the server ends without news is asked again", async () => {
    const server = await publisher({ longPolling: true });
    server.publish(first);
    const never = { minDelaySeconds: 3_600, maxDelaySeconds: 3_600 };
    const options = { url: server.url, longPollingTimeoutSeconds: 1 };
    const { rules, following } = follow(options, { polling: never });
    await following.loaded;
    await server.asked(4);
    expect(rules.status.last_error).toBeNull();
  });

  it("falls back to polling where the server does not know it", async () => {
    const server = await publisher();
    server.publish(first);
    const { rules, following } = follow({ url: server.url, longPollingTimeoutSeconds: 3_600 });
    await following.loaded;
    server.publish(second);
    await until(rules, isActive("2026.2"));
  });
});

describe("a failure of the source keeps the old bundle and shows in the status:", () => {
  const status =
    (code: number, headers = {}): Handler =>
    (_, response) =>
      void response.writeHead(code, headers).end("<html>no</html>");
  const failures: [string, Handler, string, RegExp, number?][] = [
    ["500", status(500), "bundle_source_failed", /it answers 500/, 500],
    [
      "503 with Retry-After",
      status(503, { "retry-after": "0.001" }),
      "bundle_source_failed",
      /503/,
      503,
    ],
    ["401", status(401), "bundle_source_failed", /401/, 401],
    ["404", status(404), "bundle_source_failed", /404/, 404],
    [
      "204",
      (_, response) => void response.writeHead(204).end(),
      "bundle_source_failed",
      /204/,
      204,
    ],
    ["a page instead of a bundle", status(200), "bundle_unreadable", /gzip/],
    [
      "nothing at all",
      (_, response) => void response.writeHead(200).end(),
      "bundle_unreadable",
      /gzip/,
    ],
    [
      "a connection that is cut",
      (request) => void request.socket.destroy(),
      "bundle_source_failed",
      /socket|closed|reset/i,
    ],
    [
      "a body that is cut off",
      (request, response) => {
        response.writeHead(200, { "content-length": second.byteLength });
        response.write(second.slice(0, 10_000), () => request.socket.destroy());
      },
      "bundle_source_failed",
      /terminated|closed|reset/i,
    ],
    [
      "half of a bundle that claims to be whole",
      (_, response) => void response.writeHead(200).end(second.slice(0, 10_000)),
      "bundle_unreadable",
      /gzip/,
    ],
    [
      "a changed bundle",
      (_, response) => void response.writeHead(200).end(tampered(second)),
      "bundle_not_trusted",
      /not what was signed/,
    ],
    [
      "an answer that never comes",
      () => undefined,
      "bundle_source_failed",
      /did not answer within 0\.5 seconds/,
    ],
    [
      "a body that never ends",
      (_, response) => {
        response.writeHead(200).write(second.slice(0, 100));
      },
      "bundle_source_failed",
      /did not answer within/,
    ],
    [
      "more bytes than it may be, announced",
      (_, response) => void response.writeHead(200, { "content-length": 10_000_000 }).write("x"),
      "bundle_source_failed",
      /more than 1000000 bytes/,
    ],
    [
      "more bytes than it may be, and no end",
      (_, response) => {
        response.writeHead(200);
        const chunk = Buffer.alloc(100_000);
        const pour = (): void => {
          while (!response.destroyed && response.write(chunk));
        };
        response.on("drain", pour);
        pour();
      },
      "bundle_source_failed",
      /more than 1000000 bytes/,
    ],
    [
      "a redirect without end",
      (request, response) => void response.writeHead(302, { location: request.url }).end(),
      "bundle_source_failed",
      /more than 10 times/,
    ],
    [
      "a redirect to nowhere",
      (_, response) => void response.writeHead(302).end(),
      "bundle_source_failed",
      /no address/,
    ],
    [
      "a redirect to a file",
      (_, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "bundle_source_failed",
      /file:/,
    ],
    [
      "a redirect to plain http elsewhere",
      (_, response) => void response.writeHead(302, { location: "http://192.0.2.1/b" }).end(),
      "bundle_source_failed",
      /192\.0\.2\.1, and plain http:/,
    ],
  ];
  it.each(failures)("%s", async (_, handler, code, message, httpCode) => {
    const server = await publisher();
    server.publish(first);
    const { rules, following } = follow({
      url: server.url,
      timeoutSeconds: 0.5,
      maxBytes: 1_000_000,
    });
    const active = await following.loaded;
    server.behave(handler);
    const { last_error: error, last_attempt, last_success } = await until(rules, hasFailed(code));
    expect(error?.message).toMatch(message);
    expect(sayFault(error!, "en")).toBe(error?.message);
    expect(sayFault(error!, "zh")).toMatch(/^(?:未能从 http.* 取得规则包|规则包[^：]+)：[^{]+。$/);
    expect(error?.http_code).toBe(httpCode);
    expect([last_attempt, last_success]).not.toContain(null);
    expect(rules.current()).toBe(active);
    expect(active.evaluator.evaluate(LOSS).rules?.revision).toBe("2026.1");
    // Once the server is well again, so is the status.
    server.behave(null);
    server.publish(second);
    const well = await until(rules, isActive("2026.2"));
    expect(well.last_error).toBeNull();
  });

  it("a server that is gone, and comes back", async () => {
    const server = await publisher();
    server.publish(first);
    const { rules, following } = follow({ url: server.url });
    await following.loaded;
    await server.stop();
    const { last_error } = await until(rules, hasFailed("bundle_source_failed"));
    expect(last_error?.message).toMatch(/ECONNREFUSED|closed|reset/i);
    expect(rules.current().revision).toBe("2026.1");
  });
});

describe("the first load", () => {
  it("fails closed: nothing is decided until a bundle is good", async () => {
    const server = await publisher();
    const { rules, following } = follow({ url: server.url });
    await expect(following.loaded).rejects.toMatchObject({ code: "bundle_source_failed" });
    expect(() => rules.current()).toThrow(/No bundle of rules is active/);
    // Who did not stop is served once the server has something.
    server.publish(first);
    await until(rules, isActive("2026.1"));
  });

  it("that is stopped before it ends is refused by name", async () => {
    const server = await publisher();
    server.behave(() => undefined);
    const { following } = follow({ url: server.url });
    await server.asked(1);
    await following.stop();
    await expect(following.loaded).rejects.toMatchObject({ code: "bundle_not_active" });
  });

  it("takes no 304 for an answer", async () => {
    const server = await publisher();
    server.behave((_, response) => void response.writeHead(304).end());
    const { following } = follow({ url: server.url });
    await expect(following.loaded).rejects.toThrow(/it answers 304/);
  });
});

describe("credentials", () => {
  const secrets = { token: "s3cret", headers: { "x-api-key": "k3y" } };

  it("are sent to the source, anew for each request where a function gives them", async () => {
    const server = await publisher();
    server.publish(first);
    let n = 0;
    const { following } = follow({
      url: server.url,
      token: () => Promise.resolve(`token-${String((n += 1))}\n`),
      headers: { "x-api-key": "k3y" },
    });
    await following.loaded;
    await server.asked(2);
    expect(server.requests.slice(0, 2)).toMatchObject([
      { authorization: "Bearer token-1", "x-api-key": "k3y" },
      { authorization: "Bearer token-2", "x-api-key": "k3y" },
    ]);
  });

  it("go along with a redirect within the origin, and never to another", async () => {
    const [server, other] = [await publisher(), await publisher()];
    other.publish(first);
    server.behave((request, response) => {
      const location = request.url === "/moved" ? other.url : "/moved";
      response.writeHead(307, { location }).end();
    });
    const { following } = follow({ url: server.url, ...secrets });
    await following.loaded;
    expect(server.requests[1]).toMatchObject({
      authorization: "Bearer s3cret",
      "x-api-key": "k3y",
    });
    expect(other.requests[0]).not.toHaveProperty("authorization");
    expect(other.requests[0]).not.toHaveProperty("x-api-key");
    expect(JSON.stringify(other.requests)).not.toMatch(/s3cret|k3y/);
  });

  it("that can't be sent are refused without being quoted", async () => {
    const server = await publisher();
    const { following } = follow({ url: server.url, token: "s3cret\nx-admin: true" });
    const error: unknown = await following.loaded.catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: "usage",
      message: expect.stringContaining("authorization") as string,
    });
    expect(String(error)).not.toContain("s3cret");
    expect(server.requests).toHaveLength(0);
  });

  it("in the address are refused, and its query stays out of messages", async () => {
    expect(() => httpSource({ url: "https://user:pass@example.com/b" })).toThrow(
      /holds a password/,
    );
    const server = await publisher();
    const { rules, following } = follow({ url: `${server.url}?sig=s3cret` });
    await following.loaded.catch(() => undefined);
    expect(JSON.stringify(rules.status)).not.toContain("s3cret");
  });
});

describe("an address", () => {
  it.each([
    ["http://bundles.example.com/b", /plain http:/],
    ["http://127.0.0.1.example.com/b", /plain http:/],
    ["ftp://example.com/b", /ftp:/],
    ["example.com/b", /no URL/],
  ])("%s is refused", (url, message) => {
    expect(() => httpSource({ url })).toThrow(message);
    expect(() => httpSource({ url })).toThrow(expect.objectContaining({ code: "usage" }));
  });

  it.each([
    "https://bundles.example.com/b",
    "http://localhost:8080/b",
    "http://[::1]:8080/b",
    "http://127.8.8.8/b",
  ])("%s is taken", (url) => {
    expect(httpSource({ url }).name).toBe(url);
  });

  it("with http: is taken from anywhere where that is allowed by name", () => {
    expect(httpSource({ url: "http://bundles.example.com/b", allowHttp: true }).name).toBeDefined();
  });
});

describe("a server that speaks no HTTP", () => {
  it("is a failure like any other", async () => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.end("SSH-2.0-OpenSSH_9.2\r\n", () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push(
      () =>
        new Promise(
          (resolve) =>
            void server.close(() => {
              resolve();
            }),
        ),
    );
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { following } = follow({ url: `http://127.0.0.1:${port}/` });
    await expect(following.loaded).rejects.toMatchObject({ code: "bundle_source_failed" });
  });
});
