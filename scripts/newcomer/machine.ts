import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** A machine as a newcomer has it. */
export interface Machine {
  /** Programs that it has of those that are here, by their names, and no other. */
  readonly has: readonly string[];
  /** Shell scripts that it has in the place of programs. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Programs that it has from elsewhere, by their paths. */
  readonly programs?: Readonly<Record<string, string>>;
}

/**
 * The environment of such a machine: its programs, and a home of its own, so that all caches are empty. How
 * registries are reached stays as it is set here.
 */
export const environmentOf = (
  { has, scripts = {}, programs = {} }: Machine,
  folder: string,
): NodeJS.ProcessEnv => {
  const [home, bin] = [join(folder, "home"), join(folder, "bin")];
  for (const made of [home, bin]) mkdirSync(made, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  for (const name of new Set([...has, ...Object.keys(programs)])) {
    const path = programs[name] ?? programHere(name);
    if (path !== undefined && !Object.hasOwn(scripts, name)) symlinkSync(path, join(bin, name));
  }
  return { ...ownCaches(home), PATH: bin, HOME: home };
};

const programHere = (name: string): string | undefined => {
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((at) => existsSync(at));
  if (path === undefined || name !== "python3") return path;
  // What is called so may be a script that looks for the real one among programs that the machine has not.
  return execFileSync(path, ["-c", "import sys; print(sys.executable)"]).toString().trim();
};

const ownCaches = (home: string): NodeJS.ProcessEnv => {
  const { OPA: _opa, REGAL: _regal, AMRNCI_TOOLS: _tools, ...rest } = process.env;
  const { MAKEFLAGS: _flags, MAKELEVEL: _level, ...env } = rest;
  const config = env.XDG_CONFIG_HOME ?? join(homedir(), ".config");
  return {
    ...env,
    XDG_CACHE_HOME: join(home, ".cache"),
    npm_config_cache: join(home, ".npm"),
    npm_config_userconfig: join(homedir(), ".npmrc"),
    GOENV: join(config, "go/env"),
    GOPATH: join(home, "go"),
  };
};

/** Surroundings in which nothing outside this machine is reached, as far as the system can see to that. */
export const OFFLINE: NodeJS.ProcessEnv = {
  npm_config_offline: "true",
  GOPROXY: "off",
  PIP_NO_INDEX: "1",
  http_proxy: "http://127.0.0.1:9",
  https_proxy: "http://127.0.0.1:9",
};
