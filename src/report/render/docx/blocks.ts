import { type IParagraphOptions, Paragraph, Tab, type Table, TextRun } from "docx";
import type { Block, Line } from "../../../generated/types.js";
import type { Language } from "../../../words/index.js";
import { textOf } from "../../text/line.js";
import type { Face } from "./fonts.js";
import { type Look, TEXT_WIDTH } from "./look.js";
import { runs } from "./runs.js";
import { table } from "./table.js";

/** How the blocks of one kind of page are set. */
export interface Setting {
  readonly language: Language;
  readonly look: Look;
}

/** A block as paragraphs or a table. What leads to a table or a list stays on its page. */
export const blocksOf = (
  setting: Setting,
  block: Block,
  next: Block | undefined,
): (Paragraph | Table)[] => {
  const { language, look } = setting;
  const leads = next?.type === "table" || next?.type === "list";
  switch (block.type) {
    case "heading":
      return [
        paragraph(setting, [[block.text, "heading"]], {
          keepNext: true,
          outlineLevel: block.level,
          spacing: { before: look.indent === 0 ? 160 : 0, after: look.after },
        }),
      ];
    case "field": {
      const [first = [], ...more] = block.lines;
      return [
        paragraph(setting, [
          [block.label, "label"],
          [first, "text"],
        ]),
        ...more.map((line) => paragraph(setting, [[line, "text"]])),
      ];
    }
    case "list":
      return block.items.map((item) => bullet(setting, item));
    case "table":
      return [
        table(block, language, look),
        paragraph(setting, [], { spacing: { line: 120, lineRule: "exact" } }),
      ];
    case "paragraph":
      return [
        paragraph(
          setting,
          [[block.text, "text"]],
          { ...(leads && { keepNext: true }), ...ROLES[block.role] },
          block.role === "remark" || block.role === "quote" ? "555555" : undefined,
        ),
      ];
  }
};

const CENTRED = { left: 0, firstLine: 0 };

const ROLES: Readonly<
  Record<Extract<Block, { type: "paragraph" }>["role"], Partial<IParagraphOptions>>
> = {
  text: {},
  addressee: { indent: CENTRED },
  closing: { spacing: { before: 280, after: 280 }, keepNext: true },
  signature: { alignment: "right", indent: { left: 0, firstLine: 0, right: 640 }, keepNext: true },
  contact: { spacing: { before: 280 } },
  quote: { indent: { left: 240, firstLine: 0 } },
  remark: { indent: CENTRED },
};

/** The title of a page. */
export const titleOf = ({ language, look }: Setting, title: string): Paragraph =>
  new Paragraph({
    alignment: "center",
    spacing: {
      after: look.indent === 0 ? 200 : 570,
      line: Math.round(look.title * 13.5),
      lineRule: "atLeast",
    },
    keepNext: true,
    outlineLevel: 0,
    children: titleLines(title, TEXT_WIDTH / (look.title * 10)).flatMap((text, at) =>
      runs([{ text }], { language, face: "title", size: look.title, bold: true, newLine: at > 0 }),
    ),
  });

// A long Chinese title is broken where its sense allows it: behind its last 的.
const titleLines = (title: string, most: number): string[] => {
  const width = Array.from(title).reduce(
    (sum, one) => sum + (/[\u0000-\u00ff]/.test(one) ? 0.5 : 1),
    0,
  );
  const at = title.lastIndexOf("的") + 1;
  return width > most && at > 0 && at < title.length
    ? [title.slice(0, at), title.slice(at)]
    : [title];
};

const paragraph = (
  { language, look }: Setting,
  parts: readonly (readonly [line: Line, face: Face])[],
  options: Partial<IParagraphOptions> = {},
  colour?: string,
): Paragraph =>
  new Paragraph({
    // Latin words between Chinese margins would be torn apart.
    alignment: language === "zh" && isChinese(parts) ? "both" : "left",
    indent: { firstLine: look.indent },
    ...options,
    spacing: {
      line: look.line,
      lineRule: language === "zh" && look.indent > 0 ? "exact" : "atLeast",
      after: look.after,
      ...options.spacing,
    },
    children: parts.flatMap(([line, face]) =>
      runs(line, {
        language,
        face,
        size: look.text,
        bold: face !== "text" && language === "en",
        ...(colour !== undefined && { colour }),
      }),
    ),
  });

const isChinese = (parts: readonly (readonly [line: Line, face: Face])[]): boolean =>
  parts.every(([line]) => line.length === 0 || /\p{Script=Han}/u.test(textOf(line)));

const bullet = ({ language, look }: Setting, item: Line): Paragraph =>
  new Paragraph({
    indent: { left: look.indent + look.text * 15, hanging: look.text * 15 },
    spacing: { line: look.line, lineRule: "atLeast", after: look.after },
    tabStops: [{ type: "left", position: look.indent + look.text * 15 }],
    children: [
      new TextRun({ size: look.text, children: ["•", new Tab()] }),
      ...runs(item, { language, face: "text", size: look.text }),
    ],
  });
