// `make bench`: how fast an answer is, as ratios against peers in the same run, written to
// docs/benchmarks.md. Absolute figures move with the machine; the ratios are what to compare.
// `--only decision,peers,growth,cold,size,batch,records` prints some of the tables and writes nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { batchRows } from "./bench/batch.js";
import { decisionRows } from "./bench/decision.js";
import { documents, SETTLED } from "./bench/documents.js";
import { growthRows } from "./bench/growth.js";
import { peerRows } from "./bench/peers.js";
import { coldStart, sizeRows } from "./bench/process.js";
import { recordRows } from "./bench/records.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = `${root}docs/benchmarks.md`;

/** From here on the page is written by people: what the goals were, and what was tried. */
const BY_HAND = "## Goals";

let compared = 0;

const TABLES: Record<string, () => Promise<string[]> | string[]> = {
  decision: async () => {
    const { rows, compared: count } = await decisionRows(root);
    compared = count;
    return rows;
  },
  peers: () => peerRows(root),
  growth: () => growthRows(root),
  cold: () => coldStart(root),
  size: () => sizeRows(root),
  batch: () => batchRows(root, JSON.stringify(documents[SETTLED])),
  records: () => recordRows(root, JSON.stringify(documents[SETTLED])),
};

const main = async (): Promise<void> => {
  const only = process.argv[process.argv.indexOf("--only") + 1]?.split(",");
  const some = process.argv.includes("--only") ? only : undefined;
  const parts: Record<string, string> = {};
  for (const [name, rows] of Object.entries(TABLES)) {
    if (some !== undefined && !some.includes(name)) continue;
    const text = (await rows()).join("\n");
    console.log(`${text}\n`);
    parts[name] = text;
  }
  if (some !== undefined) return;
  const kept = readFileSync(path, "utf8");
  writeFileSync(path, page(parts) + kept.slice(kept.indexOf(BY_HAND)));
};

const page = (parts: Record<string, string>): string => `# Benchmarks

Written by \`make bench\`; figures of one run on ${cpus()[0]?.model ?? "an unnamed CPU"} (${String(cpus().length)} cores), Node ${process.versions.node}.
Compare the ratios, not the microseconds. Times in process are processor time (threads for garbage
included), so that they count the work and not what else the machine does: medians of rounds in which
the engines take turns, with the middle half in brackets.

## One whole decision

Request as text in, decision as text out, in process. **Hand-written** is the whole decision as plain
TypeScript (\`scripts/bench/hand/\`), which reads the same data, is given requests by the same parser and the
same validation as our host, and is asserted equal to the policy member by member in the same run, on
${compared.toLocaleString("en")} requests. Beside it, how many times longer than ours the same decision takes by the SDK used plainly
(without validation), by native OPA in process (\`opa bench\`), and by an OPA server with the same bundle over
HTTP: its own processor time, and by the clock on one connection and on 16.

| Request | KB in → out | hand-written, µs | ours, µs | ours ÷ hand | SDK, plainly | native OPA | OPA server, CPU | by the clock: 1, 16 |
|---|---|---|---|---|---|---|---|---|
${parts.decision ?? ""}

## Beside other rule engines

The two-valued part of the law that any rule engine can say: a grade by five numbers, a route and its
limit, object in, object out. All engines have given the same answers to 200 random incidents first.

| Engine | µs | middle half | beside our host |
|---|---|---|---|
${parts.peers ?? ""}

## Growth

The 100 versions are the case that costs most: the oldest applies, and all are newer.

| | µs | |
|---|---|---|
${parts.growth ?? ""}

## Cold start

| | processor time, ms | by the clock, ms |
|---|---|---|
${parts.cold ?? ""}

## Size

| | KB, gzipped |
|---|---|
${parts.size ?? ""}

## Batch

${Number(process.env.BENCH_LINES ?? 100_000).toLocaleString("en")} settled requests as lines through a process. The hand-written decision stands in the same harness.

| | lines a second by the clock | lines a second of processor time | peak memory, MB |
|---|---|---|---|
${parts.batch ?? ""}

## Records

\`batch --records\` over 10,000 of the same lines, by \`--records-fsync\` ([records.md](records.md)); one record after the
other, so that with \`always\` it is the disk that counts. Beside the same without records: by the clock, and by
processor time.

| Records | lines a second by the clock | lines a second of processor time | beside none |
|---|---|---|---|
${parts.records ?? ""}

`;

await main();
