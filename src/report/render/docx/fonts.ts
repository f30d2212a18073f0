import type { IFontAttributesProperties } from "docx";
import type { Language } from "../../../words/index.js";

/** The faces of a document of an authority: text, headings, labels, title and page numbers. */
export type Face = "text" | "heading" | "label" | "title";

/*
 * GB/T 9704-2012 asks for 仿宋 in the text, 黑体 and 楷体 in headings, 小标宋 in the title (宋体 stands for
 * it: few machines have it). Names as Windows knows them; the font table below tells other systems what
 * may stand for each.
 */
const CHINESE: Readonly<Record<Face, string>> = {
  text: "FangSong",
  heading: "SimHei",
  label: "KaiTi",
  title: "SimSun",
};

const LATIN = "Times New Roman";

/** The font of a face; the hint makes marks that both scripts have, such as quotes, Chinese ones. */
export const font = (language: Language, face: Face): IFontAttributesProperties =>
  language === "zh"
    ? { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: CHINESE[face], hint: "eastAsia" }
    : { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: CHINESE[face] };

// Name in the document, other name, family (ECMA-376, 17.8.3): what an application looks for instead.
const FALLBACKS: readonly (readonly [name: string, other: string, family: string])[] = [
  ["FangSong", "仿宋", "roman"],
  ["SimHei", "黑体", "swiss"],
  ["KaiTi", "楷体", "roman"],
  ["SimSun", "宋体", "roman"],
];

/** The document's font table: each Chinese font with its Chinese name and its kind. */
export const FONT_TABLE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...FALLBACKS.map(
    ([name, other, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  ),
  `<w:font w:name="${LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
  "</w:fonts>",
].join("");
