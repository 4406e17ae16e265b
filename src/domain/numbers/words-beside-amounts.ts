/** The words that stand around a number without changing it, in Indonesian and English: data for readAmount. What is not here is asked about. */

const list = (words: string) => new Set(words.trim().split(/\s+/));

/** Single people and things. Groups are not here: "5 keluarga" are more than five people, "2 dus" more than two books. */
const COUNTED = list(`
  orang org orng warga penduduk masyarakat jiwa peserta pengunjung pemakai pengguna pembaca peminjam anggota tamu undangan hadirin kader
  ibu bapak bpk wanita perempuan cewek pria laki lelaki remaja pemuda pemudi anak balita lansia siswa siswi murid pelajar mahasiswa
  mahasiswi santri guru petani nelayan pkk umkm
  buku judul eksemplar eks exp eksp buah bh unit lembar komputer laptop rupiah rp idr
  people person persons visitor visitors participant participants user users reader readers guest guests member members attendee attendees
  woman women man men girl girls boy boys child children kid kids student students teacher teachers farmer farmers adult adults
  villager villagers female male book books title titles copy copies item items computer computers rupiahs`);

/** What is said about them: who, where from, and that they came. */
const DESCRIBED = list(`
  dewasa muda tua desa dusun kampung kelurahan sini setempat tulis bacaan komik novel cerita pelajaran umum
  yang yg hadir datang ikut mengikuti berkunjung dipinjam dibaca terpinjam dilatih
  semua semuanya seluruhnya total totalnya jumlah jumlahnya keseluruhan
  of the came attended attending lent read borrowed in all total altogether here`);

/** Politeness, and "about": an estimate is an answer. */
const SAID_ALONG = list(`
  ya iya pak bu kak mas mbak bang saja aja doang sih lah kok terima kasih makasih please thanks yes
  ada adalah sebanyak sebesar senilai sekitar kira kiranya kl kurleb lk about around approximately approx roughly circa there were was are is`);

/** Whether the word changes nothing about the number beside it. */
export function isBesideTheNumber(word: string): boolean {
  return COUNTED.has(word) || DESCRIBED.has(word) || SAID_ALONG.has(word);
}

/** Emoji of people who are pleased; others may deny ("❌"), add ("➕") or be a number themselves ("💯"). */
const FRIENDLY_EMOJI = new Set(
  "👍👌👏🙏🤝💪😀😃😄😁😆😅😊🙂😉😍🥰🤗😇🥳🎉🎊✨⭐🌟💐🌸🌹🌺🌻🌾🔥✅☑✔❤💙💚💛🧡💜📚📖📕📗📘📙👥👤👩👨👧👦👶👵👴",
);

export function withoutFriendlyEmoji(text: string): string {
  const bare = text.replace(/[\u200d\ufe0f\u20e3]|\p{Emoji_Modifier}/gu, "");
  return bare.replace(/\p{Extended_Pictographic}/gu, (emoji) => (FRIENDLY_EMOJI.has(emoji) ? " " : emoji));
}
