// The two-valued part of the law (a grade by numbers, a route, its limit) in other engines. Each gets
// the numbers of the law's data, and must answer like the others before it is timed.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { createPolicy } from "../../src/evaluator/policy.js";
import { createEvaluator } from "../../src/index.js";
import { Dice } from "../../test/oracle/generate/dice.js";
import { ratio, sayUs, timeTogether } from "./time.js";

interface Facts {
  readonly loss: number;
  readonly leaked: number;
  readonly affected: number;
  readonly whole: number;
  readonly main: number;
  readonly cii: boolean;
  readonly organ: boolean;
}

interface Answer {
  readonly grade: string;
  readonly route: string;
  readonly limit_minutes: number | null;
}

type Numeric = "loss" | "leaked" | "affected" | "whole" | "main";
type Numbers = Readonly<Record<string, Readonly<Record<Numeric, number>>>>;
type Limits = Readonly<Record<string, number>>;
interface Rules {
  /** Highest grade first. */
  readonly grades: Numbers;
  readonly limits: Limits;
}

type Decide = (facts: Facts) => Answer | Promise<Answer>;

/** Rows of the table of peers, as Markdown. */
export const peerRows = async (root: string): Promise<string[]> => {
  const folder = join(root, "scripts/bench/peers");
  if (!existsSync(join(folder, "node_modules"))) {
    // No lock file: a registry may lack zen-engine's packages for other platforms, which `npm ci` asks for.
    const quietly = ["--no-audit", "--no-fund", "--loglevel=error"];
    execFileSync("npm", ["install", "--ignore-scripts", ...quietly], {
      cwd: folder,
      stdio: "pipe",
    });
  }
  const rules = rulesOf(root);
  const inputs = randomFacts(200, rules);
  const expected = inputs.map((facts) => byHand(rules, facts));
  const need = createRequire(join(folder, "package.json"));
  const peers: Record<string, Decide> = {
    "hand-written TypeScript": (facts) => byHand(rules, facts),
    "two-valued Rego in our host (WASM)": await inOurHost(root, folder, rules),
    "json-rules-engine 7.3.1": jsonRulesEngine(need, rules),
    "zen-engine 0.54.0": zenEngine(need, rules),
    "cedar-wasm 4.13.0": cedar(need, rules),
    "our whole decision (33 criteria, three values)": await wholeDecision(root),
  };
  for (const [name, decide] of Object.entries(peers)) {
    for (const [place, facts] of inputs.entries()) {
      const answer = await decide(facts);
      if (!isDeepStrictEqual(answer, expected[place])) {
        throw new Error(`${name} answers ${JSON.stringify(answer)} to ${JSON.stringify(facts)}`);
      }
    }
  }
  const calls = Object.fromEntries(
    Object.entries(peers).map(([name, decide]) => {
      let n = 0;
      const next = (): Facts => {
        const facts = inputs[n++ % inputs.length];
        if (facts === undefined) throw new Error("there are no inputs");
        return facts;
      };
      return [name, () => decide(next())];
    }),
  );
  const timings = await timeTogether(calls);
  const outside = [
    ...regorus(root, folder, rules, inputs, expected),
    ...nativeOpa(root, folder, rules, inputs),
  ];
  const ours = timings["two-valued Rego in our host (WASM)"]?.us ?? NaN;
  const all = [
    ...Object.entries(timings).map(([name, { us, spread }]) => ({ name, us, spread })),
    ...outside,
  ].sort((one, other) => one.us - other.us);
  return all.map(
    ({ name, us, spread }) =>
      `| ${name} | ${Number.isNaN(us) ? "" : sayUs(us)} | ${spread} | ${Number.isNaN(us) ? "" : ratio(us, ours)} |`,
  );
};

