// What an input takes is measured, and what was found so is measured again in a process of its own.

/**
 * How much memory one input may take, in MB. Far beyond what any needs: the policy's memory ends at 64 MiB,
 * and a bundle is unpacked to 64 MiB at most.
 */
export const MOST_MB = 256;

/** Beyond this an input is tried alone; among others, garbage and free pages of others count with it. */
export const SUSPECT_MB = 128;

const MB = 1024 * 1024;

/** The memory that the process has now. */
export const rssMb = (): number => process.memoryUsage.rss() / MB;

/** The most that it ever had. */
const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

/** Measures by how much the process grew, at its peak too where that is the highest so far. */
export const createMeter = (): { begin(): void; grownMb(): number } => {
  let before = { rss: 0, peak: 0 };
  return {
    begin() {
      before = { rss: rssMb(), peak: peakMb() };
    },
    grownMb() {
      const peak = peakMb();
      const most = Math.max(rssMb(), peak > before.peak ? peak : 0);
      return Math.max(0, Math.round(most - before.rss));
    },
  };
};
