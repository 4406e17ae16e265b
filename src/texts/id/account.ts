// Nomor dan akun Telegram seseorang: halaman profil, dan pindah ke akun lain.
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const share = "📱 Bagikan nomor saya";

export const account = {
  open: "👤 Nomor dan akun saya",
  profile: ({ name, phone, since }: { name: string; phone: string | null; since: string | null }) =>
    paragraphs(
      rich`👤 ${bold(name)}`,
      lines(
        phone === null ? rich`Nomor telepon: belum ada` : rich`Nomor telepon: ${phone}`,
        since !== null && rich`Akun Telegram ini dipakai sejak ${since}`,
      ),
      rich`Ganti HP atau akun Telegram? Buka bot ini dari akun yang baru, lalu bagikan nomor. Semua isian ikut pindah.`,
    ),
  changePhone: "📱 Ganti nomor",
  askPhone: () =>
    rich`Tekan ${pressed(share)} di bagian paling bawah layar. Nomor akun Telegram ini menggantikan nomor yang lama.`,
  sharePhone: share,
  notOwnPhone: () => rich`Nomor yang terkirim bukan nomor akun ini. Mohon tekan tombol ${pressed(share)}.`,
  phoneChanged: (phone: string) => rich`Nomor Bapak/Ibu sekarang ${bold(phone)}.`,
  phoneSame: (phone: string) => rich`Nomor ${bold(phone)} memang sudah tercatat. Tidak ada yang berubah.`,
  phoneTaken: () =>
    rich`Nomor ini tercatat atas nama peserta lain, jadi belum saya ganti. Bila itu data Bapak/Ibu juga, mohon kabari pelatih.`,

  known: {
    label: "akun",
    ask: (name: string) =>
      paragraphs(
        rich`Nomor ini terdaftar atas nama ${bold(name)}.`,
        rich`Pindahkan akun ke Telegram ini? Rencana, laporan, dan isian ikut pindah. Akun lama tidak menerima pesan lagi.`,
      ),
    move: "✅ Ya, pindahkan",
    other: "Bukan saya, daftar baru",
    useButton: () => rich`Mohon pilih salah satu tombol.`,
  },
  moved: (name: string) =>
    rich`Selesai, ${bold(name)}. Akun Bapak/Ibu sekarang ada di Telegram ini, dengan semua isian dan pengingatnya.`,
  asked: () =>
    rich`Terima kasih. Perpindahan ini perlu dipastikan dulu oleh orang lain. Saya sudah menanyakannya, dan hasilnya saya kabarkan di sini.`,
  refused: () =>
    rich`Menurut yang memeriksa, akun ini bukan akun pemilik data itu. Bila keliru, mohon hubungi pelatih atau admin.`,
  namedAdmin: () => rich`Akun admin ini tercatat di pengaturan server. Mohon minta tim teknis menggantinya lebih dulu.`,
  notYours: () => rich`Tombol itu tidak berlaku lagi. Mohon bagikan nomor sekali lagi lewat pendaftaran.`,

  movedAway: () =>
    paragraphs(
      rich`Akun program Bapak/Ibu baru saja dipindahkan ke Telegram lain yang memakai nomor yang sama. Di sini tidak ada pesan lagi.`,
      rich`Bila ini bukan kehendak Bapak/Ibu, tekan tombol di bawah dalam tujuh hari.`,
    ),
  notMe: "🚫 Bukan saya",
  contested: () =>
    rich`Baik. Akun Bapak/Ibu kembali ke sini, dan akun yang baru belum dipakai. Pelatih dan provinsi sudah saya kabari.`,
  tooLate: () => rich`Tombol itu tidak berlaku lagi. Bila ada yang keliru, mohon hubungi pelatih atau admin.`,
  held: () =>
    rich`Pemilik akun yang lama menyatakan bahwa perpindahan ini bukan kehendaknya. Akun ini belum bisa dipakai sampai pelatih atau admin memastikannya.`,
  elsewhere: () =>
    rich`Akun program Bapak/Ibu sudah pindah ke Telegram lain, jadi tombol dan isian di sini tidak berlaku lagi. Untuk mendaftar dari akun ini, kirim /start.`,
  nowHere: () => rich`Sudah dipastikan: akun Bapak/Ibu sekarang ada di Telegram ini. Kirim /start untuk mulai.`,
  stays: () =>
    rich`Sudah diperiksa: akun program itu tetap di Telegram yang lama. Bila keliru, mohon hubungi pelatih atau admin.`,
  movedByOthers: () =>
    rich`Sudah dipastikan oleh pelatih atau admin: akun program Bapak/Ibu pindah ke Telegram lain. Di sini tidak ada pesan lagi.`,

  question: (name: string, why: "asked" | "contested") =>
    paragraphs(
      why === "asked"
        ? rich`${bold(name)} ingin pindah ke akun Telegram baru dengan nomor telepon yang sama.`
        : rich`Akun ${bold(name)} dipindahkan ke Telegram lain, tetapi akun lamanya menjawab “Bukan saya”. Untuk sementara semua tetap di akun lama.`,
      rich`Mohon telepon yang bersangkutan dulu. Akun mana yang benar?`,
    ),
  newIsRight: "✅ Akun baru benar",
  oldIsRight: "🚫 Akun lama benar",
  decided: (name: string, verdict: "new" | "old") =>
    verdict === "new"
      ? rich`Akun ${bold(name)} sekarang ada di Telegram yang baru. Terima kasih.`
      : rich`Akun ${bold(name)} tetap di Telegram yang lama. Terima kasih.`,
  overtaken: () => rich`Ini sudah diputuskan oleh orang lain, atau akunnya sudah dipakai. Tidak ada yang berubah.`,
};
