// How an answer grows with the length of a list, and with the number of versions of the law.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createEvaluatorFrom } from "../../src/evaluator/index.js";
import { documents, SETTLED } from "./documents.js";
import { sayUs, timeTogether } from "./time.js";

interface Law {
  law: Record<string, unknown> & { versions: { id: string; valid_from: string }[] };
}

/** Rows of the table of growth, as Markdown. */
export const growthRows = async (root: string): Promise<string[]> => {
  const wasm = readFileSync(join(root, "build/policy.wasm"));
  const data = JSON.parse(readFileSync(join(root, "build/data.json"), "utf8")) as Law;
  const evaluator = await createEvaluatorFrom({ wasm, data });

  const site = {
    kind: "government_portal",
    level: "county",
    cause: "attack",
    unreachable_minutes: 50,
  };
  const withSites = (count: number): object => ({
    incident: {
      id: "bench",
      unstated: "none",
      impact: { sites: Array.from({ length: count }, () => site) },
    },
  });
  const lists = await timeTogether(
    Object.fromEntries(
      [10, 100, 1_000].map((count) => {
        const request = withSites(count);
        return [String(count), () => evaluator.evaluateToJson(request)];
      }),
    ),
  );
  const ten = lists[10]?.us ?? NaN;
  const rows = Object.entries(lists).map(
    ([count, { us }]) =>
      `| ${Number(count).toLocaleString("en")} sites | ${sayUs(us)} | ${count === "10" ? "" : `${((us - ten) / (Number(count) - 10)).toFixed(2)} µs a site more`} |`,
  );

  const request = documents[SETTLED] ?? {};
  const many = await createEvaluatorFrom({ wasm, data: withVersions(data, 100) });
  const versions = await timeTogether({
    one: () => evaluator.evaluateToJson(request),
    hundred: () => many.evaluateToJson(request),
  });
  return [
    ...rows,
    `| 100 versions of the law | ${sayUs(versions.hundred.us)} | ${versions.hundred.times.toFixed(2)} × one version |`,
  ];
};

// The same rules a hundred times over; the oldest is the one that applies to the request.
const withVersions = ({ law, ...rest }: Law, count: number): Law => {
  const [version] = law.versions;
  if (version === undefined) throw new Error("no version");
  const later = Array.from({ length: count - 1 }, (_, n) => `${String(2027 + n)}-01-01`);
  const versions = [...later.reverse().map((id) => ({ id, valid_from: id })), version];
  const rules = Object.fromEntries(versions.map(({ id }) => [id, law[version.id]]));
  return { ...rest, law: { ...law, ...rules, versions } };
};
