// Progress reports: the question how it goes, its details, the receipt, the report behind a number, the card of three lights.

import type { AmountFault } from "../../domain/numbers/amount.js";
import { isGrief } from "../../domain/people/quiet.js";
import type { NextStep, PlanType, ReportState } from "../../domain/plans/work-plan.js";
import type { TypedAnswer } from "../../domain/reports/questionnaire.js";
import type { ReportChange } from "../../domain/reports/report-changes.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { capital } from "../capital.js";
import { dayAndTime, plainDay, shortDay } from "../dates.js";
import { bold, bullets, lines, paragraphs, pressed, rich } from "../rich.js";
import { common } from "./common.js";
import { planWords } from "./plan-words.js";
import { questionnaire } from "./questionnaire.js";
import { addFiles, reportFiles } from "./report-files.js";
import type { PlanView } from "./work-plans.js";

/** What a report says, as it stands on the summary, the receipt and the page of its number. */
export interface ReportView {
  type: PlanType;
  state: ReportState | "unchanged";
  obstacle: string | null;
  nextStep: string | null;
  story: string | null;
  answers: TypedAnswer[];
  files: number;
}

const { types, states } = planWords;
const number = new Intl.NumberFormat("id-ID");

const stateButtons: Record<ReportState, string> = {
  not_started: "Belum mulai",
  in_progress: "🔄 Berjalan",
  stuck: "⚠️ Ada kendala",
  done: "✅ Selesai",
};

function value(answer: TypedAnswer): string {
  if ("amount" in answer) return number.format(answer.amount);
  if ("unknown" in answer) return "belum tahu";
  if ("choices" in answer) return answer.choices.map((one) => questionnaire.choice(answer.question, one)).join(", ");
  return "day" in answer ? plainDay("id", answer.day) : answer.text;
}

function daysLeft(days: number): string {
  if (days > 0) return `sisa ${days} hari`;
  return days === 0 ? "batas waktunya hari ini" : `terlambat ${-days} hari`;
}

/** How far it is and, until it is done, how long there is. */
function standing(plan: PlanView): string {
  return plan.state === "done" ? states.done : `${states[plan.state]}, ${daysLeft(plan.daysLeft)}`;
}

/** Beside a light nothing is said twice: "Terlambat 3 hari", "Selesai". */
function lightLine(plan: PlanView): string {
  const light = planWords.light(plan);
  if (plan.state === "done") return light;
  return plan.light === "red" && plan.daysLeft < 0
    ? `${light} ${-plan.daysLeft} hari · ${states[plan.state]}`
    : `${light} · ${standing(plan)}`;
}

function content(report: ReportView) {
  return lines(
    rich`Status: ${bold(report.state === "unchanged" ? "tidak ada perubahan" : states[report.state])}`,
    report.obstacle !== null && rich`Kendala: ${planWords.obstacle(report.obstacle)}`,
    ...report.answers.map((answer) => rich`${capital(questionnaire.label(answer.question))}: ${value(answer)}`),
    report.nextStep !== null && rich`Langkah berikutnya: ${report.nextStep}`,
    report.story !== null && rich`Cerita: ${report.story}`,
    report.files > 0 && rich`Foto/dokumen: ${report.files} berkas`,
  );
}

/** Enough of a story to see which it was. */
const SHOWN = 60;

