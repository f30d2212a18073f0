// `make bench`: how fast an answer is, as ratios against peers in the same run, written to
// docs/benchmarks.md. Absolute figures move with the machine; the ratios are what to compare.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { batchRun } from "./bench/batch.js";
import { decisionRows } from "./bench/decision.js";
import { documents, SETTLED } from "./bench/documents.js";
import { growthRows } from "./bench/growth.js";
import { peerRows } from "./bench/peers.js";
import { coldStart, sizes } from "./bench/process.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = `${root}docs/benchmarks.md`;

/** From here on the page is written by people: what was tried. */
const BY_HAND = "## What was tried";

const main = async (): Promise<void> => {
  const decisions = told(await decisionRows(root));
  const peers = told(await peerRows(root));
  const growth = told(await growthRows(root));
  const cold = told([coldStart(root)]);
  const weight = told([await sizes(root)]);
  const batch = told([await batchRun(root, JSON.stringify(documents[SETTLED]))]);
  const kept = readFileSync(path, "utf8");
  const tried = kept.slice(kept.indexOf(BY_HAND));
  writeFileSync(path, page({ decisions, peers, growth, cold, weight, batch }) + tried);
};

const told = (lines: readonly string[]): string => {
  const text = lines.join("\n");
  console.log(text);
  return text;
};

const page = (parts: Record<string, string>): string => `# Benchmarks

Written by \`make bench\`; figures of one run on ${cpus()[0]?.model ?? "an unnamed CPU"} (${String(cpus().length)} cores), Node ${process.versions.node}.
Compare the ratios, not the microseconds: medians of rounds in which the engines take turns, with the
middle half in brackets.

## One whole decision

Request as text in, decision as text out, validated, in process. Beside it, how many times longer the
same decision takes by the SDK used plainly (without validation), by native OPA in process
(\`opa bench\`), and by an OPA server with the same bundle over HTTP, on one connection and on 16.

| Request | KB in → out | µs | SDK, plainly | native OPA | server, 1 | server, 16 |
|---|---|---|---|---|---|---|
${parts.decisions ?? ""}

## Beside other rule engines

The two-valued part of the law that any rule engine can say: a grade by five numbers, a route and its
limit, object in, object out. All engines have given the same answers to 200 random incidents first.

| Engine | µs | middle half | beside our host |
|---|---|---|---|
${parts.peers ?? ""}

## Growth

| | µs | |
|---|---|---|
${parts.growth ?? ""}

## Cold start, size, batch

${parts.cold ?? ""}

${parts.weight ?? ""}

${parts.batch ?? ""}

`;

await main();
