import type { Addressee, Duty, Line } from "../../generated/types.js";
import { fill } from "../../words/index.js";
import { sentFirstReports } from "../reports-sent.js";
import { joined, line, put, textOf } from "../text/line.js";
import type { DraftView } from "../view.js";

const PROVINCIAL = "provincial_cac";

/** A way by which a report goes: a first report's duty. */
export type Route = Pick<Duty, "id" | "recipients" | "applies" | "citation">;

/** The duties to make a first report, those that surely apply first. */
export const firstReports = ({ decision }: DraftView): Duty[] =>
  decision.duties
    .filter(({ action }) => action === "first_report")
    .sort((a, b) => (a.applies === b.applies ? 0 : a.applies === "yes" ? -1 : 1));

/** The ways by which first reports were sent: 原渠道. They stay so, whatever the facts are now. */
export const routesTaken = ({ incident, law }: DraftView): Route[] => {
  const ids = [...new Set(sentFirstReports(incident).map(({ duty }) => duty))];
  return ids.map((id) => ({
    id,
    applies: "yes",
    recipients: [...(law.duties[id]?.recipients ?? [])],
    citation: law.duties[id]?.citation ?? "",
  }));
};

/** The ways by which further reports go: where first reports went, and where they are owed. */
export const routesOpen = (view: DraftView): Route[] => {
  const taken = routesTaken(view);
  const ids = taken.map(({ id }) => id);
  return [...taken, ...firstReports(view).filter(({ id }) => !ids.includes(id))];
};

/** What a recipient is called in an address; what is not known of it is marked. */
export const recipientName = (view: DraftView, party: string): Line => {
  const { terms, words, law, language, incident } = view;
  const word = terms.word("parties", party);
  if (party !== PROVINCIAL) return line(word);
  const { province } = incident.operator ?? {};
  if (province === undefined || province === "unknown") {
    return put(words.province_missing, { party: word, missing: [view.missing] });
  }
  const area = terms.word("province", province);
  const { name, seen } = law.channels.provincial_cac;
  return Object.hasOwn(seen, province)
    ? line(fill(name[language], { province: area }))
    : put(words.province_without_body, { party: word, province: area });
};

/** The recipients of one duty as one line. */
export const recipientNames = (view: DraftView, { recipients }: Pick<Duty, "recipients">): Line =>
  joined(
    recipients.map((party) => recipientName(view, party)),
    view.common.list_separator,
  );

/** The condition of a route in the statute's words. */
export const routeCondition = ({ law, language }: DraftView, duty: string): string => {
  const { route } = law.duties[duty] ?? {};
  return route === undefined ? "" : language === "zh" ? route.quote : route.en;
};

/** To whom the report goes: every route that applies, and those that may, with their condition. */
export const addressLine = (view: DraftView, duties: readonly Route[]): Line => {
  const { words } = view;
  if (duties.length === 0) return put(words.no_addressee);
  const groups = duties.map((duty) => {
    const names = recipientNames(view, duty);
    return duty.applies === "yes"
      ? names
      : put(words.addressee_possible, { names, route: routeCondition(view, duty.id) });
  });
  const separator = duties.every(({ applies }) => applies === "yes")
    ? view.common.list_separator
    : view.common.clause_separator;
  return put(words.addressee, { names: joined(groups, separator) });
};

/** The addressees as data. */
export const addressees = (view: DraftView, duties: readonly Route[]): Addressee[] =>
  duties.map((duty) => ({
    duty: duty.id,
    applies: duty.applies,
    parties: duty.recipients,
    names: duty.recipients.map((party) => textOf(recipientName(view, party))),
    citation: duty.citation,
  }));