function shortened(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN).trimEnd()}…`;
}

/** "peserta anak: 5 → 6" */
function change(one: ReportChange): string {
  const or = (said: string | null) => (said === null ? "–" : shortened(said));
  switch (one.field) {
    case "state":
      return `status: ${states[one.before]} → ${states[one.after]}`;
    case "obstacle":
      return `kendala: ${or(one.before && planWords.obstacle(one.before))} → ${or(one.after && planWords.obstacle(one.after))}`;
    case "nextStep":
      return `langkah berikutnya: ${or(one.before)} → ${or(one.after)}`;
    case "story":
      return `cerita: ${or(one.before)} → ${or(one.after)}`;
    case "answer":
      return `${questionnaire.label(one.question)}: ${or(one.before && value(one.before))} → ${or(one.after && value(one.after))}`;
    case "files":
      return `foto/dokumen: ${one.added} berkas ditambah`;
  }
}

/** More lines of two shortened texts each would hide the question below them. */
const MOST_CHANGES = 3;

const askHelp = "🙋 Minta bantuan pelatih";

const kindWords = rich`Kami turut prihatin, Bapak/Ibu. Utamakan keluarga dan kesehatan dulu. Rencana ini bisa menyusul, dan selama seminggu tidak saya ingatkan.`;

const keptAndAsked = rich`Isian Bapak/Ibu masih ada. Mana yang dipakai?`;

export const reports = {
  changes: (changes: readonly ReportChange[]) => changes.map(change),
  open: "📝 Lapor",
  value,
  amount: (amount: number) => number.format(amount),
  list: (plans: PlanView[]) =>
    paragraphs(
      rich`Rencana mana yang ingin dilaporkan, Bapak/Ibu?`,
      lines(...plans.map((plan) => rich`${planWords.lights[plan.light]} ${bold(types[plan.type])}: ${standing(plan)}`)),
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
    rich`Yang saya baca: ${bold(number.format(amount))}. Bila benar, tekan tombol di bawah. Bila keliru, tulis angkanya saja.`,
  exceeds: (parts: readonly string[], sum: number, whole: string, all: number) =>
    rich`${capital(parts.join(" dan "))} ${bold(number.format(sum))}, lebih banyak daripada ${whole} ${bold(number.format(all))}. Bila memang benar, tekan tombol di bawah. Bila keliru, tulis angka yang benar.`,
  sureOf: (amount: number) =>
    rich`${bold(number.format(amount))} itu cukup besar. Bila memang benar, tekan tombol di bawah. Bila keliru, tulis angka yang benar.`,
  sure: (amount: number) => `Ya, ${number.format(amount)}`,
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
  /** Others were quicker than somebody who was changing a report. */
  meanwhile: {
    label: "pilihan",
    changed: (data: {
      number: string;
      author: string;
      reportedAt: Date;
      zone: Zone;
      changes: readonly ReportChange[];
      isReviewed: boolean;
    }) =>
      paragraphs(
        data.changes.length > 0 &&
          lines(
            rich`Selagi Bapak/Ibu mengisi, ${bold(data.author)} mengubah laporan ${data.number} (${dayAndTime("id", data.zone, data.reportedAt)}):`,
            bullets(data.changes.slice(0, MOST_CHANGES).map(change)),
          ),
        data.changes.length > MOST_CHANGES && rich`Dan ${data.changes.length - MOST_CHANGES} perubahan lain.`,
        data.changes.length === 0 &&
          !data.isReviewed &&
          rich`Selagi Bapak/Ibu mengisi, ${bold(data.author)} menyimpan laporan ${data.number} lagi.`,
        data.isReviewed && rich`Pelatih sudah memeriksa laporan ${data.number} selagi Bapak/Ibu mengisi.`,
        keptAndAsked,
      ),
    newer: (data: {
      number: string;
      author: string;
      reportedAt: Date;
      zone: Zone;
      state: ReportState;
      own: ReportState | "unchanged";
    }) =>
      paragraphs(
        rich`Selagi Bapak/Ibu mengisi, ${bold(data.author)} mengirim laporan yang lebih baru (${dayAndTime("id", data.zone, data.reportedAt)}): ${data.number}, ${states[data.state]}.`,
        rich`Isian Bapak/Ibu: ${data.own === "unchanged" ? "tidak ada perubahan" : states[data.own]}.`,
        keptAndAsked,
      ),
    mine: "✅ Pakai isian saya",
    theirs: "Pakai yang terbaru",
    left: () => rich`Baik, yang dipakai laporan ini. Isian Bapak/Ibu tadi tidak dikirim.`,
  },
  tooLate: () =>
    rich`Sudah ada laporan yang lebih baru tentang rencana itu, jadi yang lama tidak bisa diubah lagi. Yang terbaru bisa diubah lewat tombol di bawah.`,
  page: (
    report: ReportView & {
      number: string;
      version: number;
      libraryName: string;
      author: string;
      at: Date;
      zone: Zone;
      /** Since the version before. */
      changes: readonly ReportChange[];
    },
  ) =>
    paragraphs(
      lines(
        rich`Laporan ${bold(report.number)}${report.version === 1 ? "" : ` (perubahan ke-${report.version - 1})`}`,
        rich`${types[report.type]} · ${report.libraryName}`,
        rich`${report.author}, ${dayAndTime("id", report.zone, report.at)}`,
      ),
      content(report),
      report.changes.length > 0 &&
        lines(rich`✏️ ${bold("Yang diubah")}`, ...report.changes.map((one) => rich`${capital(change(one))}`)),
    ),
  notFound: (typed: string) =>
    rich`Laporan ${bold(typed)} tidak saya temukan. Mohon periksa nomornya, contoh: ${bold("LP-241-0007")}`,
  card: {
    open: "🚦 Kemajuan saya",
    say: (plans: PlanView[]) =>
      paragraphs(
        rich`Kemajuan ${bold(plans[0]?.libraryName ?? "")}`,
        ...plans.map((plan) => lines(bold(types[plan.type]), lightLine(plan))),
      ),
    nothingLeft: () => rich`Tidak ada yang perlu dilakukan sekarang. Terima kasih 🙏`,
    next: ({ kind, type }: { kind: NextStep["kind"]; type: PlanType }) =>
      kind === "write" ? `➡️ Isi rencana ${planWords.shortTypes[type]}` : `➡️ Laporkan ${planWords.shortTypes[type]}`,
    noPlans: () =>
      rich`Untuk melihat sebuah laporan, ketik /kemajuan dan nomornya, contoh: ${bold("/kemajuan LP-241-0007")}`,
  },
};
