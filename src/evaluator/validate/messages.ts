import type { Issue, Position, Received } from "../../errors.js";

export type IssueData = Omit<Issue, "message">;

/** The words of one language for issues. */
export interface IssueWords {
  /** What the whole document is called where an issue has no path. */
  readonly document: string;
  readonly sentence: (place: string, fault: string, position: Position | undefined) => string;
  /** What is wrong: what was expected and what came. */
  readonly fault: (issue: IssueData) => string;
  readonly received: (received: Received) => string;
}

/** A parameter as text. */
export const textParam = (issue: IssueData, name: string): string | undefined => {
  const value = issue.params?.[name];
  return typeof value === "string" ? value : undefined;
};

/** Whether a text that should be something else was typed with full-width letters, digits or signs. */
export const isFullWidth = ({ received }: IssueData): boolean =>
  received?.type === "text" && /[\uff01-\uff5e\u3000、。]/.test(received.shown);

/** The places, counted from 1, of two entries of a list that are the same. */
export const sameEntries = (issue: IssueData): { first: number; second: number } | undefined => {
  const [first, second] = [numberParam(issue, "j"), numberParam(issue, "i")];
  return first === undefined || second === undefined || issue.params?.keyword !== "uniqueItems"
    ? undefined
    : { first: Math.min(first, second) + 1, second: Math.max(first, second) + 1 };
};

/** A parameter as a number. */
export const numberParam = (issue: IssueData, name: string): number | undefined => {
  const value = issue.params?.[name];
  return typeof value === "number" ? value : undefined;
};

/** A parameter as a list of words. */
export const listParam = (issue: IssueData, name: string): readonly string[] => {
  const value = issue.params?.[name];
  return typeof value === "object" ? value : [];
};
