/** Grades and criteria, at and around the annex's numbers. */
import { stated, type Case } from "./case.js";

const site = (kind: string, level: string, unreachable_minutes: unknown, cause = "attack") =>
  stated({ sites: [{ kind, level, cause, unreachable_minutes }] });
const cii = (members: Record<string, unknown>) => stated({ cii: { involved: true, ...members } });
const area = (level: string, population_percent: number) =>
  stated({ livelihood: { areas: [{ level, population_percent }] } });
const data = (category: string, effects: unknown, threat: string, scale?: string) =>
  stated({ data: [{ category, effects, threat, ...(scale === undefined ? {} : { scale }) }] });
const tampering = (kind: string, members: Record<string, unknown>) =>
  stated({ tampering: [{ kind, ...members }] });
const leaked = (persons_leaked: unknown) => stated({ personal_information: { persons_leaked } });

const I = { floor: "particularly_major", ceiling: "particularly_major" } as const;
const II = { floor: "major", ceiling: "major" } as const;
const III = { floor: "relatively_major", ceiling: "relatively_major" } as const;
const IV = { floor: "general", ceiling: "general" } as const;

type Row = [cites: string, title: string, incident: Case["incident"], expect: Case["expect"]];

const rows: Row[] = [
  ["一、1", "24小时以上 of a provincial portal", site("government_portal", "provincial", 1440), I],
  ["一、1", "one minute less is 重大", site("government_portal", "provincial", 1439), II],
  ["一、1", "a provincial news site is not 中央", site("key_news_site", "provincial", 1440), II],
  ["一、1", "a central news site", site("key_news_site", "central", 1440), I],
  ["一、1", "no enterprise portals there", site("enterprise_portal", "central", 9999), II],
  ["二、1", "6小时以上 of a prefecture", site("government_portal", "prefecture", 360), II],
  ["三、1", "2小时以上 by a fault", site("government_portal", "prefecture", 120, "fault"), III],
  ["三、1", "119 minutes", site("government_portal", "prefecture", 119), IV],
  [
    "三、1",
    "因攻击、故障: not upkeep",
    site("government_portal", "central", 9999, "maintenance"),
    IV,
  ],
  ["三、1", "a county portal is below 地市级", site("government_portal", "county", 9999), IV],
  ["三、1", "a prefecture's news site", site("key_news_site", "prefecture", 9999), IV],
  ["三、1", "企事业单位 of any level", site("enterprise_portal", "none", 120), III],
  ["一、2", "整体中断6小时", cii({ whole_interruption_minutes: 360 }), I],
  ["一、2", "主要功能24小时", cii({ main_function_interruption_minutes: 1440 }), I],
  ["二、2", "整体中断1小时", cii({ whole_interruption_minutes: 60 }), II],
  ["二、2", "主要功能3小时", cii({ main_function_interruption_minutes: 180 }), II],
  ["三、2", "整体中断10分钟", cii({ whole_interruption_minutes: 10 }), III],
  ["三、2", "主要功能29分钟", cii({ main_function_interruption_minutes: 29 }), IV],
  [
    "三、2",
    "not of CII",
    stated({ cii: { involved: false, whole_interruption_minutes: 999 } }),
    IV,
  ],
  ["一、3", "省级行政区50%", area("provincial", 50), I],
  ["二、3", "省级行政区49% holds a 地市 of 30% only", area("provincial", 49), III],
  ["二、3", "地市级行政区50%", area("prefecture", 50), II],
  ["三、3", "地市级行政区30%", area("prefecture", 30), III],
  ["三、3", "29%", area("prefecture", 29), IV],
  ["一、3", "1000万人", stated({ livelihood: { persons: 10_000_000 } }), I],
  ["二、3", "100万人", stated({ livelihood: { persons: 1_000_000 } }), II],
  ["三、3", "99999人", stated({ livelihood: { persons: 99_999 } }), IV],
  ["一、4", "重要数据泄露", data("important", ["leaked"], "especially_serious"), I],
  ["二、4", "核心数据仿冒", data("core", ["counterfeited"], "serious"), II],
  [
    "三、4",
    "篡改 is only in 三、2",
    data("important", ["tampered"], "relatively_serious"),
    {
      ...III,
      criteria: {
        "relatively_major.condition.4": "not_met",
        "relatively_major.circumstance.2": "met",
      },
    },
  ],
  ["三、4", "一定 threat is too little", data("important", ["stolen"], "certain"), IV],
  [
    "一、2情形",
    "泄露 is not 丢失或被窃取、篡改、假冒",
    data("personal_information", ["leaked"], "especially_serious", "massive"),
    IV,
  ],
  [
    "二、2情形",
    "大量 below 海量",
    data("personal_information", ["lost"], "especially_serious", "large"),
    II,
  ],
  ["一、5", "1亿人", leaked(100_000_000), I],
  ["二、5", "99999999人", leaked(99_999_999), II],
  ["三、5", "100万人", leaked(1_000_000), III],
  ["三、5", "999999人", leaked(999_999), IV],
  [
    "三、6",
    "a small platform of two million views",
    tampering("platform", { views: 2_000_000 }),
    III,
  ],
  ["一、6", "超大型", tampering("platform", { platform_size: "super_large", views: 1e6 }), I],
  ["二、6", "大型", tampering("platform", { platform_size: "large", reposts: 10_000 }), II],
  [
    "三、6",
    "a county portal counts",
    tampering("government_portal", { homepage_minutes: 30 }),
    III,
  ],
  ["三、6", "其他页面119分钟", tampering("platform", { other_page_minutes: 119 }), IV],
  ["二、6", "企事业单位 never 特别重大", tampering("enterprise_portal", { views: 1e9 }), II],
  [
    "一、6(4)",
    "特大范围传播 by determination",
    tampering("government_portal", { level: "provincial", determined_spread: "extra_large" }),
    I,
  ],
  ["一、7", "1亿元", stated({ direct_economic_loss_yuan: 100_000_000 }), I],
  ["二、7", "2000万元", stated({ direct_economic_loss_yuan: 20_000_000 }), II],
  ["三、7", "4999999元", stated({ direct_economic_loss_yuan: 4_999_999 }), IV],
  [
    "一、8",
    "特别严重 is 情形3 and 条件8",
    { id: "c", unstated: "none", judgements: { other: { severity: "especially_serious" } } },
    {
      ...I,
      criteria: {
        "particularly_major.circumstance.3": "met",
        "particularly_major.condition.8": "met",
        "particularly_major.circumstance.1": "not_met",
      },
    },
  ],
];

