import type { Draft, Line, Paragraph } from "../../generated/types.js";
import { gradeStated } from "../grade/grade.js";
import { joined, line, put } from "../text/line.js";
import { moment } from "../text/times.js";
import { writtenShort } from "../text/written.js";
import type { DraftView } from "../view.js";
import { statedType } from "./type-stated.js";
import { typeForTitle } from "./types.js";

/** A paragraph of plain text. */
export const paragraph = (text: Line, role: Paragraph["role"] = "text"): Paragraph => ({
  type: "paragraph",
  role,
  text,
});

/** The unit concerned, as a part of a line; marked where it is not stated. */
export const unitName = ({ incident, missing }: Pick<DraftView, "incident" | "missing">): Line => {
  const name = writtenShort(incident.operator?.name ?? "");
  return name === "" ? [missing] : line(name);
};

/** The title of a report: of which unit, of which type. */
export const titleOf = (view: DraftView, kind: Draft["kind"]): string => {
  const { words, incident } = view;
  const unit = writtenShort(incident.operator?.name ?? "");
  const type = typeForTitle(view, statedType(view)) ?? "";
  const subject = put(
    unit === ""
      ? words.title_subject_bare
      : type === ""
        ? words.title_subject
        : words.title_subject_type,
    { unit, type },
  );
  return put(words[`title_${kind}`], { subject })
    .map(({ text }) => text)
    .join("");
};

/** When it was found, which grade it is, and by which articles it is reported. */
export const opening = (
  view: DraftView,
  kind: Draft["kind"],
  articles: readonly string[],
): Paragraph => {
  const { words, terms, common, decision } = view;
  const found = [
    foundSentence(view),
    gradeStated(view, decision.grade, kind),
    reportability(view, kind),
    put(words.opening_law, {
      law: terms.title(),
      articles: joined(
        [...new Set(articles)].map((id) => terms.citation(id)),
        common.list_separator,
      ),
    }),
  ].filter((sentence) => sentence.length > 0);
  return paragraph(joined(found, words.sentence_separator));
};

const foundSentence = (view: DraftView): Line => {
  const { words, incident, missing } = view;
  const { discovered_at: discovered, learned_at: learned } = incident.times ?? {};
  if (discovered !== undefined) {
    return put(words.opening_discovered, { time: moment(view, discovered) });
  }
  if (learned !== undefined) return put(words.opening_learned, { time: moment(view, learned) });
  return put(words.opening_unknown, { missing: [missing] });
};

const reportability = ({ words, terms, decision }: DraftView, kind: Draft["kind"]): Line => {
  const from = terms.word("grades", String(terms.data("reportable_from")));
  if (decision.reportable === "undecided") return put(words.opening_undecided, { grade: from });
  if (decision.reportable === "yes") return [];
  return put(kind === "first" ? words.opening_not_owed : words.opening_below, { grade: from });
};