const rulesOf = (root: string): Rules => {
  const { law } = JSON.parse(readFileSync(join(root, "build/data.json"), "utf8")) as {
    law: Record<
      string,
      { annex: Record<string, never>; duties: Record<string, { limit_minutes: number }> }
    >;
  };
  const version = law["2025-11-01"];
  if (version === undefined) throw new Error("the data has another version");
  const number = (grade: string, item: string, key: string): number => {
    const value = (version.annex[grade] as unknown as Record<string, Record<string, unknown>>)[
      item
    ]?.[key];
    if (typeof value !== "number") throw new Error(`${grade} ${item} ${key} is no number`);
    return value;
  };
  const grade = (name: string): Record<Numeric, number> => ({
    loss: number(name, "condition_7", "yuan"),
    leaked: number(name, "condition_5", "persons"),
    affected: number(name, "condition_3", "persons"),
    whole: number(name, "condition_2", "whole_interruption_minutes"),
    main: number(name, "condition_2", "main_function_interruption_minutes"),
  });
  const limit = (route: string): number =>
    version.duties[`operator.first_report.${route}`]?.limit_minutes ?? NaN;
  return {
    grades: {
      particularly_major: grade("particularly_major"),
      major: grade("major"),
      relatively_major: grade("relatively_major"),
    },
    limits: { cii: limit("cii"), organ: limit("organ"), other: limit("other") },
  };
};

/** Mostly numbers near a limit. Minutes count for critical infrastructure only. */
const randomFacts = (count: number, { grades }: Rules): Facts[] => {
  const dice = new Dice(1);
  const near = (fact: Numeric): number =>
    dice.pick([0, 0, ...Object.values(grades).flatMap((of) => [of[fact] - 1, of[fact]])]);
  return Array.from({ length: count }, () => {
    const cii = dice.chance(0.4);
    return {
      loss: near("loss"),
      leaked: near("leaked"),
      affected: near("affected"),
      whole: cii ? near("whole") : 0,
      main: cii ? near("main") : 0,
      cii,
      organ: !cii && dice.chance(0.4),
    };
  });
};

const byHand = ({ grades, limits }: Rules, facts: Facts): Answer => {
  const grade =
    Object.entries(grades).find(
      ([, of]) =>
        facts.loss >= of.loss ||
        facts.leaked >= of.leaked ||
        facts.affected >= of.affected ||
        facts.whole >= of.whole ||
        facts.main >= of.main,
    )?.[0] ?? "general";
  const route = facts.cii ? "cii" : facts.organ ? "organ" : "other";
  return { grade, route, limit_minutes: grade === "general" ? null : (limits[route] ?? null) };
};

const opa = (root: string): string => join(root, ".cache/bin/opa");

const inOurHost = async (root: string, folder: string, rules: Rules): Promise<Decide> => {
  const archive = join(root, ".cache/bench-two-valued.tar.gz");
  const capabilities = join(root, "build/capabilities.json");
  execFileSync(
    opa(root),
    [
      "build",
      "-t",
      "wasm",
      "-e",
      "amrnci/decision",
      "--capabilities",
      capabilities,
      "-o",
      archive,
      "two_valued.rego",
    ],
    { cwd: folder },
  );
  const entries = await unpackTar(gunzipSync(readFileSync(archive)));
  const wasm = entries.find(({ header }) => header.name === "/policy.wasm")?.data;
  if (!wasm) throw new Error("opa build made no policy.wasm");
  const policy = await createPolicy({ wasm: new Uint8Array(wasm), data: { numbers: rules } });
  return (facts) => policy.evaluate(facts) as Answer;
};

const wholeDecision = async (root: string): Promise<Decide> => {
  const evaluator = await createEvaluator({ bundle: join(root, "build/bundle.tar.gz") });
  return ({ loss, leaked, affected, whole, main, cii, organ }) => {
    const { grade, duties } = evaluator.evaluate({
      incident: {
        id: "bench",
        unstated: "none",
        operator: { kind: organ ? "central_or_state_organ" : "other" },
        impact: {
          direct_economic_loss_yuan: loss,
          personal_information: { persons_leaked: leaked },
          livelihood: { persons: affected },
          cii: {
            involved: cii,
            whole_interruption_minutes: whole,
            main_function_interruption_minutes: main,
          },
        },
      },
    });
    const first = duties.find(({ id }) => id.startsWith("operator.first_report."));
    return {
      grade: grade?.floor ?? "",
      route: first?.id.split(".").at(-1) ?? (cii ? "cii" : organ ? "organ" : "other"),
      limit_minutes: typeof first?.limit_seconds !== "number" ? null : first.limit_seconds / 60,
    };
  };
};

