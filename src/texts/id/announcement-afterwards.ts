// An announcement that is on its way or over: where it stands, who got it, sending again, the list to take along.
import { type AnnouncementPhase, APPROVAL_HOURS } from "../../domain/announcements/announcement.js";
import type { RichText } from "../../domain/messages/message.js";
import { clockTime, dayAndTime } from "../dates.js";
import type { AnnouncementCard, LedgerPage } from "../layouts/announcements/announcement-views.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { announcementDraft } from "./announcement-draft.js";
import { announcementWords } from "./announcement-words.js";
import { restore } from "./restore.js";

const { count, people, ledger } = announcementWords;

const phases: Record<AnnouncementPhase, string> = {
  scheduled: "dijadwalkan",
  sending: "sedang dikirim",
  paused: "dijeda",
  cancelled: "dihentikan",
  finished: "selesai",
  awaiting: "menunggu persetujuan",
  expired: `tidak jadi, karena tidak disetujui dalam ${APPROVAL_HOURS} jam`,
};

/** Nothing leaves before the working hours of those who get it: then it is not being sent, and the last line says from when on. */
const phaseOf = ({ phase, waitsUntil, sent }: AnnouncementCard) => {
  if (phase !== "sending" || waitsUntil === null) return phases[phase];
  return sent > 0 ? "sebagian sudah dikirim" : "belum mulai dikirim";
};

/** Who is asked to approve it, and when: at night nobody is asked before the morning. */
const approvalWords = ({ requests, zone, localTime }: AnnouncementCard) =>
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
        localTime === null && "Setelah disetujui, dikirim pada jam kerja penerima.",
      );

