// The last good bundle on disk: what a start without a source makes of it, and of a damaged one.
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  bundleFolder,
  createRules,
  followBundle,
  httpSource,
  type Rules,
  type RulesOptions,
} from "../../../src/bundle/index.js";
import { type Bytes, LOSS, publish, verification } from "../../support/bundles.js";
import { startPublisher } from "../../support/publisher.js";

const first = await publish({ revision: "2026.1" });
const second = await publish({ revision: "2026.2", not_after: "2026-12-31T23:59:59+08:00" });
const third = await publish({ revision: "2026.3" });

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "amrnci-copy-")), "copy");
});
afterEach(() => {
  rmSync(join(folder, ".."), { recursive: true });
});

const start = (options: Partial<RulesOptions> = {}): Rules =>
  createRules({ verification, store: bundleFolder(folder), ...options });
const bundles = (): string[] => readdirSync(folder).filter((name) => name.startsWith("bundle-"));
const ran = async (...bytes: Bytes[]): Promise<void> => {
  const rules = start();
  for (const one of bytes) await rules.activate(one, { etag: '"kept"' });
};
const pointer = (): string => join(folder, "active.json");
const kept = (): string => {
  const { digest } = JSON.parse(readFileSync(pointer(), "utf8")) as { digest: string };
  return join(folder, `bundle-${digest.replace("sha256:", "")}.tar.gz`);
};

describe("a copy of the last good bundle", () => {
  it("is the bytes as they were received, and starts the next run", async () => {
    await ran(first);
    expect(readFileSync(kept()).equals(first)).toBe(true);
    const rules = start();
    const active = await rules.restore();
    expect(active?.evaluator.evaluate(LOSS).rules?.revision).toBe("2026.1");
    expect(rules.status).toMatchObject({
      active: { revision: "2026.1", origin: "copy", persisted: true },
      etag: '"kept"',
      last_error: null,
      copy_error: null,
    });
  });

  it("is none in a new folder", async () => {
    const rules = start();
    expect(await rules.restore()).toBeNull();
    expect(rules.status).toMatchObject({ active: null, copy_error: null });
  });

  it("is not made of a bundle that was refused", async () => {
    await ran(first);
    const rules = start();
    await rules.restore();
    await expect(rules.activate(await publish({ revision: "9", key: "none" }))).rejects.toThrow();
    expect(readFileSync(kept()).equals(first)).toBe(true);
    expect(bundles()).toHaveLength(1);
  });

  it("is verified again: a key that is no longer trusted ends it", async () => {
    await ran(first);
    const { release } = verification.keys;
    const rules = start({ verification: { keys: { other: release! } } });
    await expect(rules.restore()).rejects.toMatchObject({ code: "bundle_not_trusted" });
    expect(rules.status).toMatchObject({
      active: null,
      copy_error: { code: "bundle_not_trusted" },
    });
  });

  it("that is stale starts, and says so", async () => {
    await ran(second);
    const rules = start({ now: () => Date.parse("2027-06-01T00:00:00Z") });
    await rules.restore();
    expect(rules.status.stale).toBe(true);
    const { notices } = rules.current().evaluator.evaluate(LOSS);
    expect(notices.map(({ code }) => code)).toContain("bundle_stale");
  });

  it("keeps the reason for which it is older than the one before", async () => {
    const rules = start();
    await rules.activate(second);
    await rules.activate(first, { override: { reason: "see incident 17" } });
    const next = start();
    await next.restore();
    expect(next.status.active).toMatchObject({
      revision: "2026.1",
      override: { reason: "see incident 17", replaced: "2026.2" },
    });
  });

  it("has the two before it beside it, and no more", async () => {
    await ran(first, second, third, await publish({ revision: "2026.4" }));
    expect(bundles()).toHaveLength(3);
    await start({ store: bundleFolder(folder, { keep: 0 }) }).activate(
      await publish({ revision: "2026.5" }),
    );
    expect(bundles()).toHaveLength(1);
  });

  it("leaves nothing for good of what was being written when a process was killed", async () => {
    await ran(first);
    const [old, young] = [".bundle-x.tar.gz.0a.part", ".active.json.0b.part"].map((name) =>
      join(folder, name),
    );
    for (const part of [old!, young!]) writeFileSync(part, "half");
    utimesSync(old!, 0, 0);
    await ran(second);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([
      ".active.json.0b.part",
    ]);
  });

  it("is for its owner alone", async () => {
    await ran(first);
    const { mode } = await import("node:fs").then(({ statSync }) => statSync(kept()));
    expect(mode & 0o077).toBe(0);
  });
});

