/** A heading that other places link to. */
export const heading = (level: number, anchor: string, text: string): string =>
  `<a id="${anchor}"></a>\n\n${"#".repeat(level)} ${text}`;

/** Words of the official text, line by line. */
export const quotation = (lines: readonly string[]): string =>
  lines.map((line) => `> ${line}`).join("\n>\n");

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map(cell).join(" | ")} |`)
    .join("\n");

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", "<br>");

export const list = (items: readonly string[]): string =>
  items.map((item) => `- ${item}`).join("\n");

export const link = (text: string, anchor: string): string => `[${text}](#${anchor})`;

/** The parts of a chapter, a blank line between them; what is empty is left out. */
export const parts = (...texts: readonly (string | false)[]): string =>
  texts.filter((text) => text !== false && text !== "").join("\n\n");
