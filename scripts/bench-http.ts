// make bench-http: requests per second and latency of `amrnci serve` beside a real OPA server with the
// same bundle, in turns in one run.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { startOpaServer } from "../test/support/opa-server.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const SECONDS = 4;
const ROUNDS = 3;

const startOurs = async (): Promise<{ url: string; stop: () => void }> => {
  const flags = ["serve", "--port", "0", "--log-level", "silent", "--lang", "en"];
  const child = spawn(process.execPath, [`${root}dist/cli.js`, ...flags]);
  const line = await new Promise<string>((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => {
      resolve(chunk.toString());
    }),
  );
  const [url = ""] = /http:\/\/[^;]+/.exec(line) ?? [];
  return { url, stop: () => child.kill() };
};

const request = JSON.parse(
  readFileSync(`${root}examples/coupang-2025-supplement.json`, "utf8"),
) as object;
const body = JSON.stringify({ input: request });

const load = async (url: string, connections: number): Promise<autocannon.Result> => {
  const result = await autocannon({
    url: `${url}/v1/data/amrnci/decision`,
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    connections,
    duration: SECONDS,
  });
  if (result.errors + result.non2xx > 0) throw new Error(`${url}: requests failed`);
  return result;
};

const opa = await startOpaServer(`${root}dist/bundle.tar.gz`);
const ours = await startOurs();
const middle = (values: number[]): number =>
  values.sort((one, other) => one - other)[values.length >> 1] ?? NaN;
try {
  for (const { url } of [opa, ours]) await load(url, 4);
  console.log(
    "| Connections | Server | Requests/s | p50 ms | p99 ms |\n| --- | --- | --- | --- | --- |",
  );
  for (const connections of [1, 16]) {
    const runs: Record<string, autocannon.Result[]> = { opa: [], amrnci: [] };
    for (let round = 0; round < ROUNDS; round++) {
      runs.opa?.push(await load(opa.url, connections));
      runs.amrnci?.push(await load(ours.url, connections));
    }
    for (const [name, results] of Object.entries(runs)) {
      const of = (value: (result: autocannon.Result) => number): string =>
        middle(results.map(value)).toFixed(1);
      console.log(
        `| ${connections} | ${name} | ${of((one) => one.requests.average)} | ${of((one) => one.latency.p50)} | ${of((one) => one.latency.p99)} |`,
      );
    }
  }
} finally {
  await opa.stop();
  ours.stop();
}
