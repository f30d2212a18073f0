// docs/security.md lists the doors that there are.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("the page on security lists every door", () => {
  const [, section = ""] = read("docs/security.md").split("### Fuzzed doors");
  const listed = [...section.matchAll(/^\| `([a-z-]+)` /gm)].map(([, name]) => name);
  const doors = readdirSync(new URL("../../scripts/fuzz/doors", import.meta.url)).map((file) =>
    file.replace(/\.ts$/, ""),
  );
  expect(listed.sort()).toEqual(doors.sort());
});
