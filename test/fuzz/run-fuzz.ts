// Runs the fuzzer as `make fuzz` does, at the doors of these tests.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

const SETTING = {
  FUZZ_DOORS: "test/fuzz/doors",
  FUZZ_SECONDS: "600",
  FUZZ_SEED: "1",
  FUZZ_WORKERS: "1",
};

export const fuzz = (
  given: Readonly<Record<string, string>>,
): Promise<{ code: number; said: string }> => {
  const env = { ...process.env, ...SETTING, ...given };
  const ended = run(process.execPath, ["--import", "tsx", "scripts/fuzz.ts"], { cwd: root, env });
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    },
  );
};
