import type { Block, Content } from "../../generated/types.js";
import { factAt } from "../facts/flatten.js";
import { sayFact } from "../facts/say.js";
import type { LawItem } from "../law.js";
import { put } from "../text/line.js";
import type { DraftView } from "../view.js";
import { field } from "./fields.js";

const RANSOMWARE = "/ransomware";
const CURRENCY = "/narrative/ransom/currency";

/**
 * The facts of a ransom: due where it is ransomware, asked about where it may be. What is stated of a
 * ransom is shown whatever the incident says it is.
 */
export const ransomBlocks = (
  view: DraftView,
  { fields }: NonNullable<LawItem["ransom"]>,
  content: Content,
): Block[] => {
  const said = (path: string): ReturnType<typeof sayFact> =>
    sayFact(view, path, factAt(view.incident, path));
  const due = fields.filter((path) => content.fields.some((one) => one.path === path));
  const open = content.fields.some(({ path }) => path === RANSOMWARE);
  // The currency belongs to the amount, which the text names first.
  const shown = fields
    .flatMap((path, at) => (at === 0 ? [path, CURRENCY] : [path]))
    .filter((path) => due.includes(path) || said(path).length > 0);
  const question: Block = {
    ...field(view, RANSOMWARE, view.words.ransomware_label, []),
    lines: [put(view.words.ransomware_unknown, { missing: [view.missing] })],
  };
  return [
    ...(open ? [question] : []),
    ...shown.map((path) => field(view, path, view.terms.fact(path), said(path))),
  ];
};
