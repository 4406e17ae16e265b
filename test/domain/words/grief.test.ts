// Whose illness, death or disaster it is: theirs, which pauses at once; only named, which offers a pause; or nothing of the kind.
import { expect, test } from "vitest";
import { readSmallTalk } from "../../../src/domain/words/small-talk.js";

const THEIRS = [
  ...["saya sakit", "Maaf Bu, saya lagi sakit", "sakit", "izin sakit hari ini", "masih opname", "sedang dirawat"],
  ...[
    "ibu saya meninggal",
    "bapak meninggal kemarin",
    "Innalillahi, ayah saya wafat",
    "suami kecelakaan",
    "anakku sakit",
  ],
  ...["desa kami kebanjiran", "desa kami banjir", "rumah kami kebakaran", "di sini banjir", "kena longsor semalam"],
  ...["ibu masuk rumah sakit karena sakit", "saya tidak ikut pelatihan karena sakit", "ibu sakit, doakan cepat sembuh"],
  ...["anak saya sakit, tidak bisa hadir", "kami korban banjir", "keluarga kami sedang berduka"],
  ...[
    "I am ill",
    "sick today",
    "my mother passed away",
    "our village is flooded",
    "we had an earthquake here",
    "my son is sick",
  ],
];

const NAMED = [
  ...["Kemarin ada gempa", "jalan ke desa longsor", "banjir", "kepala desa meninggal dunia", "kebakaran di pasar"],
  ...["turut berduka cita", "Kami turut berduka cita", "menjenguk orang sakit", "Innalillahi"],
  ...["the village head died", "an earthquake last night", "there was a flood"],
];

const NEITHER = [
  ...["Kegiatan simulasi gempa sudah selesai", "pojok baca di rumah sakit", "perpustakaan banjir pengunjung"],
  ...[
    "kami kebanjiran pesanan keripik",
    "saya ikut pelatihan mitigasi bencana banjir",
    "sosialisasi bahaya kebakaran desa kami",
  ],
  ...["kami latihan tanggap bencana gempa", "siaga banjir sudah kami bahas", "obat sakit kepala dari kebun kami"],
  ...[
    "saya baca buku tentang gempa",
    "mobil pemadam kebakaran datang ke perpustakaan kami",
    "di sini tidak ada banjir",
  ],
  ...["saya sudah sembuh dari sakit", "banjir di desa kami sudah surut", "saya tidak sakit", "saya sakit hati"],
  ...["our earthquake drill is done", "we had a flood of visitors", "I am not ill", "we are flooded with orders"],
  ...["a book about floods in our corner", "my mother has recovered, she was ill"],
];

test.each(THEIRS)("%s: it has come to them", (text) => expect(readSmallTalk(text)?.kind).toBe("grief"));

test.each(NAMED)("%s: it is named, and not whose it is", (text) => expect(readSmallTalk(text)?.kind).toBe("worry"));

test.each(NEITHER)("%s: nothing of the kind", (text) => {
  expect(["grief", "worry"]).not.toContain(readSmallTalk(text)?.kind);
});
