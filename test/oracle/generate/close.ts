/** Closes open facts of a request until few enough are left to go through every completion. */
import { list } from "../domain.js";
import { componentsOf } from "../components.js";
import { member } from "../json.js";
import { readingsOf } from "../readings.js";
import { settingsOf } from "../scope.js";
import type { Node } from "../space.js";
import type { Dice } from "./dice.js";

const FEW = 1_500;

function completionsOf(node: Node): number {
  if (node.op !== "leaf") return completionsOf(node.left) * completionsOf(node.right);
  return node.facts.reduce((product, fact) => product * fact.values.length, 1);
}

function completions(request: unknown): number {
  const parts = componentsOf(request, readingsOf(request)).map((part) => completionsOf(part.node));
  const settings = Object.entries(settingsOf(request))
    .filter(([name]) => name !== "cii")
    .map(([, domain]) => domain.values.length);
  return [...parts, ...settings].reduce((product, size) => product * size, 1);
}

interface Place {
  holder: Record<string, unknown>;
  name: string;
}

/** Where a fact is open: unknown, bounded, or an open list. */
function openPlaces(value: unknown, found: Place[] = []): Place[] {
  if (typeof value !== "object" || value === null) return found;
  const holder = value as Record<string, unknown>;
  for (const [name, held] of Object.entries(holder)) {
    // An entry of a list is no fact, even where it states nothing.
    const bounded = typeof held === "object" && held !== null && !Array.isArray(held);
    const open =
      held === "unknown" ||
      (bounded && ("at_least" in held || "at_most" in held || Object.keys(held).length === 0));
    if (open && !Array.isArray(value)) found.push({ holder, name });
    openPlaces(held, found);
  }
  return found;
}

/** What entries must state; the operator's kind may be left out. */
const REQUIRED: Record<string, unknown> = {
  kind: "government_portal",
  category: "important",
  effects: ["lost"],
};

export function closeQuestions(request: Record<string, unknown>, dice: Dice): void {
  const incident = member(request, "incident") as Record<string, unknown>;
  incident.unstated = "none";
  while (completions(request) > FEW) {
    const places = openPlaces(incident);
    if (places.length === 0) return;
    const { holder, name } = dice.pick(places);
    const entries = list(holder[name], "unknown").entries;
    // Left out now means none; what may not be left out gets a value.
    if (name in REQUIRED && holder !== incident.operator) holder[name] = REQUIRED[name];
    else if (entries.length > 0) holder[name] = [...entries];
    else Reflect.deleteProperty(holder, name);
  }
}
