// The parts for frameworks and queues, in the real frameworks, as the examples use them.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { afterEach, describe, expect, it } from "vitest";
import {
  createQueueFunction,
  type Enriched,
  expressHandler,
  fastifyPlugin,
  honoMiddleware,
} from "../../src/http/index.js";
import { shippedEvaluator } from "./service.js";

const EXAMPLES = fileURLToPath(new URL("../../examples/embedding", import.meta.url));
const incident = {
  id: "a",
  times: { discovered_at: "2025-12-22T22:00:00+08:00" },
  impact: { direct_economic_loss_yuan: 6_000_000 },
};
const json = { "content-type": "application/json" };

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill();
});

/** Runs an example; gives its first line. */
const run = (name: string, input = ""): Promise<string> => {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [name], { cwd: EXAMPLES, env: { PATH, PORT: "0" } });
  running.push(child);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    let out = "";
    let err = "";
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes("\n") && input === "") resolve(out.trim());
    });
    child.once("close", (code) => {
      if (code === 0) resolve(out.trim());
      else reject(new Error(err));
    });
  });
};

describe("the examples", { timeout: 30_000 }, () => {
  it.each(["hono.mjs", "express.mjs", "fastify.mjs"])("%s decides on incidents", async (name) => {
    const url = await run(name);
    const post = (body: unknown) =>
      fetch(`${url}/incidents`, { method: "POST", headers: json, body: JSON.stringify(body) });
    expect(await (await post(incident)).json()).toMatchObject({
      grade: { floor: "relatively_major" },
      first_due: "2025-12-22T23:00:00+08:00",
    });
    const refused = await post({ id: 5 });
    expect(refused.status).toBe(422);
    expect(refused.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect(await refused.json()).toMatchObject({
      code: "request_invalid",
      issues: [{ path: "/incident/id" }],
    });
  });

  it("queue.mjs decides on messages, and puts aside what is none", async () => {
    const lines = (await run("queue.mjs", `${JSON.stringify(incident)}\nnonsense\n`)).split("\n");
    const [good, bad] = lines.map((line) => JSON.parse(line) as { to: string; body: string });
    expect(good).toMatchObject({
      to: "incidents.decided",
      headers: { "amrnci-grade": "relatively_major", "amrnci-reportable": "yes" },
    });
    expect(JSON.parse(good!.body)).toMatchObject({ id: "a", decision: { status: "undecided" } });
    expect(bad).toMatchObject({
      to: "incidents.refused",
      headers: { "amrnci-error": "input_not_json" },
    });
    expect(JSON.parse(bad!.body)).toMatchObject({ message: "nonsense" });
  });
});

describe("headers that say what was decided", () => {
  it("go upstream, whatever the client sent under their names", async () => {
    const rules = await shippedEvaluator();
    const forged = { ...json, "amrnci-grade": "general", "amrnci-forged": "yes" };
    const body = JSON.stringify(incident);
    const expected = { "amrnci-grade": "relatively_major", "amrnci-status": "undecided" };

    const hono = new Hono<{ Variables: { amrnci: Enriched } }>();
    hono.post("/", honoMiddleware({ rules }), (c) => c.json(Object.fromEntries(c.req.raw.headers)));
    const fromHono = await hono.request("/", { method: "POST", headers: forged, body });

    const app = fastify();
    await app.register(fastifyPlugin, { rules });
    app.post("/", (request) => Promise.resolve<object>(request.headers));
    const fromFastify = await app.inject({ method: "POST", url: "/", headers: forged, body });
    await app.close();

    const old = express();
    old.post("/", express.json(), expressHandler({ rules }), (request, response) => {
      response.json(request.headers);
    });
    const server = old.listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as { port: number };
    const fromExpress = await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: forged,
      body,
    });

    for (const headers of [
      await fromHono.json(),
      fromFastify.json(),
      await fromExpress.json(),
    ] as object[]) {
      expect(headers).toMatchObject(expected);
      expect(headers).not.toHaveProperty("amrnci-forged");
    }
    server.close();
  });

  it("are the same for a queue, which is never thrown at", async () => {
    const decide = createQueueFunction({ rules: await shippedEvaluator() });
    for (const message of ["", "{", "null", "5", "[]", '{"incident":5}', new Uint8Array([0xff])]) {
      expect(decide(message)).toMatchObject({ ok: false, headers: { "amrnci-status": "error" } });
    }
    expect(decide(JSON.stringify({ incident, as_of: "2025-12-23T09:00:00+08:00" })).ok).toBe(true);
  });
});
