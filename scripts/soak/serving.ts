import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RulesStatus } from "../../src/bundle/index.js";
import { type Served, startServed } from "../../test/http/served.js";
import { Dice } from "../../test/oracle/generate/dice.js";
import { publish, RELEASE_KEY } from "../../test/support/bundles.js";
import { type Publisher, startPublisher } from "../../test/support/publisher.js";
import { type Event, nextEvent } from "./bundles.js";
import { Callers } from "./callers.js";
import { processOf } from "./process-of.js";
import { type Soaked, Watch, type Window } from "./windows.js";

const CALLERS = 4;
/** How long the harness waits before it calls something lost; a busy machine takes its time. */
const PATIENCE_SECONDS = 150;
const REST_MS = 1_000;

/** What a program says where it ends with anything but 0; null where all is well. */
const said = (program: string, args: string[]): Promise<string | null> =>
  new Promise((resolve) => {
    execFile(program, args, (error, stdout, stderr) => {
      resolve(error === null ? null : stdout + stderr);
    });
  });

/**
 * `amrnci serve` as an operator runs it, for so many seconds: it follows signed bundles, good and bad,
 * and records what it decides, while callers of all kinds come.
 */
export const soakServing = async (
  root: string,
  seconds: number,
  seed: number,
  made: (window: Window) => void,
): Promise<Soaked> => {
  const folder = mkdtempSync(join(tmpdir(), "amrnci-soak-serve-"));
  const records = join(folder, "decisions.ndjson");
  writeFileSync(join(folder, "release.pem"), RELEASE_KEY);
  const publisher = await startPublisher({ longPolling: true });
  publisher.publish(await publish({ revision: "2026.0" }));
  const served = await startServed([
    ...["--bundle", publisher.url, "--store", join(folder, "store")],
    ...["--verification-key", join(folder, "release.pem"), "--verification-key-id", "release"],
    ...["--signing-alg", "ES256", "--log-level", "error"],
    ...["--records", records, "--records-fsync", "interval"],
    ...["--records-rotate-bytes", String(64 * 1024 * 1024)],
  ]);
  const watch = new Watch(seconds / 40, () => processOf(served.child.pid ?? 0), made);
  const callers = new Callers(served, watch, new Set(["2026.0"]));
  const calling = Array.from({ length: CALLERS }, (_, n) => callers.call(new Dice(seed + n + 1)));

  const counts = new Map<string, number>();
  const dice = new Dice(seed);
  for (let n = 1, last = "2026.0"; watch.seconds < seconds; n += 1) {
    const event = await nextEvent(dice, n, last);
    // An override is for the start of a service.
    if (event.override !== undefined) continue;
    counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1);
    const fault = await come(event, served, publisher, callers.expected);
    if (fault !== null) callers.faults.add(`${event.kind}: ${fault}`);
    last = event.activates ?? last;
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  callers.stop();
  await Promise.all(calling);
  await callers.settle();

  const { faults } = callers;
  served.child.kill("SIGTERM");
  const code = await served.exit;
  if (code !== 0) faults.add(`it ended with ${String(code)}`);
  await publisher.stop();
  const verified = await said(process.execPath, [
    join(root, "dist/cli.js"),
    ...["log", "verify", records],
  ]);
  if (verified !== null) faults.add(`its records are not whole: ${verified}`);
  rmSync(folder, { recursive: true });
  const bundles = [...counts].sort().map(([kind, count]) => `${kind} ${String(count)}`);
  return {
    requests: callers.answered,
    kinds: `${callers.kinds()}; bundles: ${bundles.join(", ")}`,
    windows: watch.windows,
    faults: [...faults],
  };
};

/** Lets something happen and waits for what must come of it; what is wrong with that. */
const come = async (
  event: Event,
  { url }: Served,
  publisher: Publisher,
  expected: Set<string>,
): Promise<string | null> => {
  const statusOf = async (): Promise<RulesStatus> =>
    (await (await fetch(`${url}/v1/rules`)).json()) as RulesStatus;
  const before = await statusOf();
  if (event.activates !== undefined) expected.add(event.activates);
  event.happen(publisher);
  const until = performance.now() + PATIENCE_SECONDS * 1_000;
  for (;;) {
    const { active, last_error: error } = await statusOf();
    if (event.activates === undefined) {
      if (active?.revision !== before.active?.revision) return "it replaced a good bundle";
      if (error?.code === event.refused && error?.at !== before.last_error?.at) return null;
    } else if (active?.revision === event.activates) {
      expected.clear();
      expected.add(event.activates);
      return null;
    }
    if (performance.now() > until) {
      return `no ${event.activates ?? event.refused ?? "answer"} came: ${JSON.stringify(error)}`;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
