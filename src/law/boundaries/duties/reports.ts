import { type Found, short } from "../case.js";
import { type Law, at, entriesOf, objectOf } from "../law.js";
import { after } from "../time.js";
import { firstReport, ROUTES, routed, routeOf } from "./route.js";

const HOUR = 3600;

/** What is recorded as sent: nothing, several, without a time, without receipt, item by item. */
export const reports = (law: Law): Found[] => [
  ...sent(law),
  ...ROUTES.flatMap((route) => {
    const duty = firstReport(route);
    const early = { duty, sent_at: law.noon, received_at: after(law.noon, HOUR / 2) };
    const later = {
      duty,
      sent_at: after(law.noon, 100 * HOUR),
      received_at: after(law.noon, HOUR),
    };
    const records: [string, unknown][] = [
      ["early and late", [later, early]],
      ["two times of receipt", [{ ...early, received_at: after(law.noon, HOUR) }, early]],
      ["late and without a time", [later, { duty }]],
      ["early and without a time", [early, { duty }]],
      ["late only", [later]],
      ["without a time, received", [{ duty, received_at: early.received_at }]],
      ["not received", [{ duty, sent_at: law.noon }]],
      ["an open record", { at_least: [early] }],
      ["unknown", "unknown"],
      ["empty", []],
    ];
    return records.map(([which, recorded]) => ({
      at: `duties/${duty}/limit_minutes`,
      name: `report on route ${route}: ${which}`,
      why: "The earliest first report counts, and a time that is not stated is unknown.",
      incident: routed(law, route, { reports: recorded }),
      as_of: after(law.noon, 24 * HOUR),
    }));
  }),
  ...items(law),
];

// Every duty, sent and not sent, with and without the times that start its clock.
const sent = (law: Law): Found[] =>
  Object.keys(objectOf(law.version.duties)).flatMap((duty) => {
    const route = routeOf(duty) ?? "other";
    const facts = { suspected_crime: true, operator: { sector_rules: true } };
    const members = route === "organ" ? {} : facts;
    const about = { at: `duties/${duty}`, why: `${duty} sent at noon, or at an unknown time.` };
    const sending = [[{ duty, sent_at: law.noon }], [{ duty }]].map((recorded, index) => ({
      ...about,
      name: `duty ${duty} sent ${index === 0 ? "at noon" : "some time"}`,
      incident: routed(law, route, { ...members, reports: recorded }),
    }));
    const timeless = routed(law, route, {
      ...members,
      times: {},
      reports: [{ duty, sent_at: law.noon }],
    });
    return [
      ...sending,
      { ...about, name: `duty ${duty} sent, no times stated`, incident: timeless },
    ];
  });

const items = (law: Law): Found[] => {
  const all = entriesOf(at(law.version, "contents", "items")).map((one) => at(one, "item"));
  const duty = firstReport("other");
  const report = (listed: readonly unknown[]) =>
    routed(law, "other", { reports: [{ duty, sent_at: law.noon, items: listed }] });
  return [undefined, ...all].map((left) => ({
    at: "contents/items",
    name: left === undefined ? "items sent: all" : `items sent: all but ${short(left)}`,
    why: "The supplement is met once all reports together hold every item.",
    incident: report(all.filter((item) => item !== left)),
  }));
};
