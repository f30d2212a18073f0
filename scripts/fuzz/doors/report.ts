import { writeFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { readEarlier } from "../../../src/cli/report/earlier.js";
import { isAmrnciError } from "../../../src/errors.js";
import type { Decision, Draft, Request } from "../../../src/generated/types.js";
import { draftReport, toDocx, toHtml, toJson, toMarkdown } from "../../../src/report/index.js";
import { isDraft } from "../../../test/records/schemas.js";
import { coded, contextIn, hiddenIn } from "../command-line.js";
import { type Door, nonsenseIn } from "../door.js";
import { temporaryFolder } from "../folder.js";
import { filesIn, type Product } from "../product.js";
import { asRequest, entriesOf } from "../requests.js";
import { parseYaml } from "../../../src/input/yaml.js";

const KINDS = ["first", "supplement", "summary"] as const;
const LANGUAGES = ["zh", "en"] as const;

/**
 * An incident whose narrative says what it likes, in a list with what was reported before: `report --since`.
 * Drafts in every kind, language and format, which follow their schema and hold markup of our own only.
 */
export const open = (product: Product): Door => {
  const { evaluator } = product;
  const { folder, close } = temporaryFolder();
  const file = join(folder, "earlier.json");
  return {
    seeds: seedsOf(product),
    mostBytes: 256 * 1024,
    take: async (bytes) => {
      const [now, before] = entriesOf(bytes);
      const request = asRequest(now) as Request;
      const decision = evaluator.evaluate(request);
      const comparison = evaluator.compareReadings(request);
      const features: string[] = [];
      for (const language of LANGUAGES) {
        const common = { language, request, decision, comparison, data: evaluator.data };
        const read = (): Promise<Earlier> => readEarlier(contextIn(language), file, evaluator);
        const earlier = await earlierOf(before, file, read);
        if (earlier === "refused") return ["earlier decision refused"];
        for (const kind of KINDS) {
          const draft = draftReport({ ...common, kind, ...earlier });
          demandHarmless(draft, bytes);
          features.push(...placesOf(draft));
        }
        // By far the slowest format: for each language at one input of eight.
        const isTurn = LANGUAGES.indexOf(language) === bytes.length % 8;
        if (isTurn) await toDocx(draftReport({ ...common, kind: "supplement", ...earlier }));
      }
      return features;
    },
    close,
  };
};

/** The incidents of the tests of reports, one after another in time, and a draft as what was before. */
const seedsOf = ({ evaluator, json, examples }: Product): Uint8Array[] => {
  const incidents = filesIn("test/report/incidents", /\.(?:json|yaml)$/).map(
    (bytes) => parseYaml(bytes).value,
  );
  const one = asRequest(incidents[0]) as Request;
  const decision = evaluator.evaluate(one);
  const given = { language: "zh", request: one, decision, data: evaluator.data } as const;
  const draft: unknown = JSON.parse(toJson(draftReport({ kind: "first", ...given })));
  const pairs = incidents.map((later, place) => [later, incidents[(place + 1) % incidents.length]]);
  const all = [...pairs, [one, draft]].map((pair) => Buffer.from(JSON.stringify(pair)));
  return [...all, ...json.slice(0, examples.length)];
};

type Earlier = { readonly request: Request; readonly decision: Decision };

const earlierOf = async (
  before: unknown,
  file: string,
  read: () => Promise<Earlier>,
): Promise<{ readonly earlier?: Earlier } | "refused"> => {
  if (before === undefined) return {};
  writeFileSync(file, JSON.stringify(before));
  try {
    return { earlier: await coded(read) };
  } catch (error) {
    // The decision is somebody's here, and none of ours.
    if (isAmrnciError(error) && error.code === "decision_invalid") return "refused";
    throw error;
  }
};

const demandHarmless = (draft: Draft, bytes: Uint8Array): void => {
  const value: unknown = JSON.parse(toJson(draft));
  if (!isDraft(value)) throw new TypeError(`no draft: ${JSON.stringify(isDraft.errors?.[0])}`);
  const markdown = toMarkdown(draft);
  const hidden = hiddenIn(markdown);
  if (hidden !== null) throw new TypeError(`it holds ${JSON.stringify(hidden)}`);
  const nonsense = nonsenseIn(markdown, bytes);
  if (nonsense !== null) throw new TypeError(`it says ${nonsense}`);
  const strange = [
    ...tagsIn(toHtml(draft).split("<body>")[1] ?? ""),
    ...tagsIn(rendered(markdown)),
  ].find((tag) => !OURS.test(tag));
  if (strange !== undefined) throw new TypeError(`it has the markup ${strange}`);
};

const markdownIt = new MarkdownIt({ html: true, linkify: false });
const rendered = (text: string): string => markdownIt.render(text);

const tagsIn = (html: string): string[] => html.match(/<[^>]*>?/g) ?? [];

const OURS =
  /^<\/?(?:section|h\d|p|b|bdi|mark|[uo]l|li|table|colgroup|col|thead|tbody|tr|th|td|hr|strong|blockquote|body|html)(?: class="[a-z_]+"| width="\d+%"| start="\d+")?>$/;

/** What a draft is made of, as far as its data tell. */
const placesOf = ({ kind, pages }: Draft): string[] =>
  pages.flatMap(({ purpose, blocks }) =>
    blocks.map((block) => `${kind} ${purpose} ${block.type} ${"role" in block ? block.role : ""}`),
  );
