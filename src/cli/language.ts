import type { Language } from "../words/index.js";

/** The value of `--lang` on the command line, read before anything else: even help speaks it. */
function asked(args: readonly string[]): string | undefined {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  const at = options.lastIndexOf("--lang");
  const joined = options.filter((arg) => arg.startsWith("--lang=")).pop();
  return joined === undefined
    ? options[at === -1 ? options.length : at + 1]
    : joined.slice("--lang=".length);
}

/**
 * The language of the output: `--lang` wins, then the locale by POSIX's order of variables; a
 * Chinese locale speaks Chinese, any other English.
 */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const wanted = asked(args);
  if (wanted === "zh" || wanted === "en") return wanted;
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => (value ?? "") !== "");
  return /^zh(?![a-z])/i.test(locale ?? "") ? "zh" : "en";
}
