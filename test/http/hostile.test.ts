// A client that stalls, breaks off, sends garbage or too much of everything harms nobody else.
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rawConnection, wire, type RawConnection } from "./raw.js";
import { startService } from "./service.js";

const DATA = "/v1/data/amrnci/decision/status";
const BODY = '{"input":{"incident":{"id":"a"}}}';

let service: Awaited<ReturnType<typeof startService>>;
let connections: RawConnection[];

beforeEach(async () => {
  connections = [];
  service = await startService({
    limits: { bodyBytes: 4_096, bodyMilliseconds: 300, concurrent: 20 },
  });
});
afterEach(async () => {
  for (const connection of connections) connection.destroy();
  await service.stop();
});

const open = async (): Promise<RawConnection> => {
  const connection = await rawConnection(service.port);
  connections.push(connection);
  return connection;
};

const askOk = async (): Promise<void> => {
  const response = await fetch(`${service.url}${DATA}`, { method: "POST", body: BODY });
  expect(await response.json()).toMatchObject({ result: "undecided" });
};

const inProgress = async (): Promise<number> => {
  const text = await (await fetch(`${service.url}/metrics`)).text();
  return Number(/^amrnci_http_requests_in_progress (\d+)$/m.exec(text)?.[1]);
};

/** Whatever was begun has ended; the request for the metrics is one itself. */
const settled = async (): Promise<void> => {
  await expect.poll(inProgress, { timeout: 5_000 }).toBe(1);
};

describe("a client that", { timeout: 30_000 }, () => {
  it("stalls in the head of a request does not keep others from being answered", async () => {
    for (let n = 0; n < 50; n++) (await open()).send("POST /v1/data/amrnci HTTP/1.1\r\nhost: x");
    await askOk();
  });

  it("stalls in a body is told so, and its connection is closed", async () => {
    const connection = await open();
    connection.send(wire(DATA, "", { "content-length": 1_000 }));
    await askOk();
    const received = await connection.until(() => false);
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(received).toContain("invalid_parameter");
    await settled();
  });

  it("breaks off in a body leaves nothing behind", async () => {
    for (let n = 0; n < 10; n++) {
      const connection = await open();
      connection.send(wire(DATA, '{"input":', { "content-length": 1_000 }));
      connection.destroy();
    }
    await askOk();
    await settled();
  });

  it.each([
    ["garbage", "\u0000\u0001\u0002\r\n\r\n"],
    ["no HTTP", "HELO mail.example.org\r\n\r\n"],
    ["two lengths", wire(DATA, BODY, { "Content-Length": 3 })],
    ["a length and chunks", wire(DATA, BODY, { "transfer-encoding": "chunked" })],
    ["a header without end", `GET / HTTP/1.1\r\nx: ${"a".repeat(100_000)}`],
  ])("sends %s is refused and cut off", async (_what, bytes) => {
    const connection = await open();
    connection.send(bytes);
    expect(await connection.until(() => false)).toMatch(/^HTTP\/1\.1 4\d\d /);
    await askOk();
  });

  it("announces too large a body is refused before it sends it", async () => {
    const connection = await open();
    connection.send(wire(DATA, "", { "content-length": 1_000_000_000 }));
    const received = await connection.until(() => false);
    expect(received).toMatch(/^HTTP\/1\.1 400 /);
    expect(received).toContain("request body too large");
    await settled();
  });

  it("sends chunks without end is cut off", async () => {
    const connection = await open();
    connection.send(`POST ${DATA} HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
    const chunk = `1000\r\n${"x".repeat(0x1000)}\r\n`;
    const pump = setInterval(() => {
      connection.send(chunk);
    }, 1);
    const received = await connection.until(() => false);
    clearInterval(pump);
    expect(received).toMatch(/^HTTP\/1\.1 400 /);
    await settled();
  });

  it("sends a gzip bomb is refused", async () => {
    const response = await fetch(`${service.url}${DATA}`, {
      method: "POST",
      headers: { "content-encoding": "gzip" },
      body: new Uint8Array(gzipSync(new Uint8Array(2_000_000))),
    });
    expect(response.status).toBe(400);
    await settled();
  });

  it("sends ten thousand requests without waiting is answered in order, others in between", async () => {
    const MANY = 10_000;
    const connection = await open();
    const asked = Array.from({ length: MANY }, (_, n) => wire(`/v0/data/nothing/n${n}n`, "{}"));
    connection.send(asked.join(""));
    const numbers = (): number[] =>
      [...connection.received().matchAll(/data\.nothing\.n(\d+)n"/g)].map(([, n]) => Number(n));
    await connection.until((text) => text !== "");
    for (let n = 0; n < 20; n++) await askOk();
    // Others had their turns before the flood was through.
    expect(numbers().length).toBeLessThan(MANY);
    await connection.untilTail((tail) => tail.includes(`n${MANY - 1}n`));
    expect(numbers()).toEqual(asked.map((_, n) => n));
    await settled();
  });

  it("pipelines requests gets the answers in the order of its questions", async () => {
    const connection = await open();
    const names = ["a", "b", "c", "d", "e", "f"];
    connection.send(
      names
        .map((name) => wire("/v0/data/amrnci/decision/errors/0/path", `{"incident":{"${name}":1}}`))
        .join(""),
    );
    const received = await connection.until((text) => text.split("HTTP/1.1").length > names.length);
    expect(received.match(/"\/incident[^"]*"/g)).toHaveLength(names.length);
  });

  it("fills all places is the only one who waits: others are told when to come again", async () => {
    for (let n = 0; n < 20; n++) (await open()).send(wire(DATA, "", { "content-length": 100 }));
    await expect
      .poll(async () => (await fetch(`${service.url}/metrics`)).status, { timeout: 5_000 })
      .toBe(503);
    const refused = await fetch(`${service.url}/v1/decisions`, { method: "POST", body: BODY });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect((await fetch(`${service.url}/health`)).status).toBe(200);
    await settled();
    await askOk();
  });

  it("breaks off in a batch ends it", async () => {
    const connection = await open();
    connection.send(`POST /v1/batch HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n`);
    const line = '{"incident":{"id":"a"}}\n';
    connection.send(`${line.length.toString(16)}\r\n${line}\r\n`);
    await connection.until((text) => text.includes('"status"'));
    connection.destroy();
    await settled();
    await askOk();
  });

  it("stalls in a batch is told so in the last line", async () => {
    const connection = await open();
    connection.send(wire("/v1/batch", '{"incident":{"id":"a"}}\n', { "content-length": 10_000 }));
    const received = await connection.until((text) => text.includes("too_slow"));
    expect(received).toContain('"status":"undecided"');
    expect(received).toContain('{"error":{"code":"too_slow"');
    await settled();
  });

  it("reads no answers is not answered for ever", async () => {
    const connection = await open();
    connection.socket.pause();
    const many = Array.from({ length: 2_000 }, () => wire("/v1/data/amrnci/decision", BODY));
    connection.send(many.join(""));
    for (let n = 0; n < 20; n++) await askOk();
    connection.destroy();
    await settled();
  });
});
