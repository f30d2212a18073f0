import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse } from "yaml";
import { runCli } from "../cli/run-cli.js";
import { KEYS, openTerminal, type Terminal } from "../support/terminal.js";

let folder: string;
let file: string;
let terminal: Terminal | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-ask-"));
  file = join(folder, "incident.yaml");
});
afterEach(() => {
  terminal?.kill();
  rmSync(folder, { recursive: true, force: true });
});

const start = (lang = "en"): Terminal =>
  (terminal = openTerminal(["ask", file, "--lang", lang], { NO_COLOR: "1" }));
const saved = (): Record<string, unknown> =>
  parse(readFileSync(file, "utf8")) as Record<string, unknown>;

/** Chooses the nth of the options that are on the screen, key by key. */
const choose = async (terminal: Terminal, nth: number): Promise<void> => {
  await terminal.until(/●[^]*└/);
  for (let n = 0; n < nth; n += 1) {
    terminal.type(KEYS.down);
    await terminal.until(/●[^]*└/);
  }
  terminal.type(KEYS.enter);
};

// Nothing is open but what a test asks about.
const KNOWN = `# kept by hand
id: i-1
unstated: none # nothing else happened
times: { discovered_at: "2026-11-25T20:10:00+08:00" }
`;

it("begins with name and time, says what is due, and keeps each answer at once", async () => {
  const terminal = start();
  await terminal.until(/Incident id/);
  terminal.type(KEYS.enter);
  await terminal.until(/discovered or learned/);
  terminal.type(`2026-11-25 20:10${KEYS.enter}`);
  await terminal.until(/due by 2026-11-25\s+│?\s*21:10/);
  await terminal.until(/critical information infrastructure involved/);
  await terminal.until(/"yes" would make it relatively major \[Annex/);
  await choose(terminal, 0);
  await terminal.until(/◆[^]*└/);
  expect(saved()).toMatchObject({
    times: { discovered_at: "2026-11-25T20:10:00+08:00" },
    impact: { cii: { involved: true } },
  });
});

it("stops when no answer can change anything more, and gives the answer", async () => {
  writeFileSync(file, `${KNOWN}impact: { personal_information: { persons_leaked: unknown } }\n`);
  const terminal = start();
  // It was answered with "unknown" before: whether to ask it again is asked first.
  await terminal.until(/1 facts were answered/);
  await choose(terminal, 0);
  await terminal.until(/≥ 1,000,000 persons would make it relatively major/);
  terminal.type(`about 5000${KEYS.enter}`);
  await terminal.until(/say the bounds/);
  terminal.type("\x15"); // the line is cleared
  terminal.type(`between 4,500 and 40,000${KEYS.enter}`);
  await terminal.until(/noted: 4,500 persons to 40,000 persons/);
  await terminal.until(/No further answer can change/);
  await terminal.until(/GRADE\s+general/);
  expect(await terminal.ended()).toBe(0);
  expect(saved()).toMatchObject({
    impact: { personal_information: { persons_leaked: { at_least: 4500, at_most: 40_000 } } },
  });
  // What a person wrote beside the facts is still there.
  expect(readFileSync(file, "utf8")).toContain("# kept by hand");
  expect(readFileSync(file, "utf8")).toContain("# nothing else happened");
});

it("can be ended at any time, and goes on where it was", async () => {
  writeFileSync(
    file,
    `${KNOWN}operator: { kind: unknown }\nimpact: { direct_economic_loss_yuan: 600000000 }\n`,
  );
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("unstated: none # nothing else happened\n", ""),
  );
  const first = start("zh");
  await first.until(/◆ {2}涉及关键信息基础设施/);
  await choose(first, 1);
  await first.until(/◆ {2}本行业领域有专门规定[^]*└/);
  first.type(KEYS.interrupt);
  await first.until(/已中断/);
  expect(await first.ended()).toBe(1);
  expect(saved()).toMatchObject({ impact: { cii: { involved: false } } });

  const second = start("zh");
  await second.until(/◆ {2}本行业领域有专门规定/);
  expect(second.shown()).not.toContain("◆  涉及关键信息基础设施");
});

it("describes entries of a list, which may not be all", async () => {
  writeFileSync(file, `${KNOWN}impact: { sites: unknown }\n`);
  const terminal = start();
  await terminal.until(/facts were answered/);
  await choose(terminal, 0);
  await terminal.until(/portals and news sites/);
  await choose(terminal, 0);
  await terminal.until(/site 1, kind/);
  await choose(terminal, 1);
  await terminal.until(/Another one/);
  await choose(terminal, 2);
  await terminal.until(/◆ {2}site 1, /);
  expect(saved()).toMatchObject({
    impact: {
      sites: { at_least: [{ kind: "enterprise_portal", unreachable_minutes: "unknown" }] },
    },
  });
});

it("overwrites nothing that somebody else changed meanwhile", async () => {
  writeFileSync(file, `${KNOWN}impact: { personal_information: { persons_leaked: unknown } }\n`);
  const terminal = start();
  await terminal.until(/facts were answered/);
  await choose(terminal, 0);
  await terminal.until(/persons would make it/);
  writeFileSync(file, `${KNOWN}title: by another hand\n`);
  terminal.type(`5${KEYS.enter}`);
  await terminal.until(/\[output_failed\].*changed by somebody else/);
  expect(await terminal.ended()).toBe(2);
  expect(saved()).toMatchObject({ title: "by another hand" });
});

it("needs a terminal, and says so", async () => {
  const { code, stderr } = await runCli(["ask", file]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/\[usage\].*terminal/);
  expect(existsSync(file)).toBe(false);
});

it("refuses a file that holds no incident before it asks anything", async () => {
  writeFileSync(file, "id: [\n");
  const terminal = start();
  await terminal.until(/\[input_not_yaml\]/);
  expect(await terminal.ended()).toBe(1);
});
