// Announcements: their list, what must be changed before one may leave (problems), what it will come to, its
// approval. The page of a draft: announcement-draft.ts.
import { type AnnouncementVariable, APPROVAL_HOURS, type SkipCause } from "../../domain/announcements/announcement.js";
import type { LocalTime } from "../../domain/announcements/local-time.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { RichText } from "../../domain/messages/message.js";
import type { Hours } from "../../domain/time/day-plan.js";
import { type Zone, zoneLabels } from "../../domain/time/zone.js";
import { dayAndTime } from "../dates.js";
import type { AnnouncementSummary } from "../layouts/announcements/announcement-views.js";
import { listed } from "../lists.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { announcementAfterwards } from "./announcement-afterwards.js";
import { announcementAudience } from "./announcement-audience.js";
import { announcementCorrections } from "./announcement-corrections.js";
import { announcementDraft } from "./announcement-draft.js";
import { announcementRead } from "./announcement-read.js";
import { announcementCalls, announcementReceivers } from "./announcement-receivers.js";
import { announcementWords } from "./announcement-words.js";

const { count, people, ledger } = announcementWords;

const longestWords: Record<AnnouncementVariable, string> = {
  nama: "nama terpanjang",
  perpustakaan: "nama perpustakaan terpanjang",
  kelas: "nama kelas terpanjang",
};

const questions: Record<AnnouncementSummary["decision"], RichText> = {
  send: rich`Kirim pengumuman ini?`,
  schedule: rich`Jadwalkan pengumuman ini? Isi dan waktunya masih bisa diubah sampai pengumuman berangkat ke zona terakhir.`,
  change: rich`Simpan perubahan ini?`,
  propose: rich`Karena penerimanya sangat banyak, admin lain perlu menyetujui isinya dulu. Ajukan pengumuman ini?`,
  approve: rich`Setujui dan kirim pengumuman ini?`,
};

