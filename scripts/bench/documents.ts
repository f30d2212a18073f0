import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));

const example = (name: string): object =>
  parse(readFileSync(`${examples}${name}`, "utf8")) as object;

/** The requests that are timed. */
export const documents: Record<string, object> = {
  "real incident (Coupang, supplement)": example("coupang-2025-supplement.json"),
  "real incident (Optus)": example("optus-2023-outage.yaml"),
  "nothing stated": { incident: { id: "bench" } },
  "settled (all stated or ruled out)": {
    as_of: "2025-12-23T00:30:00+08:00",
    incident: {
      id: "bench",
      unstated: "none",
      times: { discovered_at: "2025-12-22T22:00:00+08:00" },
      operator: { kind: "other", province: "CN-SH" },
      impact: {
        personal_information: { persons_leaked: 1_200_000 },
        direct_economic_loss_yuan: 6_000_000,
      },
    },
  },
  "100 sites": {
    incident: {
      id: "bench",
      unstated: "none",
      impact: {
        sites: Array.from({ length: 100 }, () => ({
          kind: "government_portal",
          level: "county",
          cause: "attack",
          unreachable_minutes: 50,
        })),
      },
    },
  },
};

/** A request of which everything that matters is known; what a batch is full of. */
export const SETTLED = "settled (all stated or ruled out)";
