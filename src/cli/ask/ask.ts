import type { Evaluator } from "../../evaluator/index.js";
import { parseMoment } from "../../interview/index.js";
import { askWords } from "../../words/ask.js";
import { createSpeech, createTerms, fill } from "../../words/index.js";
import type { Context } from "../context.js";
import type { Decision, Question } from "../decision.js";
import { pretty } from "../evaluate/pretty.js";
import { asOfOf, isObject, type JsonObject } from "../evaluate/request.js";
import { EXIT, type ExitCode } from "../exit.js";
import { Failure } from "../failure.js";
import type { BundleFlag } from "../flags.js";
import { write } from "../io/write.js";
import { openEvaluator } from "../open-evaluator.js";
import { askFact, type Asking } from "./fact.js";
import { type IncidentFile, openIncident } from "./file.js";
import { createPrompts, Stopped } from "./prompts.js";
import { stateOf } from "./state.js";
import { whyOf } from "./why.js";

interface Interview {
  readonly context: Context;
  readonly evaluator: Evaluator;
  readonly file: IncidentFile;
  readonly asking: Asking;
}

/**
 * The `ask` command: asks for the fact that matters most, again and again, until no answer can change
 * anything more. Each answer is in the file at once, so that an interview can be ended at any time.
 */
export async function ask(context: Context, path: string, flags: BundleFlag): Promise<ExitCode> {
  const words = askWords(context.language);
  if (!context.stdin.isTTY || !context.stderr.isTTY) {
    throw new Failure(EXIT.wrongUse, "usage", words.no_terminal);
  }
  const evaluator = await openEvaluator(context, flags);
  const file = await openIncident(context, path);
  const terms = createTerms(evaluator.data, null, context.language);
  const speech = createSpeech(context.words, terms, context.language);
  const prompts = createPrompts(context);
  const { language } = context;
  const asking: Asking = { prompts, terms, speech, language };
  const interview: Interview = { context, evaluator, file, asking };
  // A file that holds something else is refused before the first question.
  if (!file.isNew) decide(interview);
  prompts.begin(words.intro, words.intro_note);
  try {
    await begin(interview);
    const open = await askAll(interview);
    if (open > 0) prompts.say(fill(words.done_open, { n: open, file: path }));
    prompts.end(`${words.done} ${fill(words.written, { file: path })}`);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    prompts.end(fill(words.stopped, { file: path }));
    return EXIT.bad;
  }
  const { request, decision } = decide(interview);
  const comparison = evaluator.compareReadings(request);
  const answer = { request, decision, comparison, data: evaluator.data };
  await write(context.stdout, pretty(context, answer));
  return EXIT.good;
}

/** Name and start of the clock: without them there is no incident and no due time. */
const begin = async ({ context, file, asking }: Interview): Promise<void> => {
  const words = askWords(context.language);
  const { prompts } = asking;
  const incident = incidentOf(file);
  if (incident.id === undefined) {
    const today = (parseMoment("now", new Date()) ?? "").slice(0, 16).replace(/[-:T]/g, "");
    const check = (text: string): string | undefined =>
      text.trim() === "" || text.length > 200 ? words.bad_id : undefined;
    await file.state("/id", await prompts.text(words.ask_id, "", check, `incident-${today}`));
  }
  const times = isObject(incident.times) ? incident.times : {};
  if (times.discovered_at !== undefined || times.learned_at !== undefined) return;
  const typed = await prompts.text(words.ask_discovered, words.hint_moment, (text) =>
    parseMoment(text, new Date()) === null ? words.bad_moment : undefined,
  );
  const moment = parseMoment(typed, new Date());
  if (moment === null || moment === "unknown") return;
  prompts.say(fill(words.noted, { value: `${asking.speech.beijing(moment)} +08:00` }));
  await file.state("/times/discovered_at", moment);
};

/** Asks until nothing is left that could change anything; gives how many facts stay open. */
const askAll = async (interview: Interview): Promise<number> => {
  const words = askWords(interview.context.language);
  const { prompts } = interview.asking;
  // What was answered in an earlier interview is not asked again before the rest.
  const answered = new Set(
    decide(interview)
      .decision.questions.map(({ path }) => path)
      .filter((path) => valueAt(incidentOf(interview.file), path) !== undefined),
  );
  const before = new Set(answered);
  for (;;) {
    const { decision, asOf } = decide(interview);
    const question = decision.questions.find(({ path }) => !answered.has(path));
    if (question !== undefined) {
      await askOne(interview, question, decision, asOf);
      answered.add(question.path);
      continue;
    }
    const open = decision.questions.length;
    const again = decision.questions.filter(({ path }) => before.has(path));
    if (again.length === 0) return open;
    before.clear();
    const choices = [true, false].map((value) => ({
      value,
      label: interview.asking.terms.word("yes_no", String(value)),
    }));
    if (!(await prompts.choose(fill(words.again, { n: again.length }), choices))) return open;
    for (const { path } of again) answered.delete(path);
  }
};

const askOne = async (
  { context, file, asking }: Interview,
  question: Question,
  decision: Decision,
  asOf: string,
): Promise<void> => {
  const { path, decides } = question;
  asking.prompts.say(stateOf(asking, context.words, decision, asOf));
  const why = whyOf(asking, context.words, decision, question);
  const value = await askFact(asking, path, why, decides);
  // What was typed is told as it was understood; what was chosen stands there already.
  if ("at_least" in decides && !Array.isArray(value) && !hasEntries(value)) {
    const said = asking.speech.value(path, value, decides);
    asking.prompts.say(fill(askWords(context.language).noted, { value: said }));
  }
  await file.state(path, value);
};

const hasEntries = (value: unknown): boolean => isObject(value) && Array.isArray(value.at_least);

const decide = ({
  context,
  evaluator,
  file,
}: Interview): { request: JsonObject; decision: Decision; asOf: string } => {
  const asOf = asOfOf(context, "now");
  const request = { ...file.request(), as_of: asOf };
  return { request, decision: evaluator.evaluate(request), asOf };
};

const incidentOf = (file: IncidentFile): JsonObject => {
  const { incident } = file.request();
  return isObject(incident) ? incident : {};
};

const valueAt = (incident: JsonObject, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
      incident,
    );
