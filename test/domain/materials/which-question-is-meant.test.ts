// Which frequent question is meant by what somebody writes: forms of words, slips and short spellings count, a common subject does not.
import { distance } from "fastest-levenshtein";
import { expect, test } from "vitest";
import { likelyQuestions, type Material } from "../../../src/domain/materials/material.js";
import { findAnswer } from "../../../src/domain/materials/which-question-is-meant.js";
import { isSameWord, rootsOf } from "../../../src/domain/materials/word-roots.js";

const TITLES = [
  "Bagaimana cara mengirim foto laporan?",
  "Kapan batas waktu rencana kerja?",
  "Siapa yang boleh mengisi rencana kerja?",
  "Bagaimana cara mengganti nomor telepon?",
  "Contoh surat untuk kepala desa",
  "Advokasi",
  "How do I send photos with a report?",
];

const entries = TITLES.map((title, at): Material => {
  return { id: at + 1, topic: "reporting", title, kind: "answer", content: "Begini.", helped: 0 };
});

const meant = (written: string) => findAnswer(entries, written, distance)?.title ?? null;

test.each([
  ["Bagaimana cara mengirim foto laporan?", 0],
  ["bu gmn cara kirim foto lapran ya", 0],
  ["Pengiriman foto untuk laporannya bagaimana, Bu?", 0],
  ["ngirim poto laporan, foto tidak bisa dikirim", 0],
  ["Selamat pagi Bu Rina, saya sudah mencoba tadi malam, bagaimana mengirimkan foto laporan itu?", 0],
  ["kpn batas waktunya rencana kerja", 1],
  ["batas waktu renacna kerja kapan ya Pak", 1],
  ["siapa saja yang mengisi rencana kerja", 2],
  ["saya mau ganti nomer telepon", 3],
  ["nomor telepon saya diganti, bagaimana?", 3],
  ["ada contoh suratnya untuk kepala desa?", 4],
  ["contoh surat ke kades dan kepala dusun", 4],
  ["advokasi itu apa?", 5],
  ["how can I send a photo with my report", 6],
])("“%s” means a frequent question", (written, at) => {
  expect(meant(written)).toBe(TITLES[at]);
});

test.each([
  "Laporan saya salah",
  "Kapan foto laporan harus dikirim?",
  "Berapa foto laporan yang dikirim?",
  "Kapan pelatihan berikutnya?",
  "Bolehkah kegiatan saya diundur?",
  "Ada bencana di desa kami",
  "Saya lapar",
  "Terima kasih",
  "👍",
  "???",
  "",
  // A story in which the words come up by the way.
  "Kemarin kami mengadakan lomba mewarnai bersama anak sekolah dasar, dihadiri kepala dusun, guru, orang tua, dan tokoh masyarakat, lalu ada yang mengambil foto ketika panitia membagikan hadiah, sesudahnya hujan deras sehingga laporan kegiatannya belum selesai ditulis oleh petugas kami",
])("“%s” means none", (written) => {
  expect(meant(written)).toBeNull();
});

test("what is no answer is never found", () => {
  const files = entries.map((one): Material => ({ ...one, kind: "document" }));
  expect(findAnswer(files, TITLES[0] as string, distance)).toBeNull();
  expect(findAnswer([], TITLES[0] as string, distance)).toBeNull();
});

test("of two that share words the one with more in common is found", () => {
  const titles = ["Cara mengirim laporan", "Cara mengirim laporan bersama foto"];
  const two = titles.map((title, id): Material => ({ ...(entries[0] as Material), id, title }));
  expect(findAnswer(two, "cara kirim laporan dengan foto bersama", distance)?.title).toBe(titles[1]);
  expect(findAnswer(two, "cara kirim laporan", distance)?.title).toBe(titles[0]);
});

test.each([
  ["mengirim", "kirim"],
  ["pengiriman", "dikirim"],
  ["menulis", "tulisan"],
  ["penyimpanan", "simpan"],
  ["memotret", "potret"],
  ["nyimpan", "menyimpan"],
  ["laporannya", "melapor"],
  ["perpustakaan", "perpustakan"],
  ["rencananya", "renacna"],
])("%s and %s are one word", (one, other) => {
  expect(isSameWord(rootsOf(one), rootsOf(other), distance)).toBe(true);
});

test.each([
  ["rencana", "bencana"],
  ["lapor", "lapar"],
  ["foto", "kota"],
  ["desa", "dewa"],
  ["kelas", "keras"],
])("%s and %s are two", (one, other) => {
  expect(isSameWord(rootsOf(one), rootsOf(other), distance)).toBe(false);
});

test("questions about open plans come first, then those that have helped most, at most so many", () => {
  const some: Material[] = [
    { ...(entries[0] as Material), id: 1, topic: "reporting", helped: 9 },
    { ...(entries[0] as Material), id: 2, topic: "advocacy", helped: 0 },
    { ...(entries[0] as Material), id: 3, topic: "other", helped: 3 },
    { ...(entries[0] as Material), id: 4, topic: "advocacy", helped: 2 },
    { ...(entries[0] as Material), id: 5, topic: "advocacy", kind: "link" },
    { ...(entries[0] as Material), id: 6, topic: "other", helped: 3 },
  ];
  expect(likelyQuestions(some, ["advocacy"], 4).map(({ id }) => id)).toEqual([4, 2, 1, 3]);
  expect(likelyQuestions(some, [], 9).map(({ id }) => id)).toEqual([1, 3, 6, 4, 2]);
});
