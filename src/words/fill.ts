/** Puts values into a template: `fill("{n} h", { n: 3 })` is `3 h`. An unknown name stays as it is. */
export function fill(
  template: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
