// What is small talk, in both languages and as people type it, and what is somebody's own sentence.
import { describe, expect, test } from "vitest";
import { isThanks, mayBeName, readSmallTalk, readWholeCourtesy } from "../../../src/domain/words/small-talk.js";

const read = (text: string) => {
  const said = readSmallTalk(text);
  return said === null ? null : said.kind === "greeting" ? said.reply : said.kind;
};

describe("small talk is understood as it is typed", () => {
  test.each([
    ["Makasih pak", "thanks"],
    ["terima kasih banyak Bu Rina 🙏", "thanks"],
    ["TERIMAKASIHHH", "thanks"],
    ["hatur nuhun", "thanks"],
    ["thank you very much", "thanks"],
    ["P", "hello"],
    ["haloooo", "hello"],
    ["Selamat malam Bu Rina", "hello"],
    ["met pagi min", "hello"],
    ["good evening", "hello"],
    ["Assalamu'alaikum wr. wb.", "Waalaikumsalam"],
    ["assalamualaikum bu", "Waalaikumsalam"],
    ["Om Swastyastu", "Om swastyastu"],
    ["sampurasun", "Rampes"],
    ["Horas!", "Horas"],
    ["ini robot ya?", "who"],
    ["Who are you?", "who"],
    ["Materi", "materials"],
    ["minta materi dong bu", "materials"],
    ["materials please", "materials"],
    ["ini penipuan ya", "official"],
    ["kok gak bisa ya", "broken"],
    ["eror terus", "broken"],
    ["saya bingung caranya", "lost"],
    ["besok saja ya", "later"],
    ["udah pak", "done"],
    ["belum sempat bu", "not_yet"],
    ["oke siap", "ok"],
    ["siap", "ok"],
    ["ya", "ok"],
    ["👍🏽", "ok"],
    ["🙏🙏", "ok"],
    ["bapak saya meninggal", "grief"],
    ["desa kami banjir", "grief"],
    ["my mother passed away", "grief"],
    ["Selamat Idulfitri, Bu", "feast"],
    ["mohon maaf lahir batin", "forgiveness"],
    ["dasar bot goblok", "rude"],
    ["piye carane", "foreign"],
    ["kumaha ieu", "foreign"],
    ["你好", "foreign"],
    ["kapan batas waktunya bu?", "due"],
    ["when is the deadline", "due"],
    ["uang transpor kapan cair", "organisers"],
    ["sertifikatnya mana", "letter"],
    ["Sertifikat?", "letter"],
    ["kapan surat selesai keluar", "letter"],
  ])("%s", (text, kind) => expect(read(text)).toBe(kind));
});

describe("somebody's own words are not small talk", () => {
  test.each([
    "Bolehkah saya mengganti tanggal kegiatan?",
    "Pelatihan membuat keripik pisang",
    "Selamat Riyadi",
    "Halo, apakah laporan saya sudah masuk?",
    "Kemarin kami sudah bertemu kepala desa dan beliau setuju menambah anggaran",
    "LP-241-0007",
    "25",
    "/lapor",
    "",
    "Perpustakaan Terima Kasih Guru di Desa Baru",
  ])("%s", (text) => expect(read(text)).toBe(null));
});

test.each([
  ["Terima kasih, Bu", true],
  ["🙏 Terima kasih", true],
  ["🙏 Thank you", true],
  ["Terima kasih, tetapi bagaimana bila hujan?", false],
  ["Baik", false],
])("%s says thanks alone: %s", (text, expected) => expect(isThanks(text)).toBe(expected));

describe("in a form what begins with thanks or a greeting is an answer, and they alone are none", () => {
  test.each([
    ...["Terima kasih laporannya, Bu", "Terima kasih perpustakaan desa", "Makasih infonya pak", "Trims Bu Rina"],
    ...["Horas Simanjuntak", "Bapak Horas Simanjuntak", "Shalom Pangaribuan", "Salam sejahtera semuanya warga"],
    ...["pagi ini", "sore ini", "malam ini", "Test akhir", "Pagi membaca", "Sore bercerita", "Malam puisi"],
    ...["Thank you for reporting", "Thanks for the photos", "Hello reading club", "Good morning readers"],
    ...["Maaf lahir batin", "desa kami banjir", "nanti saja", "sudah"],
  ])("%s", (text) => expect(readWholeCourtesy(text)).toBe(null));

  test.each([
    ["Terima kasih", "thanks"],
    ["terima kasih banyak ya Bu 🙏", "thanks"],
    ["Thank you so much, sir", "thanks"],
    ["Selamat pagi Pak", "hello"],
    ["Good evening!", "hello"],
    ["Assalamualaikum wr. wb.", "greeting"],
    ["Bapak Horas", "greeting"],
    ["oke siap", "ok"],
  ])("%s", (text, kind) => expect(readWholeCourtesy(text)?.kind).toBe(kind));

  test.each([
    ["Horas", true],
    ["Shalom", true],
    ["Tabea", true],
    ["Assalamualaikum", false],
    ["Salam sejahtera", false],
    ["Halo", false],
    ["Terima kasih", false],
  ])("%s may be a name: %s", (text, expected) => {
    const said = readWholeCourtesy(text);
    expect(said !== null && mayBeName(said)).toBe(expected);
  });
});
