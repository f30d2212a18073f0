// `amrnci serve` as its operator runs it: the built command, real sockets, real signals.
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCli } from "../cli/run-cli.js";
import { publish } from "../support/bundles.js";
import { BUNDLE } from "../support/shipped-policy.js";
import { rawConnection, wire } from "./raw.js";
import { type Served, startServed } from "./served.js";

let folder: string;
let running: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-serve-"));
  running = [];
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const serve = async (...flags: string[]): Promise<Served> => {
  const served = await startServed(flags);
  running.push(served.child);
  return served;
};

const BODY = '{"input":{"incident":{"id":"very-secret-incident"}}}';
const ask = async (url: string) =>
  (await (
    await fetch(`${url}/v1/data/amrnci/decision`, { method: "POST", body: BODY })
  ).json()) as {
    decision_id: string;
    result: { status: string; rules: { revision: string } };
  };

describe("amrnci serve", { timeout: 60_000 }, () => {
  it("says in one line where it listens and by which rules, on this machine only", async () => {
    const { line, url } = await serve();
    expect(line).toMatch(
      /^amrnci listens on http:\/\/127\.0\.0\.1:\d+; rules 2025-11-01, revision \S+, sha256:[0-9a-f]{64}\n$/,
    );
    expect((await ask(url)).result.status).toBe("undecided");
  });

  it("logs each request as JSON, and nothing that an incident says", async () => {
    const { child, url, log, exit } = await serve();
    const { decision_id: id } = await ask(url);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(log()).toMatchObject([
      { level: "info", msg: "rules activated" },
      { level: "info", msg: "request", method: "POST", status: 200, decision_id: id },
      { msg: "shutting down", signal: "SIGTERM" },
      { msg: "stopped" },
    ]);
    expect(JSON.stringify(log())).not.toContain("very-secret");
  });

  it("loses no request when it is told to end", async () => {
    const { child, port, exit } = await serve("--log-level", "silent");
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    let answered = 0;
    let refused = false;
    const lost: unknown[] = [];
    const one = (): Promise<void> =>
      new Promise((resolve) => {
        const path = "/v1/data/amrnci/decision";
        const asked = request(
          { port, host: "127.0.0.1", method: "POST", path, agent },
          (response) => {
            let text = "";
            response.on("data", (chunk: Buffer) => (text += chunk.toString()));
            response.on("error", (error) => lost.push(error));
            response.on("close", () => {
              if (response.statusCode === 200 && text.endsWith("}\n")) answered += 1;
              else lost.push(text);
              resolve();
            });
          },
        );
        asked.on("error", (error: NodeJS.ErrnoException) => {
          // Who is refused a connection has lost nothing, and asks the next server.
          if (error.code === "ECONNREFUSED") refused = true;
          else lost.push(error);
          resolve();
        });
        asked.end(BODY);
      });
    const worker = async (): Promise<void> => {
      while (!refused) await one();
    };
    const workers = Array.from({ length: 8 }, worker);
    // One that is half sent when the end is asked for.
    const slow = await rawConnection(port);
    const whole = wire("/v1/data/amrnci/decision/status", BODY);
    slow.send(whole.slice(0, -10));
    await expect.poll(() => answered, { timeout: 20_000 }).toBeGreaterThan(50);
    child.kill("SIGTERM");
    await Promise.all(workers);
    slow.send(whole.slice(-10));
    expect(await slow.until(() => false)).toContain('"result":"undecided"');
    expect(await exit).toBe(0);
    expect(lost).toEqual([]);
    agent.destroy();
  });

  it("tells who balances load that it ends, and ends in time whoever stays", async () => {
    const { child, port, exit } = await serve("--shutdown-seconds", "1");
    const staying = await rawConnection(port);
    const health = "GET /health HTTP/1.1\r\nhost: x\r\n\r\n";
    staying.send(health);
    expect(await staying.until((text) => text.includes("{}"))).toContain("HTTP/1.1 200");
    const stalled = await rawConnection(port);
    stalled.send(wire("/v1/decisions", "", { "content-length": 100 }));
    child.kill("SIGTERM");
    await expect
      .poll(async () =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false);
    staying.send(health);
    const said = await staying.until(() => false);
    expect(said).toContain("HTTP/1.1 500");
    expect(said).toContain('{"error":"shutting down"}');
    expect(await exit).toBe(1);
    stalled.destroy();
  });

  it("takes up a new bundle while it runs, and keeps the old one where the new one is broken", async () => {
    const bundle = join(folder, "bundle.tar.gz");
    const put = (bytes: Uint8Array): void => {
      writeFileSync(`${bundle}.new`, bytes);
      renameSync(`${bundle}.new`, bundle);
    };
    put(await publish({ revision: "2026.1", key: "none" }));
    const { url, log } = await serve("--bundle", bundle);
    expect((await ask(url)).result.rules.revision).toBe("2026.1");
    put(await publish({ revision: "2026.2", key: "none" }));
    const revision = async () => (await ask(url)).result.rules.revision;
    await expect.poll(revision, { timeout: 20_000 }).toBe("2026.2");
    put(new TextEncoder().encode("no bundle at all"));
    const rules = async () => (await (await fetch(`${url}/v1/rules`)).json()) as object;
    await expect
      .poll(rules, { timeout: 20_000 })
      .toMatchObject({ revision: "2026.2", last_error: { code: "bundle_unreadable" } });
    expect(await revision()).toBe("2026.2");
    expect(log()).toContainEqual(expect.objectContaining({ msg: "rules not updated" }));
  });

  it("records each decision before it is sent", async () => {
    const records = join(folder, "decisions.ndjson");
    const { child, url, exit } = await serve("--records", records);
    const { decision_id: id } = await ask(url);
    await fetch(`${url}/v1/data/amrnci/decision`, { method: "POST", body: '{"input":5}' });
    const lines = readFileSync(records, "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0]!)).toMatchObject({ decision_id: id, path: "amrnci/decision" });
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
  });

  it("asks for a token from a file", async () => {
    const file = join(folder, "tokens");
    writeFileSync(file, "a-long-enough-token\n");
    const { url } = await serve("--token-file", file);
    const status = async (headers: Record<string, string>) =>
      (await fetch(`${url}/v1/rules`, { headers })).status;
    expect(await status({})).toBe(401);
    expect(await status({ authorization: "Bearer a-long-enough-token" })).toBe(200);
  });

  it("refuses wrong use in one line", async () => {
    const { port } = await serve();
    const empty = join(folder, "empty");
    writeFileSync(empty, "\n");
    const refused = async (...flags: string[]) => {
      const { code, stdout, stderr } = await runCli(["serve", "--log-level", "silent", ...flags]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      return stderr.split("\n")[0];
    };
    expect(await refused("--port", String(port))).toContain(`cannot listen on 127.0.0.1:${port}`);
    expect(await refused("--port", "80000")).toContain("--port is a whole number");
    expect(await refused("--token-file", empty)).toContain("holds no token");
    expect(await refused("--bundle", join(folder, "nothing.tar.gz"))).toContain(
      "the bundle cannot be used",
    );
    expect(await refused("--bundle", "https://example.invalid/x.tar.gz")).toContain(
      "--verification-key",
    );
    expect(
      await refused("--signing-alg", "none", "--verification-key", empty, "--bundle", BUNDLE),
    ).toContain("none");
  });
});
