// Stories of change: told step by step, with who may read them, and stories from other libraries.
import type { GuardianRelation, GuardianWay, StoryConsent, StoryPrompt } from "../../domain/stories/story.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { bold, bullets, italic, paragraphs, pressed, rich } from "../rich.js";

const day = (on: Day) => plainDay("id", on);

const headings: Record<StoryPrompt, string> = {
  who: "Siapa yang terbantu",
  before: "Sebelumnya",
  activity: "Kegiatan perpustakaan",
  after: "Sesudahnya",
  proof: "Kata mereka atau buktinya",
};

const consents: Record<StoryConsent, string> = {
  none: "🔒 Belum boleh dibaca orang lain",
  library: "✅ Boleh dibaca, tanpa nama penulis",
  name: "✅ Boleh dibaca, dengan nama penulis",
};

const relations: Record<GuardianRelation, string> = {
  parent: "Orang tua",
  relative: "Keluarga lain",
  guardian: "Wali",
};
const ways: Record<GuardianWay, string> = { letter: "Surat tertulis", chat: "Pesan WhatsApp/SMS", spoken: "Lisan" };

export const storiesMenu = "📖 Cerita perubahan";

export const stories = {
  menu: storiesMenu,
  about: "cerita perubahan",
  headings,
  consents,
  heading: "📖 Cerita perubahan",
  byline: (name: string) => rich`Ditulis oleh ${name}`,
  fromElsewhere: () => bold("📖 Cerita dari perpustakaan lain"),
  voice: () => italic("🎤 pesan suara, belum ditulis"),
  photoCount: (count: number) => rich`🖼 ${count} foto`,
  photosHeld: () => rich`🖼 Foto belum boleh ditampilkan: menunggu izin orang tua atau wali.`,

  form: {
    labels: {
      who: "siapa",
      before: "sebelum",
      activity: "kegiatan",
      after: "sesudah",
      proof: "kutipan",
    } satisfies Record<StoryPrompt, string>,
    asks: {
      who: () =>
        paragraphs(
          rich`Siapa yang terbantu oleh perpustakaan Bapak/Ibu? Cukup “seorang ibu di dusun kami”, tanpa nama lengkap.`,
          rich`Tulis, atau kirim pesan suara. Ada lima pertanyaan pendek.`,
        ),
      before: () => rich`Bagaimana keadaannya sebelum itu?`,
      activity: () => rich`Kegiatan apa yang diadakan perpustakaan?`,
      after: () => rich`Apa yang berubah sesudahnya?`,
      proof: () =>
        rich`Apa kata mereka, atau apa buktinya? Satu kutipan atau satu angka sudah cukup. Bila tidak ada, tulis “belum ada”.`,
    } satisfies Record<StoryPrompt, unknown>,
    examples: {
      who: "Seorang ibu penjual kue di dusun kami",
      before: "Kuenya hanya dijual kepada tetangga",
      activity: "Pelatihan memotret dan berjualan lewat HP",
      after: "Sekarang ada pesanan setiap pekan",
      proof: "“Dulu sepi, sekarang saya kewalahan”",
    } satisfies Record<StoryPrompt, string>,
    heard: "🎤 pesan suara",
    library: { label: "perpustakaan", ask: () => rich`Ini cerita perpustakaan yang mana?` },
    textOrVoice: () => rich`Mohon tulis jawabannya, atau kirim pesan suara.`,
    photos: {
      label: "foto",
      ask: (most: number) =>
        paragraphs(
          rich`Ada fotonya? Kirim ke sini, paling banyak ${most}.`,
          rich`Foto anak-anak hanya bila orang tua atau walinya mengizinkan, ya. Sebaiknya foto dari belakang atau tanpa wajah.`,
        ),
      received: (count: number) => rich`Sudah masuk: ${count} foto. Kirim lagi, atau tekan ${pressed("✅ Selesai")}.`,
      without: "🗑 Hapus foto tadi",
      onlyPhotos: () => rich`Mohon kirim foto, atau tekan tombol di bawah bila tidak ada.`,
      full: (most: number) => rich`Sudah ${most} foto, itu cukup. Yang terakhir tidak disimpan.`,
      count: (count: number): string => `${count} foto`,
      late: (count: number) => rich`Foto tadi ikut disimpan. Sekarang ada ${count} foto.`,
    },
    children: {
      label: "wajah anak",
      ask: () => rich`Apakah fotonya memuat wajah anak?`,
      yes: "👧 Ya, ada wajah anak",
      no: "Tidak ada",
    },
    previewAbove: () =>
      paragraphs(
        rich`Di atas: ceritanya, persis seperti yang akan dibaca.`,
        rich`Kirim kepada pelatih dan admin? Orang lain belum membacanya; itu kami tanyakan sesudah ini.`,
      ),
    previewVoice: () => rich`🎤 Pesan suara hanya didengar pelatih dan admin. Orang lain membaca tulisannya.`,
    confirm: "✅ Kirim cerita",
    sent: () => rich`Terima kasih, ceritanya sudah kami terima 🙏`,
    tooMany: (most: number) =>
      rich`Sudah ada ${most} cerita. Hapus salah satu dulu di halaman cerita, lalu tulis yang baru.`,
  },

  consent: {
    ask: () =>
      paragraphs(
        rich`Bolehkah cerita ini dibaca perpustakaan lain, misalnya pada pertemuan belajar bersama?`,
        rich`Bila tidak, cerita tetap tersimpan. Jawaban ini bisa diubah kapan saja.`,
      ),
    buttons: {
      none: "🔒 Tidak, belum boleh",
      library: "✅ Boleh, tanpa nama saya",
      name: "✅ Boleh, dengan nama saya",
    } satisfies Record<StoryConsent, string>,
    decided: {
      none: () => rich`Baik. Cerita ini tersimpan, dan hanya dibaca pelatih dan admin.`,
      library: () =>
        rich`Terima kasih. Cerita ini boleh dibaca tanpa nama Bapak/Ibu. Yang tertulis hanya nama perpustakaan.`,
      name: () => rich`Terima kasih. Cerita ini boleh dibaca dengan nama Bapak/Ibu.`,
    } satisfies Record<StoryConsent, unknown>,
    change: "🔐 Siapa boleh membaca",
  },

  own: {
    page: (count: number) =>
      paragraphs(
        bold("📖 Cerita perubahan"),
        count === 0
          ? rich`Ceritakan satu perubahan berkat perpustakaan: siapa yang terbantu, dan bagaimana. Ada lima pertanyaan pendek, dan boleh dengan suara.`
          : rich`Cerita Bapak/Ibu: ${count}. Tekan salah satu untuk membaca atau mengubah izinnya.`,
      ),
    stopsAll: () =>
      rich`Pengumuman sedang dihentikan, jadi cerita dari perpustakaan lain juga tidak dikirim. Untuk menerimanya lagi: /mulai`,
    entry: (n: number, on: Day, consent: StoryConsent): string =>
      `${n}. ${day(on)} ${consent === "none" ? "🔒" : "✅"}`,
    write: "✍️ Tulis cerita",
    wantOthers: "📬 Kirimi saya cerita lain",
    wantNoMore: "🔕 Berhenti kirim cerita lain",
    wanted: () => rich`Baik. Sesekali, paling banyak sekali sepekan, kami kirim cerita dari perpustakaan lain.`,
    notWanted: () => rich`Baik. Cerita dari perpustakaan lain tidak kami kirim lagi.`,
    back: "⬅️ Cerita saya",
  },

  page: {
    sent: (on: Day) => rich`Dikirim ${day(on)}`,
    apart: () => rich`⏳ Belum diteruskan: pelatih belum memastikan penulisnya mengelola perpustakaan ini.`,
    children: (hasGuardian: boolean) =>
      hasGuardian
        ? rich`👧 Ada wajah anak. Izin orang tua/wali sudah dicatat.`
        : rich`👧 Ada wajah anak. Fotonya belum boleh keluar sebelum izin orang tua/wali dicatat.`,
    guardian: ({ name, relation, how, on }: { name: string; relation: GuardianRelation; how: GuardianWay; on: Day }) =>
      rich`Izin dari: ${name} (${relations[relation].toLowerCase()}), ${day(on)}, ${ways[how].toLowerCase()}`,
    flagged: () => rich`⭐ Diusulkan untuk pertemuan belajar bersama`,
    listed: () => rich`📌 Dipilih untuk pertemuan belajar bersama`,
    champion: () => rich`🏅 Desa Champion`,
  },
  open: "📖 Buka cerita",
  read: "📖 Baca cerita",
  photos: (count: number): string => `🖼 Lihat foto (${count})`,
  photoCaption: () => bold("🖼 Foto cerita"),
  photosAbove: (lost: number) =>
    lost === 0
      ? rich`Fotonya ada di atas pesan ini.`
      : rich`${lost} foto tidak bisa ditampilkan lagi. Yang lain ada di atas pesan ini.`,
  noPhotos: () => rich`Maaf, foto ini tidak boleh ditampilkan lagi.`,
  notThere: () => rich`Cerita itu sudah tidak ada, atau bukan untuk dibaca di sini.`,
  voices: "🎤 Dengarkan",
  voiceOf: (prompt: StoryPrompt) => bold(`🎤 ${headings[prompt]}`),
  voicesAbove: (lost: number) =>
    lost === 0
      ? rich`Pesan suaranya ada di atas. Tuliskan supaya orang lain bisa membacanya.`
      : rich`${lost} pesan suara tidak bisa diputar lagi.`,
  type: "✍️ Tulis isinya",
  typing: {
    about: "tulisan dari pesan suara",
    label: "tulisan",
    which: { label: "bagian", ask: () => rich`Bagian mana yang ditulis?` },
    ask: (prompt: StoryPrompt) =>
      paragraphs(bold(headings[prompt]), rich`Tulis apa yang diucapkan, sedekat mungkin dengan kata-katanya.`),
    done: () => rich`Tersimpan. Penulis cerita diberi tahu bagaimana kata-katanya ditulis.`,
    doneOwn: () => rich`Tersimpan.`,
  },
  typedForYou: ({
    by,
    prompt,
    text,
    mayBeRead,
  }: {
    by: string;
    prompt: StoryPrompt;
    text: string;
    mayBeRead: boolean;
  }) =>
    paragraphs(
      rich`Pesan suara Bapak/Ibu untuk “${headings[prompt]}” sudah ditulis oleh ${by}:`,
      italic(text),
      mayBeRead
        ? rich`Bila keliru, buka ceritanya dan perbaiki tulisannya, atau ubah izin membacanya.`
        : rich`Bila keliru, buka ceritanya dan perbaiki tulisannya.`,
    ),
  remove: "🗑 Hapus cerita",
  askRemove: () => rich`Hapus cerita ini? Isinya, fotonya, dan izinnya ikut terhapus.`,
  yesRemove: "🗑 Ya, hapus",
  keep: "Jangan",
  removed: () => rich`Cerita itu sudah dihapus.`,

  guardian: {
    open: "👪 Catat izin orang tua/wali",
    drop: "↩️ Tarik izin orang tua/wali",
    about: "izin orang tua atau wali",
    name: {
      label: "nama",
      ask: () => rich`Siapa nama orang tua atau wali yang memberi izin?`,
      example: "Ibu Ratna",
    },
    relation: { label: "hubungan", ask: () => rich`Apa hubungannya dengan anak di foto?`, choices: relations },
    on: {
      label: "tanggal",
      ask: () => rich`Kapan izinnya diberikan?`,
      notThen: () => rich`Tanggalnya paling lambat hari ini, ya.`,
    },
    how: { label: "cara", ask: () => rich`Bagaimana izinnya diberikan?`, choices: ways },
    today: "Hari ini",
    summary: ({ name, relation, how, on }: { name: string; relation: GuardianRelation; how: GuardianWay; on: Day }) =>
      paragraphs(
        rich`Izin untuk foto anak:`,
        bullets([
          rich`Dari: ${name}`,
          rich`Hubungan: ${relations[relation]}`,
          rich`Tanggal: ${day(on)}`,
          rich`Cara: ${ways[how]}`,
        ]),
        rich`Pelatih dan admin bisa melihat catatan ini. Izinnya bisa ditarik kapan saja.`,
      ),
    confirm: "✅ Simpan izin",
    kept: () => rich`Izin sudah dicatat. Fotonya boleh ditampilkan bila ceritanya boleh dibaca.`,
    dropped: () => rich`Izin ditarik. Fotonya tidak ditampilkan lagi kepada orang lain.`,
    noChildren: () => rich`Foto cerita ini tidak memuat wajah anak, jadi izin tidak diperlukan.`,
  },

  noMore: "🔕 Berhenti kirim cerita",
};
