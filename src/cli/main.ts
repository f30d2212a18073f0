#!/usr/bin/env node
// The entry of the command. What an old Node may not even parse is loaded only once it is known not to be
// one; answers by a runtime that nobody tests with would be guesses.
import { oldNodeWords } from "../words/old-node.js";
import { EXIT } from "./exit.js";
import { languageOf } from "./language.js";

const LEAST_NODE = 20;

if (Number.parseInt(process.versions.node, 10) >= LEAST_NODE) await import("./start.js");
else {
  const language = languageOf(process.argv.slice(2), process.env);
  console.error(oldNodeWords(language, LEAST_NODE, process.version));
  process.exitCode = EXIT.wrongUse;
}
