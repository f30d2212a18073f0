// What a record must not show, and that nothing depends on it: on every fixture, and fact by fact.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import canonicalize from "canonicalize";
import { describe, expect, it } from "vitest";
import { INCIDENT_PLACES } from "../../src/generated/incident-places.js";
import type { Decision, DecisionRecord, Masking, Request } from "../../src/generated/types.js";
import { createRecorder } from "../../src/records/index.js";
import { fixtureFiles, requestOf } from "../support/fixture-files.js";
import { isRequest } from "./schemas.js";
import { bundle, early, evaluator, KEY, temporaryFolder } from "./support.js";

const folder = temporaryFolder();
let count = 0;

type Recording = { key?: string; masking?: Masking };
const recordOf = async (
  request: Request,
  { masking, key }: Recording = { key: KEY },
  decision: Decision = evaluator.evaluate(request),
): Promise<DecisionRecord> => {
  const file = join(folder, `${String((count += 1))}.ndjson`);
  const options = { file, fsync: "never" as const };
  const recorder = await createRecorder({
    ...options,
    ...(key !== undefined && { key }),
    ...(masking !== undefined && { masking }),
  });
  const record = await recorder.record(request, decision, { bundle });
  await recorder.close();
  if (record === null) throw new Error("nothing was recorded");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(record);
  return record;
};

/** A copy in which every free text of the incident is another, which stands nowhere else. */
const withSecrets = (value: unknown, path: string): unknown => {
  if (typeof value === "string") return INCIDENT_PLACES[path] === "text" ? `SECRET ${path}` : value;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    withSecrets(member, `${path}/${name}`),
  ]);
  return Object.fromEntries(members) as object;
};

/** Every text that an incident can have. */
const texts = Object.entries(INCIDENT_PLACES)
  .filter(([place, kind]) => kind === "text" && !hasChildren(place))
  .map(([place]) => place);
function hasChildren(place: string): boolean {
  return Object.keys(INCIDENT_PLACES).some((other) => other.startsWith(`${place}/`));
}

