// How words for days and times are written on phones, made plain before they are read: spellings, short forms, courtesies.

/** Everyday spellings and short forms, by the word that is meant. */
const SPELLINGS: Readonly<Record<string, string>> = {
  kemarin: "kemaren kmaren kmarin kmrn kmren kemarn",
  besok: "bsk bsok esok besuk",
  sekarang: "skrg skrng skr",
  hari: "hr hri",
  semalam: "semalem",
  tanggal: "tgl tggl tnggl",
  minggu: "mgg mggu mnggu",
  bulan: "bln bulen",
  tahun: "thn",
  lagi: "lg lgi",
  depan: "dpn",
  lalu: "lewat",
  yang: "yg",
  tadi: "td",
  nanti: "ntar nnti",
  senin: "senen snin",
  selasa: "slasa",
  rabu: "rebo rabo",
  kamis: "kemis",
  jumat: "jum'at jumaat juma'at",
  sabtu: "saptu sbtu",
  ahad: "akhad",
  tomorrow: "tomorow tommorow tommorrow tmrw tmr",
  yesterday: "yday",
  tue: "tues",
  wed: "weds",
  thu: "thur thurs",
};

const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries(SPELLINGS).flatMap(([word, spellings]) => spellings.split(" ").map((one) => [one, word] as const)),
);

/** Said before and behind out of politeness, or leading over to the day. */
const BEFORE = /^(?:in ?sha ?allah|insya ?allah|pada|di|on|by|sampai|hingga|until|till|paling lambat)[, ]+/;
const BEHIND =
  /[, ]+(?:ya|yah|pak|bu|bapak|ibu|kak|mas|mbak|saja|aja|dong|deh|nih|in ?sha ?allah|insya ?allah|please)$/;

/** In small letters, in one spelling, with single spaces, without courtesies and the stop behind: as all words of days are compared. */
export function tidyWords(input: string): string {
  const text = input
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/[a-z']+/g, (word) => MEANT.get(word) ?? word)
    .trim();
  for (let said = text; ; ) {
    const shorter = said
      .replace(/[.!, ]+$/, "")
      .replace(BEFORE, "")
      .replace(BEHIND, "");
    if (shorter === said) return said;
    said = shorter;
  }
}
