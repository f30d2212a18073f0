// Writes the rule book, docs/rules.zh.md and docs/rules.en.md, from what is released: the METADATA of
// the Rego and the law's data in build/bundle.tar.gz, the official text and the fixtures. No rule and
// no number stands here. `--check` compares instead of writing.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { format, resolveConfig } from "prettier";
import { writeBook } from "./rules/book.js";
import { readSources, root } from "./rules/sources.js";

const LANGUAGES = ["zh", "en"] as const;

const main = async (): Promise<void> => {
  const check = process.argv.includes("--check");
  const sources = await readSources();
  for (const language of LANGUAGES) {
    const path = join(root, `docs/rules.${language}.md`);
    const options = await resolveConfig(path);
    const book = await format(writeBook(sources, language), { ...options, filepath: path });
    if (!check) {
      writeFileSync(path, book);
    } else if (!existsSync(path) || readFileSync(path, "utf8") !== book) {
      console.error(`${relative(root, path)} is not what the rules say now: run \`make rules\``);
      process.exitCode = 1;
    }
  }
};

await main();
