// The guide for counsel, carried out: each command is run in order, each edit made, and what is shown
// must come. `…` stands for anything: for the rest of a line, or on a line of its own for any lines.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "amrnci-guide-"));
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

interface Block {
  readonly kind: string;
  readonly name: string;
  readonly body: string;
}

const blocksOf = (guide: string): Block[] =>
  [...guide.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm)].map(([, kind, name, body]) => ({
    kind: kind ?? "",
    name: name ?? "",
    body: body ?? "",
  }));

/** What the guide shows as a pattern. */
const patternOf = (shown: string): RegExp => {
  const lines = shown.split("\n").map((line) => {
    if (line.trim() === "…") return "(?:.*\n)*?";
    return `${line
      .split("…")
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join(".*")}\n`;
  });
  return new RegExp(`^${lines.join("")}$`);
};

const run = (folder: string, command: string, language: string): string => {
  const [program, ...args] = command.split(" ");
  expect(program).toBe("amrnci");
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/cli.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, LANG: language === "zh" ? "zh_CN.UTF-8" : "C" },
  });
  return stdout + stderr;
};

/** Makes the edit of a diff: what stands on the lines with a minus becomes what the plus says. */
const edit = (folder: string, diff: string): void => {
  const [header = "", ...lines] = diff.trimEnd().split("\n");
  const path = join(folder, header.replace(/^--- /, ""));
  const side = (sign: string): string =>
    lines
      .filter((line) => line.startsWith(sign) || line.startsWith(" "))
      .map((line) => line.slice(1))
      .join("\n");
  const text = readFileSync(path, "utf8");
  expect(text, header).toContain(side("-"));
  writeFileSync(path, text.replace(side("-"), side("+")));
};

describe.each(["en", "zh"])("the guide in %s", (language) => {
  const guide = readFileSync(join(root, `docs/editing-the-law.${language}.md`), "utf8");
  const blocks = blocksOf(guide);

  it("shows every step", () => {
    const said = blocks
      .filter(({ kind }) => kind === "console")
      .map(({ body }) => body)
      .join("");
    for (const command of ["law new-version", "law check", "law diff", "bundle pack", "evaluate"]) {
      expect(said).toContain(`$ amrnci ${command}`);
    }
  });

  it("is what happens", { timeout: 120_000 }, () => {
    const folder = join(temporary, language);
    mkdirSync(folder);
    cpSync(join(root, "policies/law"), join(folder, "policies/law"), { recursive: true });
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
    for (const { kind, name, body } of blocks) {
      if (kind === "diff") edit(folder, body);
      if (kind === "yaml") writeFileSync(join(folder, name), body);
      if (kind !== "console") continue;
      const [first = "", ...shown] = body.trimEnd().split("\n");
      const said = run(folder, first.replace(/^\$ /, ""), language);
      expect(said, first).toMatch(patternOf(shown.join("\n")));
    }
  });
});

it("both languages take the same steps", () => {
  const steps = (language: string): string[] =>
    blocksOf(readFileSync(join(root, `docs/editing-the-law.${language}.md`), "utf8")).map(
      ({ kind, body }) => (kind === "console" ? (body.split("\n")[0] ?? "") : kind + body),
    );
  expect(steps("zh")).toEqual(steps("en"));
});
