import { fill } from "./fill.js";
import type { Words } from "./words.js";

/**
 * A span in words: its largest units, `1 h 12 min`. From a day on minutes are left out, from an
 * hour on seconds, always cutting downwards so that no one is told of more time than is left.
 */
export function duration(words: Words, seconds: number, between: string): string {
  const whole = Math.floor(seconds);
  const parts: [string, number][] = [
    [words.days, Math.floor(whole / 86_400)],
    [words.hours, Math.floor(whole / 3600) % 24],
    [words.minutes, Math.floor(whole / 60) % 60],
    [words.seconds, whole % 60],
  ];
  const first = parts.findIndex(([, n]) => n > 0);
  if (first === -1) return fill(words.seconds, { n: 0 });
  return joined(words, parts.slice(first, first + 2), between);
}

/** A limit in words, exactly: 5400 seconds are `1 h 30 min`, a day is 24 h, as the law counts. */
export function limit(words: Words, seconds: number, between: string): string {
  const hours = Math.floor(seconds / 3600);
  const parts: [string, number][] = [
    [words.hours, hours],
    [words.minutes, Math.floor(seconds / 60) % 60],
    [words.seconds, seconds % 60],
  ];
  return joined(words, parts, between);
}

// Minutes by themselves are called otherwise in Chinese: 30分钟, but 1小时30分.
function joined(words: Words, parts: readonly [string, number][], between: string): string {
  const shown = parts.filter(([, n]) => n > 0);
  const [[word, n] = [words.minutes, 0], ...more] = shown;
  if (word === words.minutes && more.length === 0) return fill(words.whole_minutes, { n });
  return shown.map(([unit, count]) => fill(unit, { n: count })).join(between);
}
