// `make proof`: a million seeded requests, random and adversarial, through our host and the independent
// oracle, and a tenth of them through an unmodified OPA as well, on all cores. What differs is made as
// small as it gets and kept in .cache/proof as the draft of a fixture. PROOF_REQUESTS, PROOF_SEED and
// PROOF_NATIVE (one in how many) vary it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { keepCounterexample } from "../test/oracle/differential/keep.js";
import type { Report, Task } from "./proof/worker.js";

const count = Number(process.env.PROOF_REQUESTS ?? 1_000_000);
const first = Number(process.env.PROOF_SEED ?? 1_000_000);
const native = Number(process.env.PROOF_NATIVE ?? 10);

const main = async (): Promise<void> => {
  const started = Date.now();
  const workers = availableParallelism();
  const share = Math.ceil(count / workers);
  const totals = { requests: 0, native: 0, differences: 0 };
  let told = 0;

  const hear = (report: Report): void => {
    totals.requests += report.requests;
    totals.native += report.native;
    for (const found of report.found) {
      totals.differences += 1;
      const draft = keepCounterexample(found);
      console.error(`${found.name}: ${found.between.join(" and ")} differ, see ${draft}`);
    }
    if (totals.requests - told >= count / 20) {
      told = totals.requests;
      const minutes = (Date.now() - started) / 60_000;
      const left = (minutes / told) * (count - told);
      console.log(
        `${told.toLocaleString("en")} requests, ${String(totals.differences)} differences, ` +
          `${minutes.toFixed(1)} min, about ${left.toFixed(1)} min left`,
      );
    }
  };

  const run = async (worker: number): Promise<void> => {
    const from = first + worker * share;
    const task: Task = { from, to: Math.min(from + share, first + count), native };
    const child = fork(new URL("./proof/worker.ts", import.meta.url), [JSON.stringify(task)], {
      execArgv: ["--import", "tsx"],
    });
    child.on("message", hear);
    const [code] = (await once(child, "exit")) as [number | null];
    if (code !== 0) throw new Error(`a worker ended with ${String(code)}`);
  };

  await Promise.all(Array.from({ length: workers }, (_, worker) => run(worker)));
  const seconds = Math.round((Date.now() - started) / 1_000);
  console.log(
    `proof: ${totals.requests.toLocaleString("en")} requests from seed ${String(first)}, ` +
      `${totals.native.toLocaleString("en")} of them also through native OPA: ` +
      `${String(totals.differences)} differences, ${String(seconds)} s on ${String(workers)} cores`,
  );
  if (totals.differences > 0) process.exitCode = 1;
};

await main();
