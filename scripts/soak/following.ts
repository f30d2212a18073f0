import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  bundleFolder,
  createRules,
  followBundle,
  type Following,
  httpSource,
  type Rules,
} from "../../src/bundle/index.js";
import { LOSS, publish, verification } from "../../test/support/bundles.js";
import { startPublisher } from "../../test/support/publisher.js";
import { until } from "../../test/support/until.js";
import { Dice } from "../../test/oracle/generate/dice.js";
import { randomRequest } from "../../test/oracle/index.js";
import { type Event, gradeOf, nextEvent } from "./bundles.js";
import { type Soaked, Watch } from "./windows.js";

const REQUESTS_AT_ONCE = 4;

/** How long the harness waits before it calls something lost; a busy machine takes its time. */
const PATIENCE_SECONDS = 120;

/** The revisions that may answer now: one, and while another is on its way that too. */
type Expected = Set<string>;

/** Publishes so many bundles over so many seconds, while requests flow. */
export const soakFollowing = async (
  seconds: number,
  bundles: number,
  seed: number,
): Promise<Soaked> => {
  const dice = new Dice(seed);
  const store = mkdtempSync(join(tmpdir(), "amrnci-soak-"));
  const server = await startPublisher({ longPolling: true });
  const rules = createRules({ verification, store: bundleFolder(store) });
  const faults = new Set<string>();
  const watch = new Watch(seconds / 40, () => ({
    mb: process.memoryUsage.rss() / 1024 / 1024,
    handles: process
      .getActiveResourcesInfo()
      .filter((name) => name !== "Timeout" && name !== "Immediate").length,
  }));

  server.publish(await publish({ revision: "2026.0" }));
  const following = followBundle({
    rules,
    source: httpSource({ url: server.url, longPollingTimeoutSeconds: 5, timeoutSeconds: 2 }),
    polling: { minDelaySeconds: 0.02, maxDelaySeconds: 0.05 },
    retry: { minDelaySeconds: 0.02, maxDelaySeconds: 0.1 },
  });
  await following.loaded;

  const expected: Expected = new Set(["2026.0"]);
  const flowing = { on: true, answered: 0 };
  const requests = Array.from({ length: REQUESTS_AT_ONCE }, (_, n) =>
    flow(rules, expected, flowing, watch, faults, new Dice(seed + n + 1)),
  );
  const counts = new Map<string, number>();
  for (let n = 1; n <= bundles; n += 1) {
    const event = await nextEvent(dice, n, rules.current().revision);
    counts.set(event.kind, (counts.get(event.kind) ?? 0) + 1);
    const fault = await come(event, rules, following, server, expected);
    if (fault !== null) faults.add(`${event.kind}: ${fault}`);
    const ahead = (n / bundles) * seconds - watch.seconds;
    if (ahead > 0) await new Promise((resolve) => setTimeout(resolve, ahead * 1_000));
  }
  flowing.on = false;
  await Promise.all(requests);
  await following.stop();
  await server.stop();
  const again = createRules({ verification, store: bundleFolder(store) });
  if ((await again.restore())?.revision !== rules.current().revision) {
    faults.add("the copy is not of the bundle that was active last");
  }
  rmSync(store, { recursive: true });
  const kinds = [...counts].sort().map(([kind, count]) => `${kind} ${String(count)}`);
  return {
    requests: flowing.answered,
    kinds: `${String(bundles)} bundles: ${kinds.join(", ")}`,
    windows: watch.windows,
    faults: [...faults],
  };
};

/** Lets something happen and waits for what must come of it; what is wrong with that. */
const come = async (
  event: Event,
  rules: Rules,
  following: Following,
  server: Awaited<ReturnType<typeof startPublisher>>,
  expected: Expected,
): Promise<string | null> => {
  const before = rules.current();
  if (event.activates !== undefined) expected.add(event.activates);
  const earlier = rules.status.last_error?.at;
  event.happen(server);
  if (event.override !== undefined) {
    await following.refresh({ override: { reason: event.override } }).catch(() => undefined);
  }
  const status = await withinSeconds(
    PATIENCE_SECONDS,
    until(rules, ({ active, last_error: error }) =>
      event.activates === undefined
        ? error?.code === event.refused && error?.at !== earlier
        : active?.revision === event.activates,
    ),
  );
  if (status === null) {
    const error = JSON.stringify(rules.status.last_error);
    return `no ${event.activates ?? event.refused ?? "answer"} came: ${error}`;
  }
  if (event.activates === undefined) {
    return rules.current() === before ? null : "it replaced a good bundle";
  }
  if ((status.active?.override !== null) !== (event.override !== undefined)) {
    return "a reason is there where none was given, or the other way round";
  }
  expected.clear();
  expected.add(event.activates);
  return null;
};

const withinSeconds = async <T>(seconds: number, promise: Promise<T>): Promise<T | null> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, seconds * 1_000, null);
  });
  const first = await Promise.race([promise, late]);
  clearTimeout(timer);
  return first;
};

/** Requests, one after the other, each by the bundle that it started with. */
const flow = async (
  rules: Rules,
  expected: Expected,
  flowing: { on: boolean; answered: number },
  watch: Watch,
  faults: Set<string>,
  dice: Dice,
): Promise<void> => {
  while (flowing.on) {
    const { evaluator, revision, ...bundle } = rules.current();
    if (!expected.has(revision)) faults.add(`${revision} answers, and nothing says that it may`);
    const started = performance.now();
    try {
      const probe = evaluator.evaluate(LOSS);
      if (probe.rules?.revision !== revision) faults.add("another revision answers than was taken");
      if (probe.grade?.floor !== gradeOf(revision)) faults.add(`${revision} answers by other data`);
      const said = probe.notices.some(({ code }) => code === "bundle_stale");
      if (said !== bundle.stale()) faults.add("a decision does not say whether it is stale");
      watch.took(performance.now() - started);
      // The request goes on after a wait, by the bundle that it has.
      await new Promise((resolve) => setTimeout(resolve, dice.between(5, 25)));
      const request = randomRequest(dice.between(0, 1_000_000_000));
      const { rules: applied } = evaluator.evaluate(request);
      // None is applied to an incident of before the law.
      if (applied !== null && applied.revision !== revision) {
        faults.add("a request changed its bundle under way");
      }
    } catch (error) {
      faults.add(`a request failed: ${String(error)}`);
    }
    flowing.answered += 2;
  }
};
