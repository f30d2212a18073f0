import { fill } from "../../../words/index.js";
import type { View } from "./view.js";

/** The text of a citation, marked where it rests on our inference. */
export function citation({ terms, words }: Pick<View, "terms" | "words">, id: string): string {
  return terms.citation(id) + (terms.inferred(id) ? words.mark_inference : "");
}

/** A citation set off from the line that it stands behind. */
export function cite(view: View, id: string): string {
  return set(view, citation(view, id));
}

/** Citations that differ in one place only, as one: `Annex, major / particularly major, condition 5`. */
export function citeAll(view: View, ids: readonly string[]): string {
  const texts = [...new Set(ids.map((id) => citation(view, id)))];
  return set(view, joined(texts, view.language === "zh" ? "" : ", "));
}

function set({ colours, words }: View, source: string): string {
  return colours.dim(fill(words.cited, { source }));
}

function joined(texts: readonly string[], separator: string): string {
  const parts = texts.map((text) => text.split(separator));
  const first = parts[0] ?? [];
  const differing = first.flatMap((part, at) =>
    parts.every((other) => other.length === first.length && other[at] === part) ? [] : [at],
  );
  const [place, ...more] = differing;
  if (place === undefined) return texts.join("; ");
  if (more.length > 0) return texts.join(separator === "" ? "、" : "; ");
  const between = separator === "" ? "、" : " / ";
  const varied = parts.map((part) => part[place] ?? "").join(between);
  return first.map((part, at) => (at === place ? varied : part)).join(separator);
}