export const announcementAfterwards = {
  card: (data: AnnouncementCard) =>
    paragraphs(
      rich`📣 Pengumuman ${data.id}: ${bold(phaseOf(data))}`,
      data.emergency && rich`🚨 ${bold("Darurat")}`,
      italic(`“${data.opening}”`),
      rich`${data.authorName}, ${dayAndTime("id", data.zone, data.publishedAt)}`,
      data.localTime !== null &&
        data.phase !== "cancelled" &&
        data.phase !== "finished" &&
        lines(
          rich`🕗 ${bold(announcementDraft.whenAsk.words(data.localTime))}`,
          data.zonesLeft.length > 0 && rich`Sudah berangkat: ${listed("id", data.zonesLeft)}`,
          data.zonesToGo.length > 0 && rich`Belum berangkat: ${listed("id", data.zonesToGo)}`,
          data.lateIn.length > 0 && rich`⚠️ Sudah lewat di ${listed("id", data.lateIn)}. Mohon pilih waktu baru.`,
        ),
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
      data.phase === "sending" &&
        data.heldUntil !== null &&
        data.waiting > 0 &&
        rich`⏳ Telegram meminta kami menunggu sampai ${clockTime("id", data.zone, data.heldUntil)}. Sesudah itu dilanjutkan sendiri.`,
      data.phase === "paused" && data.afterRestore && restore.pausedByRestore(),
      data.phase === "paused" && rich`Yang belum terkirim menunggu sampai dilanjutkan.`,
    ),
  pause: "⏸ Jeda",
  resume: "▶️ Lanjutkan",
  stop: "⏹ Hentikan",
  refresh: "🔄 Perbarui",
  edit: "✏️ Ubah",
  heldForProblem: (id: number, problem: RichText) =>
    paragraphs(
      rich`Pengumuman ${id} belum berangkat dan dijeda, karena sejak dijadwalkan penerimanya berubah.`,
      problem,
      "Mohon ubah, pilih waktunya lagi, lalu tekan Lanjutkan.",
    ),
  heldForApproval: (id: number, n: number) =>
    paragraphs(
      rich`⏳ Pengumuman ${id} belum berangkat. Sejak dijadwalkan penerimanya bertambah menjadi ${people(n)}, jadi perlu disetujui admin lain dulu.`,
      "Permintaannya sudah dikirim. Begitu disetujui, pengumuman langsung berangkat.",
    ),
  heldForAge: ({ id, time, zones }: { id: number; time: string; zones: readonly string[] }) =>
    paragraphs(
      rich`⏸ Pengumuman ${id} belum berangkat ke ${listed("id", zones)}. Waktunya ${time}, tetapi saat itu bot mati, dan sekarang sudah lewat lebih dari sehari.`,
      "Isinya mungkin tidak cocok lagi, jadi ditahan dulu. Mau dikirim sekarang, diubah, atau dihentikan?",
    ),
  heldWithoutAuthor: ({ id, time, zones }: { id: number; time: string; zones: readonly string[] }) =>
    paragraphs(
      rich`⏸ Pengumuman ${id} dijeda dan belum berangkat ke ${listed("id", zones)}. Waktunya ${time} sudah lewat, dan pembuatnya tidak dapat dihubungi lagi.`,
      "Mohon Bapak/Ibu yang memutuskan: dikirim sekarang, diubah, atau dihentikan?",
    ),
  pausedWithoutAuthor: ({ id, waiting }: { id: number; waiting: number }) =>
    paragraphs(
      rich`⏸ Pengumuman ${id} dijeda, dan ${people(waiting)} belum menerimanya. Pembuatnya tidak dapat dihubungi lagi.`,
      "Mohon Bapak/Ibu yang memutuskan: dilanjutkan atau dihentikan?",
    ),
  /** `isOverdue`: nobody can approve it any more as it is. */
  awaitingWithoutAuthor: ({ id, isOverdue }: { id: number; isOverdue: boolean }) =>
    paragraphs(
      isOverdue
        ? rich`⏳ Pengumuman ${id} tidak disetujui dalam ${APPROVAL_HOURS} jam, dan pembuatnya tidak dapat dihubungi lagi.`
        : rich`⏳ Pengumuman ${id} menunggu persetujuan, dan pembuatnya tidak dapat dihubungi lagi.`,
      isOverdue
        ? "Mohon Bapak/Ibu yang memutuskan: diajukan lagi dengan diubah, atau ditarik?"
        : "Mohon Bapak/Ibu yang memutuskan: disetujui, diubah, atau ditarik?",
    ),
  sendLate: "▶️ Kirim sekarang",
  details: "Rincian",
  back: "⬅️ Kembali",
  /** Null: it has not left for anybody yet, and how many it will be is counted then. */
  askStop: (waiting: number | null) =>
    paragraphs(
      waiting === null
        ? rich`Hentikan pengumuman ini? Yang belum berangkat tidak akan dikirim, dan ini tidak bisa dibatalkan.`
        : rich`Hentikan pengumuman ini? ${people(waiting)} yang masih menunggu tidak akan menerimanya, dan ini tidak bisa dibatalkan. Yang sudah terkirim tetap ada.`,
      "Sementara ini ditahan dulu.",
    ),
  stopForGood: "Ya, hentikan",
  goOn: "Tidak, teruskan",
  outOfReach: () => rich`Pengumuman itu tidak ada, atau di luar wilayah Bapak/Ibu.`,

  ledger,
  ledgerPage: ({ id, entries, audience, unknown, note, contacted, reading }: LedgerPage) =>
    paragraphs(
      note ?? undefined,
      rich`Rincian pengumuman ${id}`,
      lines(
        ...entries.map(({ entry, count: n }) => {
          const done = contacted[entry] ?? 0;
          return rich`• ${ledger[entry]}: ${count(n)}${done > 0 ? ` (${count(done)} sudah dihubungi)` : ""}`;
        }),
        rich`Jumlah: ${bold(people(audience))}`,
      ),
      entries.some(({ entry }) => entry === "unknown") &&
        rich`“Belum pasti sampai” berarti sambungan putus saat mengirim. Bila dikirim lagi, mungkin diterima dua kali.`,
      reading !== null && rich`Menandai sudah dibaca: ${bold(count(reading.read))}, belum: ${count(reading.unread)}`,
      unknown.length > 0 && lines(...unknown.map((name, index) => rich`${index + 1}. ${name || "–"}`)),
    ),
  resend: (n: number) => `🔁 Kirim ulang ke ${people(n)}`,
  resent: (n: number) =>
    n === 0
      ? rich`Tidak ada yang bisa dikirimi ulang: yang gagal masih belum bisa dijangkau.`
      : rich`Baik, dikirim ulang kepada ${people(n)}.`,
  resendCancelled: () => rich`Pengumuman ini sudah dihentikan, jadi tidak dikirim lagi.`,
  decided: (decision: "send_again" | "taken_as_sent") =>
    decision === "send_again" ? rich`Baik, dikirim sekali lagi.` : rich`Baik, dianggap sudah sampai.`,
  decidedBefore: () => rich`Itu sudah diputuskan sebelumnya.`,

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
