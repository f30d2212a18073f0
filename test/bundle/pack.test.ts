// `amrnci bundle pack` as counsel runs it: a number is changed, a bundle is made with nothing but
// Node, and an unmodified OPA answers by it as our host does.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readBundle, withLaw } from "../../src/bundle/index.js";
import { createEvaluatorFrom } from "../../src/evaluator/index.js";
import { createEvaluator } from "../../src/index.js";
import { runCli, type Run } from "../cli/run-cli.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { startOpaServer } from "../support/opa-server.js";
import { BUNDLE } from "../support/shipped-policy.js";
import { OPA } from "../support/tiny-policy.js";

const policies = fileURLToPath(new URL("../../policies", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "amrnci-pack-"));
const law = join(temporary, "law");
const output = join(temporary, "out/bundle.tar.gz");

beforeEach(() => {
  for (const old of [law, dirname(output)]) rmSync(old, { recursive: true, force: true });
  cpSync(join(policies, "law"), law, { recursive: true });
  mkdirSync(dirname(output));
});
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const pack = (...more: string[]): Promise<Run> =>
  runCli(["bundle", "pack", "--law", law, "--revision", "2026.2", "--output", output, ...more]);

const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(law, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(law, file), text.replace(from, to));
};

/** 900,000 persons: below the number of the law, above the number of the edited data. */
const leaked = {
  incident: { id: "p", impact: { personal_information: { persons_leaked: 900_000 } } },
};
const lower = (): void => {
  const quote = (persons: string): string => `泄露${persons}万人以上公民个人信息。`;
  // The number, the quote that it stands in, and the official text that is quoted.
  edit("2025-11-01/measures.zh.txt", quote("100"), quote("90"));
  edit(
    "2025-11-01/annex/data.yaml",
    `${quote("100")}\n    persons: 1000000`,
    `${quote("90")}\n    persons: 900000`,
  );
};

const opa = (...args: string[]): string =>
  execFileSync(OPA, args, { encoding: "utf8", maxBuffer: 2 ** 26 });

