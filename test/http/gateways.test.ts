// The configurations of examples/gateways in the real programs. What is not installed is left out, and shown
// as skipped: `make gateways` installs Caddy, and nginx with njs where Debian has it.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OPAClient } from "@open-policy-agent/opa";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../support/opa-server.js";
import { startService } from "./service.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const EXAMPLES = join(root, "examples/gateways");
const CADDY = join(root, ".cache/bin/caddy");
const NJS = "/usr/lib/nginx/modules/ngx_http_js_module.so";

const incident = {
  id: "a",
  // No gateway takes what an incident says for its own language.
  title: "{env.HOME} {http.request.uri} $uri ${HOME} 网络中断",
  times: { discovered_at: "2025-12-22T22:00:00+08:00" },
  impact: { direct_economic_loss_yuan: 6_000_000 },
};
const body = JSON.stringify({ incident });
const TOKEN = "a-token-of-the-webhook";
const forged = { "amrnci-grade": "general", "content-type": "application/json" };

interface Received {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let webhook: Server;
let received: Received[];
let service: Awaited<ReturnType<typeof startService>>;
let folder: string;
let gateway: ChildProcess | undefined;

beforeEach(async () => {
  received = [];
  folder = mkdtempSync(join(tmpdir(), "amrnci-gateway-"));
  webhook = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      received.push({ url: request.url ?? "", headers: request.headers, body: text });
      response.end("taken");
    });
  });
  await new Promise<void>((resolve) => webhook.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  const child = gateway;
  gateway = undefined;
  if (child?.exitCode === null) {
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill();
    await ended;
  }
  webhook.close();
  await service.stop();
  rmSync(folder, { recursive: true });
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Starts a gateway, and waits until it passes on that the service is well. */
const start = async (
  program: string,
  args: string[],
  port: number,
  env: NodeJS.ProcessEnv = {},
): Promise<string> => {
  let said = "";
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
  });
  gateway = child;
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const healthy = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(healthy, { timeout: 20_000, message: said }).toBe(true);
  return url;
};

const post = (url: string, sent: string) =>
  fetch(`${url}/incidents`, { method: "POST", headers: forged, body: sent });

const passesIncidentsOn = async (url: string): Promise<void> => {
  const answer = await post(url, body);
  expect(await answer.text()).toBe("taken");
  expect(received).toMatchObject([
    {
      body,
      headers: {
        "amrnci-grade": "relatively_major",
        "amrnci-grade-ceiling": "particularly_major",
        "amrnci-reportable": "yes",
        "amrnci-first-due": "2025-12-22T23:00:00+08:00",
        "amrnci-decision-id": expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      },
    },
  ]);
};

const refusesWhatIsNone = async (url: string): Promise<void> => {
  received = [];
  const answer = await post(url, '{"incident":{"id":5}}');
  expect(answer.status).toBe(422);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(await answer.json()).toMatchObject({ code: "request_invalid" });
  expect(received).toEqual([]);
};

const passesNothingOnUndecided = async (url: string): Promise<void> => {
  received = [];
  await service.stop();
  expect((await post(url, body)).status).toBeGreaterThanOrEqual(500);
  expect(received).toEqual([]);
};

const letsOpaClientsThrough = async (url: string): Promise<void> => {
  const floor = await new OPAClient(url).evaluate("amrnci/decision/grade/floor", { incident });
  expect(floor).toBe("relatively_major");
};

describe.skipIf(!existsSync(CADDY))("Caddy", { timeout: 60_000 }, () => {
  const startCaddy = async (): Promise<string> => {
    const port = await freePort();
    return start(CADDY, ["run", "--config", join(EXAMPLES, "Caddyfile")], port, {
      GATEWAY_PORT: String(port),
      AMRNCI: `127.0.0.1:${service.port}`,
      WEBHOOK: `127.0.0.1:${portOf(webhook)}`,
    });
  };

  it("decides before it passes incidents on, refuses what is none, and passes nothing on undecided", async () => {
    service = await startService();
    const url = await startCaddy();
    await letsOpaClientsThrough(url);
    await passesIncidentsOn(url);
    await refusesWhatIsNone(url);
    await passesNothingOnUndecided(url);
  });

  it("lets in whom the service lets in (forward_auth)", async () => {
    service = await startService({ tokens: [TOKEN] });
    const url = await startCaddy();
    expect((await fetch(`${url}/reports/1`)).status).toBe(401);
    expect(received).toEqual([]);
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect(await (await fetch(`${url}/reports/1`, { headers })).text()).toBe("taken");
  });
});

describe.skipIf(!existsSync(NJS))("nginx with njs", { timeout: 60_000 }, () => {
  it("decides before it passes incidents on, refuses what is none, and passes nothing on undecided", async () => {
    service = await startService();
    const port = await freePort();
    cpSync(join(EXAMPLES, "decide.js"), join(folder, "decide.js"));
    const conf = readFileSync(join(EXAMPLES, "nginx.conf"), "utf8")
      .replace("127.0.0.1:8181", `127.0.0.1:${service.port}`)
      .replace("127.0.0.1:9000", `127.0.0.1:${portOf(webhook)}`)
      .replace("127.0.0.1:8080", `127.0.0.1:${port}`);
    writeFileSync(join(folder, "nginx.conf"), conf);
    const nginx = execFileSync("sh", ["-c", "command -v nginx || echo /usr/sbin/nginx"])
      .toString()
      .trim();
    const url = await start(nginx, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], port);
    await letsOpaClientsThrough(url);
    await passesIncidentsOn(url);
    await refusesWhatIsNone(url);
    await passesNothingOnUndecided(url);
  });
});
