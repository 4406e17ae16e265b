// Files and pictures of people: the screen where they are chosen, their captions, and what stands on the sheets.
import type { LightCounts } from "../../domain/caseload/files/light-counts.js";
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { small } from "../capital.js";
import { dayAndMonth, dayAndTime, daySpan, shortDay } from "../dates.js";
import { digits } from "../digits.js";
import type { AttendanceWords } from "../files/sheets/attendance-sheet.js";
import { lightLine, type SheetWords } from "../files/sheets/care-sheets.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { caseload } from "./caseload.js";
import { planWords } from "./plan-words.js";

const words: SheetWords = {
  columns: {
    number: "No.",
    name: "Nama",
    phone: "Telepon",
    kind: "Jenis",
    library: "Tempat tugas",
    place: "Desa/wilayah",
    className: "Kelas",
    standing: "Status",
    state: "status",
    due: "batas waktu",
    late: "Rencana terlambat",
    heardOn: "Kabar terakhir",
    joinedOn: "Bergabung",
    helpSince: "Minta bantuan sejak",
    askedOn: "Bertanya sejak",
    libraryAndPlace: "Tempat tugas, desa",
    lastWord: "Kabar terakhir",
    notes: "Catatan",
    filter: "Saringan di daftar peserta",
    count: "Orang",
  },
  types: planWords.shortTypes,
  states: planWords.states,
  lights: { green: "Lancar", yellow: "Lanjutkan", red: "Terlambat", paused: "Jeda", done: "Selesai" },
  kinds: {
    desa: caseload.filterName("desa"),
    kelurahan: caseload.filterName("kelurahan"),
    tbm: caseload.filterName("tbm"),
    regency_office: caseload.filterName("regency_office"),
    province_office: caseload.filterName("province_office"),
  },
  filters: { ...caseload.filterNames, on_course: "Melapor atau belum waktunya" },
  countsTitle: "Jumlah orang",
  standing: caseload.standing,
  lastWord: (line, obstacles) =>
    [
      line.helpSince !== null && `minta bantuan sejak ${dayAndMonth("id", line.helpSince)}`,
      line.askedOn !== null && `bertanya sejak ${dayAndMonth("id", line.askedOn)}`,
      line.standing === "not_joined" && "belum bergabung",
      line.standing === "blocked" && caseload.unreachable[line.unreachableCause ?? "blocked"],
      line.lastHeardOn !== null && `kabar ${dayAndMonth("id", line.lastHeardOn)}`,
      line.lastHeardOn === null && line.standing !== "not_joined" && "belum ada kabar",
      ...obstacles,
    ]
      .filter((part) => typeof part === "string")
      .join(", "),
  obstacle: planWords.obstacle,
  noPlans: ({ standing }) => (standing === "not_joined" ? "Belum gabung" : "Tanpa rencana"),
  toldFor: "° belum bergabung, diisi oleh pelatih",
};

const attendance: AttendanceWords = {
  number: "No.",
  name: "Nama",
  library: "Tempat tugas, desa",
  day: (day) => shortDay("id", day),
};

/** Beside it stands the name of the class, or that of the filter. */
const scopeName = (className: string | null, filter: PeopleFilter) =>
  [className ?? "semua yang didampingi", filter === "all" ? "" : small(caseload.filterName(filter))]
    .filter((part) => part !== "")
    .join(", ");

