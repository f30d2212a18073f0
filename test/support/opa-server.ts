import { spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const OPA = fileURLToPath(new URL("../../.cache/bin/opa", import.meta.url));

/** An unmodified OPA that answers over HTTP, as a fleet runs it. */
export interface OpaServer {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** The process, whose time and memory some measure. */
  readonly pid: number;
  /** The result of the decision for a request; undefined where OPA has none. */
  decide(request: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts the pinned OPA on a free loopback port with a bundle, and waits until it is active. */
export const startOpaServer = async (
  bundle: string,
  flags: readonly string[] = [],
): Promise<OpaServer> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const opa = spawn(
    OPA,
    [
      "run",
      "--server",
      "--addr",
      `127.0.0.1:${String(port)}`,
      "--skip-version-check",
      "--log-level",
      "error",
      ...flags,
      "-b",
      bundle,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  opa.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) =>
    opa.once("close", () => {
      resolve();
    }),
  );

  for (let tries = 0; !(await healthy(url)); tries++) {
    if (opa.exitCode !== null || tries > 200) {
      opa.kill();
      throw new Error(`opa run --server did not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: opa.pid ?? 0,
    async decide(request) {
      const response = await fetch(`${url}/v1/data/amrnci/decision`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ input: request }),
      });
      return ((await response.json()) as { result?: unknown }).result;
    },
    async stop() {
      opa.kill();
      await ended;
    },
  };
};

const healthy = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/health?bundles`)).ok;
  } catch {
    return false;
  }
};

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
