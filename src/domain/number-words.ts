/** Reading Indonesian number words below a billion: "dua puluh lima", "seratus dua puluh", "seribu dua ratus". */

const DIGITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const DIGIT = `(${DIGITS.join("|")})`;

/** "se-" is one of what follows. */
const ONE_OF = /^se(puluh|belas|ratus|ribu|juta)$/;
const NUMBER_WORD = new RegExp(`^(${DIGIT}|belas|puluh|ratus|ribu|juta)$`);

/** "duapuluhlima" is written as often as "dua puluh lima". Two letters before are the "se-" of "sepuluh". */
const JOINED_BEFORE = /(?<=[a-z]{3})(belas|puluh|ratus|ribu|juta)/g;
const JOINED_BEHIND = /(belas|puluh|ratus|ribu|juta)(?=[a-z])/g;

const MILLIONS_THOUSANDS_REST = /^(?:(.+) juta ?)?(?:(.+) ribu ?)?(.*)$/;
const BELOW_THOUSAND = new RegExp(`^(?:${DIGIT} ratus ?)?(?:${DIGIT} belas|(?:${DIGIT} puluh ?)?${DIGIT}?)$`);

/** The number that the words say, whatever one word stands behind them ("dua puluh orang"); undefined when they say none. */
export function readNumberWords(text: string): number | undefined {
  const apart = text.replace(JOINED_BEFORE, " $1").replace(JOINED_BEHIND, "$1 ");
  const words = apart.split(" ").flatMap((word) => word.replace(ONE_OF, "satu $1").split(" "));
  if (!NUMBER_WORD.test(words.at(-1) ?? "")) words.pop();
  if (words.length === 0) return undefined;
  const [, millions = "", thousands = "", rest = ""] = MILLIONS_THOUSANDS_REST.exec(words.join(" ")) ?? [];
  const parts = [millions, thousands, rest].map(belowThousand);
  const [m, t, r] = parts;
  return m === undefined || t === undefined || r === undefined ? undefined : m * 1_000_000 + t * 1_000 + r;
}

function belowThousand(words: string): number | undefined {
  const form = BELOW_THOUSAND.exec(words);
  if (form === null) return undefined;
  const [hundreds, teens, tens, ones] = form.slice(1).map((word) => Math.max(0, DIGITS.indexOf(word ?? "nol")));
  return 100 * (hundreds ?? 0) + (form[2] === undefined ? 0 : 10 + (teens ?? 0)) + 10 * (tens ?? 0) + (ones ?? 0);
}
