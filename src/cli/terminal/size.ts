const FALLBACK = 80;
const NARROWEST = 60;
const WIDEST = 132;

/** The width to write for: the terminal's within reason, and 80 columns where there is none. */
export function terminalWidth(stream: { columns?: number | undefined }): number {
  const columns = stream.columns ?? 0;
  return columns === 0 ? FALLBACK : Math.min(Math.max(columns, NARROWEST), WIDEST);
}
