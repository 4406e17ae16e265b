// The three work plans: their list, writing one, reminders of them.

import type { RungKind } from "../../domain/plans/plan-reminder.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { SnoozeKind } from "../../domain/plans/snooze.js";
import type { LibraryNamed, Light, PlanType } from "../../domain/plans/work-plan.js";
import type { ReviewStanding } from "../../domain/reports/review.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { dayAndTime, plainDay, shortDayAndTime } from "../dates.js";
import { hasSeveralLibraries, plansByLibrary } from "../layouts/plans-by-library.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { common } from "./common.js";
import { planMeanwhile } from "./plan-meanwhile.js";
import { planWords } from "./plan-words.js";
import { standIn } from "./stand-in.js";

/** A plan as it stands in lists and on its own page. */
export interface PlanView extends LibraryNamed {
  type: PlanType;
  state: PlanState;
  light: Light;
  activity: string | null;
  targetOn: Day | null;
  measure: string | null;
  partner: string | null;
  dueOn: Day;
  /** From today to the due day; negative when it is past. */
  daysLeft: number;
  /** How its last report stands with the reviewers; missing where nothing was reported, or nobody asks. */
  onBehalf?: boolean;
  reviewStanding?: ReviewStanding["standing"];
}

export interface PlanDraft {
  type: PlanType;
  activity: string;
  targetOn: Day | null;
  measure: string | null;
  partner: string | null;
}

const { types, states, answering } = planWords;

function planLines(plan: PlanDraft) {
  return lines(
    rich`Kegiatan: ${bold(plan.activity)}`,
    plan.targetOn !== null && rich`Target selesai: ${plainDay("id", plan.targetOn)}`,
    plan.measure !== null && rich`Target hasil: ${plan.measure}`,
    plan.partner !== null && rich`Mitra: ${plan.partner}`,
  );
}

const measureExample: Record<PlanType, string> = {
  information_services: "40 pengunjung sebulan",
  community_engagement: "15 ibu ikut, 5 mulai berjualan",
  advocacy: "1 usulan masuk RKPDes",
};

const snoozeWords: Record<SnoozeKind, string> = {
  afternoon: "Sore",
  tomorrow: "Besok",
  three_days: "3 hari",
  monday: "Senin",
};

/** Another heading each time, so that nobody takes the next reminder for the last one. */
function leftWords(days: number): string {
  if (days <= 0) return "hari ini hari terakhir";
  return days === 1 ? "besok hari terakhir" : `tinggal ${days} hari lagi`;
}

/** A plan as reminders name it. */
export type DuePlan = Pick<PlanView, "type" | "state" | "dueOn" | keyof LibraryNamed>;

const dueLine = ({ type, state, dueOn }: DuePlan) =>
  rich`• ${bold(types[type])}: ${states[state]}, batas ${plainDay("id", dueOn)}`;

