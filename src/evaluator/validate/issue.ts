import type { Issue } from "../../errors.js";
import { describeIssue } from "./describe.js";

/** An issue with its English message. */
export const createIssue = (issue: Omit<Issue, "message">): Issue => ({
  ...issue,
  message: describeIssue(issue, "en"),
});
