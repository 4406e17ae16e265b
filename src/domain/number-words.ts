/** Reading Indonesian number words below a billion: "dua puluh lima", "seratus dua puluh", "seribu dua ratus". */

const ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"];
const ONCE: Readonly<Record<string, string>> = {
  sepuluh: "satu puluh",
  sebelas: "satu belas",
  seratus: "satu ratus",
  seribu: "satu ribu",
  sejuta: "satu juta",
};

/** The number that the words say, and a unit word behind them ("dua puluh orang"); undefined when they say none. */
export function readNumberWords(text: string): number | undefined {
  const words = text.split(" ").flatMap((word) => (ONCE[word] ?? word).split(" "));
  let total = 0;
  let belowThousand = 0;
  let ones: number | undefined;
  let read = 0;
  for (const word of words) {
    const digit = ONES.indexOf(word);
    if (digit !== -1 && ones === undefined) ones = digit;
    else if (word === "belas" && ones !== undefined) [belowThousand, ones] = [belowThousand + 10 + ones, undefined];
    else if (word === "puluh" && ones !== undefined) [belowThousand, ones] = [belowThousand + 10 * ones, undefined];
    else if (word === "ratus" && ones !== undefined) [belowThousand, ones] = [belowThousand + 100 * ones, undefined];
    else if ((word === "ribu" || word === "juta") && (ones !== undefined || belowThousand > 0)) {
      total += (belowThousand + (ones ?? 0)) * (word === "ribu" ? 1_000 : 1_000_000);
      [belowThousand, ones] = [0, undefined];
    } else break;
    read += 1;
  }
  const isOneUnitLeft = words.length - read <= 1;
  return read > 0 && isOneUnitLeft ? total + belowThousand + (ones ?? 0) : undefined;
}
