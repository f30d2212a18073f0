import { channels } from "./channels.js";
import { comparison } from "./comparison.js";
import { contents } from "./contents.js";
import { criteriaMet } from "./criteria-met.js";
import { criteriaUndecided } from "./criteria-undecided.js";
import { duties } from "./duties.js";
import { footer } from "./footer.js";
import { headline } from "./headline.js";
import { liability } from "./liability.js";
import { fill } from "../../../words/index.js";
import { notices } from "./notices.js";
import { questions } from "./questions.js";
import { related } from "./related.js";
import { thresholds } from "./thresholds.js";
import type { View } from "./view.js";

/** The whole answer for people, in the order in which an incident commander needs it. */
export function render(view: View): string {
  const { decision, words } = view;
  const reports = decision.duties.length > 0;
  const sections: [string, string[]][] = [
    [words.duties, reports ? duties(view) : []],
    [words.criteria_met, criteriaMet(view)],
    [words.criteria_undecided, reports ? [...criteriaUndecided(view), ...notMet(view)] : []],
    [words.questions, reports ? questions(view) : []],
    [words.thresholds, reports ? thresholds(view) : []],
    [words.comparison, comparison(view)],
    [words.notices, notices(view)],
    [words.contents, reports && decision.reportable !== "no" ? contents(view) : []],
    [words.liability, liability(view)],
    [words.channels, reports && decision.reportable !== "no" ? channels(view) : []],
    [words.related, related(view)],
  ];
  const shown = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [heading(view, title), ...lines]);
  return text([headline(view), ...shown, footer(view)]);
}

function heading({ colours, language }: View, title: string): string {
  return colours.bold(colours.cyan(language === "zh" ? `【${title}】` : title.toUpperCase()));
}

function notMet({ decision, words, colours }: View): string[] {
  const n = decision.criteria.filter(({ outcome }) => outcome === "not_met").length;
  return n === 0 ? [] : [colours.dim(`  ${fill(words.criteria_not_met, { n })}`)];
}

function text(sections: readonly (readonly string[])[]): string {
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
