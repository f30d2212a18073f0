import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Machine } from "./machine.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a newcomer types, one after another, in a clean clone with empty caches, and what comes of it. */
export interface Case {
  readonly name: string;
  readonly machine: Machine;
  readonly commands: readonly Command[];
  /** Takes no download and a second or two: it is among the tests. */
  readonly quick?: true;
}

export interface Command {
  readonly line: readonly [string, ...string[]];
  /** What the output holds where it must work; the one line that says what to do where it can't. */
  readonly works?: RegExp;
  readonly refuses?: RegExp;
  /** The network is gone. */
  readonly offline?: true;
}

// What README names, and no other program of the machine that this runs on.
const COREUTILS = "cat chmod cp dirname head mkdir mkfifo rm sort stty tail touch".split(" ");
const DEBIAN = [...COREUTILS, "sh", "bash", "awk", "find", "gzip", "script", "sed", "tar"];
/** All but Node, and what OPA comes from. */
export const SYSTEM = [...DEBIAN, "git", "make", "openssl"];
export const NODE = ["node", "npm", "npx"];
const COMMON = [...SYSTEM, ...NODE];
const GO = "go";
const PYTHON = "python3";

const demo: Command = {
  line: ["make", "demo"],
  works: /at least major, up to particularly major|至少重大/,
};
const test: Command = { line: ["make", "test"], works: /^fuzz: .* 0 found/m };
const testWithoutRegal: Command = {
  ...test,
  works:
    /^regal skipped: .*: install Go [\d.]+ or newer, or Python 3 with pip$[^]*^fuzz: .* 0 found/m,
};
const refused = (refuses: RegExp): Command => ({ line: ["make", "demo"], refuses });

const NO_OPA =
  /^opa: not found, and nothing here to build it with: install OPA [\d.]+, Go [\d.]+ or newer, or Python 3 with pip$/;
const OLD_NODE = /^amrnci needs Node\.js 20 or newer; this is v18\.[\d.]+: https:\/\/nodejs\.org\//;
const TOO_OLD_TO_BUILD =
  /^amrnci needs Node\.js 20\.19 or newer; this is v(?:18|20\.11)\.[\d.]+: https:\/\/nodejs\.org\//;

const OLD_GO =
  'case "$*" in *GOVERSION*) echo go1.22.3;; *) echo "go version go1.22.3 linux/amd64";; esac';
const claims = (version: string): string =>
  `if [ "$1" = --version ]; then echo ${version}; else exit 1; fi`;

export const CASES: readonly Case[] = [
  {
    name: "with Go, and neither Python nor OPA; then offline",
    machine: { has: [...COMMON, GO] },
    commands: [demo, test, { ...demo, offline: true }, { ...test, offline: true }],
  },
  {
    name: "with Python, and neither Go nor OPA",
    machine: { has: [...COMMON, PYTHON] },
    commands: [demo, test],
  },
  {
    name: "with OPA, and neither Go nor Python",
    machine: { has: COMMON, programs: { opa: join(root, ".cache/bin/opa") } },
    commands: [demo, testWithoutRegal],
  },
  {
    name: "with none of the three",
    machine: { has: COMMON },
    commands: [refused(NO_OPA)],
    quick: true,
  },
  {
    name: "with a Go that is too old",
    machine: { has: COMMON, scripts: { go: OLD_GO } },
    commands: [refused(NO_OPA)],
    quick: true,
  },
  {
    name: "without Node",
    machine: { has: [...SYSTEM, GO] },
    commands: [refused(/^amrnci needs Node\.js 20\.19 or newer; there is no node on PATH: https:/)],
    quick: true,
  },
  {
    name: "without npm",
    machine: { has: [...SYSTEM, GO, "node"] },
    commands: [refused(/^amrnci needs npm, which usually comes with Node\.js: https:/)],
    quick: true,
  },
  {
    name: "with something that says it is Node 18",
    machine: { has: [...COMMON, GO], scripts: { node: claims("v18.20.8") } },
    commands: [refused(TOO_OLD_TO_BUILD)],
    quick: true,
  },
  {
    name: "with something that says it is an early Node 20, which runs what is built and builds nothing",
    machine: { has: [...COMMON, GO], scripts: { node: claims("v20.11.1") } },
    commands: [refused(TOO_OLD_TO_BUILD)],
    quick: true,
  },
];

/** What needs a real Node 18, by its path: it comes from the npm registry. */
export const oldNodeCases = (node: string): readonly Case[] => [
  {
    name: "with Node 18",
    machine: { has: [...COMMON, GO], programs: { node } },
    commands: [
      refused(TOO_OLD_TO_BUILD),
      // What was built elsewhere.
      { line: ["node", join(root, "dist/cli.js"), "--version", "--lang", "en"], refuses: OLD_NODE },
      {
        line: ["node", join(root, "dist/cli.js"), "--version", "--lang", "zh"],
        refuses: /^amrnci 需要 Node\.js 20 或更高版本，当前为 v18\./,
      },
    ],
  },
];
