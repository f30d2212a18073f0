/** Where the facts stand in a request, and how to state or take away one of them. */
import { list, type List } from "../oracle/domain.js";
import { member } from "../oracle/json.js";
import { FACTS, type Kind, type Quantity } from "./facts.js";

export type Doc = Record<string, unknown>;

/** A fact's place in an incident, whether it is stated or not. */
export interface Place {
  /** JSON Pointer into the incident. */
  readonly path: string;
  readonly kind: Kind;
  /** Undefined where it is left out. */
  readonly value: unknown;
}

export const incidentOf = (request: unknown): Doc => member(request, "incident") as Doc;

export const leftOutMeansNone = (request: unknown): boolean =>
  member(request, "incident", "unstated") === "none";

/** A list's entries, whatever it says of further ones. */
export const listed = (value: unknown): List => list(value, "unknown");

/** Every place of a request's incident, those inside entries included. */
export const placesOf = (request: unknown): Place[] =>
  Object.entries(FACTS).flatMap(([path, kind]) => placesAt(incidentOf(request), path, kind));

const placesAt = (incident: Doc, path: string, kind: Kind): Place[] => {
  const value = member(incident, ...path.split("/").slice(1));
  const place = { path, kind, value };
  if (kind.type !== "entries") return [place];
  const { entries, below } = listed(value);
  const inside = entries.flatMap((entry, index) =>
    Object.entries(kind.members).map(([name, of]) => ({
      path: `${path}${below}/${String(index)}/${name}`,
      kind: of,
      value: member(entry, name),
    })),
  );
  return [place, ...inside];
};

/** Lowest and highest number that a quantity may still be. */
export const boundsOf = ({ most }: Quantity, value: unknown): [number, number] => {
  if (typeof value === "number") return [value, value];
  const low = member(value, "at_least");
  const high = member(value, "at_most");
  return [typeof low === "number" ? low : 0, typeof high === "number" ? high : most];
};

/** True where more could be said of the fact than is. */
export const isOpen = ({ kind, value }: Place, none: boolean): boolean => {
  if (value === undefined) return !none;
  if (kind.type === "quantity") {
    const [low, high] = boundsOf(kind, value);
    return low < high;
  }
  if (kind.type === "entries" || kind.type === "words") return !Array.isArray(value);
  return value === "unknown";
};

/** A copy of a request whose facts may be changed. */
export const copyOf = (request: unknown): Doc => structuredClone(request) as Doc;

/** States a fact in place; groups that are not there yet come into being. */
export const state = (request: Doc, path: string, value: unknown): void => {
  const names = path.split("/").slice(1);
  const last = names.pop() ?? "";
  const holder = names.reduce<Doc>((at, name) => (at[name] ??= {}) as Doc, request.incident as Doc);
  holder[last] = value;
};

/** Leaves a member out, if it was there. */
export const leaveOut = (request: Doc, path: string): void => {
  const names = path.split("/").slice(1);
  const last = names.pop() ?? "";
  const holder = names.reduce<unknown>(
    (at, name) => (typeof at === "object" && at !== null ? (at as Doc)[name] : undefined),
    request.incident,
  );
  if (typeof holder === "object" && holder !== null) Reflect.deleteProperty(holder, last);
};
