// Counts as each language writes them: 10.000 in Indonesian, 10,000 in English. Years, codes and numbers of lines stay as they are.
const INDONESIAN = new Intl.NumberFormat("id-ID");
const ENGLISH = new Intl.NumberFormat("en-GB");

export const digits = {
  id: (n: number) => INDONESIAN.format(n),
  en: (n: number) => ENGLISH.format(n),
};

/** In English: "1 person", "1,200 people". */
export const howMany = (n: number, one: string, many: string) => `${digits.en(n)} ${n === 1 ? one : many}`;
