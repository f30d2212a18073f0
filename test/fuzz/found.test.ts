// Inputs on which something once failed, through the same doors again.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { outcomeOf } from "../../scripts/fuzz/door.js";
import { openDoors } from "../../scripts/fuzz/doors.js";

const folder = fileURLToPath(new URL("found", import.meta.url));
const doors = await openDoors();
afterAll(async () => {
  for (const { close } of doors) await close?.();
});

const inputs = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) =>
    readdirSync(join(folder, entry.name)).map((name) => ({ door: entry.name, name })),
  );

describe("what was found once", { timeout: 120_000 }, () => {
  it.each(inputs)("$door: $name is answered or refused by name", async ({ door, name }) => {
    const found = doors.find((one) => one.name === door);
    if (found === undefined) throw new Error(`there is no door ${door}`);
    const bytes = new Uint8Array(readFileSync(join(folder, door, name)));
    expect((await outcomeOf(found, bytes)).wrong).toBeNull();
  });
});

describe("a door", { timeout: 120_000 }, () => {
  it.each(doors.map(({ name }) => name))("%s takes its own seeds", async (name) => {
    const door = doors.find((one) => one.name === name)!;
    for (const seed of door.seeds.slice(0, 5)) {
      expect((await outcomeOf(door, seed)).wrong).toBeNull();
    }
  });

  it("that throws anything but a coded error is noticed", async () => {
    const broken = { seeds: [], take: () => JSON.parse("{") as never };
    expect((await outcomeOf(broken, new Uint8Array())).wrong).toMatch(/^throws SyntaxError/);
  });
});