const put = (whole: object, place: string, value: unknown): object => {
  const copy = structuredClone(whole) as Record<string, unknown>;
  const names = place.split("/").slice(1);
  let at = copy;
  for (const name of names.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
  at[names.at(-1) ?? ""] = value;
  return copy;
};

describe("names and narrative", () => {
  it(
    "are in no record of any fixture, and no decision depends on them",
    { timeout: 60_000 },
    async () => {
      let seen = 0;
      for (const fixture of fixtureFiles()) {
        const plain = requestOf(fixture) as Request;
        if (!isRequest(plain)) continue;
        const incident = texts
          .filter((place) => place !== "/id")
          .reduce<object>((whole, place) => put(whole, place, `SECRET ${place}`), plain.incident);
        for (const facts of [plain.incident, incident]) {
          const request = { ...plain, incident: withSecrets(facts, "") } as Request;
          request.incident.id = plain.incident.id;
          const record = await recordOf(request);
          expect(JSON.stringify(record)).not.toContain("SECRET");
          expect(isRequest(record.input)).toBe(true);
          expect(canonicalize(evaluator.evaluate(record.input))).toBe(canonicalize(record.result));
          seen += record.masked?.length ?? 0;
        }
      }
      expect(seen).toBeGreaterThan(4000);
    },
  );

  it("are what the schema calls a text and the default covers all but the id", async () => {
    const incident = texts.reduce((whole, place) => put(whole, place, `SECRET ${place}`), {});
    const { masked } = await recordOf({ incident } as unknown as Request);
    expect(masked).toEqual(
      texts
        .filter((place) => place !== "/id")
        .map((place) => `/input/incident${place}`)
        .sort(),
    );
  });

  it("become keyed digests by which equal ones show, as openssl computes them", async () => {
    const name = "某某科技有限公司 & Co.";
    const facts = { id: "a", title: name, operator: { name }, narrative: { place: "elsewhere" } };
    const { input, masking, masked } = await recordOf({ incident: facts });
    const shown = (input as unknown as Request).incident;
    const args = ["dgst", "-sha256", "-mac", "HMAC", "-macopt", `key:${KEY}`, "-r"];
    const [hex = ""] = execFileSync("openssl", args, { input: name }).toString().split(" ");
    expect(shown.title).toBe(`hmac-sha256:${hex}`);
    expect(shown.operator?.name).toBe(shown.title);
    expect(shown.narrative?.place).not.toBe(shown.title);
    expect(masked).toEqual([
      "/input/incident/narrative/place",
      "/input/incident/operator/name",
      "/input/incident/title",
    ]);
    expect(masking).toMatchObject({ algorithm: "hmac-sha256" });
    // Another key, other digests, and the fingerprint says so.
    const other = await recordOf({ incident: facts }, { key: `${KEY}!` });
    expect(other.masking.key).not.toBe(masking.key);
    expect((other.input as unknown as Request).incident.title).not.toBe(shown.title);
  });

  it("are masked without a key too, and the record says that nothing can be compared", async () => {
    const facts = { id: "a", title: "one", operator: { name: "other" } };
    const { input, masking } = await recordOf({ incident: facts }, {});
    expect(input).toMatchObject({ incident: { title: "masked", operator: { name: "masked" } } });
    expect(masking).toEqual({ algorithm: "none" });
  });

  it("that are blank stay, since the decision says that nothing is stated", async () => {
    for (const blank of ["", "  ", "\u3000\n"]) {
      const request = { incident: { id: "a", operator: { name: blank } } };
      const record = await recordOf(request);
      expect(record.masked).toBeUndefined();
      expect(record.input).toEqual(request);
    }
  });

  it("leave what the caller holds as it was", async () => {
    const request = { incident: { id: "a", title: "mine", narrative: { place: "here" } } };
    const before = structuredClone(request);
    await recordOf(request, {
      masking: {
        mask: ["/input/incident/id", "/input/incident/title"],
        erase: ["/input/incident/narrative"],
      },
    });
    expect(request).toEqual(before);
  });
});

/** A value for each fact that appears nowhere by chance, and the ways in which it could show. */
const facts: [place: string, value: unknown, shows: RegExp][] = [
  ["/impact/personal_information/persons_leaked", 7_654_321, /7654321|2345679/],
  [
    "/impact/direct_economic_loss_yuan",
    { at_least: 7_654_321, at_most: 8_765_432 },
    /7654321|8765432/,
  ],
  ["/impact/livelihood/persons", 765_432, /765432|234568/],
  ["/impact/cii/main_function_interruption_minutes", 137, /\b137\b/],
  [
    "/impact/sites",
    [
      {
        kind: "government_portal",
        level: "provincial",
        cause: "attack",
        unreachable_minutes: 1717,
      },
    ],
    /1717/,
  ],
  [
    "/impact/tampering",
    [{ kind: "platform", platform_size: "large", views: 765_432 }],
    /765432|234568/,
  ],
  [
    "/impact/data",
    [{ category: "core", effects: ["stolen"], threat: "relatively_serious" }],
    /"(?:category|threat|value)":"(?:core|relatively_serious)"/,
  ],
  [
    "/times",
    { discovered_at: "2025-12-22T22:17:43+08:00", handling_ended_at: "2026-02-03T04:05:06Z" },
    /22T22:17:43|23T0\d:17:43|T04:05:06|T12:05:06|-03-05T/,
  ],
  ["/times/discovered_at", "2025-12-22T22:17:43+08:00", /22T22:17:43|:17:43/],
  ["/operator/province", "CN-TW", /CN-TW/],
  ["/operator/kind", "directly_subordinate_unit", /directly_subordinate_unit/],
  [
    "/judgements/system_loss/severity",
    "relatively_serious",
    /"value":"relatively_serious"|"severity":"relatively_serious"/,
  ],
];

describe("a fact that is erased", () => {
  const base = {
    id: "a",
    operator: { kind: "other", province: "CN-SH" },
    times: { discovered_at: "2025-12-22T22:00:00+08:00" },
    reports: [
      {
        duty: "operator.first_report.other",
        sent_at: "2025-12-22T23:19:21+08:00",
        received_at: "2025-12-22T23:29:31+08:00",
      },
    ],
    impact: { personal_information: { persons_leaked: 12_000_000 } },
  };
  for (const [place, value, shows] of facts) {
    it(`${place} is nowhere in the record`, async () => {
      const request = {
        incident: put(base, place, value),
        as_of: "2026-01-01T00:00:00Z",
      } as unknown as Request;
      // Not erased it shows, or the test would prove nothing.
      expect(JSON.stringify(await recordOf(request))).toMatch(shows);
      const masking = { mask: [], erase: [`/input/incident${place}`] };
      const record = await recordOf(request, { key: KEY, masking });
      expect(JSON.stringify({ input: record.input, result: record.result })).not.toMatch(shows);
      expect(record.erased).toContain(`/input/incident${place}`);
      for (const gone of record.erased ?? []) {
        const at = gone
          .split("/")
          .slice(1)
          .reduce<unknown>(
            (whole, name) => (whole as Record<string, unknown> | undefined)?.[name],
            record,
          );
        expect(at).toBeUndefined();
      }
    });
  }

  it("/reports takes the due times with it that run from receipt", async () => {
    const request = { incident: base } as unknown as Request;
    expect(JSON.stringify(await recordOf(request))).toMatch(/T(?:23|00):29:31/);
    const masking = { mask: [], erase: ["/input/incident/reports"] };
    const record = await recordOf(request, { masking });
    expect(JSON.stringify(record.result)).not.toMatch(/T(?:23|00):29:31/);
  });

  it("that the incident does not state is not listed", async () => {
    const record = await recordOf(early("a"), {
      masking: { mask: [], erase: ["/input/incident/impact"] },
    });
    expect(record.erased).toBeUndefined();
  });
});

describe("what can't be read as a request", () => {
  it("is erased as a whole: nobody knows what stands where in it", async () => {
    const request = { incident: { id: "a", titel: "a name" } } as unknown as Request;
    const decision = {
      status: "invalid",
      errors: [{ path: "/incident/titel", expected: "nothing" }],
    };
    const record = await recordOf(request, { key: KEY }, decision as unknown as Decision);
    expect(record).toMatchObject({ input: {}, erased: ["/input"], result: { status: "invalid" } });
    expect(JSON.stringify(record)).not.toContain("a name");
  });
});

describe("a masking that would not do what it says is refused:", () => {
  const refused: [string, unknown, string][] = [
    ["a place that no incident has", { mask: ["/input/incident/titel"] }, "no_place"],
    [
      "a place below a list",
      { mask: [], erase: ["/input/incident/impact/sites/kind"] },
      "no_place",
    ],
    [
      "a fact that the decision is made of",
      { mask: ["/input/incident/operator/kind"] },
      "not_text",
    ],
    ["a group that holds facts", { mask: ["/input/incident/judgements"] }, "not_text"],
    ["the id erased", { mask: [], erase: ["/input/incident/id"] }, "required"],
    ["a place outside the incident", { mask: ["/input/as_of"] }, "not_masking"],
    ["no list", { mask: "/input/incident/title" }, "not_masking"],
    ["nothing", null, "not_masking"],
    ["another member", { mask: [], hide: [] }, "not_masking"],
  ];
  for (const [what, masking, reason] of refused) {
    it(what, async () => {
      const file = join(folder, "refused.ndjson");
      await expect(createRecorder({ file, masking: masking as Masking })).rejects.toMatchObject({
        code: "masking_invalid",
        reason: { code: reason },
      });
    });
  }

  it("a key that can be guessed", async () => {
    await expect(
      createRecorder({ file: join(folder, "refused.ndjson"), key: "short" }),
    ).rejects.toMatchObject({ code: "masking_invalid", reason: { code: "key_short" } });
  });
});
