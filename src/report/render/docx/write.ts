import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { Checklist, Draft, Page } from "../../../generated/types.js";
import type { Language } from "../../../words/index.js";
import { blocksOf, titleOf } from "./blocks.js";
import { font, FONT_TABLE } from "./fonts.js";
import { lookOf, page } from "./look.js";
import { coreProperties } from "./properties.js";
import { withoutTimes } from "./zip-times.js";

/** A report or checklist as the bytes of a Word document; the same document gives the same bytes. */
export const writeDocx = async (document: Draft | Checklist): Promise<Uint8Array<ArrayBuffer>> => {
  const { title, language, pages } = document;
  const file = new Document({
    title,
    creator: "amrnci",
    styles: {
      default: {
        document: {
          run: {
            font: font(language, "text"),
            // Latin words in Chinese documents are English ones: they break between words.
            language: { value: language === "zh" ? "en-US" : "en-GB", eastAsia: "zh-CN" },
          },
        },
      },
    },
    sections: pages.map((one) => section(one, language)),
  });
  const bytes = await Packer.pack(file, "uint8array", false, [
    { path: "word/fontTable.xml", data: FONT_TABLE },
    { path: "docProps/core.xml", data: coreProperties(title) },
  ]);
  return withoutTimes(new Uint8Array(bytes));
};

const section = ({ purpose, title, blocks }: Page, language: Language): ISectionOptions => {
  const setting = { language, look: lookOf(language, purpose) };
  return {
    properties: { page: page(language, purpose) },
    footers: { default: new Footer({ children: [pageNumber(language)] }) },
    children: [
      titleOf(setting, title),
      ...blocks.flatMap((block, at) => blocksOf(setting, block, blocks[at + 1])),
    ],
  };
};

/** The page number between dashes, as documents of authorities have it. */
const pageNumber = (language: Language): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: language === "zh" ? 28 : 20,
        font: font(language, "title"),
        children: ["— ", PageNumber.CURRENT, " —"],
      }),
    ],
  });
