import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { expectGolden } from "../cli/golden.js";
import { runCli } from "../cli/run-cli.js";
import { KEYS, openTerminal, type Terminal } from "../support/terminal.js";

const path = (name: string): string => new URL(`incidents/${name}`, import.meta.url).pathname;
const PORTAL = path("portal.yaml");
const BEFORE = "2026-11-25T20:40:00+08:00";
const AT_LIMIT = "2026-11-25T21:10:00+08:00";
const AFTER = "2026-11-25T21:10:01+08:00";

interface Json {
  as_of: string;
  overdue: number;
  clocks: {
    incident: string;
    kind: string;
    seconds_left: number | null;
    duty: { id: string; due: string | null };
  }[];
  without_clocks: { incident: string; status: string; reportable: string }[];
}

const clockJson = async (
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; answer: Json }> => {
  const { code, stdout } = await runCli(["clock", ...args, "--format", "json"], { env });
  return { code, answer: JSON.parse(stdout) as Json };
};

describe("clock shows", () => {
  it.each(["zh", "en"])("the open clocks of several incidents (%s)", async (language) => {
    const files = [PORTAL, path("secret.json"), path("summary.json")];
    const options = ["--as-of", BEFORE, "--zone", "Europe/Berlin", "--lang", language];
    const { code, stdout } = await runCli(["clock", ...files, ...options]);
    expect(code).toBe(0);
    expectGolden(`clock.${language}.txt`, stdout);
  });

  it("what ends first at the top, then what waits for its start, then what has no hours", async () => {
    const { answer } = await clockJson([PORTAL, path("summary.json"), "--as-of", AFTER]);
    const kinds = answer.clocks.map(({ kind }) => kind);
    const order = ["running", "waiting", "untimed"];
    expect(kinds).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
    const left = answer.clocks.flatMap(({ seconds_left: seconds }) => seconds ?? []);
    expect(left).toEqual([...left].sort((a, b) => a - b));
    expect(left[0]).toBe(-1);
  });

  it("why an incident has no clock", async () => {
    const { answer } = await clockJson([path("secret.json"), "--as-of", BEFORE]);
    expect(answer.clocks).toEqual([]);
    expect(answer.without_clocks).toMatchObject([{ incident: "secret", status: "excluded" }]);
  });

  it("the moment that it is, by this machine's clock, where none is given", async () => {
    const { answer } = await clockJson([PORTAL]);
    expect(Math.abs(Date.parse(answer.as_of) - Date.now())).toBeLessThan(600_000);
  });
});

describe("the exit code", () => {
  it("is 1 as soon as something is overdue, and not at the limit itself", async () => {
    expect((await clockJson([PORTAL, "--as-of", AT_LIMIT])).code).toBe(0);
    const { code, answer } = await clockJson([PORTAL, "--as-of", AFTER]);
    expect({ code, overdue: answer.overdue }).toEqual({ code: 1, overdue: 1 });
  });

  it.each([
    [["--zone", "Mars"], "--zone"],
    [["--watch", "--format", "json"], "--watch"],
    [["--watch"], "--watch"],
    [["--as-of", "noon"], "--as-of"],
  ])("is 2 for %j", async (options, named) => {
    const { code, stderr } = await runCli(["clock", PORTAL, ...options]);
    expect(code).toBe(2);
    expect(stderr).toContain("[usage]");
    expect(stderr).toContain(named);
  });

  it("is 1 for an invalid incident, and the file is named", async () => {
    const { code, stderr } = await runCli(["clock", PORTAL, path("invalid.json")]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/invalid\.json.*\n.*\/impact/);
  });
});

