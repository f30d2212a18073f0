import fc from "fast-check";

/*
 * JSON as text, in every way in which it may be written: number literals that no program would print, escapes
 * for what needs none, spaces anywhere.
 */

const space = fc.constantFrom("", "", "", " ", "\n", "\t", "\r\n", "  ");

const number = fc.oneof(
  fc.constantFrom("0", "-0", "1.0", "1.00", "1e5", "1E5", "1e+05", "1E-7", "0.10", "-0.0e-0"),
  fc.constantFrom(
    "123456789012345678901234567890",
    "0.1234567890123456789",
    "1e400",
    "9007199254740993",
  ),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
);

const hex = (unit: number, upper: boolean): string => {
  const digits = unit.toString(16).padStart(4, "0");
  return `\\u${upper ? digits.toUpperCase() : digits}`;
};

/** Characters that encoders treat differently, as they are or escaped. */
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 4 }).map(raw),
  fc.constantFrom(
    "\u2028",
    "\u2029",
    "<",
    ">",
    "&",
    "\u007f",
    "\u0085",
    "/",
    "\ufeff",
    "\uffff",
    "😀",
    "法",
  ),
  fc.constantFrom('\\"', "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"),
  fc
    .tuple(fc.integer({ min: 0, max: 0xffff }), fc.boolean())
    .map(([unit, upper]) => hex(unit, upper)),
  fc.constantFrom(
    "\\ud83d\\ude00",
    "\\ud800",
    "\\udfff",
    "\\ud83d\\u0041",
    "\\ude00\\ud83d",
    "\\u2028",
  ),
);

/** What JSON lets stand in a text; half a surrogate pair can't be written in UTF-8. */
function raw(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, "")).slice(1, -1);
}

const string = fc.array(piece, { maxLength: 5 }).map((pieces) => `"${pieces.join("")}"`);

/** Keys that are the same once half pairs are replaced are one key to Go: the last wins. */
const meaning = (key: string): string =>
  (JSON.parse(key) as string).replace(/\p{Surrogate}/gu, "\ufffd");

const { value } = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom("null", "true", "false"),
    number,
    string,
    tie("list"),
    tie("object"),
  ),
  list: fc
    .tuple(space, fc.array(fc.tuple(tie("value"), space), { maxLength: 5 }))
    .map(([first, items]) => `[${first}${items.map((parts) => parts.join("")).join(",")}]`),
  object: fc
    .tuple(
      space,
      fc.uniqueArray(fc.tuple(space, string, space, space, tie("value"), space), {
        maxLength: 6,
        selector: ([, key]) => meaning(key),
      }),
    )
    .map(([first, members]) => {
      const written = members.map(
        ([a, key, b, c, member, d]) => `${a}${key}${b}:${c}${member}${d}`,
      );
      return `{${first}${written.join(",")}}`;
    }),
}));

/** A JSON text, space around it. */
export const jsonText = fc
  .tuple(space, value, space)
  .map(([before, text, after]) => `${before}${text}${after}`);