describe("bundle pack", () => {
  it("packs the shipped data to the very bytes that the build makes", async () => {
    const { revision } = (await readBundle(new Uint8Array(readFileSync(BUNDLE)))).manifest;
    const { code } = await runCli([
      "bundle",
      "pack",
      "--law",
      law,
      "--revision",
      revision,
      "--output",
      output,
    ]);
    expect(code).toBe(0);
    expect(readFileSync(output).equals(readFileSync(BUNDLE))).toBe(true);
  });

  it("says what it made", async () => {
    const { code, stdout, stderr } = await pack("--format", "json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const bytes = readFileSync(output);
    expect(JSON.parse(stdout)).toMatchObject({
      output,
      revision: "2026.2",
      logic_version: 1,
      versions: [{ id: "2025-11-01", valid_from: "2025-11-01" }],
      bytes: bytes.length,
    });
    const shown = await pack("--force", "--lang", "zh");
    expect(shown.stdout).toContain("法规版本");
    expect(readdirSync(dirname(output))).toEqual(["bundle.tar.gz"]);
  });

  it("gives the rules a last day, after which every decision says that they are stale", async () => {
    const { code, stdout } = await pack("--not-after", "2026-01-31", "--format", "json");
    expect(code).toBe(0);
    const until = "2026-01-31T23:59:59+08:00";
    expect(JSON.parse(stdout)).toMatchObject({ not_after: until, revision_ordered: true });
    const noticesAt = async (time: string): Promise<string[]> => {
      const evaluator = await createEvaluator({ bundle: output, now: () => Date.parse(time) });
      return evaluator.evaluate(leaked).notices.map((notice) => notice.code);
    };
    expect(await noticesAt(until)).not.toContain("bundle_stale");
    expect(await noticesAt("2026-02-01T00:00:00+08:00")).toContain("bundle_stale");

    const example = fileURLToPath(new URL("../../examples/weibo-2020.yaml", import.meta.url));
    const told = (lang: string): Promise<Run> =>
      runCli(["evaluate", example, "--bundle", output, "--lang", lang]);
    expect((await told("zh")).stdout).toContain("使用期限已于北京时间2026-01-31 23:59:59届满");
    expect((await told("en")).stdout).toContain("was to be used until 2026-01-31");
    // OPA takes the member of the manifest as it takes any other.
    expect(opa("inspect", output)).toContain("not_after");
  });

  it("says when a revision can't be told to be newer or older", async () => {
    const flags = ["--law", law, "--output", output, "--lang", "en"];
    const { stdout } = await runCli(["bundle", "pack", ...flags, "--revision", "9f31c2a"]);
    expect(stdout).toContain("has no order");
    expect((await pack("--force", "--lang", "en")).stdout).not.toContain("has no order");
  });

  it("makes the rules of the edited number, and OPA answers like our host", async () => {
    lower();
    expect((await pack()).code).toBe(0);
    const [ours, shipped] = await Promise.all([
      createEvaluator({ bundle: output }),
      createEvaluator({ bundle: BUNDLE }),
    ]);
    expect(shipped.evaluate(leaked).grade?.floor).toBe("general");
    expect(ours.evaluate(leaked)).toMatchObject({
      grade: { floor: "relatively_major" },
      rules: { revision: "2026.2" },
    });
    const server = await startOpaServer(output);
    try {
      const requests = [
        leaked,
        ...fixtureFiles()
          .filter((_, at) => at % 6 === 0)
          .map(requestOf),
      ];
      expect(requests.length).toBeGreaterThan(20);
      for (const request of requests) {
        expect(await server.decide(request)).toEqual(ours.evaluate(request));
      }
    } finally {
      await server.stop();
    }
    const input = join(temporary, "input.json");
    writeFileSync(input, JSON.stringify(leaked));
    const evaluated = opa(
      "eval",
      "-b",
      output,
      "-i",
      input,
      "-f",
      "raw",
      "data.amrnci.decision.grade.floor",
    );
    expect(evaluated.trim()).toBe("relatively_major");
    const inspected = JSON.parse(opa("inspect", "-f", "json", output)) as { manifest: object };
    expect(inspected.manifest).toMatchObject({
      revision: "2026.2",
      metadata: { logic_version: 1 },
    });
  });

  it("takes the folder above the data as well", async () => {
    const whole = join(temporary, "whole");
    cpSync(policies, whole, { recursive: true });
    const first = await pack();
    const bytes = readFileSync(output);
    const second = await runCli([
      "bundle",
      "pack",
      "--law",
      whole,
      "--revision",
      "2026.2",
      "--output",
      output,
      "--force",
    ]);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(readFileSync(output).equals(bytes)).toBe(true);
  });
});

describe("data for another logic version is refused by name", () => {
  const NAMED = /logic version 2.*logic version 1/;

  it("when it is packed", async () => {
    edit("data.yaml", "logic_version: 1", "logic_version: 2");
    const { code, stderr } = await pack("--lang", "en");
    expect(code).toBe(1);
    expect(stderr).toContain("[logic_version_mismatch]");
    expect(stderr).toMatch(NAMED);
    expect(stderr).toContain(`${law}/data.yaml:8:1`);
    expect(existsSync(output)).toBe(false);
  });

  it("when our host loads it, and by plain OPA in every decision", async () => {
    const shipped = await readBundle(new Uint8Array(readFileSync(BUNDLE)));
    const bytes = await withLaw(shipped, { ...(shipped.data.law as object), logic_version: 2 });
    await expect(createEvaluator({ bundle: bytes })).rejects.toMatchObject({
      code: "logic_version_mismatch",
      message: expect.stringMatching(NAMED) as string,
    });
    writeFileSync(output, bytes);
    const server = await startOpaServer(output);
    try {
      expect(await server.decide(leaked)).toMatchObject({
        status: "invalid",
        errors: [{ path: "", expected: "law_data_of_logic_version_1" }],
        grade: null,
        duties: [],
      });
    } finally {
      await server.stop();
    }
  });

  it("when data alone meets a module that was deployed before", async () => {
    const { wasm, data } = await readBundle(new Uint8Array(readFileSync(BUNDLE)));
    const module = await WebAssembly.compile(wasm);
    const law = { ...(data.law as object), logic_version: 7 };
    await expect(createEvaluatorFrom({ wasm: module, data: { ...data, law } })).rejects.toThrow(
      /logic version 7/,
    );
  });
});

describe("nothing is written where something is wrong", () => {
  const YAML = "2025-11-01/duties/data.yaml";
  const put = (content: string | Uint8Array): void => {
    writeFileSync(join(law, YAML), content);
  };
  const LIMIT = "limit_minutes: 240";
  const LINE =
    readFileSync(join(policies, "law", YAML), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(LIMIT)) + 1;

  it.each<[string, () => void, string]>([
    [
      "an empty folder",
      () => {
        rmSync(law, { recursive: true });
        mkdirSync(law);
      },
      "data.yaml:1:1",
    ],
    [
      "a binary file",
      () => {
        put(new Uint8Array([0, 159, 146, 150, 10, 255]));
      },
      `${YAML}:1:`,
    ],
    [
      "a tab",
      () => {
        edit(YAML, `  ${LIMIT}`, `\t${LIMIT}`);
      },
      `${YAML}:${String(LINE)}:`,
    ],
    [
      "an anchor",
      () => {
        edit(YAML, LIMIT, "limit_minutes: &four 240");
      },
      `${YAML}:${String(LINE)}:`,
    ],
    [
      "a duplicate key",
      () => {
        edit(YAML, LIMIT, `${LIMIT}\n  ${LIMIT}`);
      },
      `${YAML}:${String(LINE + 1)}:`,
    ],
    [
      "a number in quotes",
      () => {
        edit(YAML, LIMIT, 'limit_minutes: "240"');
      },
      `${YAML}:${String(LINE)}:`,
    ],
    [
      "1e6",
      () => {
        edit(YAML, LIMIT, "limit_minutes: 1e6");
      },
      `${YAML}:${String(LINE)}:`,
    ],
    [
      "a full-width digit",
      () => {
        edit(YAML, LIMIT, "limit_minutes: ２４０");
      },
      `${YAML}:${String(LINE)}:`,
    ],
    [
      "10 MB",
      () => {
        put("# ".repeat(5_000_000));
      },
      `${YAML}:1:1`,
    ],
  ])("%s", async (_, spoil, place) => {
    spoil();
    const { code, stdout, stderr } = await pack("--lang", "en");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("[law_invalid]");
    expect(stderr).toContain(`${law}/${place}`);
    expect(readdirSync(dirname(output))).toEqual([]);
  });

  it("wrong use: a bad revision, an output that is there, in the data, or in no folder", async () => {
    const use = async (...flags: string[]): Promise<string> => {
      const { code, stderr } = await runCli([
        "bundle",
        "pack",
        "--law",
        law,
        "--lang",
        "en",
        ...flags,
      ]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await use("--revision", "a b", "--output", output)).toContain("a revision has 1 to 64");
    expect(await use("--revision", "1")).toContain("missing option --output");
    expect(await use("--revision", "1", "--output", join(law, "b.tar.gz"))).toContain(
      "inside the data folder",
    );
    expect(await use("--revision", "1", "--output", join(temporary, "none/b.tar.gz"))).toContain(
      "no folder",
    );
    for (const day of ["2026-02-30", "tomorrow", "2026-01-01T00:00:00"]) {
      const flags = ["--revision", "1", "--output", output, "--not-after", day];
      expect(await use(...flags)).toContain(`not "${day}"`);
    }
    writeFileSync(output, "mine");
    expect(await use("--revision", "1", "--output", output)).toContain("there already");
    expect(readFileSync(output, "utf8")).toBe("mine");
  });
});
