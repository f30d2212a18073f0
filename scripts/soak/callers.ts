import { inspect } from "node:util";
import type { Decision } from "../../src/index.js";
import type { Served } from "../../test/http/served.js";
import { rawConnection, wire } from "../../test/http/raw.js";
import type { Dice } from "../../test/oracle/generate/dice.js";
import { randomRequest } from "../../test/oracle/index.js";
import { damaged } from "../../test/parity/damaged.js";
import { LOSS } from "../../test/support/bundles.js";
import { gradeOf } from "./bundles.js";
import type { Watch } from "./windows.js";

/** What a caller did, and null or what was wrong with what came back. */
type Call = (dice: Dice) => Promise<string | null>;

const BATCH_LINES = 20;
const DECISIONS = "/v1/decisions";
/** More than a body may have. */
const TOO_LARGE = `{"incident":{"title":"${"x".repeat(16 * 1024 * 1024)}"}}`;

/** Those who call a service, as they are: most are well, some are broken, a few mean harm. */
export class Callers {
  readonly faults = new Set<string>();
  answered = 0;
  readonly #counts = new Map<string, number>();
  readonly #open = new Set<{ destroy(): void }>();
  #on = true;

  constructor(
    readonly served: Served,
    readonly watch: Watch,
    /** The revisions that may answer now: one, and while another is on its way that too. */
    readonly expected: Set<string>,
  ) {}

  /** One call after the other, until they are stopped. */
  async call(dice: Dice): Promise<void> {
    while (this.#on) {
      const [kind, call, timed] = this.#next(dice.next());
      const started = performance.now();
      const fault = await call(dice).catch((error: unknown) =>
        inspect(error, { breakLength: Infinity, compact: true }),
      );
      if (timed) this.watch.took(performance.now() - started);
      if (fault !== null) this.faults.add(`${kind}: ${fault}`);
      this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
      this.answered += 1;
      await new Promise((resolve) => setTimeout(resolve, dice.between(2, 12)));
    }
  }

