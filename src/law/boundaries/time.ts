const BEIJING = 8 * 3600;

const write = (seconds: number): string =>
  `${new Date((seconds + BEIJING) * 1000).toISOString().slice(0, 19)}+08:00`;

const read = (time: string): number => Math.floor(Date.parse(time) / 1000);

/** Noon in Beijing of a date. */
export const midday = (date: string): string => `${date}T12:00:00+08:00`;

/** A number of seconds after (or before) midnight in Beijing of a date. */
export const fromMidnight = (date: string, seconds: number): string =>
  write(read(`${date}T00:00:00+08:00`) + seconds);

/** A number of seconds after (or before) a time. */
export const after = (time: string, seconds: number): string => write(read(time) + seconds);

/** The last second in Beijing of a time's day. */
export const endOfDay = (time: string): string => `${time.slice(0, 10)}T23:59:59+08:00`;