interface RulesEngine {
  addRule(rule: object): void;
  run(facts: object): Promise<{ events: { type: string; params: { word: string } }[] }>;
}

const jsonRulesEngine = (need: NodeJS.Require, { grades, limits }: Rules): Decide => {
  const { Engine } = need("json-rules-engine") as { Engine: new () => RulesEngine };
  const engine = new Engine();
  const order = Object.keys(grades);
  for (const [word, of] of Object.entries(grades)) {
    const any = Object.entries(of).map(([fact, value]) => ({
      fact,
      operator: "greaterThanInclusive",
      value,
    }));
    engine.addRule({ conditions: { any }, event: { type: "grade", params: { word } } });
  }
  for (const word of ["cii", "organ"]) {
    const all = [{ fact: word, operator: "equal", value: true }];
    engine.addRule({ conditions: { all }, event: { type: "route", params: { word } } });
  }
  return async (facts) => {
    const { events } = await engine.run(facts);
    const words = (type: string): string[] =>
      events.filter((event) => event.type === type).map(({ params }) => params.word);
    const met = words("grade");
    const grade = order.find((word) => met.includes(word)) ?? "general";
    const route = words("route")[0] ?? "other";
    return { grade, route, limit_minutes: grade === "general" ? null : (limits[route] ?? null) };
  };
};

interface Zen {
  createDecision(content: object): { evaluate(context: object): Promise<{ result: Answer }> };
}

const zenEngine = (need: NodeJS.Require, { grades, limits }: Rules): Decide => {
  const { ZenEngine } = need("@gorules/zen-engine") as { ZenEngine: new () => Zen };
  const facts = ["loss", "leaked", "affected", "whole", "main"] as const;
  const column = (field: string): object => ({ id: field, name: field, field });
  const tableNode = (
    id: string,
    inputs: readonly string[],
    outputs: readonly string[],
    rules: object[],
  ): object => ({
    id,
    name: id,
    type: "decisionTableNode",
    content: {
      hitPolicy: "first",
      passThrough: true,
      inputs: inputs.map(column),
      outputs: outputs.map(column),
      rules: rules.map((rule, place) => ({
        _id: `${id}${String(place)}`,
        // A cell that is empty asks nothing.
        ...Object.fromEntries([...inputs, ...outputs].map((field) => [field, ""])),
        ...rule,
      })),
    },
  });
  const gradeRules = Object.entries(grades).flatMap(([word, of]) =>
    facts.map((fact) => ({ [fact]: `>= ${String(of[fact])}`, grade: `"${word}"` })),
  );
  const routeRules = [
    { grade: '"general"', cii: "true", route: '"cii"', limit_minutes: "null" },
    { grade: '"general"', organ: "true", route: '"organ"', limit_minutes: "null" },
    { grade: '"general"', route: '"other"', limit_minutes: "null" },
    { cii: "true", route: '"cii"', limit_minutes: String(limits.cii) },
    { organ: "true", route: '"organ"', limit_minutes: String(limits.organ) },
    { route: '"other"', limit_minutes: String(limits.other) },
  ];
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: "in", name: "in", type: "inputNode" },
      tableNode("grades", facts, ["grade"], [...gradeRules, { grade: '"general"' }]),
      tableNode("routes", ["grade", "cii", "organ"], ["route", "limit_minutes"], routeRules),
      { id: "out", name: "out", type: "outputNode" },
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "grades", type: "edge" },
      { id: "2", sourceId: "grades", targetId: "routes", type: "edge" },
      { id: "3", sourceId: "routes", targetId: "out", type: "edge" },
    ],
  });
  return async (context) => {
    const { result } = await decision.evaluate(context);
    const { grade, route, limit_minutes } = result;
    return { grade, route, limit_minutes: limit_minutes ?? null };
  };
};

interface Cedar {
  preparsePolicySet: (id: string, policies: object) => { type: string };
  statefulIsAuthorized: (call: object) => { type: string; response?: { decision: string } };
}

