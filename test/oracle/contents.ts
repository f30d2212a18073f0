/** How far the eight items of Art. 7 are filled in. */
import { yesNo } from "./domain.js";
import { member, stated } from "./json.js";
import { unstatedOf } from "./components.js";
import type { OracleContent } from "./types.js";

export function contentsOf(request: unknown): OracleContent[] {
  const incident = member(request, "incident");
  const told = (...names: string[]): boolean => stated(member(incident, "narrative", ...names));
  const time = (name: string): boolean => stated(member(incident, "times", name));

  // 对勒索软件攻击事件，还应当包括要求支付赎金的金额、方式、日期等
  const ransomware = yesNo(member(incident, "ransomware"), unstatedOf(request)).values;
  const ransom: boolean[] = [];
  if (ransomware.includes(true)) {
    ransom.push(told("ransom", "amount"), told("ransom", "method"), told("ransom", "demanded_at"));
    // Whether it was ransomware is itself a fact that item 2 still lacks.
    if (ransomware.includes(false)) ransom.push(false);
  }
  const items: boolean[][] = [
    [stated(member(incident, "operator", "name")), told("facility")],
    [
      time("discovered_at") || time("occurred_at"),
      told("place"),
      told("type"),
      // 级别 is the decision's own, and so never missing
      told("impact"),
      told("measures_taken"),
      told("measures_effect"),
      ...ransom,
    ],
    [told("trend")],
    [told("cause")],
    [told("attacker"), told("attack_path"), told("vulnerabilities")],
    [told("planned_measures"), told("support_requested")],
    [told("scene_protection")],
    [told("other")],
  ];
  return items.map((facts, place) => ({ item: place + 1, status: statusOf(facts) }));
}

function statusOf(facts: readonly boolean[]): OracleContent["status"] {
  if (facts.every(Boolean)) return "complete";
  return facts.some(Boolean) ? "partial" : "missing";
}