const more: Case[] = [
  {
    cites: "一、1",
    title: "unknown facts are never a no",
    incident: { id: "c" },
    expect: { status: "undecided", floor: "general", ceiling: "particularly_major" },
  },
  {
    cites: "三、6",
    title: "every kind counts at 较大",
    incident: tampering("unknown", { views: 10_000, level: "county", platform_size: "other" }),
    expect: III,
  },
  {
    cites: "二、6",
    title: "an unknown kind with 100,000 views",
    incident: tampering("unknown", { views: 100_000 }),
    expect: {
      floor: "relatively_major",
      ceiling: "major",
      questions: ["/impact/tampering/0/kind"],
    },
  },
  {
    cites: "三、4",
    title: "core data at 较大 when not named there",
    incident: data("core", ["leaked", "lost"], "relatively_serious"),
    readings: { core_data_at_relatively_major: "not_named" },
    expect: IV,
  },
  {
    cites: "三、4",
    title: "core data at 较大 when included",
    incident: data("core", ["leaked"], "relatively_serious"),
    expect: III,
  },
  {
    cites: "三、1",
    title: "地市级以上 also for 企事业单位",
    incident: site("enterprise_portal", "county", 9999),
    readings: { enterprise_portal_level: "prefecture_and_above" },
    expect: IV,
  },
  {
    cites: "三、6",
    title: "that reading leaves 较大 without a floor",
    incident: tampering("enterprise_portal", { views: 1e9 }),
    readings: { enterprise_portal_level: "prefecture_and_above" },
    expect: III,
  },
  {
    cites: "三、5",
    title: "a bound below the next number settles",
    incident: leaked({ at_least: 1_000_000, at_most: 9_999_999 }),
    expect: { ...III, status: "decided", questions: [] },
  },
  {
    cites: "二、3",
    title: "shares of several areas are never pooled",
    incident: stated({
      livelihood: {
        areas: [
          { level: "prefecture", population_percent: 29 },
          { level: "prefecture", population_percent: 29 },
        ],
      },
    }),
    expect: IV,
  },
  {
    cites: "二、4",
    title: "further effects may have happened",
    incident: data("core", { at_least: [] }, "serious"),
    expect: { floor: "general", ceiling: "major", questions: ["/impact/data/0/effects"] },
  },
];

export const annexCases: Case[] = [
  ...rows.map(([cites, title, incident, expect]) => ({ cites, title, incident, expect })),
  ...more,
];
