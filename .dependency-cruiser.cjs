// The house: a folder of src/ is a room with one tenant, and doors open one way only.

/** Every room below src/ except the named ones. */
const except = (...rooms) => `^src/(?!(?:${rooms.join("|")})(?:/|\\.ts$))`;
const node = ["core"];

/** The packages of others whose code dist/ contains. */
const bundled = [
  "@clack/prompts",
  "@hono/node-server",
  "@open-policy-agent/opa-wasm",
  "ajv",
  "ajv-i18n",
  "canonicalize",
  "commander",
  "docx",
  "hono",
  "ical-generator",
  "jose",
  "log-update",
  "modern-tar",
  "picocolors",
  "pino",
  "yaml",
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "evaluator-stands-alone",
      comment:
        "src/evaluator is used by all rooms and uses none, errors and generated code excepted",
      severity: "error",
      from: { path: "^src/evaluator/" },
      to: { path: except("evaluator", "errors", "generated") },
    },
    {
      name: "generated-and-errors-stand-alone",
      comment: "what everyone uses may use nobody",
      severity: "error",
      from: { path: "^src/(generated/|errors\\.ts)" },
      to: { path: except("generated", "errors") },
    },
    {
      name: "bundle-knows-no-doors",
      comment:
        "src/bundle carries bytes; evaluation is for its activation, which tries what it carries",
      severity: "error",
      from: { path: "^src/bundle/" },
      to: { path: except("bundle", "errors", "evaluator", "generated") },
    },
    {
      name: "bytes-before-answers",
      comment: "reading, writing and signing bundles works without evaluating them",
      severity: "error",
      from: { path: "^src/bundle/(signature/|(?!index)[^/]+$)" },
      to: { path: "^src/(evaluator|bundle/(activation|source|node))/" },
    },
    {
      name: "doors-are-for-people",
      comment: "nobody imports the command line or the HTTP service",
      severity: "error",
      from: { path: "^src/(?!cli/)" },
      to: { path: "^src/cli/" },
    },
    {
      name: "http-is-a-door",
      comment: "only the command line opens the HTTP service",
      severity: "error",
      from: { path: "^src/(?!(?:http|cli)/)" },
      to: { path: "^src/http/" },
    },
    {
      name: "edge-rooms-without-node",
      comment: "the library's rooms run on edge workers and in browsers: no node: imports",
      severity: "error",
      from: {
        path: "^src/(evaluator|bundle|input|words|report|generated|http)/|^src/errors\\.ts",
        pathNot: "^src/(bundle|http)/node/",
      },
      to: { dependencyTypes: node },
    },
    {
      name: "node-parts-when-used",
      comment:
        "what needs Node is loaded when it is used, so that whoever bundles for the edge is free of it",
      severity: "error",
      from: { path: "^src/bundle/(?!node/)" },
      to: { path: "^src/bundle/node/", dynamic: false, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "one-file-knows-the-sdk",
      comment: "opa-wasm can be swapped as long as only src/evaluator/policy.ts knows it",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/evaluator/policy\\.ts$" },
      to: { path: "opa-wasm" },
    },
    {
      name: "no-circles",
      comment: "two files that need each other are one file, or three",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unknown-imports",
      comment:
        "an import that resolves to nothing, or to a package that package.json does not list",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true },
    },
    {
      name: "no-unlisted-packages",
      comment: "see no-unknown-imports",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "no-tools",
      comment: "dist/ bundles what src/ imports, so that users install nothing else: no tools",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: `^node_modules/(?:${bundled.join("|")})/` },
    },
    {
      name: "oracle-reads-the-law-only",
      comment:
        "the second implementation shares no code and no data file with the product: it imports its own files, and nothing by which it could read others",
      severity: "error",
      from: { path: "^test/oracle/", pathNot: "^test/oracle/(?:differential/|[^/]+\\.test\\.ts$)" },
      to: { path: "^(?!test/oracle/(?!differential/))" },
    },
    {
      name: "source-alone",
      comment: "src/ does not reach into tests, scripts or what was built",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|build|dist|policies)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
  },
};
