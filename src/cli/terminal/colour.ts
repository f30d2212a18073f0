import pc from "picocolors";

/** The styles of the output; without colour each leaves its text as it is. */
export type Colours = ReturnType<typeof pc.createColors>;

/**
 * Whether a stream gets colour: NO_COLOR (no-color.org) wins over FORCE_COLOR, and without either
 * only a terminal does. picocolors' own test also colours pipes where CI is set, which ours must not.
 */
export function wantsColour(
  stream: { isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if ((env.NO_COLOR ?? "") !== "") return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}

/** Colours for a stream, or none. */
export function coloursFor(
  stream: { isTTY?: boolean | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Colours {
  return pc.createColors(wantsColour(stream, env));
}
