// To the operators of the bot: what needs them.
import { ERASURE_ALARM_HOURS, ERASURE_BOUND_HOURS } from "../../domain/own-data/erasure-bound.js";
import { digits } from "../digits.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

/** What the system's word means. */
const diskFaults: Record<string, string> = {
  ENOSPC: "penyimpanannya penuh",
  EDQUOT: "jatah penyimpanannya habis",
  EROFS: "penyimpanannya hanya bisa dibaca",
  EACCES: "folder datanya tidak boleh ditulisi",
  EPERM: "folder datanya tidak boleh ditulisi",
  EIO: "penyimpanannya rusak",
};

export const alarms = {
  erasedByAge: ({
    name,
    people,
    invited,
    years,
  }: {
    name: string | null;
    people: number;
    invited: number;
    years: number;
  }) =>
    rich`🗑 Sesudah ${years} tahun, data ${name === null ? "orang tanpa kelas" : `kelas ${name}`} dihapus: ${digits.id(people)} orang, ${digits.id(invited)} undangan.`,
  late: (count: number) =>
    paragraphs(
      rich`⚠️ ${bold(`${digits.id(count)} pesan terlambat`)} lebih dari 10 menit.`,
      "Mungkin Telegram atau jaringan sedang bermasalah. Tidak ada yang hilang: pesan berangkat sendiri begitu bisa. Bila masih begini setelah satu jam, mohon hubungi tim teknis.",
    ),
  given_up: (count: number) =>
    paragraphs(
      rich`⚠️ ${bold(`${digits.id(count)} pesan tidak dapat dikirim`)} karena isinya ditolak Telegram.`,
      "Mohon teruskan kabar ini kepada tim teknis. Rinciannya ada di log.",
    ),
  parked: (count: number) =>
    paragraphs(
      rich`⚠️ ${bold(`${digits.id(count)} pesan masuk`)} tidak dapat diolah setelah tiga kali dicoba, jadi disisihkan.`,
      "Pengirimnya sudah diberi tahu. Mohon teruskan kabar ini kepada tim teknis. Setelah diperbaiki, pesan itu bisa dicoba lagi.",
    ),
  unknown: (count: number) =>
    paragraphs(
      rich`❔ ${bold(`${digits.id(count)} pesan belum pasti sampai`)}: sambungan putus saat mengirim.`,
      "Supaya tidak ada yang menerima dua kali, saya tidak mengirimnya lagi tanpa keputusan Bapak/Ibu.",
    ),
  erasures: (count: number) =>
    paragraphs(
      rich`⚠️ ${bold(`${digits.id(count)} permintaan hapus data`)} belum selesai setelah ${ERASURE_ALARM_HOURS} jam.`,
      `Batasnya ${ERASURE_BOUND_HOURS} jam. Mungkin berkas di server tidak dapat dihapus. Mohon segera teruskan kabar ini kepada tim teknis.`,
    ),
  copies: (count: number, cause: string) =>
    paragraphs(
      rich`⚠️ ${bold(`${digits.id(count)} foto atau dokumen`)} belum bisa disalin ke server: ${diskFaults[cause] ?? "server menolaknya"} (${cause}).`,
      "Tidak ada yang hilang: salinan dicoba lagi dengan sendirinya. Mohon segera teruskan kabar ini kepada tim teknis.",
    ),
  backup: (hours: number) =>
    paragraphs(
      rich`⚠️ Sudah ${bold(hours < 48 ? `${hours} jam` : `${Math.floor(hours / 24)} hari`)} tidak ada cadangan data baru.`,
      "Bot tetap berjalan. Tetapi bila server rusak, data sejak cadangan terakhir hilang. Mohon minta tim teknis memeriksanya hari ini.",
    ),
  webhook: () =>
    paragraphs(
      rich`⚠️ ${bold("Pesan masuk sempat dialihkan ke tempat lain")}, sudah saya kembalikan.`,
      "Yang dapat melakukannya hanya pemegang token bot. Bila bukan tim teknis sendiri, mohon segera minta mereka membuat token baru di @BotFather.",
    ),
  look: "Lihat permintaan",
  open: "Lihat dan putuskan",
  list: (posts: { what: string; name: string; when: string; isForgotten: boolean }[]) =>
    paragraphs(
      bold("Belum pasti sampai"),
      lines(
        ...posts.map(({ what, name, when }, index) => rich`${index + 1}. ${what} untuk ${bold(name || "–")}, ${when}`),
      ),
      posts.some(({ isForgotten }) => isForgotten) &&
        rich`Isi nomor ${posts.flatMap(({ isForgotten }, index) => (isForgotten ? [index + 1] : [])).join(", ")} sudah tidak disimpan karena sudah lama, jadi tidak bisa dikirim lagi.`,
      "Kirim lagi (mungkin diterima dua kali), atau anggap sudah sampai?",
    ),
  again: (n: number) => `${n}. Kirim lagi`,
  arrived: (n: number) => `${n}. Sudah sampai`,
  listParked: (updates: { number: number; cause: string; when: string }[]) =>
    paragraphs(
      bold("Pesan masuk yang disisihkan"),
      lines(
        ...updates.map(({ number, cause, when }, index) => rich`${index + 1}. Nomor ${number}, ${when} (${cause})`),
      ),
      "Coba lagi sekarang, atau sudahi saja?",
    ),
  tryAgain: (n: number) => `${n}. Coba lagi`,
  letGo: (n: number) => `${n}. Sudahi`,
  noneParked: () => rich`Tidak ada lagi pesan masuk yang disisihkan. Terima kasih!`,
  none: () => rich`Tidak ada lagi pesan yang belum pasti sampai. Terima kasih!`,
};