  stop(): void {
    this.#on = false;
    for (const connection of this.#open) connection.destroy();
  }

  kinds(): string {
    return [...this.#counts]
      .sort()
      .map(([kind, count]) => `${kind} ${String(count)}`)
      .join(", ");
  }

  /** Whatever was begun must end, whoever broke off; the request that asks is one itself. */
  async settle(): Promise<void> {
    const until = performance.now() + 60_000;
    while (performance.now() < until) {
      const text = await (await fetch(`${this.served.url}/metrics`)).text();
      if (/^amrnci_http_requests_in_progress 1$/m.test(text)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.faults.add("requests are in progress that nobody waits for");
  }

  #next(luck: number): [kind: string, call: Call, timed: boolean] {
    if (luck < 0.55) return ["decision", this.#decision, true];
    if (luck < 0.75) return ["probe", this.#probe, true];
    if (luck < 0.85) return ["damaged", this.#damaged, false];
    if (luck < 0.9) return ["batch", this.#batch, false];
    if (luck < 0.93) return ["no JSON", this.#noJson, false];
    if (luck < 0.96) return ["breaks off", this.#breaksOff, false];
    if (luck < 0.98) return ["garbage", this.#garbage, false];
    if (luck < 0.995) return ["stalls", this.#stalls, false];
    return ["too large", this.#tooLarge, false];
  }

  readonly #post = (path: string, body: string, signal?: AbortSignal): Promise<Response> =>
    fetch(this.served.url + path, { method: "POST", body, ...(signal ? { signal } : {}) });

  readonly #decision: Call = async (dice) => {
    const atStart = new Set(this.expected);
    const request = randomRequest(dice.between(0, 1_000_000_000));
    const response = await this.#post(DECISIONS, JSON.stringify(request));
    const { rules } = (await response.json()) as Decision;
    if (response.status !== 200) return `a good request was answered ${String(response.status)}`;
    // None is applied to an incident of before the law.
    return rules === null ? null : this.#mayAnswer(rules.revision, atStart);
  };

  readonly #probe: Call = async () => {
    const atStart = new Set(this.expected);
    const response = await this.#post("/v1/data/amrnci/decision", JSON.stringify({ input: LOSS }));
    const { result } = (await response.json()) as { result?: Decision };
    const revision = result?.rules?.revision ?? "nothing";
    if (result?.grade?.floor !== gradeOf(revision)) return `${revision} answers by other data`;
    return this.#mayAnswer(revision, atStart);
  };

  // What was replaced while its answer was on the way may answer still.
  readonly #mayAnswer = (revision: string, atStart: ReadonlySet<string>): string | null =>
    this.expected.has(revision) || atStart.has(revision)
      ? null
      : `${revision} answers, and nothing says that it may`;

  readonly #damaged: Call = async (dice) => {
    const seed = dice.between(0, 1_000_000_000);
    const response = await this.#post(
      DECISIONS,
      JSON.stringify(damaged(randomRequest(seed), seed)),
    );
    const { code } = (await response.json()) as { code?: string };
    if (response.status === 200) return null;
    return response.status === 422 && code !== undefined
      ? null
      : `a damaged request was answered ${String(response.status)} ${String(code)}`;
  };

  readonly #batch: Call = async (dice) => {
    const lines = Array.from({ length: BATCH_LINES }, (_, n) =>
      n === 7 ? "{" : JSON.stringify(randomRequest(dice.between(0, 1_000_000_000))),
    );
    const text = await (await this.#post("/v1/batch", lines.join("\n"))).text();
    const answers = text.trimEnd().split("\n");
    if (answers.length !== BATCH_LINES) return `${String(answers.length)} lines came`;
    const bad = answers.flatMap((line, n) => (line.startsWith('{"error"') ? [n] : []));
    return bad.join() === "7" ? null : `the bad lines are ${bad.join()}`;
  };

  readonly #noJson: Call = async () => {
    const { status } = await this.#post(DECISIONS, '{"incident":');
    return status === 400 ? null : `no JSON was answered ${String(status)}`;
  };

  readonly #tooLarge: Call = async () => {
    const connection = await this.#connect();
    connection.send(wire(DECISIONS, "", { "content-length": TOO_LARGE.length }));
    connection.send(TOO_LARGE.slice(0, 100_000));
    const received = await connection.until((text) => text.includes("\r\n"));
    connection.destroy();
    return /^HTTP\/1\.1 4(?:13|00) /.test(received) ? null : `too large: ${received.slice(0, 60)}`;
  };

  readonly #breaksOff: Call = async (dice) => {
    const body = JSON.stringify(randomRequest(dice.between(0, 1_000_000_000)));
    await this.#post(DECISIONS, body, AbortSignal.timeout(dice.between(1, 4))).then(
      (response) => response.text(),
      () => "",
    );
    return null;
  };

  readonly #garbage: Call = async (dice) => {
    const connection = await this.#connect();
    connection.send(dice.pick(["\0\u0001\u0002\r\n\r\n", "HELO mail.example.org\r\n\r\n"]));
    const received = await connection.until(() => false);
    return /^HTTP\/1\.1 4\d\d /.test(received) ? null : `garbage: ${received.slice(0, 60)}`;
  };

  readonly #stalls: Call = async (dice) => {
    const connection = await this.#connect();
    connection.send(
      dice.pick([
        "POST /v1/data HTTP/1.1\r\nhost: x",
        wire(DECISIONS, "", { "content-length": 9 }),
      ]),
    );
    this.#open.add(connection);
    // It stays for a while, and goes without a word.
    setTimeout(() => {
      connection.destroy();
      this.#open.delete(connection);
    }, 5_000);
    return null;
  };

  readonly #connect = (): ReturnType<typeof rawConnection> => rawConnection(this.served.port);
}
