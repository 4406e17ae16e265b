import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount } from "../../../src/domain/numbers/read-amount.js";
import { inWords, WAYS_TO_WRITE } from "../../support/world/spellings/numbers-as-people-write.js";

describe("an amount", () => {
  it.each([
    ["25", 25],
    [" 25 ", 25],
    ["25 orang", 25],
    ["25orang", 25],
    ["25 org.", 25],
    ["25 org ibu-ibu", 25],
    ["1.250", 1_250],
    ["1,250", 1_250],
    ["1.250.000", 1_250_000],
    ["1.250,00", 1_250],
    ["1,250.00", 1_250],
    ["25,0", 25],
    ["0", 0],
    ["± 30", 30],
    ["±30 orang", 30],
    ["+/- 30", 30],
    ["+ / - 11", 11],
    ["+ - 40", 40],
    ["+-40 orang", 40],
    ["-/+ 12", 12],
    ["+ /− 1.250", 1_250],
    ["Rp +/- 500rb", 500_000],
    ["plus minus 60", 60],
    ["25 +/-", 25],
    ["14 ± orang", 14],
    ["about 30, more or less", 30],
    ["sekitar 30", 30],
    ["kurang lebih 30 orang", 30],
    ["kira-kira 30", 30],
    ["ada 25 orang", 25],
    ["jumlah: 25", 25],
    ["about 30", 30],
    ["Rp 1.250.000", 1_250_000],
    ["Rp1.250.000,00", 1_250_000],
    ["Rp. 5.000.000,-", 5_000_000],
    ["Rp2 juta", 2_000_000],
    ["Rp2jt", 2_000_000],
    ["IDR2", 2],
    ["orang2 40", 40],
    ["2 juta", 2_000_000],
    ["1,5 juta", 1_500_000],
    ["1.1 jt", 1_100_000],
    ["500rb", 500_000],
    ["2 miliar", 2_000_000_000],
    ["25-", 25],
    ["25!", 25],
    ["👍 25", 25],
    ["25 (dua puluh lima) orang", 25],
    ["25 orang (laki-laki)", 25],
    ["duapuluhlima orang", 25],
    ["seratus sepuluh", 110],
    ["500 ribu rupiah", 500_000],
    ["dua puluh", 20],
    ["dua puluh lima orang", 25],
    ["sebelas", 11],
    ["seratus dua puluh", 120],
    ["seribu dua ratus", 1_200],
    ["dua belas ribu lima ratus", 12_500],
    ["dua juta tiga ratus ribu empat", 2_300_004],
    ["nol", 0],
    ["tidak ada", 0],
    ["Nihil", 0],
    ["25.", 25],
  ])("written %j is %d", (text, amount) => expect(readAmount(text)).toEqual({ ok: true, amount }));

  it.each([
    ["", "empty"],
    ["Rp", "empty"],
    ["banyak", "not a number"],
    ["lumayan ramai", "not a number"],
    ["kurang dari 25", "not a number"],
    ["25%", "not a number"],
    ["25 persen", "not a number"],
    ["1.25.0", "not a number"],
    ["0.250", "not a number"],
    ["dua tiga", "not a number"],
    ["dua puluh lima belas", "not a number"],
    ["dua ribu tiga ribu", "not a number"],
    ["belas", "not a number"],
    ["-5", "negative"],
    ["minus 5", "negative"],
    ["Rp -5.000", "negative"],
    ["25,5", "fraction"],
    ["1.5", "fraction"],
    ["1,25 orang", "fraction"],
    ["20-30", "several"],
    ["20 sampai 30", "several"],
    ["10 L, 15 P", "several"],
    ["25 orang (10 ibu)", "several"],
    ["2 ratus 100", "several"],
    ["10 ratus 50", "several"],
    ["30 ratus 50", "several"],
    ["dua ratus setengah", "not a number"],
    ["081234567890123", "too large"],
  ])("written %j is refused: %s", (text, reason) => expect(readAmount(text)).toEqual({ ok: false, reason }));

  it.each([
    ["50k", 50_000],
    ["50 K", 50_000],
    ["1,5k", 1_500],
    ["2 ratus", 200],
    ["2 ratus 50", 250],
    ["2 ratus 99", 299],
    ["9 ratus 50", 950],
    ["lima ratus 18 orang", 518],
    ["kurang lebih 11", 11],
    ["14 lebih kurang", 14],
    ["lebih - kurang 14", 14],
    ["3 ratus ribu", 300_000],
    ["3 ratus dua belas", 312],
    ["3 belas orang", 13],
    ["4 puluh", 40],
    ["4 puluh lima", 45],
    ["2 lusin", 24],
    ["selusin", 12],
    ["setengah lusin", 6],
    ["3 kodi", 60],
    ["seribu lima ratus", 1_500],
    ["semiliar", 1_000_000_000],
    ["2,5 juta", 2_500_000],
    ["2.5jt", 2_500_000],
    ["satu setengah juta", 1_500_000],
    ["setengah juta", 500_000],
    ["1 juta 250 ribu", 1_250_000],
    ["15 ratus", 1_500],
    ["seorang", 1],
    ["1 250", 1_250],
    ["1\u00a0250\u202f000", 1_250_000],
    ["\u200e25 orang\u200f", 25],
    ["２５", 25],
    ["٢٥", 25],
    ["۱٬۲۵۰", 1_250],
    ["२५", 25],
    ["𝟐𝟓", 25],
    ["2️⃣5️⃣", 25],
    ["kira2 25", 25],
    ["25 orang2", 25],
    ["ibu2 25", 25],
    ["peserta: 25 orang", 25],
    ["jumlah peserta 25 orang", 25],
    ["yang hadir 25", 25],
    ["25 ibu-ibu dari desa", undefined],
    ["25 ya pak", 25],
    ["25 saja, terima kasih 🙏", 25],
    ["dua puluh lima (25)", 25],
    ["(25)", 25],
    ["25 :)", 25],
    ["kurang lebih 25", 25],
    ["tidak ada peserta", 0],
    ["belum ada", 0],
    ["twenty-five people", 25],
    ["two hundred and twenty five", 225],
    ["a dozen", 12],
    ["fifteen hundred", 1_500],
    ["5 thousand", 5_000],
  ])("%j is read through to %s", (text, amount) => {
    const reading = readAmount(text);
    if (amount === undefined) expect(reading).toEqual({ ok: false, reason: "unsure", guess: 25 });
    else expect(reading).toEqual({ ok: true, amount });
  });

  it.each([
    ["5 M", 5],
    ["5m", 5],
    ["5 T", 5],
    ["5 B", 5],
    ["25 jtt", 25],
    ["25 tidak", 25],
    ["25 gak jadi", 25],
    ["25 orang tidak hadir", 25],
    ["25 batal", 25],
    ["25 kurang", 25],
    ["25 orang lebih", 25],
    ["25 L", 25],
    ["25 kg", 25],
    ["25 juni", 25],
    ["25-an", 25],
    ["25an", 25],
    ["25+", 25],
    ["25?", 25],
    ["25/hari", 25],
    ["25 sehari", 25],
    ["25 x", 25],
    ["25 pasang", 25],
    ["5 keluarga", 5],
    ["5 dus buku", 5],
    ["25 ❌", 25],
    ["25 👎", 25],
    ["25 💯", 25],
    ["25 (tidak jadi)", 25],
    ["0812", 812],
    ["2 juta 5", 2_000_005],
    ["1jt5", 1_000_005],
    ["25O", 25],
  ])("%j is asked about before it is %d", (text, guess) =>
    expect(readAmount(text)).toEqual({ ok: false, reason: "unsure", guess }),
  );

  it.each([
    ["25²", "not a number"],
    ["①", "not a number"],
    ["Ⅻ", "not a number"],
    ["½", "fraction"],
    ["2½", "fraction"],
    ["setengah", "fraction"],
    ["2,5", "fraction"],
    ["25-30", "several"],
    ["25–30", "several"],
    ["25/30", "several"],
    ["25:30", "several"],
    ["10+5", "several"],
    ["10 x 5", "several"],
    ["10 dan 5", "several"],
    ["25 30", "several"],
    ["25, 30", "several"],
    ["25 dari 30", "several"],
    ["1e3", "several"],
    ["10 puluh lima enam", "not a number"],
    ["12 belas", "not a number"],
    ["25 (dua puluh)", "several"],
    ["2 lusin 5", "several"],
    ["25 orang lima anak", "several"],
    ["−5", "negative"],
    ["- 5 orang", "negative"],
    ["± -5", "negative"],
    ["- + 5", "negative"],
    ["20 ± 5", "several"],
    ["20 +/- 3 orang", "several"],
    ["+ 5", "not a number"],
    ["min 5", "negative"],
    ["tidak ada 25", "not a number"],
    ["bukan 25", "not a number"],
    ["lebih dari 25", "not a number"],
    [">25", "not a number"],
    ["ke-25", "not a number"],
    ["no. 25", "not a number"],
    ["ratusan orang", "not a number"],
    ["30 ratus 44", "several"],
    ["72 ratus 30", "several"],
    ["dua puluhan", "not a number"],
    ["2 ribuan", "not a number"],
    ["二十五", "not a number"],
    ["🔟", "not a number"],
    ["👍", "empty"],
    ["belum tahu", "unknown"],
    ["Tdk tau", "unknown"],
    ["lupa", "unknown"],
    ["belum dihitung", "unknown"],
    ["I don’t know yet", "unknown"],
  ])("%j is refused: %s", (text, reason) => expect(readAmount(text)).toEqual({ ok: false, reason }));

  it("is spelled as we think when it is printed for the test below", () => {
    expect([11, 25, 100, 119, 1_000, 1_500, 21_000, 1_250_000].map(inWords)).toEqual([
      "sebelas",
      "dua puluh lima",
      "seratus",
      "seratus sembilan belas",
      "seribu",
      "seribu lima ratus",
      "dua puluh satu ribu",
      "satu juta dua ratus lima puluh ribu",
    ]);
  });

  it.each(Object.keys(WAYS_TO_WRITE))("is read as it was meant when it is written %s", (way) => {
    const write = WAYS_TO_WRITE[way] ?? String;
    const likely = fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 99_999 }),
      fc.integer({ min: 0, max: 999_999_999 }),
    );
    const round = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom(10, 100, 1_000, 100_000, 1_000_000))
      .map(([n, by]) => n * by);
    fc.assert(
      fc.property(fc.oneof(likely, round), (amount) => {
        const text = write(amount);
        if (text !== null) expect([text, readAmount(text)]).toEqual([text, { ok: true, amount }]);
      }),
      { numRuns: 300 },
    );
  });

  it("is never another than the one that stands there, whatever is written around it", () => {
    const words = fc.constantFrom(
      ..."tidak bukan lebih kurang m rb ribu puluh belas juta lusin orang dan per - + / x ² ½ % ? , . ( ) k ratus se 2 30 lima an hari 👎 💯".split(
        " ",
      ),
    );
    const around = fc.array(words, { maxLength: 3 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(
        around,
        fc.integer({ min: 11, max: 99 }),
        around,
        fc.constantFrom("", " "),
        (before, amount, behind, gap) => {
          const reading = readAmount(`${before} ${amount}${/^\d/.test(behind) ? " " : gap}${behind}`);
          const multiplied = /rb|ribu|juta|lusin|ratus|k\b/.test(behind);
          // "2 ratus 50" is one number, and it stands there.
          const hundreds = / (2|lima) ratus $/.exec(` ${before} `)?.[1];
          const whole = hundreds === undefined ? amount : (hundreds === "2" ? 200 : 500) + amount;
          if (reading.ok && !multiplied) expect(reading.amount).toBe(whole);
          // "kurang lebih" and "+ / -" are "about": each of their words changes the number, and together they do not.
          const about = /\b(kurang[- ]+lebih|lebih[- ]+kurang)\b|\+ (\/ )?-|- \/ \+/g;
          const others = [before, behind].map((part) => part.replace(about, " "));
          if (reading.ok)
            expect(others.join(" ")).not.toMatch(
              /tidak|bukan|lebih|kurang|\bm\b|²|½|\+|\/|\?|%|per|hari|an\b|30|👎|💯/,
            );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
