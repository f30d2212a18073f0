import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** A machine as a newcomer has it. */
export interface Machine {
  /** Programs that it has not, by their names. */
  readonly without: RegExp;
  /** Shell scripts that it has in the place of programs. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Programs that it has from elsewhere, by their paths. */
  readonly programs?: Readonly<Record<string, string>>;
}

/**
 * The environment of such a machine: this one's programs but for some, and a home of its own, so that
 * all caches are empty. How registries are reached stays as it is set here.
 */
export const environmentOf = (
  { without, scripts = {}, programs = {} }: Machine,
  folder: string,
): NodeJS.ProcessEnv => {
  const [home, bin] = [join(folder, "home"), join(folder, "bin")];
  for (const made of [home, bin]) mkdirSync(made, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const found = new Map(Object.entries(programs));
  for (const at of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of programsIn(at)) {
      if (!without.test(name) && !found.has(name)) found.set(name, join(at, name));
    }
  }
  for (const [name, path] of found)
    if (!Object.hasOwn(scripts, name)) symlinkSync(path, join(bin, name));
  return { ...ownCaches(home), PATH: bin, HOME: home };
};

const programsIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const ownCaches = (home: string): NodeJS.ProcessEnv => {
  const { OPA: _opa, REGAL: _regal, MAKEFLAGS: _flags, MAKELEVEL: _level, ...env } = process.env;
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
