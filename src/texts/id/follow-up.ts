// Late and stuck plans, for those who look after them: the alert, the list, the card of each and what can be done. What is done, and what
// participants hear of it: care-acts.ts, extensions.ts.
import type { Urgency } from "../../domain/caseload/urgency.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import { MOST_SNOOZES } from "../../domain/plans/snooze.js";
import type { Light } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import { dayAndMonth, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import type { CaseLine } from "../layouts/caseload/case-line.js";
import { libraryAt } from "../layouts/library-at.js";
import { bold, code, italic, lines, paragraphs, pressed, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

export interface CaseCard extends CaseLine {
  state: PlanState;
  light: Light;
  activity: string | null;
  dueOn: Day;
  daysLate: number;
  lastReportOn: Day | null;
  restUntil: Day | null;
  /** What the last report's latest version says otherwise than the one before, in words. */
  changes: readonly string[];
  /** Nothing reaches any of them. */
  isBlocked: boolean;
}

/** One of several on the page of a library. */
export type LatePlan = Pick<CaseCard, "type" | "state" | "light" | "dueOn" | "daysLate" | "obstacle">;

const reasons = (urgency: Urgency): string => {
  switch (urgency.kind) {
    case "help":
      return `minta bantuan sejak ${dayAndMonth("id", urgency.since)}`;
    case "stuck":
      return "ada kendala";
    case "close":
      return urgency.days === 0 ? "batas waktunya hari ini, belum mulai" : `sisa ${urgency.days} hari, belum mulai`;
    case "silent":
    case "moving":
      return `terlambat ${urgency.days} hari, ${lastNews(urgency.heardOn)}`;
  }
};

/** Null: nothing was ever heard. */
const lastNews = (heardOn: Day | null): string =>
  heardOn === null ? "belum ada kabar" : `kabar terakhir ${dayAndMonth("id", heardOn)}`;

/** Said of people who can put it off no more. */
const putOff = ({ snoozed }: CaseLine) => (snoozed >= MOST_SNOOZES ? ` · ditunda ${snoozed} kali` : "");

const people = (names: string[], libraryName: string) => (names.length === 0 ? libraryName : names.join(", "));

/** Who it is about; without anybody who joined, the library alone. */
const heading = ({ names, libraryName, village }: CaseLine) =>
  names.length === 0
    ? bold(libraryAt(libraryName, village))
    : lines(bold(names.join(", ")), libraryAt(libraryName, village));

const latePlan = ({ state, dueOn, daysLate, obstacle }: LatePlan) =>
  [
    planWords.states[state],
    obstacle !== null && planWords.obstacle(obstacle),
    daysLate > 0 ? `terlambat ${daysLate} hari` : `batas ${plainDay("id", dueOn)}`,
  ]
    .filter((word) => word !== false)
    .join(", ");

/** Who is late; libraries for which nobody acts are no people. */
const late = ({ total, unmanned }: { total: number; unmanned: number }) =>
  [
    total > unmanned && `${digits.id(total - unmanned)} orang`,
    unmanned > 0 && `${digits.id(unmanned)} perpustakaan yang belum punya peserta`,
  ]
    .filter((part) => part !== false)
    .join(" dan ");

const remind = "🔔 Ingatkan";
const contact = "📞 Hubungi";
/** As on the page of one person. */
const note = "✅ Sudah bicara";
/** Nobody of the library. */
const unreached = "🚫 Pesan bot tidak sampai. Mohon ditelepon.";

export const followUp = {
  /** The trainer's morning message and /terlambat. */
  overdue: (data: { total: number; unmanned: number; askedOnly: number; resting: number; practice: boolean }) =>
    paragraphs(
      rich`⏰ ${bold(`${late(data)} terlambat`)}, menunggu tindak lanjut Bapak/Ibu${data.practice ? " (latihan)" : ""}:`,
      data.askedOnly > 0 && italic(`${digits.id(data.askedOnly)} orang lagi baru saja terlambat, sudah saya tanya.`),
      data.resting > 0 && italic(`${digits.id(data.resting)} orang lagi sudah ditindaklanjuti.`),
    ),
  noneOverdue: ({ askedOnly, resting }: { askedOnly: number; resting: number }) =>
    paragraphs(
      rich`Saat ini tidak ada orang terlambat yang menunggu Bapak/Ibu. Terima kasih!`,
      askedOnly > 0 &&
        rich`${digits.id(askedOnly)} orang baru saja terlambat dan saya tanya dulu. Bila belum ada jawaban, Bapak/Ibu saya kabari.`,
      resting > 0 &&
        rich`${digits.id(resting)} orang yang terlambat sudah ditindaklanjuti, baru melapor, atau menunda pengingatnya.`,
    ),
  chooseCase: () => italic("Tekan nama untuk menindaklanjuti."),
  personButton: (n: number, line: Pick<CaseLine, "names" | "libraryName">) =>
    fitLabel(people(line.names, line.libraryName), undefined, { before: `${n}. ` }),
  backToList: "⬅️ Daftar terlambat",
  backToCase: "⬅️ Kembali",

  card: (data: CaseCard) =>
    paragraphs(
      heading(data),
      lines(
        rich`${planWords.lights[data.light]} ${bold(planWords.types[data.type])}: ${planWords.states[data.state]}`,
        data.activity !== null && rich`Kegiatan: ${data.activity}`,
        rich`📅 Batas waktu: ${plainDay("id", data.dueOn)}${data.daysLate > 0 ? ` (terlambat ${data.daysLate} hari)` : ""}`,
        data.obstacle !== null && rich`Kendala: ${planWords.obstacle(data.obstacle)}`,
        data.lastReportOn === null
          ? rich`Belum pernah melapor`
          : rich`Laporan terakhir: ${plainDay("id", data.lastReportOn)}`,
        data.changes.length > 0 && rich`✏️ Laporan itu diubah: ${data.changes.join("; ")}`,
        data.snoozed > 0 && rich`Pengingat ditunda ${data.snoozed} kali`,
        data.restUntil !== null && rich`Tidak diingatkan lagi sampai ${plainDay("id", data.restUntil)}`,
        data.isBlocked && unreached,
      ),
    ),
  /** All that is late of one library, for the trainer who opens its entry in the list. */
  cases: (of: CaseLine & { isBlocked: boolean }, plans: LatePlan[]) =>
    paragraphs(
      heading(of),
      lines(
        ...plans.map(
          (plan) => rich`${planWords.lights[plan.light]} ${bold(planWords.types[plan.type])}: ${latePlan(plan)}`,
        ),
      ),
      of.isBlocked && unreached,
      of.isBlocked
        ? rich`${pressed(contact)} dan ${pressed(note)} berlaku untuk semua rencana ini. Untuk rincian atau perpanjangan, pilih rencananya.`
        : rich`${pressed(remind)}, ${pressed(contact)}, dan ${pressed(note)} berlaku untuk semua rencana ini. Untuk rincian atau perpanjangan, pilih rencananya.`,
    ),
  remind,
  contact,
  note,
  extend: "📅 Perpanjang",
  notYours: () =>
    rich`Maaf, peserta ini bukan di kelas atau wilayah Bapak/Ibu, jadi tidak ada yang saya ubah. Bila ini keliru, mohon tanyakan kepada admin.`,
  gone: () => rich`Rencana itu sudah tidak ada. Ini daftar yang terbaru:`,

  howToContact: (people: { name: string; phone: string | null }[]) =>
    paragraphs(
      people.length === 0
        ? rich`Belum ada orang yang tercatat untuk perpustakaan ini, jadi tidak ada nomornya.`
        : rich`Tekan nomor untuk menyalin atau menelepon:`,
      people.length > 0 &&
        lines(
          ...people.map(({ name, phone }) =>
            phone === null ? rich`${bold(name)}: nomor belum tercatat` : rich`${bold(name)}: ${code(phone)}`,
          ),
        ),
      rich`Setelah berbicara, tekan ${pressed(note)}.`,
    ),

  reason: reasons,
  putOff,
};
