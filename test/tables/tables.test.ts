// What the rules look up instead of reckoning agrees with itself, with the contract and with the schemas.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { applied } from "../../scripts/mutate/data.js";
import { tableProblems, type Tables } from "./problems.js";

const read = (name: string): unknown =>
  parse(readFileSync(`policies/tables/${name}/data.yaml`, "utf8"));
const shipped = Object.fromEntries(
  ["choices", "criteria", "request"].map((name) => [name, read(name)]),
) as unknown as Tables;

describe("the tables of the rules", () => {
  it("have no problem", () => {
    expect(tableProblems(shipped)).toEqual([]);
  });

  it.each<[place: string, to: unknown, problem: RegExp]>([
    ["choices.ladders.severity.certain.low", 2, /severity certain/],
    ["choices.ladders.level.unknown.high", 5, /level unknown/],
    ["choices.at_or_above.scale.0", ["smaller", "large", "massive"], /at or above of scale/],
    ["choices.sets.cause.unknown", ["attack", "fault", "other"], /cause unknown/],
    ["choices.quantity_high", 1e14, /largest quantity/],
    ["criteria.descending.3", 9, /descending/],
    ["request.objects.1.members.title", undefined, /\/incident/],
    ["request.kinds.cause.words.fault", undefined, /cause's words/],
    ["request.lists.0.required", [], /required of/],
    ["request", undefined, /can't be read/],
  ])("are seen to differ at %s", (place, to, problem) => {
    const changed = applied(shipped, place.split("."), to) as Tables;
    expect(tableProblems(changed).join("\n")).toMatch(problem);
  });
});
