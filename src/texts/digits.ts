// Counts as each language writes them: 10.000 in Indonesian, 10,000 in English. Years, codes and numbers of lines stay as they are.
const INDONESIAN = new Intl.NumberFormat("id-ID");
const ENGLISH = new Intl.NumberFormat("en-GB");

export const digits = {
  id: (n: number) => INDONESIAN.format(n),
  en: (n: number) => ENGLISH.format(n),
};
