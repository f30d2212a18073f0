import type { Speech } from "../../words/index.js";

const TEN_THOUSAND = 10_000;
const HUNDRED_MILLION = 100_000_000;

/** A number as Chinese documents write it, exactly: 3370万, 5.38亿, 4536, 1,234,567. */
const chinese = (n: number): string | null => {
  if (n >= HUNDRED_MILLION && n % (HUNDRED_MILLION / 100) === 0) return `${n / HUNDRED_MILLION}亿`;
  if (n >= TEN_THOUSAND && n % (TEN_THOUSAND / 10) === 0) return `${n / TEN_THOUSAND}万`;
  return n < TEN_THOUSAND ? String(n) : null;
};

const short = (text: string): string =>
  text.replace(
    /\d{1,3}(?:,\d{3})+/g,
    (digits) => chinese(Number(digits.replaceAll(",", ""))) ?? digits,
  );

/** The same speech with numbers as the statute writes them: 1000万 and 1亿. */
export const inTenThousands = (speech: Speech): Speech => ({
  ...speech,
  value: (...of) => short(speech.value(...of)),
  quantity: (...of) => short(speech.quantity(...of)),
  need: (...of) => short(speech.need(...of)),
  condition: (...of) => short(speech.condition(...of)),
});
