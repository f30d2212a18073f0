import { join } from "node:path";
import { pretty } from "../../../src/cli/law/diff/pretty.js";
import { json } from "../../../src/cli/law/diff/json.js";
import { markdown } from "../../../src/cli/law/diff/markdown.js";
import { caseSayer } from "../../../src/cli/law/diff/case.js";
import { sayer } from "../../../src/cli/law/diff/say.js";
import { coloursFor } from "../../../src/cli/terminal/colour.js";
import { createPolicy } from "../../../src/evaluator/index.js";
import { checkLaw } from "../../../src/law/check/index.js";
import { changesBetween, withChange, withNewVersions } from "../../../src/law/diff/change.js";
import { type Answer, differences } from "../../../src/law/diff/compare.js";
import {
  type Affected,
  describeChange,
  DRAFT_PROBLEMS,
  type LawSource,
  sourceOf,
} from "../../../src/law/diff/index.js";
import { type LawFolder, readLawFolder } from "../../../src/law/folder.js";
import { lawDiffWords } from "../../../src/words/law-diff.js";
import { hiddenIn } from "../command-line.js";
import { type Door, nonsenseIn } from "../door.js";
import { withFile } from "../law-file.js";
import { filesIn, type Product } from "../product.js";
import { exampleRequests } from "../requests.js";

const BETWEEN = "\n# =====\n";

/**
 * Two files of the law's data, each in the place of the shipped one: the old folder and the new one. The
 * changes lead from one to the other, and are told. The thousands of cases of `law diff` are too slow here.
 */
export const open = (product: Product): Door => {
  const { root, bundle } = product;
  const folder = readLawFolder(join(root, "policies"));
  const requests = exampleRequests(product).slice(0, 3);
  const files = filesIn("policies/law", /data\.yaml$/).map((bytes) =>
    Buffer.from(bytes).toString(),
  );
  // Most inputs change one of both: the other is not checked again.
  const sound = new Set(
    files.filter((text) => fatalIn(withFile(folder, Buffer.from(text))).length === 0),
  );
  return {
    seeds: files.map((text) => Buffer.from([text, text].join(BETWEEN))),
    mostBytes: 128 * 1024,
    take: async (bytes) => {
      const [one = "", other = one] = Buffer.from(bytes).toString().split(BETWEEN);
      const sides = [one, other].map((text) => withFile(folder, Buffer.from(text)));
      const fatal = sides.flatMap((side, at) =>
        sound.has([one, other][at] ?? "") ? [] : fatalIn(side),
      );
      if (fatal.length > 0) return fatal;
      const [old, now] = sides.map((side) => sourceOf(side, bundle));
      if (old === undefined || now === undefined) return [];
      const affected = await affectedBy(old, now, requests);
      return told(old, now, affected, bytes);
    },
  };
};

/** What leaves nothing to compare. */
const fatalIn = (folder: LawFolder): string[] =>
  checkLaw(folder).flatMap(({ code }) => (DRAFT_PROBLEMS.has(code) ? [] : [code]));

/** How some examples are answered by both. */
const affectedBy = async (
  old: LawSource,
  now: LawSource,
  requests: readonly object[],
): Promise<Affected[]> => {
  const [before, after] = [await createPolicy(old), await createPolicy(now)];
  return requests.flatMap((request, place) => {
    const name = `example ${String(place)}`;
    const found = differences(answer(before, request), answer(after, request));
    return found.length === 0 ? [] : [{ name, origin: "both", request, differences: found }];
  });
};

const answer = (policy: { evaluate(input: object): unknown }, request: object): Answer => {
  const decision = policy.evaluate(request);
  return { decision, citations: undefined, text: JSON.stringify(decision) };
};

const told = (
  old: LawSource,
  now: LawSource,
  affected: readonly Affected[],
  bytes: Uint8Array,
): string[] => {
  const { base, added } = withNewVersions(old.data, now.data);
  const others = changesBetween(base, now.data);
  const changes = [...added, ...others];
  const changed = others.reduce(withChange, base);
  if (changesBetween(changed, now.data).length > 0)
    throw new TypeError("the changes do not lead from one to the other");
  const groups = affected.length === 0 ? [] : [{ causes: [], affected }];
  const cases = { fixtures: affected.length, boundaries: 0 };
  const diff = { changes, base, logicChanged: false, cases, guidedOtherwise: [], groups };
  for (const language of ["zh", "en"] as const) {
    const report = {
      diff,
      legal: changes.map((change) =>
        describeChange(change, { old: base, now: now.data }, language),
      ),
      language,
      words: lawDiffWords(language),
      failed: [],
      all: true,
      say: sayer(now, language),
      sayCase: caseSayer(now, language),
    };
    const layout = { colours: coloursFor({}, {}), width: 80 };
    for (const format of [pretty, markdown]) {
      const text = format(report, layout);
      const wrong = hiddenIn(text) ?? nonsenseIn(text, bytes);
      if (wrong !== null) throw new TypeError(`it says ${JSON.stringify(wrong)}`);
    }
    JSON.parse(json(report, layout));
  }
  const aspects = affected.flatMap((one) => one.differences.map(({ aspect }) => aspect));
  return [...changes.map(({ kind }) => kind), ...aspects];
};
