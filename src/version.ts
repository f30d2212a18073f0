import { readFileSync } from "node:fs";

/** The version of this package; sources and what is built stand one folder below its package.json. */
export function version(): string {
  try {
    const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
    return (JSON.parse(text) as { version: string }).version;
  } catch {
    return "0.0.0";
  }
}
