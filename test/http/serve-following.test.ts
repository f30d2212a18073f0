// `amrnci serve` that follows signed bundles over HTTP, through what an operator meets: no source, a bad
// bundle, an older one, a restart without a network.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RulesStatus } from "../../src/bundle/index.js";
import { publish, RELEASE_KEY, tampered } from "../support/bundles.js";
import { type Publisher, startPublisher } from "../support/publisher.js";
import { type Served, startServed } from "./served.js";

const first = await publish({ revision: "2026.1" });
const second = await publish({ revision: "2026.2" });

let folder: string;
let server: Publisher;
let served: Served | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-serve-following-"));
  writeFileSync(join(folder, "release.pem"), RELEASE_KEY);
  server = await startPublisher({ longPolling: true });
});
afterEach(async () => {
  served?.child.kill("SIGKILL");
  await served?.exit;
  await server.stop();
  rmSync(folder, { recursive: true });
});

const start = async (...flags: string[]): Promise<Served> => {
  served = await startServed([
    ...["--bundle", server.url, "--store", join(folder, "store")],
    ...["--verification-key", join(folder, "release.pem"), "--verification-key-id", "release"],
    ...["--signing-alg", "ES256", ...flags],
  ]);
  return served;
};
const killed = async (): Promise<void> => {
  served?.child.kill("SIGKILL");
  await served?.exit;
};
const statusOf = async ({ url }: Served): Promise<RulesStatus> =>
  (await (await fetch(`${url}/v1/rules`)).json()) as RulesStatus;
const revisionOf = async ({ url }: Served): Promise<string> => {
  const init = { method: "POST", body: '{"input": {"incident": {"id": "a"}}}' };
  const path = "/v1/data/amrnci/decision/rules/revision";
  return ((await (await fetch(url + path, init)).json()) as { result: string }).result;
};

describe("amrnci serve with a source of bundles", { timeout: 60_000 }, () => {
  it("does not start without rules", async () => {
    await expect(start()).rejects.toThrow(/\[bundle_source_failed\].*it answers 404/);
  });

  it("takes no signed file without the key to verify it by, unless it is told to", async () => {
    const bundle = join(folder, "signed.tar.gz");
    writeFileSync(bundle, first);
    await expect(startServed(["--bundle", bundle])).rejects.toThrow(/\[bundle_not_trusted\]/);
    served = await startServed(["--bundle", bundle, "--skip-verify"]);
    expect(await revisionOf(served)).toBe("2026.1");
  });

  it("takes what is newer and good, and nothing else", async () => {
    server.publish(first);
    const host = await start();
    expect(await revisionOf(host)).toBe("2026.1");
    server.publish(tampered(second));
    const failed = expect.poll(async () => (await statusOf(host)).last_error, { timeout: 20_000 });
    await failed.toMatchObject({ code: "bundle_not_trusted" });
    expect(await revisionOf(host)).toBe("2026.1");
    server.publish(second);
    await expect.poll(() => revisionOf(host), { timeout: 20_000 }).toBe("2026.2");
    expect(await statusOf(host)).toMatchObject({ stale: false, last_error: null });
  });

  it("starts again without its source, and goes back only for a reason", async () => {
    server.publish(second);
    await start();
    await killed();
    expect(readdirSync(join(folder, "store"))).toContain("active.json");

    server.behave((_, response) => void response.writeHead(503).end());
    expect(await revisionOf(await start())).toBe("2026.2");
    await killed();

    server.behave(null);
    server.publish(first);
    const host = await start();
    const refused = expect.poll(async () => (await statusOf(host)).last_error, { timeout: 20_000 });
    await refused.toMatchObject({ code: "bundle_not_newer" });
    expect(await revisionOf(host)).toBe("2026.2");
    await killed();

    const reason = "2026.2 is withdrawn, see incident 17";
    const back = await start("--override", reason);
    await expect.poll(() => revisionOf(back), { timeout: 20_000 }).toBe("2026.1");
    const { active } = await statusOf(back);
    expect(active?.override).toMatchObject({ reason, replaced: "2026.2" });
    expect(back.log()).toContainEqual(
      expect.objectContaining({ override: expect.objectContaining({ reason }) as object }),
    );
  });

  it("asks for a reason that says something", async () => {
    server.publish(first);
    await expect(start("--override", " ")).rejects.toThrow(/\[usage\].*needs a reason/);
  });
});
