// docs/security.md lists the doors that there are, and marks those that are no part of every run.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("the page on security lists every door, and marks those that await something", () => {
  const [, section = ""] = read("docs/security.md").split("### Fuzzed doors");
  const listed = [...section.matchAll(/^\| `([a-z-]+)`( \*)? /gm)].map(
    ([, name, mark]) => `${String(name)}${mark ?? ""}`,
  );
  const doors = readdirSync(new URL("../../scripts/fuzz/doors", import.meta.url)).map((file) => {
    const awaits = /^export const awaits\b/m.test(read(`scripts/fuzz/doors/${file}`));
    return file.replace(/\.ts$/, awaits ? " *" : "");
  });
  expect(listed.sort()).toEqual(doors.sort());
});
