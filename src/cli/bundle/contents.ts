import { bundleWords } from "../../words/bundle.js";
import { fill } from "../../words/index.js";
import { beijing } from "../../words/time.js";
import type { Context } from "../context.js";
import type { Row } from "./rows.js";

/** A version of the law as a bundle lists it. */
export interface ListedVersion {
  readonly id: string;
  readonly valid_from: string;
  readonly repealed_from?: string;
}

/** Until when a bundle is for use, and the versions of the law that it holds, a line each. */
export function versionRows(
  { language }: Context,
  notAfter: unknown,
  versions: readonly ListedVersion[],
): Row[] {
  const words = bundleWords(language);
  const until: Row[] =
    typeof notAfter === "string"
      ? [[words.until, fill(words.beijing, { time: beijing(notAfter) })]]
      : [];
  const listed = versions.map(({ id, valid_from: from, repealed_from: end }, at): Row => {
    // Newest first: without an end of its own a version ends where the next one begins.
    const last = end ?? versions[at - 1]?.valid_from;
    const said =
      last === undefined
        ? fill(words.in_force, { id, from })
        : fill(words.in_force_until, { id, from, until: last });
    return [words.version, said];
  });
  return [...until, ...listed];
}