describe("a damaged copy is refused, and said so:", () => {
  const damages: [string, () => void, RegExp][] = [
    [
      "a byte that changed",
      () => {
        const bytes = readFileSync(kept());
        bytes[5_000]! ^= 1;
        writeFileSync(kept(), bytes);
      },
      /damaged/,
    ],
    [
      "bytes behind its end",
      () => {
        appendFileSync(kept(), "x");
      },
      /damaged/,
    ],
    [
      "cut off",
      () => {
        writeFileSync(kept(), first.slice(0, 100));
      },
      /damaged/,
    ],
    [
      "empty",
      () => {
        writeFileSync(kept(), "");
      },
      /damaged/,
    ],
    [
      "gone",
      () => {
        rmSync(kept());
      },
      /ENOENT/,
    ],
    [
      "another good bundle in its place",
      () => {
        writeFileSync(kept(), second);
      },
      /damaged/,
    ],
    [
      "a name that says nothing",
      () => {
        writeFileSync(pointer(), "{}");
      },
      /active\.json/,
    ],
    [
      "a name that is cut off",
      () => {
        writeFileSync(pointer(), '{"revision"');
      },
      /active\.json/,
    ],
    [
      "a name that climbs",
      () => {
        writeFileSync(
          pointer(),
          JSON.stringify({
            revision: "1",
            digest: "sha256:../../etc/passwd",
            etag: null,
            override: null,
          }),
        );
      },
      /active\.json/,
    ],
    [
      "a name with another revision",
      () => {
        writeFileSync(pointer(), readFileSync(pointer(), "utf8").replace("2026.1", "2025.1"));
      },
      /damaged/,
    ],
  ];
  it.each(damages)("%s", async (_, damage, message) => {
    await ran(first);
    damage();
    const rules = start();
    await expect(rules.restore()).rejects.toMatchObject({
      code: "bundle_copy_corrupt",
      message: expect.stringMatching(message) as string,
    });
    expect(rules.status).toMatchObject({
      active: null,
      copy_error: { code: "bundle_copy_corrupt" },
    });
    // What the source gives heals it.
    await rules.activate(first);
    expect(rules.status).toMatchObject({ copy_error: null, active: { persisted: true } });
    expect((await start().restore())?.revision).toBe("2026.1");
  });
});

describe("across restarts", () => {
  it("an older bundle is refused, also where the copy is damaged", async () => {
    await ran(second);
    const rules = start();
    await rules.restore();
    await expect(rules.activate(first)).rejects.toMatchObject({ code: "bundle_not_newer" });

    writeFileSync(kept(), "damaged");
    const next = start();
    await next.restore().catch(() => undefined);
    await expect(next.activate(first)).rejects.toThrow(/2026\.1 is older than 2026\.2/);
    expect(next.status.active).toBeNull();
    const back = { override: { reason: "the copy is lost, and 2026.2 was withdrawn" } };
    expect((await next.activate(first, back)).active.override).toMatchObject({
      replaced: "2026.2",
    });
  });

  it("a copy older than the host's own release is refused, but for one that has a reason", async () => {
    const rules = start();
    await rules.activate(second);
    const next = start({ oldestRevision: "2026.3" });
    await expect(next.restore()).rejects.toMatchObject({ code: "bundle_not_newer" });
    await rules.activate(first, { override: { reason: "2026.2 is withdrawn" } });
    expect((await start({ oldestRevision: "2026.3" }).restore())?.revision).toBe("2026.1");
  });

  it("a source that is down is not needed, and one that is up is asked for news only", async () => {
    const server = await startPublisher();
    server.publish(first, '"one"');
    const store = bundleFolder(folder);
    const source = httpSource({ url: server.url });
    const run = async (): Promise<{ rules: Rules; stop: () => Promise<void> }> => {
      const rules = createRules({ verification, store });
      const following = followBundle({ rules, source });
      await following.loaded;
      return { rules, stop: () => following.stop() };
    };
    await (await run()).stop();
    const again = await run();
    expect(await server.asked(2)).toMatchObject({ "if-none-match": '"one"' });
    await again.stop();
    await server.stop();
    const { rules, stop } = await run();
    expect(rules.current()).toMatchObject({ revision: "2026.1", origin: "copy" });
    await stop();
  });

  it("neither source nor copy: it fails closed and names both", async () => {
    await ran(first);
    writeFileSync(kept(), "damaged");
    const server = await startPublisher();
    await server.stop();
    const rules = start();
    const following = followBundle({ rules, source: httpSource({ url: server.url }) });
    await expect(following.loaded).rejects.toThrow(
      /No bundle from .* The copy of the last bundle is damaged/s,
    );
    expect(rules.status.active).toBeNull();
    expect(() => rules.current()).toThrow();
    await following.stop();
  });
});

describe("a copy that can't be kept", () => {
  it("keeps nobody from newer rules; the status says so until it is kept", async () => {
    await ran(first);
    const rules = start();
    await rules.restore();
    // Not even root writes into what is a file.
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "a file where the folder was");
    await rules.activate(second);
    expect(rules.status).toMatchObject({
      active: { revision: "2026.2", persisted: false },
      last_error: null,
      copy_error: { code: "bundle_copy_failed" },
    });
    rmSync(folder);
    await rules.report({ outcome: "unchanged" });
    expect(rules.status).toMatchObject({ active: { persisted: true }, copy_error: null });
    expect((await start().restore())?.revision).toBe("2026.2");
  });
});
