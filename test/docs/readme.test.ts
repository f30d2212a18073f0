// The README shows what the command really prints: each piece between […] stands in the output.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(`${root}/README.md`, "utf8");
const transcripts = [...readme.matchAll(/```console\n\$ node (.+)\n([^]*?)```/g)];

it("has a transcript", () => {
  expect(transcripts).toHaveLength(1);
});

it.each(transcripts.map(([, command, shown]) => [command ?? "", shown ?? ""]))(
  "node %s",
  (command, shown) => {
    const printed = execFileSync(process.execPath, command.split(" "), {
      cwd: root,
      encoding: "utf8",
    });
    for (const piece of shown.split("[…]\n")) expect(printed).toContain(piece.trimEnd());
  },
);
