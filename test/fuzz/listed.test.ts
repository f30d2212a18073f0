// docs/security.md lists the doors that there are, and marks those that are no part of every run.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openDoors } from "../../scripts/fuzz/doors.js";

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("the page on security lists every door, and marks those that await something", async () => {
  const [, section = ""] = read("docs/security.md").split("### Fuzzed doors");
  const rows = [...section.matchAll(/^\| `([a-z-]+)`( \\?\*)? /gm)];
  const files = readdirSync(new URL("../../scripts/fuzz/doors", import.meta.url));
  expect(rows.map(([, name]) => `${String(name)}.ts`).sort()).toEqual(files.sort());
  const unmarked = rows.filter(([, , mark]) => mark === undefined).map(([, name]) => name);
  const opened = await openDoors();
  for (const { close } of opened) await close?.();
  expect(unmarked.sort()).toEqual(opened.map(({ name }) => name));
});
