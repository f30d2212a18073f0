import type { Block, Content, Heading } from "../../generated/types.js";
import { factAt } from "../facts/flatten.js";
import { sayFact } from "../facts/say.js";
import { gradeLines } from "../grade/grade.js";
import type { LawItem } from "../law.js";
import { capital, line, put } from "../text/line.js";
import type { DraftView } from "../view.js";
import { field, numbered } from "./fields.js";
import { impactTable } from "./impact.js";
import { ransomBlocks } from "./ransom.js";
import { typeLines } from "./type-stated.js";

const TYPE = "/narrative/type";
const IMPACT = "/narrative/impact";
const LEARNED = "/times/learned_at";

/** The heading of an item of Art. 7 in the statute's words. */
export const itemHeading = (view: DraftView, item: number, prefix: string): Heading => {
  const content = view.decision.contents.find((one) => one.item === item);
  return {
    type: "heading",
    level: 1,
    text: line(prefix, itemTitle(view, item)),
    item,
    ...(content && { status: content.status }),
  };
};

/** What an item of Art. 7 is called. */
export const itemTitle = ({ language, law, terms }: DraftView, item: number): string => {
  const found = law.contents.items.find((one) => one.item === item);
  return language === "zh" && found ? found.quote : capital(terms.word("contents", String(item)));
};

/** What an item of Art. 7 asks for, field by field in the statute's order. */
export const itemBlocks = (view: DraftView, item: LawItem): Block[] => {
  const content = view.decision.contents.find((one) => one.item === item.item);
  const blocks = [
    ...timeBlocks(view, item),
    ...item.fields.flatMap((path) => fieldBlocks(view, path)),
    ...(item.ransom && content ? ransomBlocks(view, item.ransom, content) : []),
  ];
  return numbered(view, blocks);
};

/** The fields of an item that are missing, as the decision has them. */
export const missingFields = ({ fields }: Content): string[] =>
  fields.filter(({ stated }) => !stated).map(({ path }) => path);

const stated = (view: DraftView, path: string): Block =>
  field(view, path, view.terms.fact(path), sayFact(view, path, factAt(view.incident, path)));

// One of the times is enough; where none is there, the statute's alternative is what is missing.
const timeBlocks = (view: DraftView, { any_of = [] }: LawItem): Block[] => {
  const there = any_of.filter((path) => factAt(view.incident, path) !== undefined);
  const [first] = any_of;
  const learned = any_of.length > 0 && factAt(view.incident, LEARNED) !== undefined;
  return [
    ...(there.length === 0 && first !== undefined
      ? [field(view, first, view.words.time_label, [])]
      : there.map((path) => stated(view, path))),
    ...(learned ? [stated(view, LEARNED)] : []),
  ];
};

const fieldBlocks = (view: DraftView, path: string): Block[] => {
  if (path === TYPE) {
    const grade = field(view, null, view.words.grade_label, gradeLines(view));
    return [field(view, path, view.terms.fact(path), typeLines(view)), grade];
  }
  if (path !== IMPACT) return [stated(view, path)];
  const table = impactTable(view, view.incident);
  const lead: Block = {
    type: "paragraph",
    role: "text",
    text: put(view.words.impact_lead),
  };
  return [stated(view, path), ...(table ? [lead, table] : [])];
};