// Cedar says allow or deny, so each grade and route is a question of its own, the highest first.
const cedar = (need: NodeJS.Require, { grades, limits }: Rules): Decide => {
  const { preparsePolicySet, statefulIsAuthorized } = need(
    "@cedar-policy/cedar-wasm/nodejs",
  ) as Cedar;
  const grading = Object.entries(grades).map(
    ([word, of]) =>
      `permit(principal, action == Action::"${word}", resource) when { ${Object.entries(of)
        .map(([fact, value]) => `context.${fact} >= ${String(value)}`)
        .join(" || ")} };`,
  );
  const routing = ["cii", "organ"].map(
    (word) => `permit(principal, action == Action::"${word}", resource) when { context.${word} };`,
  );
  const parsed = preparsePolicySet("law", { staticPolicies: [...grading, ...routing].join("\n") });
  if (parsed.type !== "success") throw new Error(`cedar: ${JSON.stringify(parsed)}`);
  const allowed = (action: string, context: Facts): boolean => {
    const answer = statefulIsAuthorized({
      principal: { type: "Operator", id: "o" },
      action: { type: "Action", id: action },
      resource: { type: "Incident", id: "i" },
      context,
      preparsedPolicySetId: "law",
      validateRequest: false,
      entities: [],
    });
    if (answer.response === undefined) throw new Error(`cedar: ${JSON.stringify(answer)}`);
    return answer.response.decision === "allow";
  };
  return (facts) => {
    const grade = Object.keys(grades).find((word) => allowed(word, facts)) ?? "general";
    const route = ["cii", "organ"].find((word) => allowed(word, facts)) ?? "other";
    return { grade, route, limit_minutes: grade === "general" ? null : (limits[route] ?? null) };
  };
};

interface Outside {
  readonly name: string;
  readonly us: number;
  readonly spread: string;
}

const regorus = (
  root: string,
  folder: string,
  rules: Rules,
  inputs: readonly Facts[],
  expected: readonly Answer[],
): Outside[] => {
  const name = "regorus 0.5.0 (Rust, in process)";
  if (spawnSync("cargo", ["--version"]).status !== 0) {
    return [{ name, us: NaN, spread: "not measured: no cargo here" }];
  }
  const target = join(root, ".cache/regorus");
  execFileSync("cargo", ["build", "--quiet", "--release", "--locked", "--target-dir", target], {
    cwd: join(folder, "regorus"),
  });
  const [data, list] = [join(target, "data.json"), join(target, "inputs.json")];
  writeFileSync(data, JSON.stringify({ numbers: rules }));
  writeFileSync(list, JSON.stringify(inputs));
  const told = execFileSync(join(target, "release/bench-regorus"), [
    join(folder, "two_valued.rego"),
    data,
    list,
  ]);
  const { ns, results } = JSON.parse(told.toString()) as { ns: number; results: Answer[] };
  if (!isDeepStrictEqual(results, expected)) throw new Error("regorus answers otherwise");
  return [{ name, us: ns / 1_000, spread: "" }];
};

/** Nanoseconds that `opa bench` gives for a query on some inputs. */
export const opaBench = (
  root: string,
  query: string,
  from: readonly string[],
  inputs: readonly unknown[],
): number => {
  const folder = join(root, ".cache/bench");
  mkdirSync(folder, { recursive: true });
  const each = inputs.map((input) => {
    const path = join(folder, "input.json");
    writeFileSync(path, JSON.stringify(input));
    const told = execFileSync(opa(root), [
      "bench",
      ...from,
      "-i",
      path,
      "-f",
      "json",
      "--benchmem=false",
      query,
    ]);
    const { N, T } = JSON.parse(told.toString()) as { N: number; T: number };
    return T / N;
  });
  return each.reduce((sum, ns) => sum + ns, 0) / each.length;
};

const nativeOpa = (
  root: string,
  folder: string,
  rules: Rules,
  inputs: readonly Facts[],
): Outside[] => {
  const data = join(root, ".cache/bench-data.json");
  writeFileSync(data, JSON.stringify({ numbers: rules }));
  const from = ["-d", join(folder, "two_valued.rego"), "-d", data];
  const ns = opaBench(root, "data.amrnci.decision", from, inputs.slice(0, 3));
  return [{ name: "native OPA in process (`opa bench`)", us: ns / 1_000, spread: "" }];
};
