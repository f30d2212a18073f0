// Runs the tests of the policies, and fails where a line of Rego is not covered by any.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

interface Range {
  start: { row: number };
  end: { row: number };
}
interface Coverage {
  files: Record<string, { not_covered?: Range[] }>;
  coverage: number;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const opaTest = (...flags: string[]) =>
  // A busy machine may need longer than the 5 seconds that a test has by default.
  spawnSync(".cache/bin/opa", ["test", "--bundle", "policies", "--timeout", "120s", ...flags], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });

// Two runs: with --coverage OPA does not say which test failed.
const plain = opaTest();
const covered =
  plain.status === 0 ? opaTest("--coverage", "--format", "json", "--coverage-runs=") : plain;

if (covered.status !== 0) {
  process.stderr.write(covered.stdout + covered.stderr);
  process.exitCode = 1;
} else {
  const { files, coverage } = JSON.parse(covered.stdout) as Coverage;
  const gaps = Object.entries(files).flatMap(([file, { not_covered }]) =>
    (not_covered ?? []).map(({ start, end }) =>
      start.row === end.row ? `${file}:${start.row}` : `${file}:${start.row}-${end.row}`,
    ),
  );
  for (const gap of gaps) console.error(`${gap} no test reaches this`);
  console.log(`${plain.stdout.trim()}; coverage ${coverage} %`);
  if (gaps.length > 0) process.exitCode = 1;
}
