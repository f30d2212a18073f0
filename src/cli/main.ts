#!/usr/bin/env node
// The entry of the command. What an old Node may not even parse is loaded only once it is known not to be
// one; answers by a runtime that nobody tests with would be guesses.
import { createRequire } from "node:module";
import { oldNodeWords } from "../words/old-node.js";
import { EXIT } from "./exit.js";
import { languageOf } from "./language.js";

const LEAST_NODE = 20;

if (Number.parseInt(process.versions.node, 10) >= LEAST_NODE) {
  // The rest, from start.ts on, is built as CommonJS (scripts/build-dist.ts); required, and not imported,
  // it need not be searched for names that it exports.
  createRequire(import.meta.url)("./command.cjs");
} else {
  const language = languageOf(process.argv.slice(2), process.env);
  console.error(oldNodeWords(language, LEAST_NODE, process.version));
  process.exitCode = EXIT.wrongUse;
}
