// A consumer of a queue; here the queue is standard input, a message a line:
//   echo '{"id": "2025-001"}' | node queue.mjs
import { createInterface } from "node:readline";
import { createEvaluator } from "amrnci";
import { createQueueFunction } from "amrnci/http";

const decide = createQueueFunction({ rules: await createEvaluator() });
for await (const message of createInterface({ input: process.stdin })) {
  const { ok, body, headers } = decide(message);
  console.log(
    JSON.stringify({ to: ok ? "incidents.decided" : "incidents.refused", headers, body }),
  );
}
