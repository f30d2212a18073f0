/**
 * True where a number written in decimal digits is the number that a double shows: `0.1` and
 * `1e3` are, `9007199254740993` and `1e400` are not.
 */
export const isExact = (literal: string): boolean => {
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  const [digits, exponent] = normal(literal);
  const [shownDigits, shownExponent] = normal(String(value));
  return digits === shownDigits && (digits === "" || exponent === shownExponent);
};

// Significant digits without zeros at either end, and the exponent of the last of them. The sign is
// never lost.
const normal = (literal: string): [digits: string, exponent: number] => {
  const [mantissa = "", power = "0"] = literal.replace(/^[-+]/, "").toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  return [digits, Number(power) - fraction.length + (all.length - digits.length)];
};
