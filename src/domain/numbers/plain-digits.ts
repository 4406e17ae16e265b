/** The digits of any script, and the wide letters of East Asian keyboards, as plain ones: "２５", "٢٥" and "𝟐𝟓" are "25". */

const WIDE = /[\uff01-\uff5e]/g;
const DIGIT = /(?![0-9])\p{Nd}/gu;

export function plainDigits(text: string): string {
  return text
    .replace(WIDE, (letter) => letter.normalize("NFKC"))
    .replace(DIGIT, plainDigit)
    .replaceAll("٫", ",")
    .replaceAll("٬", ".");
}

/** Every script's digits stand together in order, ten by ten, from its zero on. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
