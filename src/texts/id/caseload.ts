// A trainer's participants: the list with its filters, and one person's page.

import type { Diagnosis } from "../../domain/caseload/diagnosis.js";
import type { ParticipantKind } from "../../domain/people/participant-kind.js";
import type { PlanState } from "../../domain/plans/plan-state.js";
import type { Light, PlanType } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay, shortDay } from "../dates.js";
import { libraryAt } from "../layouts/library-at.js";
import { bold, code, italic, lines, paragraphs, rich } from "../rich.js";
import { lastNews } from "./follow-up.js";
import { planWords } from "./plan-words.js";

type FilterName = "all" | "late" | "done" | Diagnosis | ParticipantKind;

const filters: Record<FilterName, string> = {
  all: "Semua",
  late: "Terlambat",
  done: "Selesai",
  not_joined: "Belum gabung",
  blocked: "Memblokir",
  paused: "Jeda",
  obstacle: "Kendala",
  awaiting_review: "Tunggu tinjauan",
  stopped_midway: "Isian terhenti",
  silent: "Diam",
  desa: "Desa",
  kelurahan: "Kelurahan",
  tbm: "TBM",
  regency_office: "Dinas kab./kota",
  province_office: "Dinas provinsi",
};

const diagnoses: Record<Exclude<Diagnosis, "silent">, string> = {
  not_joined: "belum bergabung",
  blocked: "memblokir bot",
  paused: "jeda",
  obstacle: "ada kendala",
  awaiting_review: "menunggu tinjauan",
  stopped_midway: "isian terhenti",
};

export interface PersonLine {
  name: string;
  place: string;
  light: Light | null;
  diagnosis: Diagnosis | null;
  isLate: boolean;
  isDone: boolean;
  /** When anything was last heard; null: never. */
  lastHeardOn: Day | null;
}

export interface PersonPage extends PersonLine {
  phone: string | null;
  libraryName: string;
  className: string;
  plans: { type: PlanType; state: PlanState; light: Light; dueOn: Day }[];
  lastReportOn: Day | null;
  lastContactOn: Day | null;
  helpSince: Day | null;
  /** When all that is late was dealt with: to this day. */
  restsTo: Day | null;
}

/** Who never said a word, and who has not for a while. */
const diagnosisWords = (diagnosis: Diagnosis, lastHeardOn: Day | null) =>
  diagnosis === "silent" ? lastNews(lastHeardOn) : diagnoses[diagnosis];

const standing = ({ diagnosis, isLate, isDone, lastHeardOn }: PersonLine) => {
  if (isDone) return "selesai";
  return [isLate && "terlambat", diagnosis !== null && diagnosisWords(diagnosis, lastHeardOn)]
    .filter((word) => word !== false)
    .join(", ");
};

const mark = (light: Light | null) => (light === null ? "⚪" : planWords.lights[light]);