export const announcement = {
  about: "pengumuman",
  aboutFile: "daftar penerima pengumuman",
  menu: "📣 Pengumuman",
  list: () => rich`Pengumuman terakhir. Tekan salah satu untuk melihat kabarnya, atau buat yang baru.`,
  create: "✍️ Buat baru",
  draftList: (n: number, days: number) =>
    n === 0
      ? rich`Tidak ada draf pengumuman.`
      : rich`Draf pengumuman. Tekan salah satu untuk melanjutkannya. Disimpan ${days} hari sesudah terakhir diubah.`,
  drafts: (n: number) => `📂 Draf pengumuman (${n})`,
  listEntry: (day: string, opening: string) => fitLabel(opening, undefined, { before: `${day} · ` }),

  draft: announcementDraft,
  for: announcementAudience,

  problems: {
    empty: () => rich`Isinya masih kosong. Silakan tulis pengumumannya.`,
    wordless: () => rich`Belum ada tulisannya. Mohon tulis juga isinya: sebagian peserta membaca tanpa gambar.`,
    too_long: ({ most, over }: { most: number; over: number }) =>
      rich`${bold(`Kelebihan ${count(over)} huruf`)}: paling banyak ${count(most)} huruf. Mohon ringkas isinya.`,
    too_long_filled: (fault: { most: number; over: number; variable: AnnouncementVariable; longest: number }) =>
      rich`${bold(`Kelebihan ${count(fault.over)} huruf`)}: ${longestWords[fault.variable]} ${count(fault.longest)} huruf, dan seluruhnya paling banyak ${count(fault.most)} huruf. Mohon ringkas isinya.`,
    unknown_variable: (written: string) =>
      rich`Saya tidak mengenal ${bold(written)}. Yang bisa dipakai: {nama}, {perpustakaan}, dan {kelas}. Mohon kirim ulang isinya.`,
    album_with_button: () =>
      rich`Album tidak bisa diberi tombol, juga tidak ${bold("Sudah baca?")} Mohon hapus dulu, atau kirim satu foto saja.`,
    too_late: (time: string, zones: readonly string[]) =>
      rich`${bold(time)} sudah lewat di ${listed("id", zones)}. Mohon pilih waktu lain.`,
    bad_time: (problem: "rest_day" | "at_night", hours: Hours["workingHours"]) =>
      announcementDraft.whenAsk.problem(problem, hours),
    missing_words: (variable: string, n: number, example: string | null) =>
      example === null
        ? rich`${people(n)} tidak punya ${bold(`{${variable}}`)}. Mohon hapus dari isinya, atau ubah penerimanya.`
        : rich`${people(n)} tidak punya ${bold(`{${variable}}`)}, misalnya ${example}. Mohon hapus dari isinya, atau ubah penerimanya.`,
    no_approver: (above: number) =>
      rich`Untuk lebih dari ${people(above)}, admin lain dengan wilayah yang sama perlu menyetujui, tetapi belum ada. Mohon persempit penerimanya, atau minta admin lain ditambahkan.`,
    approvers_unreachable: (above: number, names: string[]) =>
      rich`Untuk lebih dari ${people(above)}, admin lain perlu menyetujui, tetapi ${listed("id", names)} sedang tidak bisa dihubungi lewat bot ini. Mohon hubungi langsung supaya membuka bot ini lagi, atau persempit penerimanya.`,
    nobody: () => rich`Belum ada yang bisa menerima pengumuman ini. Mohon ubah penerimanya.`,
    same_just_published: (author: string) =>
      rich`Pengumuman yang sama persis baru saja dikirim oleh ${author}, jadi yang ini tidak dikirim lagi. Lihat di /pengumuman.`,
  },

  duration: (seconds: number) => (seconds < 60 ? "kurang dari 1 menit" : `sekitar ${Math.ceil(seconds / 60)} menit`),
  summary: (data: AnnouncementSummary) => {
    const unreached = (Object.entries(data.skipped) as [SkipCause, number][]).filter(([, n]) => n > 0);
    const total = unreached.reduce((sum, [, n]) => sum + n, 0);
    return paragraphs(
      data.problem ??
        (data.samples > 1
          ? rich`Di atas: ${data.samples} contoh pesan, persis seperti yang akan diterima, mulai dari nama terpanjang.`
          : data.samples === 1 && rich`Di atas: pesannya, persis seperti yang akan diterima.`),
      rich`Untuk: ${bold(data.audience)}`,
      lines(
        rich`✅ Menerima: ${bold(people(data.reachable))}`,
        ...data.zones.map(({ label, zone, count: n, waitsUntil, hasLeft }) =>
          hasLeft
            ? rich`• ${label}: ${people(n)}, sudah berangkat`
            : waitsUntil === null
              ? rich`• ${label}: ${people(n)}, langsung`
              : rich`• ${label}: ${people(n)}, mulai ${dayAndTime("id", zone, waitsUntil)}`,
        ),
      ),
      total > 0 &&
        lines(
          rich`⛔ Tidak terjangkau: ${people(total)}`,
          bullets(unreached.map(([cause, n]) => `${ledger[cause]}: ${count(n)}`)),
        ),
      data.reachable > 0 && rich`⏱ Lama: ${announcement.duration(data.seconds)}`,
      data.emergency &&
        rich`🚨 ${bold("Darurat")}: dikirim juga kepada yang sudah cukup menerima pesan hari ini atau pekan ini.`,
      data.withoutRoom !== null &&
        data.withoutRoom > 0 &&
        rich`Yang sudah cukup menerima pesan hari ini atau pekan ini (${people(data.withoutRoom)}) mendapat giliran pada hari kerja sesudahnya.`,
      data.problem === null && questions[data.decision],
    );
  },
  approval: {
    request: (author: string, n: number, emergency: boolean) =>
      rich`${bold(author)} mengajukan pengumuman${emergency ? " darurat" : ""} untuk ${people(n)}. Mohon periksa isinya, Bapak/Ibu. Pengumuman baru dikirim setelah disetujui, paling lambat dalam ${APPROVAL_HOURS} jam.`,
    review: "Periksa",
    approve: "✅ Setujui dan kirim",
    reject: "Tolak",
    open: "Lihat pengumuman",
    withdraw: "Tarik kembali",
    /** `from`: when the first of them is written to; null: now. */
    approved: (id: number, by: string, from: { at: Date; zone: Zone } | null, localTime: LocalTime | null) =>
      localTime !== null
        ? rich`Pengumuman ${id} disetujui ${by}. Dikirim ${announcementDraft.whenAsk.words(localTime)}.`
        : from === null
          ? rich`Pengumuman ${id} disetujui ${by} dan sedang dikirim.`
          : rich`Pengumuman ${id} disetujui ${by}. Dikirim mulai ${dayAndTime("id", from.zone, from.at)}, pada jam kerja penerima.`,
    refused: (id: number, by: string) =>
      rich`Pengumuman ${id} ditolak ${by}, jadi tidak dikirim. Silakan buat yang baru bila perlu.`,
    rejected: () => rich`Baik, pengumuman itu tidak dikirim. Pembuatnya sudah diberi tahu.`,
    late: ({
      localTime,
      zones,
      isAuthorAsked,
    }: {
      localTime: LocalTime;
      zones: readonly Zone[];
      isAuthorAsked: boolean;
    }) =>
      rich`Waktu kirimnya, ${bold(announcementDraft.whenAsk.words(localTime))}, sudah lewat di ${listed("id", zoneLabels(zones))}. Pengumuman belum disetujui; ${isAuthorAsked ? "pembuatnya diminta memilih waktu baru" : "pembuatnya tidak bisa ditanya lagi, jadi mohon Bapak/Ibu memilih waktu baru"}.`,
    lateForAuthor: (id: number, by: string, { localTime, zones }: { localTime: LocalTime; zones: readonly Zone[] }) =>
      rich`${by} menyetujui pengumuman ${id}, tetapi waktunya, ${bold(announcementDraft.whenAsk.words(localTime))}, sudah lewat di ${listed("id", zoneLabels(zones))}. Belum ada yang dikirim. Mohon pilih waktu baru.`,
    newTime: "🕗 Pilih waktu baru",
    problem: (problem: RichText, isAuthorAsked: boolean) =>
      paragraphs(
        "Pengumuman belum disetujui, karena belum cocok untuk semua penerimanya.",
        problem,
        isAuthorAsked
          ? "Pembuatnya diminta mengubahnya."
          : "Pembuatnya tidak bisa ditanya lagi, jadi mohon Bapak/Ibu mengubahnya.",
      ),
    problemForAuthor: (id: number, by: string, problem: RichText) =>
      paragraphs(
        rich`${by} menyetujui pengumuman ${id}, tetapi sejak diajukan penerimanya berubah, jadi belum dikirim.`,
        problem,
        "Mohon ubah, Bapak/Ibu. Setelah itu admin lain diminta memeriksanya lagi.",
      ),
    own: () => rich`Pengumuman sendiri perlu disetujui oleh admin lain.`,
    decidedBefore: () => rich`Pengumuman itu sudah diputuskan, atau diubah setelah Bapak/Ibu membukanya.`,
    expired: () =>
      rich`Pengajuan itu sudah lebih dari ${APPROVAL_HOURS} jam, jadi tidak berlaku lagi. Mohon diajukan ulang.`,
  },

  ...announcementAfterwards,
  corrections: announcementCorrections,
  read: announcementRead,
  receivers: announcementReceivers,
  calls: announcementCalls,
};
