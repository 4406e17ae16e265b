// An announcement that is on its way or over: where it stands, who got it, sending again, the list to take along.
import type { AnnouncementPhase } from "../../domain/announcements/announcement.js";
import { dayAndTime } from "../dates.js";
import type { AnnouncementCard, LedgerPage } from "../layouts/announcement-views.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";
import { restore } from "./restore.js";

const { count, people, ledger } = announcementWords;

const phases: Record<AnnouncementPhase, string> = {
  sending: "sedang dikirim",
  paused: "dijeda",
  cancelled: "dihentikan",
  finished: "selesai",
  awaiting: "menunggu persetujuan",
  expired: "tidak jadi, karena tidak disetujui dalam 24 jam",
};

/** Nothing leaves before the working hours of those who get it: then it is not being sent, and the last line says from when on. */
const phaseOf = ({ phase, waitsUntil, sent }: AnnouncementCard) => {
  if (phase !== "sending" || waitsUntil === null) return phases[phase];
  return sent > 0 ? "sebagian sudah dikirim" : "belum mulai dikirim";
};

/** Who is asked to approve it, and when: at night nobody is asked before the morning. */
const approvalWords = ({ requests, zone }: AnnouncementCard) =>
  requests.length === 0
    ? rich`Belum ada admin yang bisa diminta memeriksa lewat bot ini. Mohon hubungi admin lain langsung. Pengumuman menunggu di /pengumuman miliknya.`
    : paragraphs(
        lines(
          ...requests.map(({ name, at }) =>
            at === null
              ? rich`${bold(name)} sudah diminta memeriksa.`
              : rich`${bold(name)} diminta memeriksa ${dayAndTime("id", zone, at)}.`,
          ),
        ),
        "Setelah disetujui, dikirim pada jam kerja penerima.",
      );

export const announcementAfterwards = {
  card: (data: AnnouncementCard) =>
    paragraphs(
      rich`📣 Pengumuman ${data.id}: ${bold(phaseOf(data))}`,
      data.emergency && rich`🚨 ${bold("Darurat")}`,
      italic(`“${data.opening}”`),
      rich`${data.authorName}, ${dayAndTime("id", data.zone, data.publishedAt)}`,
      data.phase === "awaiting" && approvalWords(data),
      data.audience > 0 &&
        lines(
          rich`Terkirim: ${bold(count(data.sent))} dari ${count(data.audience)} orang`,
          data.waiting > 0 && rich`Menunggu giliran: ${count(data.waiting)}`,
          data.unknown > 0 && rich`Belum pasti sampai: ${count(data.unknown)} – mohon diputuskan lewat Rincian`,
          data.unreached > 0 && rich`Tidak menerima: ${count(data.unreached)}`,
        ),
      data.phase === "sending" &&
        data.waitsUntil !== null &&
        rich`${data.sent > 0 ? "Sisanya dikirim" : "Dikirim"} mulai ${dayAndTime("id", data.zone, data.waitsUntil)}, pada jam kerja penerima.`,
      data.phase === "paused" && data.afterRestore && restore.pausedByRestore(),
      data.phase === "paused" && rich`Yang belum terkirim menunggu sampai dilanjutkan.`,
    ),
  pause: "⏸ Jeda",
  resume: "▶️ Lanjutkan",
  stop: "⏹ Hentikan",
  refresh: "🔄 Perbarui",
  details: "Rincian",
  back: "⬅️ Kembali",
  askStop: (waiting: number) =>
    rich`Hentikan pengumuman ini? ${people(waiting)} yang masih menunggu tidak akan menerimanya, dan ini tidak bisa dibatalkan. Yang sudah terkirim tetap ada.`,
  stopForGood: "Ya, hentikan",
  goOn: "Tidak, teruskan",
  outOfReach: () => rich`Pengumuman itu tidak ada, atau di luar wilayah Bapak/Ibu.`,

  ledger,
  ledgerPage: ({ id, entries, audience, unknown, note }: LedgerPage) =>
    paragraphs(
      note ?? undefined,
      rich`Rincian pengumuman ${id}`,
      lines(
        ...entries.map(({ entry, count: n }) => rich`• ${ledger[entry]}: ${count(n)}`),
        rich`Jumlah: ${bold(people(audience))}`,
      ),
      entries.some(({ entry }) => entry === "unknown") &&
        rich`“Belum pasti sampai” berarti sambungan putus saat mengirim. Bila dikirim lagi, mungkin diterima dua kali.`,
      unknown.length > 0 && lines(...unknown.map((name, index) => rich`${index + 1}. ${name || "–"}`)),
    ),
  resend: (n: number) => `🔁 Kirim ulang yang gagal (${people(n)})`,
  resent: (n: number) =>
    n === 0
      ? rich`Tidak ada yang bisa dikirimi ulang: yang gagal masih belum bisa dijangkau.`
      : rich`Baik, dikirim ulang kepada ${people(n)}.`,
  resendCancelled: () => rich`Pengumuman ini sudah dihentikan, jadi tidak dikirim lagi.`,
  decided: (decision: "send_again" | "taken_as_sent") =>
    decision === "send_again" ? rich`Baik, dikirim sekali lagi.` : rich`Baik, dianggap sudah sampai.`,
  decidedBefore: () => rich`Itu sudah diputuskan sebelumnya.`,

  download: "📄 Unduh daftar",
  purpose: {
    label: "keperluan",
    ask: () =>
      rich`Daftar ini memuat nama dan nomor telepon. Untuk keperluan apa Bapak/Ibu mengunduhnya? Jawaban ini dicatat.`,
    example: "Menelepon peserta yang belum terjangkau",
  },
  file: (id: number, rows: number) =>
    rich`Daftar penerima pengumuman ${id}: ${people(rows)}. Mohon dijaga, karena memuat data pribadi.`,
  fileName: (id: number) => `pengumuman-${id}.csv`,
  columns: {
    name: "Nama",
    phone: "Telepon",
    library: "Tempat tugas",
    trainingClass: "Kelas",
    entry: "Status",
    cause: "Keterangan",
    at: "Waktu",
  },
};
