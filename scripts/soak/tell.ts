import { type Soaked, verdictOf } from "./windows.js";

const MOST_LINES = 40;

/** Prints what was measured; false where something is wrong. */
export const tell = (name: string, soaked: Soaked): boolean => {
  console.log(`\n${name}: ${soaked.requests.toLocaleString("en")} requests, ${soaked.kinds}`);
  console.log("  minute   MB   handles   p99 ms   max ms");
  const step = Math.ceil(soaked.windows.length / MOST_LINES);
  for (const { at, mb, handles, p99, max } of soaked.windows.filter((_, n) => n % step === 0)) {
    const cells = [
      (at / 60).toFixed(1),
      mb.toFixed(0),
      String(handles),
      p99.toFixed(2),
      max.toFixed(1),
    ];
    const [minute = "", ...rest] = cells;
    console.log(`  ${minute.padStart(6)} ${rest.map((cell) => cell.padStart(8)).join("")}`);
  }
  const faults = [...soaked.faults, ...verdictOf(soaked.windows)];
  for (const fault of faults) console.error(`  ${name}: ${fault}`);
  return faults.length === 0;
};
