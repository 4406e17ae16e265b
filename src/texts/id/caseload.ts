// A trainer's participants: the list with its filters, and what is said around one person's page (person-page.ts).

import { DIAGNOSES, type Diagnosis, type PersonStanding } from "../../domain/caseload/diagnosis.js";
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import type { ProvinceRule } from "../../domain/caseload/with-province.js";
import type { UnreachableCause } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import { capital, small } from "../capital.js";
import { dayAndMonth, plainDay } from "../dates.js";
import { digits } from "../digits.js";
import {
  type LineWords,
  nearDay,
  type PersonLine,
  personLines,
  roomForPeople,
} from "../layouts/caseload/person-line.js";
import { bold, italic, lines, paragraphs, rich } from "../rich.js";
import { careActs } from "./care-acts.js";
import { planWords } from "./plan-words.js";

const filters: Record<PeopleFilter, string> = {
  all: "Semua",
  late: "Terlambat",
  with_province: "Dibantu provinsi",
  done: "Selesai",
  not_joined: "Belum gabung",
  blocked: "Tak terjangkau",
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

const near = { today: "hari ini", yesterday: "kemarin" };

const dayWord = (day: Day, today: Day) => {
  const word = nearDay(day, today);
  return word === null ? dayAndMonth("id", day) : near[word];
};

const diagnoses: Record<Diagnosis, string> = {
  not_joined: "belum bergabung",
  blocked: "memblokir bot atau akunnya tidak aktif lagi",
  paused: "jeda",
  obstacle: "ada kendala",
  awaiting_review: "menunggu tinjauan",
  stopped_midway: "berhenti di tengah isian",
  silent: "diam",
};

/** Of one person, where the cause above holds both. */
const unreachable: Record<UnreachableCause, string> = { blocked: "memblokir bot", gone: "akun tidak aktif lagi" };

/** Said of one of them. */
const causeOf = ({ standing, unreachableCause }: PersonLine) => {
  if (standing === "on_course" || standing === "finished" || standing === "silent") return "";
  return standing === "blocked" ? unreachable[unreachableCause ?? "blocked"] : diagnoses[standing];
};

const lastWord = ({ lastHeardOn, joinedOn, today }: PersonLine) => {
  if (lastHeardOn !== null) return `kabar ${dayWord(lastHeardOn, today)}`;
  return joinedOn !== null && nearDay(joinedOn, today) !== null
    ? `bergabung ${dayWord(joinedOn, today)}`
    : "belum ada kabar";
};

const nextSteps: Record<Diagnosis, string> = {
  not_joined: "kirim undangan",
  blocked: "telepon",
  paused: "tunggu",
  obstacle: "bantu",
  awaiting_review: "tinjau laporannya",
  stopped_midway: "ingatkan",
  silent: "ingatkan",
};

const personWords: LineWords = {
  lights: planWords.lights,
  withProvince: "dibantu provinsi",
  standing(line) {
    const { standing, helpSince, askedOn, late, pausedUntilOn, today, plans } = line;
    if (helpSince !== null) return `minta bantuan sejak ${dayWord(helpSince, today)}`;
    if (askedOn !== null) return `bertanya sejak ${dayWord(askedOn, today)}`;
    if (standing === "finished") return "selesai";
    if (standing === "not_joined")
      return late > 0 ? `${diagnoses.not_joined}, ${late} terlambat` : diagnoses.not_joined;
    if (standing === "paused" && pausedUntilOn !== null) return `jeda sampai ${dayAndMonth("id", pausedUntilOn)}`;
    const isYellow = plans.some(({ light }) => light === "yellow");
    const light = late > 0 ? `${late} terlambat` : plans.length === 0 ? "" : isYellow ? "perlu dilanjutkan" : "lancar";
    return [light, causeOf(line), plans.length === 0 ? "tanpa rencana kerja" : lastWord(line)]
      .filter((word) => word !== "")
      .join(", ");
  },
};

export const caseload = {
  menu: "👥 Peserta",
  overdueMenu: "⏰ Terlambat",
  helpMenu: "🙋 Minta bantuan",
  filterName: (name: PeopleFilter) => filters[name],
  filterNames: filters,
  unreachable,
  standing: personWords.standing,
  filter: (name: PeopleFilter, count: number, isChosen: boolean) =>
    `${isChosen ? "• " : ""}${filters[name]} (${digits.id(count)})`,
  causesMenu: (count: number) => `🔎 Mengapa diam (${digits.id(count)})`,
  /** How everybody is doing, in numbers that add up to all of them. */
  causes: (counts: Record<PersonStanding | "all", number>) =>
    paragraphs(
      rich`🔎 ${bold(`Kabar dari ${counts.all} orang`)}`,
      lines(
        counts.on_course > 0 && rich`Melapor atau belum waktunya: ${counts.on_course}`,
        counts.finished > 0 && rich`Selesai: ${counts.finished}`,
        ...DIAGNOSES.filter((cause) => counts[cause] > 0).map(
          (cause) => rich`${bold(capital(diagnoses[cause]))}: ${counts[cause]} · ${nextSteps[cause]}`,
        ),
      ),
      DIAGNOSES.some((cause) => counts[cause] > 0) && italic("Tekan sebabnya untuk melihat orangnya."),
    ),
  list: (data: {
    filter: PeopleFilter;
    search: string;
    total: number;
    from: number;
    people: PersonLine[];
    /** They are made up. */
    practice: boolean;
    /** Of the place or class that they are of; null: of all that somebody looks after. */
    areaName: string | null;
    /** There are some, and no reminder reaches any of them. */
    isBeyondReach: boolean;
    rule: ProvinceRule;
  }) =>
    paragraphs(
      data.search === ""
        ? rich`👥 ${bold(`Peserta${data.areaName === null ? "" : ` ${data.areaName}`}${data.practice ? " (latihan)" : ""}: ${small(filters[data.filter])}`)} (${digits.id(data.total)})`
        : rich`👥 ${bold(`Peserta dengan “${data.search}”`)} (${digits.id(data.total)})`,
      data.people.length === 0
        ? rich`Tidak ada.`
        : personLines(personWords, data.people, data.from, roomForPeople(data)),
      data.isBeyondReach && careActs.beyondReach(),
      data.search !== "" &&
        data.total > data.people.length &&
        italic("Tulis nama yang lebih lengkap untuk mempersempit."),
      data.filter === "with_province" &&
        italic(`Terlambat ${data.rule.lateDays} hari atau lebih, ${data.rule.tries} kali dihubungi tanpa kabar.`),
      data.search === "" &&
        !data.practice &&
        !data.isBeyondReach &&
        data.filter !== "with_province" &&
        italic("Mencari seseorang? Ketik /peserta dan sebagian nama atau desanya, misalnya /peserta siti."),
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
  notYours: () =>
    rich`Maaf, orang ini bukan di kelas atau wilayah Bapak/Ibu. Bila ini keliru, mohon tanyakan kepada admin.`,
  gone: () => rich`Orang itu sudah tidak ada di daftar.`,
};
