import type { Incident } from "../../generated/types.js";
import type { FactReference } from "../law.js";
import { factAt, isOpenList } from "./flatten.js";

/** Whether something happened, as far as the incident says: unknown is never "no". */
export type Presence = "present" | "absent" | "unknown";

/** Whether what a reference names is surely there, surely not there, or neither. */
export const presenceOf = (incident: Incident, { path, category }: FactReference): Presence => {
  const value = factAt(incident, path);
  if (value === undefined) return incident.unstated === "none" ? "absent" : "unknown";
  if (typeof value === "boolean") return value ? "present" : "absent";
  if (typeof value === "number") return value > 0 ? "present" : "absent";
  if (Array.isArray(value)) return ofEntries(value as unknown[], true, category);
  if (isOpenList(value)) return ofEntries(value.at_least, false, category);
  if (typeof value === "object" && value !== null) {
    const { at_least: low = 0, at_most: high } = value as { at_least?: number; at_most?: number };
    if (low > 0) return "present";
    return high === 0 ? "absent" : "unknown";
  }
  return "unknown";
};

const ofEntries = (
  entries: readonly unknown[],
  complete: boolean,
  category: string | undefined,
): Presence => {
  const categories = entries.map((entry) => (entry as { category?: unknown }).category);
  const matches = (one: unknown): boolean => category === undefined || one === category;
  if (categories.some(matches)) return "present";
  return complete && !categories.includes("unknown") ? "absent" : "unknown";
};

/** Whether any of several facts is there. Nothing to go by is unknown. */
export const presenceOfAny = (
  incident: Incident,
  references: readonly FactReference[],
): Presence => {
  const found = references.map((one) => presenceOf(incident, one));
  if (found.includes("present")) return "present";
  return found.length > 0 && found.every((one) => one === "absent") ? "absent" : "unknown";
};
