import { type Bytes, higherNumber, publish, tampered } from "../../test/support/bundles.js";
import type { Handler, Publisher } from "../../test/support/publisher.js";
import { bytesOf } from "../../test/support/bytes.js";
import type { Dice } from "../../test/oracle/generate/dice.js";

/** Something that a publisher does, and what must come of it. */
export interface Event {
  readonly kind: string;
  /** The revision that is active afterwards, where it is a new one. */
  readonly activates?: string;
  /** The code that the status must show, where it is refused. */
  readonly refused?: string;
  /** The reason that an operator gives for it. */
  readonly override?: string;
  /** Publishes it. */
  happen(server: Publisher): void;
}

/** Odd revisions have a higher number in their law, by which the probe is graded lower. */
export const gradeOf = (revision: string): string =>
  Number(revision.split(".")[1]) % 2 === 0 ? "relatively_major" : "general";

const lawOf = (n: number): { law?: typeof higherNumber } =>
  n % 2 === 0 ? {} : { law: higherNumber };

/** Bytes that trickle in, and all come. */
const trickle =
  (bytes: Bytes, etag: string): Handler =>
  (request, response) => {
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { etag, "content-length": bytes.byteLength });
    let at = 0;
    const more = (): void => {
      response.write(bytes.subarray(at, (at += 40_000)));
      if (at < bytes.byteLength) setTimeout(more, 15);
      else response.end();
    };
    more();
  };

/** An endless mix: half of it good, the rest each way in which an update can be bad. */
export const nextEvent = async (dice: Dice, n: number, last: string): Promise<Event> => {
  const revision = `2026.${String(n)}`;
  const behaving = (kind: string, handler: Handler, came: Partial<Event>): Event => ({
    kind,
    ...came,
    happen: (server) => {
      server.behave(handler);
    },
  });
  const failing = (kind: string, handler: Handler): Event =>
    behaving(kind, handler, { refused: "bundle_source_failed" });
  const given = (kind: string, bytes: Bytes, came: Partial<Event>): Event => ({
    kind,
    ...came,
    happen: (server) => {
      server.behave(null);
      server.publish(bytes);
    },
  });
  const good = (how = {}): Promise<Bytes> => publish({ revision, ...lawOf(n), ...how });

  const luck = dice.next();
  if (luck < 0.45) return given("good", await good(), { activates: revision });
  if (luck < 0.5) {
    const not_after = "2020-01-01T00:00:00Z";
    return given("stale", await good({ not_after }), { activates: revision });
  }
  if (luck < 0.55) {
    const slow = trickle(await good(), `"slow-${String(n)}"`);
    return behaving("slow", slow, { activates: revision });
  }
  if (luck < 0.58) {
    const older = `2025.${String(n)}`;
    const bytes = await publish({ revision: older, ...lawOf(n) });
    return given("back, with a reason", bytes, { activates: older, override: "a soak" });
  }
  if (luck < 0.64) {
    return given("rolled back", await publish({ revision: "0.0" }), {
      refused: "bundle_not_newer",
    });
  }
  if (luck < 0.68) {
    const again = await publish({ revision: last, not_after: "2099-01-01T00:00:00Z" });
    return given("same revision", again, { refused: "bundle_not_newer" });
  }
  if (luck < 0.74)
    return given("tampered", tampered(await good()), { refused: "bundle_not_trusted" });
  if (luck < 0.78) {
    return given("another's key", await good({ key: "stranger" }), {
      refused: "bundle_not_trusted",
    });
  }
  if (luck < 0.8)
    return given("unsigned", await good({ key: "none" }), { refused: "bundle_not_trusted" });
  if (luck < 0.86) {
    const cut = (await good()).slice(0, dice.between(10, 100_000));
    return given("truncated", cut, { refused: "bundle_unreadable" });
  }
  if (luck < 0.88) {
    const wasm = bytesOf("\0asm\x01\0\0\0");
    return given("no policy", await good({ wasm }), { refused: "policy_failed" });
  }
  if (luck < 0.9) {
    const other = await good({ logic_version: 2 });
    return given("another logic", other, { refused: "logic_version_mismatch" });
  }
  if (luck < 0.95) return failing("500", (_, response) => void response.writeHead(500).end("no"));
  if (luck < 0.97) return failing("cut off", (request) => void request.socket.destroy());
  if (luck < 0.985)
    return failing("never ends", (_, response) => void response.writeHead(200).write("x"));
  return failing("too large", (_, response) => {
    response.writeHead(200, { "content-length": 2 ** 30 }).write("x");
  });
};