export const caseload = {
  menu: "👥 Peserta",
  overdueMenu: "⏰ Terlambat",
  helpMenu: "🙋 Minta bantuan",
  filter: (name: FilterName, count: number, isChosen: boolean) => `${isChosen ? "• " : ""}${filters[name]} (${count})`,
  list: (data: {
    filter: FilterName;
    search: string;
    total: number;
    from: number;
    people: PersonLine[];
    /** They are made up. */
    practice: boolean;
  }) =>
    paragraphs(
      data.search === ""
        ? rich`👥 ${bold(`Peserta${data.practice ? " (latihan)" : ""}: ${filters[data.filter].toLowerCase()}`)} (${data.total})`
        : rich`👥 ${bold(`Peserta dengan “${data.search}”`)} (${data.total})`,
      data.people.length === 0
        ? rich`Tidak ada.`
        : lines(
            ...data.people.map((one, index) => {
              const words = standing(one);
              return rich`${data.from + index + 1}. ${mark(one.light)} ${one.name}${one.place === "" ? "" : `, ${one.place}`}${words === "" ? "" : ` – ${words}`}`;
            }),
          ),
      data.search !== "" &&
        data.total > data.people.length &&
        italic("Tulis nama yang lebih lengkap untuk mempersempit."),
      data.search === "" &&
        !data.practice &&
        italic("Mencari seseorang? Ketik /peserta dan sebagian nama atau desanya, misalnya /peserta siti."),
    ),
  card: (data: PersonPage) =>
    paragraphs(
      lines(
        bold(data.name),
        libraryAt(data.libraryName, data.place),
        rich`Kelas: ${data.className}`,
        data.phone !== null && rich`Telepon: ${code(data.phone)}`,
      ),
      data.plans.length > 0 &&
        lines(
          ...data.plans.map(
            (plan) =>
              rich`${planWords.lights[plan.light]} ${planWords.types[plan.type]}: ${planWords.states[plan.state]}, batas ${shortDay("id", plan.dueOn)}`,
          ),
        ),
      lines(
        standing(data) !== "" && rich`Status: ${bold(standing(data))}`,
        data.diagnosis !== "not_joined" &&
          (data.lastReportOn === null
            ? rich`Belum pernah melapor`
            : rich`Laporan terakhir: ${plainDay("id", data.lastReportOn)}`),
        data.helpSince !== null && rich`🙋 Minta bantuan sejak ${plainDay("id", data.helpSince)}`,
        data.restsTo !== null &&
          rich`Sudah ditindaklanjuti: muncul lagi di daftar terlambat ${plainDay("id", data.restsTo)}`,
        data.lastContactOn !== null && rich`Dihubungi terakhir: ${plainDay("id", data.lastContactOn)}`,
      ),
    ),
  askForPlans: "✍️ Minta isi rencana",
  plansAsked: (data: { name: string; libraryName: string; dueOn: Day; isReachable: boolean }) =>
    paragraphs(
      rich`Baik, ${bold(data.name)} diminta mengisi tiga rencana kerja ${data.libraryName}. Batas waktunya ${bold(plainDay("id", data.dueOn))}.`,
      data.isReachable
        ? rich`Saya mengabarinya pada jam kerja.`
        : rich`Pesan saya tidak sampai kepadanya, jadi mohon disampaikan langsung.`,
    ),
  unaskPlans: "↩️ Tarik permintaan rencana",
  askUnaskPlans: (data: { name: string; libraryName: string; hasEntries: boolean; hasColleagues: boolean }) =>
    paragraphs(
      rich`Tarik permintaan rencana kerja ${data.libraryName} dari ${bold(data.name)}? Ia tidak diminta mengisi, melapor, atau diingatkan lagi.`,
      data.hasEntries && rich`Semua yang sudah diisi dan dilaporkan tetap tersimpan.`,
      data.hasColleagues && rich`Rekan sekantornya tetap melanjutkan rencana itu.`,
    ),
  confirmUnask: "Ya, tarik",
  keepAsking: "Tidak jadi",
  plansUnasked: (data: { name: string; libraryName: string; isReachable: boolean }) =>
    paragraphs(
      rich`Baik, ${bold(data.name)} tidak lagi diminta mengisi rencana kerja ${data.libraryName}.`,
      data.isReachable
        ? rich`Bila permintaannya sudah sampai, saya mengabarinya pada jam kerja.`
        : rich`Pesan saya tidak sampai kepadanya, jadi mohon disampaikan langsung.`,
    ),
  tooLateForPlans: (dueOn: Day) =>
    rich`Batas waktu rencana kerja kelas ini (${plainDay("id", dueOn)}) sudah lewat, jadi tidak ada lagi yang diminta mengisinya.`,
  backToPerson: "⬅️ Halaman peserta",
  backToList: "⬅️ Daftar peserta",
  notYours: () => rich`Maaf, orang ini bukan di kelas atau wilayah Bapak/Ibu.`,
  gone: () => rich`Orang itu sudah tidak ada di daftar.`,
};