describe("times", () => {
  it.each(["UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Apia"])(
    "are the same on a machine in %s",
    async (zone) => {
      const { answer } = await clockJson([PORTAL, "--as-of", BEFORE], { TZ: zone });
      expect(answer.clocks[0]).toMatchObject({
        seconds_left: 1800,
        duty: { due: "2026-11-25T21:10:00+08:00" },
      });
    },
  );

  // On 2026-03-29 clocks in Berlin go from 02:00 to 03:00, on 2026-10-25 from 03:00 back to 02:00.
  it.each([
    ["2026-03-29T08:59:59+08:00", "2026-03-29 01:59 +01:00"],
    ["2026-03-29T09:00:00+08:00", "2026-03-29 03:00 +02:00"],
    ["2026-10-25T08:30:00+08:00", "2026-10-25 02:30 +02:00"],
    ["2026-10-25T09:30:00+08:00", "2026-10-25 02:30 +01:00"],
  ])("due at %s are %s in Berlin", async (due, local) => {
    const folder = mkdtempSync(join(tmpdir(), "amrnci-clock-"));
    try {
      const file = join(folder, "incident.json");
      const discovered = new Date(Date.parse(due) - 3_600_000).toISOString().slice(0, 19);
      const incident = {
        id: "dst",
        times: { discovered_at: `${discovered}Z` },
        impact: { cii: { involved: true, whole_interruption_minutes: 60 } },
      };
      writeFileSync(file, JSON.stringify(incident));
      const { stdout } = await runCli([
        ...["clock", file, "--as-of", `${discovered}Z`, "--zone", "Europe/Berlin"],
      ]);
      expect(stdout).toContain(local);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("count 30 days across the end of a leap February", async () => {
    const { answer } = await clockJson([path("summary.json"), "--as-of", "2028-02-29T12:00:00Z"]);
    const summary = answer.clocks.find(({ duty }) => duty.id === "operator.summary");
    expect(summary?.duty.due).toBe("2028-03-11T23:59:59+08:00");
  });
});

describe("the calendar", () => {
  const exported = async (asOf: string): Promise<ICAL.Component[]> => {
    const files = [PORTAL, path("summary.json")];
    const { stdout } = await runCli(["clock", ...files, "--as-of", asOf, "--format", "ics"]);
    // Another library reads what ours has written.
    return new ICAL.Component(ICAL.parse(stdout) as unknown[]).getAllSubcomponents("vevent");
  };

  it("has an event with alarms for each due time, in UTC", async () => {
    const events = (await exported(BEFORE)).map((event) => new ICAL.Event(event));
    expect(events.map(({ startDate }) => startDate.toJSDate().toISOString()).sort()).toEqual([
      "2026-11-25T13:10:00.000Z",
      "2028-03-11T15:59:59.000Z",
    ]);
    const [first] = events;
    expect(first?.summary).toBe("First report (CII) due: 门户被篡改 (HZ-2026-014)");
    expect(first?.description).toContain("Art. 4(2)");
    const alarms = first?.component.getAllSubcomponents("valarm") ?? [];
    expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual([
      "-PT30M",
      "-PT7M30S",
      "PT0S",
    ]);
  });

  it("keeps the ids of its events, so that importing again doubles nothing", async () => {
    const ids = async (asOf: string): Promise<unknown[]> =>
      (await exported(asOf)).map((event) => event.getFirstPropertyValue("uid"));
    expect(await ids(BEFORE)).toEqual(await ids(AT_LIMIT));
  });

  it("cannot be broken by what an incident says", async () => {
    const folder = mkdtempSync(join(tmpdir(), "amrnci-clock-"));
    try {
      const file = join(folder, "incident.json");
      const evil = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:evil;,\\ \u202e";
      const incident = { id: evil, title: evil, times: { discovered_at: BEFORE } };
      writeFileSync(file, JSON.stringify(incident));
      const { stdout } = await runCli(["clock", file, "--as-of", BEFORE, "--format", "ics"]);
      const events = new ICAL.Component(ICAL.parse(stdout) as unknown[]).getAllSubcomponents(
        "vevent",
      );
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) {
        expect(event.getFirstPropertyValue("summary")).toContain("evil");
        expect(event.getFirstPropertyValue("summary")).not.toContain("\u202e");
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("--watch in a terminal", () => {
  let terminal: Terminal | undefined;
  let folder = "";
  afterEach(() => {
    terminal?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("counts on, follows the file, survives a bad edit, and ends with Ctrl-C", async () => {
    folder = mkdtempSync(join(tmpdir(), "amrnci-clock-"));
    const file = join(folder, "incident.yaml");
    copyFileSync(PORTAL, file);
    const text = readFileSync(PORTAL, "utf8");
    const hour = new Date(Date.now() - 600_000).toISOString().slice(0, 19);
    const running = text.replace(/discovered_at: "[^"]*"/, `discovered_at: "${hour}Z"`);
    writeFileSync(file, running);
    terminal = openTerminal(["clock", file, "--watch", "--zone", "UTC", "--lang", "en"]);
    await terminal.until(/49 min \d+ s left/);
    writeFileSync(file, "id: [");
    await terminal.until(/could not be read/);
    writeFileSync(file, running.replace(hour, "2026-01-01T00:00:00"));
    await terminal.until(/1 overdue/);
    terminal.type(KEYS.interrupt);
    expect(await terminal.ended()).toBe(1);
  });
});
