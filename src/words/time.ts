const OFFSET_SECONDS = 8 * 3600;

const RFC3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|([+-])(\d{2}):(\d{2}))$/;

/** The instant of an RFC 3339 time in whole seconds, or null. A fraction is cut off. */
export function instantOf(time: string): number | null {
  const [, local, zone, sign, hours, minutes] = RFC3339.exec(time) ?? [];
  if (local === undefined) return null;
  const milliseconds = Date.parse(`${local}Z`);
  // Date.parse lets pass 24:00 and moves days that do not exist.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(local)) {
    return null;
  }
  const offset =
    zone === "Z" ? 0 : Number(`${sign ?? ""}1`) * (Number(hours) * 3600 + Number(minutes) * 60);
  return milliseconds / 1000 - offset;
}

/** A time as read in Beijing: `2025-12-23 02:00`, with seconds only where there are any. */
export function beijing(time: string): string {
  const instant = instantOf(time);
  if (instant === null) return time;
  const shown = new Date((instant + OFFSET_SECONDS) * 1000).toISOString();
  const seconds = shown.slice(17, 19);
  return `${shown.slice(0, 10)} ${shown.slice(11, 16)}${seconds === "00" ? "" : `:${seconds}`}`;
}
