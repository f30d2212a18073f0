/** Requests aimed at the edges of their own decision: due to the second, a limit or one below it. */
import { readingsOf, READINGS, type ReadingName } from "../readings.js";
import { decide, parseTime, randomRequest, type OracleDecision } from "../index.js";
import { Dice } from "../generate/dice.js";
import { written } from "../generate/times.js";
import { entry } from "../generate/values.js";
import { boundsOf, copyOf, incidentOf, listed } from "../../unknowns/places.js";
import { placesOf, state, type Doc } from "../../unknowns/places.js";
import { removeOne } from "../../unknowns/removing.js";
import { known } from "../../unknowns/stating.js";

/** One change that the decision so far suggests. */
type Aim = (request: Doc, decision: OracleDecision, dice: Dice) => Doc;

/** A second before, the very second, a second after. */
const ABOUT = [-1, 0, 0, 1];

const dueOf = ({ duties }: OracleDecision, dice: Dice): number | null => {
  const times = duties.flatMap(({ due }) => (due === null ? [] : [due]));
  return times.length === 0 ? null : parseTime(dice.pick(times));
};

const now: Aim = (request, decision, dice) => {
  const due = dueOf(decision, dice);
  if (due !== null) request.as_of = written(dice, due + dice.pick(ABOUT));
  return request;
};

/** Some duty is reported about when it is due; first reports, on which others wait, more often. */
const report: Aim = (request, decision, dice) => {
  const first = decision.duties.filter(({ id }) => id.startsWith("operator.first_report."));
  const from = first.length > 0 && dice.chance(0.3) ? first : decision.duties;
  if (from.length === 0) return request;
  const { id, due, from: began } = dice.pick(from);
  const about = parseTime(due ?? began ?? "2025-12-22T22:00:00+08:00") ?? 0;
  const sent = about + dice.pick(ABOUT);
  const added = entry({
    duty: id,
    sent_at: dice.chance(0.9) ? written(dice, sent) : undefined,
    received_at: dice.chance(0.8) ? written(dice, sent + dice.pick([0, 1, 600])) : undefined,
    items: dice.chance(0.3) ? dice.some([1, 2, 3, 4, 5, 6, 7, 8], 0.8) : undefined,
  });
  const incident = incidentOf(request);
  const { entries, open } = listed(incident.reports ?? []);
  const reports = [...entries, added];
  incident.reports = open ? { at_least: reports } : reports;
  return request;
};

const answer: Aim = (request, { questions }, dice) => {
  if (questions.length === 0) return request;
  const { path } = dice.pick(questions);
  const place = placesOf(request).find((one) => one.path === path);
  if (place) state(request, path, known(place.kind, place.value, dice));
  return request;
};

const number: Aim = (request, _, dice) => {
  const numbers = placesOf(request).filter(({ kind }) => kind.type === "quantity");
  const { path, kind, value } = dice.pick(numbers);
  if (kind.type !== "quantity") return request;
  const limit = Math.min(kind.most, dice.pick([0, ...kind.limits, kind.most]));
  const to = Math.max(0, Math.min(kind.most, limit + dice.pick(ABOUT)));
  const [low, high] = boundsOf(kind, value);
  const bounded = [{ at_least: Math.min(low, to) }, { at_most: Math.max(high, to) }];
  state(request, path, dice.pick([to, to, { at_least: to, at_most: to }, ...bounded]));
  return request;
};

const reading: Aim = (request, _, dice) => {
  const name = dice.pick(Object.keys(READINGS) as ReadingName[]);
  const options = READINGS[name].filter((option) => option !== readingsOf(request)[name]);
  const given = typeof request.readings === "object" ? request.readings : {};
  request.readings = { ...given, [name]: dice.pick<string>(options) };
  return request;
};

const forget: Aim = (request, _, dice) => removeOne(request, dice);

const AIMS: readonly Aim[] = [now, report, report, answer, answer, number, reading, forget];

/** A valid request; the same seed gives the same request. */
export const adversarialRequest = (seed: number): unknown => {
  const dice = new Dice(seed ^ 0x2c1b3c6d);
  const start = copyOf(randomRequest(dice.between(0, 2 ** 31 - 1)));
  const steps = dice.pick([1, 2, 3, 4, 6]);
  return Array.from({ length: steps }).reduce<Doc>(
    (request) => dice.pick(AIMS)(request, decide(request), dice),
    start,
  );
};
