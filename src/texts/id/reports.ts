// Progress reports: the question how it goes, its details, the receipt, the report behind a number, the card of three lights.

import type { AmountFault } from "../../domain/numbers/read-amount.js";
import { isGrief } from "../../domain/people/pause.js";
import type { NextStep, PlanType, ReportState } from "../../domain/plans/work-plan.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { capital } from "../capital.js";
import { dayAndTime, plainDay, shortDay } from "../dates.js";
import { digits } from "../digits.js";
import { libraryAt } from "../layouts/library-at.js";
import { hasSeveralLibraries, plansByLibrary } from "../layouts/plans-by-library.js";
import type { ReportView } from "../layouts/reports/report-view.js";
import type { ReviewedView } from "../layouts/reports/review-view.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";
import { planWords } from "./plan-words.js";
import { addFiles, reportFiles } from "./report-files.js";
import { reportMeanwhile } from "./report-meanwhile.js";
import { reportWords } from "./report-words.js";
import { review } from "./review.js";
import { standIn } from "./stand-in.js";
import type { PlanView } from "./work-plans.js";

const { types, states } = planWords;
const { value, standing, lightLine, content, change } = reportWords;

const stateButtons: Record<ReportState, string> = {
  not_started: "Belum mulai",
  in_progress: "🔄 Berjalan",
  stuck: "⚠️ Ada kendala",
  done: "✅ Selesai",
};

const askHelp = "🙋 Minta bantuan pelatih";

const kindWords = rich`Kami turut prihatin, Bapak/Ibu. Utamakan keluarga dan kesehatan dulu. Rencana ini bisa menyusul, dan selama seminggu tidak saya ingatkan.`;

/** Behind the standing of a plan that was reported on. */
const reviewed = ({ reviewStanding }: PlanView) =>
  reviewStanding === undefined ? "" : ` · ${review.standing({ standing: reviewStanding })}`;