export const peopleFiles = {
  words,
  attendance,
  menu: "📁 Berkas",
  ofClass: (name: string) =>
    paragraphs(
      rich`📁 ${bold("Berkas kelas")} ${name}`,
      lines(
        rich`${bold("Gambar")}: semua orang dengan tiga lampunya, untuk dilihat di ponsel.`,
        rich`${bold("Excel")}: semua orang dengan telepon, rencana, dan batas waktunya.`,
        rich`${bold("Lembar kunjungan")}: yang perlu ditelepon atau dikunjungi, dengan tempat mencatat. A4.`,
        rich`${bold("Daftar hadir")}: nama dan kolom tanda tangan setiap hari. A4.`,
      ),
      "Mau yang mana, Bapak/Ibu?",
    ),
  ofPeople: (filter: PeopleFilter, count: number) =>
    paragraphs(
      rich`📁 ${bold("Berkas peserta")}: ${scopeName(null, filter)} (${digits.id(count)})`,
      lines(
        rich`${bold("Excel")}: ${filter === "all" ? "semua orang" : "orang di daftar ini"} dengan telepon, rencana, dan batas waktunya.`,
        rich`${bold("Lembar telepon")}: ${filter === "all" ? "yang perlu ditelepon atau dikunjungi" : "orang di daftar ini"}, dengan tempat mencatat. A4.`,
      ),
      "Mau yang mana, Bapak/Ibu?",
    ),
  picture: "🖼 Gambar kelas",
  workbook: "📊 Excel",
  visits: "🚗 Lembar kunjungan",
  calls: "📄 Lembar telepon",
  attendanceButton: "✍️ Daftar hadir",
  toFiles: "⬅️ Berkas",
  whichPicture: () => rich`🖼 Gambar kelas yang mana, Bapak/Ibu?`,
  nobody: () => rich`Belum ada orang di daftar ini, jadi tidak ada yang bisa dibuatkan berkas.`,
  nobodyToVisit: () =>
    rich`Saat ini tidak ada yang perlu ditelepon atau dikunjungi. Semua melapor atau belum waktunya.`,
  aboutFile: {
    workbook: (className: string | null, filter: PeopleFilter) => `Excel peserta (${scopeName(className, filter)})`,
    visits: (className: string | null, filter: PeopleFilter) =>
      `lembar kunjungan dan telepon (${scopeName(className, filter)})`,
    attendance: (className: string) => `daftar hadir kelas ${className}`,
  },
  sheetTitle: {
    workbook: (className: string | null, filter: PeopleFilter) => `Peserta: ${scopeName(className, filter)}`,
    visits: (className: string | null, filter: PeopleFilter) => `Lembar kunjungan: ${scopeName(className, filter)}`,
    picture: (className: string) => className,
    attendance: (className: string) => `Daftar hadir ${className}`,
  },
  counted: (zone: Zone, at: Date) => `Dihitung ${dayAndTime("id", zone, at)}`,
  withoutPractice: "Tanpa kelas latihan",
  keep: "Memuat data pribadi: mohon disimpan baik-baik dan dimusnahkan bila sudah tidak diperlukan.",
  aboutSheet: "Keterangan",
  some: (shown: number, total: number) => `${shown} orang pertama dari ${digits.id(total)}`,
  held: (venue: string, from: Day, to: Day) =>
    [venue, daySpan("id", from, to)].filter((part) => part !== "").join(", "),
  lightsOf: (counts: LightCounts) => `Rencana: ${lightLine(words, counts)}`,
  pictureCaption: (data: {
    className: string;
    people: number;
    late: number;
    notJoined: number;
    lights: LightCounts;
    zone: Zone;
    at: Date;
    shown: number;
  }) =>
    paragraphs(
      rich`🖼 ${bold(data.className)}: ${digits.id(data.people)} orang`,
      lines(
        rich`Rencana: ${lightLine(words, data.lights)}`,
        rich`Orang dengan rencana terlambat: ${digits.id(data.late)}`,
        rich`Belum bergabung: ${data.notJoined}`,
        data.shown < data.people && rich`Di gambar: ${data.shown} orang pertama; semuanya ada di Excel.`,
      ),
      rich`Dihitung ${dayAndTime("id", data.zone, data.at)}.`,
    ),
  fileCaption: {
    workbook: (rows: number) => rich`📊 Peserta sebagai Excel: ${rows} orang.`,
    visits: (rows: number, total: number) =>
      rows < total
        ? rich`📄 Lembar kunjungan dan telepon: ${rows} orang pertama dari ${digits.id(total)}. Cetak di kertas A4.`
        : rich`📄 Lembar kunjungan dan telepon: ${rows} orang. Cetak di kertas A4.`,
    attendance: (rows: number) => rich`✍️ Daftar hadir: ${rows} orang. Cetak di kertas A4.`,
  },
  fileName: { workbook: "peserta", visits: "kunjungan", attendance: "daftar-hadir", picture: "kelas" },
};
