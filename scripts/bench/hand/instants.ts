// Instants are whole seconds since 1970, written in Beijing's time.
const EIGHT_HOURS = 8 * 3600;
const DAY = 86_400;

/** A fraction of a second is cut off. */
export const read = (text: string): number => Math.floor(Date.parse(text) / 1000);

export const write = (instant: number | null): string | null => {
  if (instant === null) return null;
  const text = new Date((instant + EIGHT_HOURS) * 1000).toISOString();
  // A year of five digits is written with a sign and six.
  return `${text.slice(text.startsWith("+0") ? 2 : 0, -5)}+08:00`;
};

export const daysLater = (instant: number, days: number): number => instant + days * DAY;

export const endOfDay = (instant: number): number =>
  (Math.floor((instant + EIGHT_HOURS) / DAY) + 1) * DAY - EIGHT_HOURS - 1;

export const midnight = (date: string): number => read(`${date}T00:00:00+08:00`);

export const earliest = (instants: readonly number[]): number | null =>
  instants.length === 0 ? null : Math.min(...instants);
