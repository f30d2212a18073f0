import { paragraph } from "../../terminal/paragraph.js";
import { cite } from "./cite.js";
import type { View } from "./view.js";

/** What a reader must know beside the answer; notices that differ by their fact only are told once. */
export function notices(view: View): string[] {
  const { terms, width } = view;
  return merged(view.decision.notices).flatMap(({ code, params }) => {
    const source = terms.citedBy("notices", code);
    const tail = source === null ? null : cite(view, source);
    return paragraph(terms.notice(code, params), width, { lead: "! ", tail });
  });
}

interface Told {
  code: string;
  params: Readonly<Record<string, unknown>>;
}

function merged(notices: readonly Told[]): Told[] {
  const byCode = new Map<string, Told[]>();
  for (const notice of notices) {
    const key = "path" in notice.params ? notice.code : JSON.stringify(notice);
    byCode.set(key, [...(byCode.get(key) ?? []), notice]);
  }
  return [...byCode.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    if (same.length === 1) return [first];
    return [
      {
        code: first.code,
        params: { ...first.params, path: same.map(({ params }) => params.path) },
      },
    ];
  });
}