export const workPlans = {
  open: "📋 Rencana",
  /** In the middle of a sentence. */
  about: (type: PlanType) => `rencana ${types[type]}`,
  write: (type: PlanType) => `✍️ ${types[type]}`,
  see: (type: PlanType) => `📄 ${types[type]}`,
  list: (plans: PlanView[]) =>
    paragraphs(
      hasSeveralLibraries(plans)
        ? rich`Rencana kerja Bapak/Ibu di beberapa perpustakaan`
        : rich`Tiga rencana kerja ${bold(plans[0]?.libraryName ?? "")}`,
      plansByLibrary(
        plans,
        ({ type, state, light, activity }) =>
          rich`${planWords.lights[light]} ${bold(types[type])}: ${states[state]}${activity === null ? "" : ` – ${activity}`}`,
      ),
      rich`Pilih rencana yang ingin diisi atau dilihat.`,
    ),
  noPlans: () =>
    rich`Akun ini tidak tercatat sebagai pengelola perpustakaan, jadi tidak ada rencana kerja yang perlu diisi. Bila keliru, hubungi pelatih Bapak/Ibu.`,
  /** To somebody of an office, who thought that plans were for libraries. */
  askedFrom: ({ libraryName, dueOn }: { libraryName: string; dueOn: Day }) =>
    paragraphs(
      rich`Bapak/Ibu, mulai sekarang ${bold(libraryName)} juga ikut mengisi tiga rencana kerja, seperti perpustakaan lain di kelas ini.`,
      rich`Batas waktunya ${bold(plainDay("id", dueOn))}. Mengisinya hanya beberapa menit. Foto formulir di kertas juga boleh.`,
    ),
  askedNoLonger: ({ libraryName, hasEntries }: { libraryName: string; hasEntries: boolean }) =>
    paragraphs(
      rich`Bapak/Ibu tidak lagi diminta mengisi atau melaporkan rencana kerja ${bold(libraryName)}, dan saya tidak mengingatkannya lagi.`,
      hasEntries
        ? rich`Semua yang sudah diisi tetap tersimpan. Terima kasih atas usaha Bapak/Ibu 🙏`
        : rich`Terima kasih atas kesediaan Bapak/Ibu 🙏`,
    ),
  page: (plan: PlanView) =>
    paragraphs(
      rich`Rencana ${bold(types[plan.type])} · ${states[plan.state]}${standIn.behind(plan)}`,
      planLines({ ...plan, activity: plan.activity ?? "–" }),
      rich`Batas waktu: ${bold(plainDay("id", plan.dueOn))} · ${planWords.light(plan)}`,
    ),
  rewrite: "✏️ Ubah rencana",
  seePhoto: "lihat foto formulir",
  noPlanYet: "Belum punya",

  activity: {
    label: "kegiatan",
    ask: (type: PlanType) =>
      paragraphs(
        rich`Rencana ${bold(types[type])}`,
        rich`Kegiatan apa yang akan dilakukan? Tulis di sini, atau kirim foto formulir rencana di kertas.`,
      ),
    example: (type: PlanType) =>
      ({
        information_services: "Menata ulang sudut baca anak",
        community_engagement: "Pelatihan membuat keripik pisang",
        advocacy: "Mengusulkan anggaran perpustakaan dalam APBDes",
      })[type],
  },
  paper: {
    label: "foto",
    ask: () => rich`Bila formulirnya lebih dari satu halaman, kirim juga halaman lainnya.`,
  },
  targetOn: {
    label: "tanggal",
    ask: () => rich`Kapan kegiatan ini selesai? Tekan tombol, atau tulis tanggalnya.`,
    usual: (day: Day) => plainDay("id", day),
    tooEarly: (startsOn: Day) =>
      rich`Tanggal itu sebelum pelatihan dimulai (${plainDay("id", startsOn)}). Mohon periksa lagi.`,
    tooLate: (latest: Day) =>
      rich`Mohon pilih tanggal paling lambat ${bold(plainDay("id", latest))}, batas waktu rencana ini.`,
  },
  measure: {
    label: "hasil",
    ask: (type: PlanType) =>
      rich`Hasil apa yang ingin dicapai? Sebaiknya dengan angka, misalnya “${measureExample[type]}”.`,
    example: (type: PlanType) => measureExample[type],
  },
  partner: {
    label: "mitra",
    ask: () => rich`Bekerja sama dengan siapa? ${common.skipIfNone()}`,
    example: "PKK desa",
  },
  summary: (plan: PlanDraft) => paragraphs(rich`Rencana ${bold(types[plan.type])}`, planLines(plan), common.isRight()),
  confirm: "✅ Simpan rencana",
  saved: (type: PlanType, dueOn: Day) =>
    paragraphs(
      rich`Terima kasih, rencana ${bold(types[type])} sudah tersimpan ✅`,
      rich`Batas waktunya ${bold(plainDay("id", dueOn))}. Perkembangannya bisa dilaporkan kapan saja lewat /lapor.`,
    ),
  noneYetNoted: (type: PlanType) =>
    rich`Baik, saya catat: rencana ${bold(types[type])} belum ada. Bila sudah punya, isi lewat /rencana kapan saja.`,
  writtenAlready: (type: PlanType) =>
    rich`Rencana ${bold(types[type])} ternyata sudah diisi, mungkin oleh rekan Bapak/Ibu. Isinya tetap kami simpan.`,
  /** A colleague was quicker than somebody who was writing. */
  meanwhile: planMeanwhile,

  /**
   * `daysLeft`: from the day on which it leaves to the first of the due days; none where it is past. `cameLater`: they act for the library
   * since a day after the class, and are not thanked for having been there. `libraries`: all that they act for.
   */
  reminder: (
    plans: (DuePlan & { kind: RungKind })[],
    {
      daysLeft,
      cameLater,
      libraries,
    }: { daysLeft: number | null; cameLater: boolean; libraries: readonly LibraryNamed[] },
  ) => {
    const late = plans.some(({ kind }) => kind === "ask");
    if (plans.every(({ kind }) => kind === "write")) {
      return paragraphs(
        !cameLater && rich`Terima kasih sudah mengikuti pelatihan, Bapak/Ibu 🙏`,
        hasSeveralLibraries(libraries)
          ? lines(
              rich`${cameLater ? "Bapak/Ibu, rencana" : "Rencana"} kerja yang belum kami terima:`,
              plansByLibrary(plans, ({ type }) => rich`• ${types[type]}`, { libraries }),
            )
          : rich`${cameLater ? "Bapak/Ibu, rencana" : "Rencana"} kerja yang belum kami terima: ${bold(plans.map(({ type }) => types[type]).join(", "))}.`,
        answering(plans),
      );
    }
    return paragraphs(
      late
        ? rich`Bapak/Ibu, batas waktu rencana kerja berikut sudah lewat. Bagaimana perkembangannya?`
        : daysLeft === null
          ? rich`Bapak/Ibu, batas waktu rencana kerja sudah dekat:`
          : rich`Bapak/Ibu, ${bold(leftWords(daysLeft))} untuk rencana kerja ini:`,
      plansByLibrary(plans, dueLine, { libraries }),
      answering(plans),
    );
  },

  snooze: {
    later: "⏰ Nanti saja",
    ask: () => rich`Baik, Bapak/Ibu. Kapan sebaiknya saya ingatkan lagi?`,
    choice: (which: SnoozeKind, { zone, dueAt }: { zone: Zone; dueAt: Date }) =>
      `${snoozeWords[which]}: ${shortDayAndTime("id", zone, dueAt)}`,
    noted: ({ zone, dueAt, left }: { zone: Zone; dueAt: Date; left: number | null }) =>
      paragraphs(
        rich`Baik, saya ingatkan lagi ${bold(dayAndTime("id", zone, dueAt))}. Bila sudah dilaporkan sebelum itu, saya tidak mengingatkan lagi.`,
        left === 0 &&
          rich`Ini penundaan yang ketiga, jadi pelatih Bapak/Ibu akan melihatnya dan mungkin bisa membantu.`,
      ),
    enough: () =>
      rich`Pengingat ini sudah ditunda tiga kali, jadi tidak bisa ditunda lagi. Bila ada kendala, cukup laporkan: pelatih siap membantu.`,
    nothingLeft: () => rich`Terima kasih, semuanya sudah dijawab. Tidak ada lagi yang perlu diingatkan 🙏`,
    pastThat: () => rich`Waktu itu sudah lewat. Kapan sebaiknya saya ingatkan lagi?`,
    beyondDue: () => rich`Itu sesudah batas waktunya, Bapak/Ibu. Kapan sebaiknya saya ingatkan lagi?`,
    lastDay: () =>
      rich`Batas waktunya sudah terlalu dekat untuk ditunda, Bapak/Ibu. Melapor cukup dengan menekan dua atau tiga tombol.`,
    again: (plans: DuePlan[], libraries: readonly LibraryNamed[]) =>
      paragraphs(
        rich`Sesuai permintaan Bapak/Ibu, saya ingatkan lagi tentang rencana kerja ini:`,
        plansByLibrary(plans, dueLine, { libraries }),
        rich`Bagaimana perkembangannya? Bila ada kendala, cukup beri tahu.`,
      ),
  },
};