export const reports = {
  changes: (changes: readonly ReportChange[]) => changes.map(change),
  open: "📝 Lapor",
  value,
  amount: (amount: number) => digits.id(amount),
  list: (plans: PlanView[]) =>
    paragraphs(
      rich`Rencana mana yang ingin dilaporkan, Bapak/Ibu?`,
      plansByLibrary(
        plans,
        (plan) => rich`${planWords.lights[plan.light]} ${bold(types[plan.type])}: ${standing(plan)}${reviewed(plan)}`,
      ),
    ),
  /** In the middle of a sentence. */
  reportOn: (type: PlanType) => `laporan ${types[type]}`,
  changeOf: (number: string) => `perubahan laporan ${number}`,
  about: (type: PlanType) => `📝 ${types[type]}`,
  state: {
    label: "status",
    ask: (plan: PlanView) =>
      paragraphs(
        lines(
          rich`${bold(types[plan.type])}${plan.activity === null ? "" : `: ${plan.activity}`}`,
          rich`Terakhir: ${states[plan.state]}`,
        ),
        rich`Bagaimana perkembangannya?`,
      ),
    unchanged: "Tidak ada perubahan",
    buttons: stateButtons,
  },
  obstacle: {
    label: "kendala",
    ask: () => rich`Apa kendala utamanya? Pilih, atau tulis dengan kata sendiri.`,
  },
  details: {
    label: "rincian",
    ask: (state: ReportState) =>
      rich`Status: ${bold(states[state])}. Kirim sekarang, atau tambah angka, foto, dan cerita dulu?`,
    send: "✅ Kirim sekarang",
    add: "➕ Tambah rincian",
  },
  same: (previous: string) => `Tetap: ${previous}`,
  asPlanned: "Sesuai rencana",
  /** In the question whose planned answer is on a button. */
  planned: (planned: string) => rich`Rencananya: ${planned}`,
  amountUnread: (fault: Exclude<AmountFault, "unknown">, example: string) =>
    ({
      empty: rich`Mohon tulis angkanya. Contoh: ${bold(example)}`,
      "not a number": rich`Maaf, angkanya belum bisa saya baca. Contoh: ${bold(example)}`,
      negative: rich`Angkanya tidak bisa kurang dari nol. Contoh: ${bold(example)}`,
      fraction: rich`Mohon tulis angka bulat. Contoh: ${bold(example)}`,
      several: rich`Ada lebih dari satu angka. Mohon tulis satu saja. Contoh: ${bold(example)}`,
      "too large": rich`Angka itu terlalu besar. Mohon periksa lagi. Contoh: ${bold(example)}`,
    })[fault],
  unsureOf: (amount: number) =>
    rich`Yang saya baca: ${bold(digits.id(amount))}. Bila benar, tekan tombol di bawah. Bila keliru, tulis angkanya saja.`,
  exceeds: (parts: readonly string[], sum: number, whole: string, all: number) =>
    rich`${capital(parts.join(" dan "))} ${bold(digits.id(sum))}, lebih banyak daripada ${whole} ${bold(digits.id(all))}. Bila memang benar, tekan tombol di bawah. Bila keliru, tulis angka yang benar.`,
  sureOf: (amount: number) =>
    rich`${bold(digits.id(amount))} itu cukup besar. Bila memang benar, tekan tombol di bawah. Bila keliru, tulis angka yang benar.`,
  sure: (amount: number) => `Ya, ${digits.id(amount)}`,
  notKnown: "Belum tahu",
  chooseSeveral: () => rich`Boleh lebih dari satu. Sesudah itu tekan ${pressed(common.done)}.`,
  chooseOne: () => rich`Pilih sedikitnya satu, lalu tekan ${pressed(common.done)}.`,
  /** The day is named: pressed a day later, the button still means it. */
  today: (day: Day) => `Hari ini (${shortDay("id", day)})`,
  yesterday: (day: Day) => `Kemarin (${shortDay("id", day)})`,
  dayAhead: () => rich`Tanggal itu belum tiba. Mohon tulis tanggal kegiatan yang sudah berlangsung.`,
  files: reportFiles,
  addFiles,
  nextStep: {
    label: "langkah",
    ask: () => rich`Apa langkah berikutnya?`,
    example: "Bertemu kepala desa pekan depan",
  },
  story: {
    label: "cerita",
    ask: () => rich`Ada cerita perubahan yang ingin dibagikan: siapa yang terbantu, dan bagaimana?`,
    example: "Seorang ibu kini berjualan keripik setiap pekan",
  },
  summary: (report: ReportView) =>
    paragraphs(rich`Laporan ${bold(types[report.type])}`, content(report), common.isRight()),
  confirm: "✅ Kirim laporan",
  confirmChange: "✅ Simpan perubahan",
  receipt: (data: {
    number: string;
    version: number;
    type: PlanType;
    state: ReportState;
    obstacle: string | null;
    files: number;
    dueOn: Day;
    /** A reviewer had asked for it. */
    isCorrection: boolean;
    /** Its author is in mourning: no congratulations. */
    isQuiet: boolean;
  }) =>
    paragraphs(
      isGrief(data) && kindWords,
      data.version === 1
        ? isGrief(data)
          ? rich`Laporan ${bold(types[data.type])} sudah kami terima.`
          : rich`Terima kasih, laporan ${bold(types[data.type])} sudah kami terima ✅`
        : rich`Perubahan laporan ${bold(types[data.type])} sudah tersimpan${isGrief(data) ? "." : " ✅"}`,
      lines(
        rich`Nomor laporan: ${bold(data.number)}${data.version === 1 ? "" : ` (perubahan ke-${data.version - 1})`}`,
        rich`Status: ${states[data.state]}`,
        data.files > 0 && rich`Foto/dokumen: ${data.files} berkas`,
        data.state !== "done" && rich`Batas waktu: ${plainDay("id", data.dueOn)}`,
      ),
      data.isCorrection && review.willBeReviewed(),
      data.state === "stuck" && rich`Kendalanya akan dilihat pelatih. Perlu dibantu? Tekan ${pressed(askHelp)}.`,
      data.state === "done" &&
        (data.isQuiet
          ? rich`Satu rencana selesai. Terima kasih atas kerja keras Bapak/Ibu.`
          : rich`Selamat, satu rencana selesai! Terima kasih atas kerja keras Bapak/Ibu 🎉`),
    ),
  correct: "✏️ Ubah",
  changeLast: "✏️ Ubah laporan terakhir",
  addDetails: "➕ Tambah rincian",
  another: "📝 Lapor lagi",
  askHelp,
  /** What the trainers read. */
  helpText: ({ type, obstacle }: { type: PlanType; obstacle: string | null }) =>
    `Mohon bantuan untuk rencana ${types[type]}.${obstacle === null ? "" : ` Kendala: ${planWords.obstacle(obstacle)}.`}`,
  helpNoted: () => rich`Baik, permintaan bantuan Bapak/Ibu sudah saya catat untuk pelatih.`,
  helpAskedAlready: () => rich`Hari ini Bapak/Ibu sudah meminta bantuan pelatih. Jawabannya akan muncul di sini.`,
  meanwhile: reportMeanwhile,
  tooLate: () =>
    rich`Sudah ada laporan yang lebih baru tentang rencana itu, jadi yang lama tidak bisa diubah lagi. Yang terbaru bisa diubah lewat tombol di bawah.`,
  page: (
    report: ReportView & {
      number: string;
      version: number;
      libraryName: string;
      village: string;
      author: string;
      at: Date;
      zone: Zone;
      /** Since the version before. */
      changes: readonly ReportChange[];
      review: ReviewedView | null;
      onBehalf: boolean;
    },
  ) =>
    paragraphs(
      lines(
        rich`Laporan ${bold(report.number)}${report.version === 1 ? "" : ` (perubahan ke-${report.version - 1})`}`,
        rich`${types[report.type]} · ${libraryAt(report.libraryName, report.village)}`,
        rich`${report.author}, ${dayAndTime("id", report.zone, report.at)}${standIn.behind(report)}`,
      ),
      content(report),
      report.changes.length > 0 &&
        lines(rich`✏️ ${bold("Yang diubah")}`, ...report.changes.map((one) => rich`${capital(change(one))}`)),
      report.review === null ? review.notReviewed() : review.finding(report.review),
    ),
  notFound: (typed: string) =>
    rich`Laporan ${bold(typed)} tidak saya temukan. Mohon periksa nomornya, contoh: ${bold("LP-241-0007")}`,
  card: {
    open: "🚦 Kemajuan saya",
    say: (plans: PlanView[]) =>
      paragraphs(
        hasSeveralLibraries(plans)
          ? rich`Kemajuan Bapak/Ibu di beberapa perpustakaan`
          : rich`Kemajuan ${bold(plans[0]?.libraryName ?? "")}`,
        plansByLibrary(plans, (plan) => lines(bold(types[plan.type]), rich`${lightLine(plan)}${reviewed(plan)}`), {
          together: paragraphs,
        }),
      ),
    nothingLeft: () => rich`Tidak ada yang perlu dilakukan sekarang. Terima kasih 🙏`,
    next: ({ kind, type }: { kind: NextStep["kind"]; type: PlanType }) =>
      kind === "write" ? `➡️ Isi rencana ${planWords.shortTypes[type]}` : `➡️ Laporkan ${planWords.shortTypes[type]}`,
    noPlans: () =>
      rich`Untuk melihat sebuah laporan, ketik /kemajuan dan nomornya, contoh: ${bold("/kemajuan LP-241-0007")}`,
  },
};
