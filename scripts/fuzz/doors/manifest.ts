import { readBundle, writeBundle } from "../../../src/bundle/index.js";
import { stalenessOf } from "../../../src/bundle/activation/staleness.js";
import type { Door } from "../door.js";
import { smallBundle } from "../small-bundle.js";

const SEEDS: readonly object[] = [
  { revision: "fuzz", roots: ["law", "tables"] },
  {
    revision: "fuzz",
    roots: ["law", "tables"],
    rego_version: 1,
    wasm: [],
    file_rego_versions: { "/a.rego": 0 },
  },
  { revision: "fuzz", roots: [""], metadata: { not_after: "2027-12-31T23:59:59+08:00" } },
];

/** A manifest as OPA has it, in a bundle that is good otherwise. What is accepted names what it holds. */
export const open = async (): Promise<Door> => {
  const { files } = await readBundle(await smallBundle());
  return {
    seeds: SEEDS.map((manifest) => Buffer.from(JSON.stringify(manifest))),
    take: async (bytes) => {
      const archive = await writeBundle(new Map([...files, [".manifest", new Uint8Array(bytes)]]));
      const { manifest, data } = await readBundle(archive);
      const { revision, roots } = manifest;
      const { law } = data as { law?: { revision?: unknown } };
      if (law?.revision !== revision) throw new TypeError("a revision that the data have not");
      const outside = Object.keys(data).find((name) => !roots.some((root) => holds(root, name)));
      if (outside !== undefined) throw new TypeError(`data.${outside} is outside the roots`);
      const staleness = stalenessOf(manifest, () => 0);
      return [
        `roots ${String(roots.length)}`,
        String(staleness.notAfter),
        String(staleness.stale()),
      ];
    },
  };
};

/** Whether a root holds a member of the data, or a part of it. */
const holds = (root: string, name: string): boolean => {
  const [first = ""] = root.replace(/^\/+/, "").split("/");
  return first === "" || first === name;
};
