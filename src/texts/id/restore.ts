// To the operators: the data came from a backup.
import { digits } from "../digits.js";
import { bold, paragraphs, rich } from "../rich.js";

export const restore = {
  alarm: () =>
    paragraphs(
      rich`🗄 ${bold("Data bot dipulihkan dari cadangan.")}`,
      "Server yang lama mungkin sudah mengirim pesan yang tidak tercatat di cadangan itu. Supaya tidak ada yang menerima dua kali, semua pesan otomatis saya tahan sampai Bapak/Ibu memutuskan.",
    ),
  held: ({
    noticedAt,
    recordedUntil,
    overdue,
    later,
    paused,
  }: {
    noticedAt: string;
    recordedUntil: string | null;
    overdue: number;
    later: number;
    paused: number;
  }) =>
    paragraphs(
      rich`🗄 ${bold("Data dipulihkan dari cadangan")}, diketahui ${noticedAt}.`,
      recordedUntil === null
        ? "Cadangan itu kosong."
        : rich`Catatan terakhir di dalamnya: ${bold(recordedUntil)}. Yang dikirim sesudah itu tidak tercatat.`,
      rich`Ditahan: ${bold(`${overdue} pesan`)} yang sudah waktunya, ${later} untuk nanti. Pengumuman yang dijeda: ${paused}.`,
      "Yang untuk nanti berangkat seperti biasa setelah keputusan ini. Bagaimana dengan yang sudah waktunya?",
    ),
  drop: (count: number) => `🗑 Jangan kirim (${digits.id(count)})`,
  send: (count: number) => `📤 Kirim semua (${digits.id(count)})`,
  ask: {
    drop: () =>
      rich`Pengingat yang sudah waktunya tidak dikirim. Kabar lain yang mungkin belum sampai saya daftar, untuk diputuskan satu per satu. Lanjutkan?`,
    send: () =>
      rich`Pilih ini hanya bila bot di server lama ${bold("tidak mengirim apa pun")} sesudah cadangan dibuat, misalnya karena pindah server dengan sengaja. Kalau tidak, orang menerima pesan dua kali. Kirim semua?`,
  },
  yes: { drop: "Ya, jangan kirim", send: "Ya, kirim semua" },
  back: "Kembali",
  decided: ({
    decision,
    dropped,
    unknown,
    paused,
  }: {
    decision: "drop" | "send";
    dropped: number;
    unknown: number;
    paused: number;
  }) =>
    paragraphs(
      decision === "drop"
        ? rich`✅ ${bold(`${dropped} pengingat`)} tidak dikirim, ${unknown} kabar menunggu keputusan. Pesan otomatis berjalan lagi.`
        : rich`✅ Semua pesan yang menunggu berangkat sekarang. Pesan otomatis berjalan lagi.`,
      paused > 0
        ? rich`${bold(`${paused} pengumuman`)} masih dijeda. Sebagian penerimanya mungkin sudah menerimanya dari server lama: putuskan satu per satu, lanjutkan atau hentikan.`
        : undefined,
    ),
  unknowns: (count: number) => `❔ Lihat ${digits.id(count)} kabar`,
  announcements: "📣 Lihat pengumuman",
  nothingHeld: () => rich`Tidak ada yang ditahan. Pesan otomatis berjalan seperti biasa.`,
  pausedByRestore: () =>
    rich`🗄 Dijeda karena data dipulihkan dari cadangan. Sebagian yang masih menunggu mungkin sudah menerimanya dari server lama.`,
};
