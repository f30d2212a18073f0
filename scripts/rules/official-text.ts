/** The official text, to be quoted by article and by item of the annex. */
export interface OfficialText {
  /** A paragraph of an article, or the whole article: `第四条`, 2. */
  article(name: string, paragraph?: number): string[];
  /** What leads in the circumstances and the conditions of a grade; of the lowest, its one sentence. */
  gradeLines(name: string): string[];
  /** What the annex notes at its end. */
  annexNotes(): string[];
  /** An item of the annex with the signs listed under it. */
  annexItem(grade: string, part: "circumstance" | "condition", item: number): string[];
}

const ARTICLE = /^(第[一二三四五六七八九十百]+条)\s*/;
const LISTED = /^（[一二三四五六七八九十\d]+）/;
const ANNEX_GRADE = /^[一二三四五六七八九十]+、(.+)网络安全事件$/;

export const readOfficialText = (text: string): OfficialText => {
  const lines = text.split("\n").map((line) => line.trim());
  const at = lines.indexOf("附件");
  const body = at < 0 ? lines : lines.slice(0, at);
  const annex = at < 0 ? [] : lines.slice(at);
  const block = (
    all: readonly string[],
    starts: (line: string) => boolean,
    ends: RegExp,
  ): string[] => {
    const first = all.findIndex(starts);
    if (first < 0) return [];
    const rest = all.slice(first + 1);
    const end = rest.findIndex((line) => line === "" || ends.test(line));
    return [all[first] ?? "", ...(end < 0 ? rest : rest.slice(0, end))];
  };
  const gradeBlock = (grade: string): string[] =>
    block(
      annex,
      (line) => ANNEX_GRADE.exec(line)?.[1] === grade,
      /^(?:[一二三四五六七八九十]+、|注：)/,
    );

  return {
    article(name, paragraph) {
      const all = block(body, (line) => ARTICLE.exec(line)?.[1] === name, ARTICLE);
      if (all.length === 0) throw new Error(`the official text has no ${name}`);
      if (paragraph === undefined) return all;
      // What is listed under a paragraph belongs to it.
      const paragraphs = all.reduce<string[][]>((found, line) => {
        if (LISTED.test(line)) found.at(-1)?.push(line);
        else found.push([line]);
        return found;
      }, []);
      const found = paragraphs[paragraph - 1];
      if (found === undefined) throw new Error(`${name} has no paragraph ${paragraph}`);
      return found;
    },
    gradeLines: (name) =>
      gradeBlock(name).filter((line) => !/^[一二三四五六七八九十\d（]/.test(line)),
    annexNotes: () => annex.filter((line) => line.startsWith("注：")),
    annexItem(grade, part, item) {
      const all = gradeBlock(grade);
      const conditions = all.findIndex((line) => line.startsWith("通常情况下"));
      const lines = part === "circumstance" ? all.slice(0, conditions) : all.slice(conditions);
      return block(lines, (line) => line.startsWith(`${item}.`), /^\d+\./);
    },
  };
};
