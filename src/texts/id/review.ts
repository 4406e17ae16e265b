// The review of reports: what trainers read and press, and what the people of the library hear of it.

import type { PlanType } from "../../domain/plans/work-plan.js";
import type { ReviewStanding } from "../../domain/reports/review.js";
import { capital } from "../capital.js";
import { dayAndTime, plainDay } from "../dates.js";
import { libraryAt } from "../layouts/library-at.js";
import { type ReviewedView, type ReviewView, reviewedOn } from "../layouts/reports/review-view.js";
import { listed } from "../lists.js";
import { bold, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";
import { questionnaire } from "./questionnaire.js";
import { reportWords } from "./report-words.js";
import { standIn } from "./stand-in.js";

const { types } = planWords;

const ownMarks: Record<string, string> = {
  state: "status",
  obstacle: "kendala",
  files: "foto/dokumen",
  nextStep: "langkah berikutnya",
  story: "cerita",
};

/** What a correction asks for, in the middle of a sentence. */
const mark = (name: string): string => ownMarks[name] ?? questionnaire.label(name.slice("q.".length));
const marks = (names: readonly string[]) => listed("id", names.map(mark));

const standings: Record<ReviewStanding["standing"], string> = {
  waiting: "⏳ menunggu tinjauan",
  accepted: "✅ diterima",
  correction: "✏️ perlu diperbaiki",
};

const by = (name: string) => (name === "" ? "" : ` oleh ${name}`);

/** On a report's page and above what changed: what was found of it. */
const finding = (review: ReviewedView) =>
  review.verdict === "accepted"
    ? rich`✅ Diterima${by(review.byName)}, ${plainDay("id", reviewedOn(review))}`
    : lines(
        rich`✏️ Diminta perbaikan${by(review.byName)}, ${plainDay("id", reviewedOn(review))}: ${marks(review.marked)}`,
        review.note !== null && rich`“${review.note}”`,
      );

const fix = "✏️ Perbaiki sekarang";

export const review = {
  menu: "📋 Tinjau",
  accept: "✅ Terima",
  askCorrection: "✏️ Minta perbaikan",
  skip: "⏭ Lewati",
  next: "▶️ Laporan berikutnya",
  again: "🔁 Dari awal",
  whole: "📄 Laporan lengkap",
  files: (n: number) => `🖼 Foto/dokumen (${n})`,
  see: "📄 Lihat laporan",
  mark: (name: string) => capital(mark(name)),
  standing: ({ standing }: Pick<ReviewStanding, "standing">) => standings[standing],
  finding,
  notReviewed: () => rich`⏳ Menunggu tinjauan pelatih`,

  page: (data: ReviewView) =>
    paragraphs(
      lines(
        data.place !== null && italic(`${data.place.place} dari ${data.place.total} laporan yang menunggu tinjauan`),
        rich`Laporan ${bold(data.number)}${data.version === 1 ? "" : ` (perubahan ke-${data.version - 1})`}`,
        rich`${types[data.type]} · ${libraryAt(data.libraryName, data.village)}`,
        rich`${data.author}, ${dayAndTime("id", data.zone, data.at)}${standIn.behind(data)}`,
      ),
      data.before === null ? reportWords.content(data) : finding(data.before),
      (data.before !== null || data.changes.length > 0) &&
        lines(
          rich`${bold(data.before === null ? "Yang diubah" : "Yang berubah sejak itu")}`,
          ...data.changes.map((one) => rich`${capital(reportWords.change(one))}`),
          data.changes.length === 0 && rich`Tidak ada jawaban yang berubah.`,
        ),
      data.lost > 0 && rich`${data.lost} foto/dokumen tidak bisa ditampilkan lagi.`,
      !data.isLatest && rich`Sudah ada laporan yang lebih baru tentang rencana ini.`,
    ),
  nothing: () => rich`Tidak ada laporan yang menunggu tinjauan. Terima kasih 🙏`,
  end: (left: number) => rich`Itu yang terakhir. ${bold(String(left))} laporan dilewati dan masih menunggu tinjauan.`,
  /** Above the next one. */
  wasAccepted: (number: string) => rich`✅ Laporan ${bold(number)} diterima. Pengirimnya diberi tahu.`,
  reviewedAlready: ({ number, ...one }: ReviewedView & { number: string }) =>
    lines(rich`Laporan ${bold(number)} sudah ditinjau:`, finding(one)),
  changedMeanwhile: (number: string) =>
    rich`Laporan ${bold(number)} baru saja diubah pengirimnya. Mohon dilihat lagi sebelum diputuskan.`,
  tooLate: () =>
    rich`Sudah ada laporan yang lebih baru tentang rencana itu, jadi yang lama tidak bisa diperbaiki lagi.`,
  gone: () => rich`Laporan itu tidak ada lagi, atau bukan dari kelas Bapak/Ibu.`,
  /** With each of its pictures. */
  fileOf: (number: string) => rich`📎 Dari laporan ${bold(number)}`,
  noFiles: () => rich`Laporan ini tidak punya foto atau dokumen.`,
  filesAbove: ({ shown, lost }: { shown: number; lost: number }) =>
    lines(
      shown > 0 && rich`Foto dan dokumen laporan ini ada di atas: ${bold(String(shown))} berkas.`,
      lost > 0 && rich`${bold(String(lost))} berkas tidak bisa ditampilkan lagi: sudah tidak tersedia di Telegram.`,
    ),

  about: (number: string) => `permintaan perbaikan laporan ${number}`,
  marksLabel: "bagian",
  askMarks: (number: string) => rich`Bagian mana dari laporan ${bold(number)} yang perlu diperbaiki?`,
  noteLabel: "catatan",
  askNote: () => rich`Apa yang perlu diperbaiki? Tulis pendek saja, pengirimnya akan membacanya.`,
  noteExample: "Fotonya belum terlihat jelas, mohon dikirim lagi",
  asked: ({ told, unreachable }: { told: string[]; unreachable: string[] }) =>
    lines(
      told.length > 0 && rich`✏️ Permintaan perbaikan terkirim ke ${listed("id", told)}.`,
      unreachable.length > 0 &&
        rich`${listed("id", unreachable)} sedang tidak bisa dihubungi lewat Telegram. Permintaannya terlihat saat membuka /lapor.`,
      told.length + unreachable.length === 0 && rich`✏️ Permintaan perbaikan tersimpan.`,
    ),

  accepted: ({ number, type, by: name }: { number: string; type: PlanType; by: string }) =>
    rich`✅ Laporan ${bold(types[type])} (${number}) diterima${by(name)}. Terima kasih, Bapak/Ibu 🙏`,
  toCorrect: (data: { number: string; type: PlanType; by: string; marked: readonly string[]; note: string | null }) =>
    paragraphs(
      rich`✏️ Bapak/Ibu, mohon perbaiki laporan ${bold(types[data.type])} (${data.number}): ${bold(marks(data.marked))}.`,
      data.note !== null && rich`${data.by === "" ? "Catatan" : data.by}: “${data.note}”`,
      rich`Hanya bagian itu yang ditanyakan lagi, yang lain tetap. Tekan ${pressed(fix)}.`,
    ),
  fix,
  fixOf: (type: PlanType) => `✏️ Perbaiki ${planWords.shortTypes[type]}`,
  fixAbout: (number: string) => `perbaikan laporan ${number}`,
  /** Below a question that is asked anew. */
  noteOf: ({ byName, note }: { byName: string; note: string }) =>
    italic(`${byName === "" ? "Catatan" : byName}: “${note}”`),
  nothingToFix: () => rich`Laporan itu tidak perlu diperbaiki lagi.`,
  /** Below the receipt of what was corrected. */
  willBeReviewed: () => rich`Perbaikannya akan ditinjau lagi.`,
};
