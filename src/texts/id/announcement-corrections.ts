// Changing an announcement that was already sent: other words in its place, or taking it away.
import { APPROVAL_HOURS } from "../../domain/announcements/announcement.js";
import {
  type CorrectionTally,
  copiesIn,
  DELETABLE_HOURS,
  UNCHANGED,
  type Unchanged,
} from "../../domain/announcements/correction.js";
import type { Day } from "../../domain/time/calendar.js";
import { clockTime, dayAndMonth } from "../dates.js";
import type { CopiesView, CorrectionCard } from "../layouts/announcements/correction-views.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { announcementWords } from "./announcement-words.js";

const { count, people } = announcementWords;

const unchanged: Record<Unchanged, string> = {
  too_old: `lebih dari ${DELETABLE_HOURS} jam, jadi tidak bisa ditarik`,
  blocked: "memblokir bot",
  gone: "akun Telegram tidak aktif",
  no_id: "pesannya tidak ditemukan lagi",
  refused: "ditolak Telegram",
};

const phases: Record<CorrectionCard["phase"], string> = {
  awaiting: "menunggu persetujuan admin lain",
  expired: `tidak jadi, karena tidak disetujui dalam ${APPROVAL_HOURS} jam`,
  overtaken: "digantikan oleh perubahan yang lebih baru",
  cancelled: "ditolak",
  running: "sedang berjalan",
  finished: "selesai",
};

const causes = (tally: CorrectionTally) =>
  lines(
    ...UNCHANGED.filter((cause) => tally[cause] > 0).map(
      (cause) => rich`• tidak bisa diubah, ${unchanged[cause]}: ${count(tally[cause])}`,
    ),
  );

const copiesOf = ({ delivered, waiting, unknown }: CopiesView) =>
  lines(
    delivered > 0 && rich`Sudah terkirim, akan diubah: ${bold(count(delivered))}`,
    unknown > 0 && rich`• di antaranya tidak bisa diubah, karena belum pasti sampai: ${count(unknown)}`,
    waiting > 0 && rich`Belum terkirim, langsung menerima isi baru: ${bold(count(waiting))}`,
  );

export const announcementCorrections = {
  about: "ralat pengumuman",
  mark: (day: Day) => `(ralat ${dayAndMonth("id", day)})`,
  amend: "✏️ Ralat",
  withdraw: "🗑 Tarik",
  open: "Lihat ralat",
  label: "Isi",
  ask: () =>
    rich`Mohon tulis isi pengumuman yang benar, Bapak/Ibu. Pesan yang sudah terkirim akan diganti di tempatnya, dengan tanda ralat.`,
  onlyText: () => rich`Mohon kirim isinya sebagai tulisan. Foto atau berkas yang dulu dikirim tetap seperti semula.`,
  summary: (copies: CopiesView, problem: ReturnType<typeof rich> | null, needsApproval: boolean) =>
    paragraphs(
      rich`Di atas ini yang akan dibaca penerima.`,
      copiesOf(copies),
      problem ?? (needsApproval && rich`Karena penerimanya sangat banyak, admin lain perlu menyetujui isinya dulu.`),
    ),
  confirm: (n: number) => `✅ Ganti di ${people(n)}`,
  propose: "✅ Ajukan ralat",
  problems: {
    unchanged: () => rich`Isinya masih sama dengan yang sudah dikirim. Mohon tulis isi yang benar.`,
    new_word: (written: string) =>
      rich`Ralat tidak bisa memakai ${written}, karena isi yang dulu tidak memakainya. Mohon tulis tanpa itu.`,
    forgotten_word: (written: string) =>
      rich`Ralat tidak bisa memakai ${written}: pengumuman ini sudah lama, dan yang diisikan di situ untuk tiap penerima sudah tidak disimpan. Mohon tulis tanpa itu.`,
    nothing_sent: () =>
      rich`Tidak ada pesan yang bisa diralat: belum ada yang terkirim, atau pengumuman ini sudah ditarik.`,
    undecided: () =>
      rich`Perubahan pengumuman ini masih menunggu persetujuan admin lain, jadi belum bisa diralat. Mohon tunggu keputusannya, Bapak/Ibu.`,
  },
  changedMeanwhile: () =>
    rich`Pengumuman ini baru saja diubah admin lain, jadi ralat ini belum disimpan. Mohon lihat dulu isinya yang sekarang.`,
  askWithdraw: ({ delivered, tooOld, unknown, waiting }: CopiesView) =>
    paragraphs(
      rich`Tarik pengumuman ini? Pesannya dihapus dari ${people(Math.max(0, delivered - tooOld - unknown))}, dan ini tidak bisa dibatalkan.`,
      lines(
        waiting > 0 && rich`Belum terkirim, jadi tidak dikirim: ${count(waiting)}`,
        tooOld > 0 &&
          rich`Lebih dari ${DELETABLE_HOURS} jam, jadi tidak bisa dihapus: ${count(tooOld)}. Yang ini masih bisa diralat.`,
        unknown > 0 && rich`Belum pasti sampai, jadi tidak bisa dihapus: ${count(unknown)}`,
      ),
    ),
  withdrawNow: "Ya, tarik",
  keep: "Tidak, biarkan",
  card: ({ announcementId, kind, phase, tally, authorName, heldUntil, isHeldByRestore, zone }: CorrectionCard) =>
    paragraphs(
      rich`${kind === "amend" ? "✏️ Ralat" : "🗑 Penarikan"} pengumuman ${announcementId}: ${bold(phases[phase])}`,
      rich`Oleh ${authorName}`,
      phase !== "awaiting" &&
        copiesIn(tally) > 0 &&
        lines(
          rich`${kind === "amend" ? "Sudah diganti" : "Sudah dihapus"}: ${bold(count(tally.changed))} dari ${count(copiesIn(tally))} pesan`,
          tally.waiting > 0 && rich`Menunggu giliran: ${count(tally.waiting)}`,
          tally.unknown > 0 && rich`Belum pasti berubah: ${count(tally.unknown)}`,
        ),
      causes(tally),
      isHeldByRestore
        ? rich`⏸ Berhenti karena data dipulihkan dari cadangan. Berjalan lagi setelah admin memutuskan pesan yang menunggu.`
        : heldUntil !== null &&
            rich`⏳ Telegram meminta kami menunggu sampai ${clockTime("id", zone, heldUntil)}. Sesudah itu dilanjutkan sendiri.`,
    ),
  request: (author: string, n: number) =>
    rich`${bold(author)} mengajukan ralat pengumuman untuk ${people(n)}. Mohon periksa isinya, Bapak/Ibu. Ralat baru berlaku setelah disetujui, paling lambat dalam ${APPROVAL_HOURS} jam.`,
  review: (author: string, copies: CopiesView) =>
    paragraphs(rich`Di atas ini isi baru dari ${bold(author)}.`, copiesOf(copies), rich`Setujui ralat ini?`),
  approve: "✅ Setujui ralat",
  approved: (by: string) => rich`Ralat pengumuman disetujui ${by} dan sedang berjalan.`,
  refused: (by: string) => rich`Ralat pengumuman ditolak ${by}, jadi pesannya tidak diubah.`,
  rejected: () => rich`Baik, ralat itu tidak jadi. Pembuatnya sudah diberi tahu.`,
  own: () => rich`Ralat sendiri perlu disetujui oleh admin lain.`,
  decidedBefore: () => rich`Ralat itu sudah diputuskan atau digantikan sebelumnya.`,
};
