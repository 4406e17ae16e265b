// Where the programme stands: one page an area, its parts, what each number means, and the files.
import type { Diagnosis } from "../../domain/caseload/diagnosis.js";
import { SETTLING_DAYS } from "../../domain/caseload/diagnosis.js";
import { SILENT_DAYS } from "../../domain/caseload/silence.js";
import { NEW_DAYS, type ProvinceRule } from "../../domain/caseload/with-province.js";
import { OWN_REGIONS, type Part, readAreaName } from "../../domain/overview/area.js";
import { GREEN_FROM, YELLOW_FROM } from "../../domain/overview/numbers.js";
import type { AreaLight } from "../../domain/plans/work-plan.js";
import { dayAndMonth, dayAndTime } from "../dates.js";
import { digits } from "../digits.js";
import { type Counted, type OverviewView, type OverviewWords, overviewText } from "../layouts/overview-page.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const number = digits.id;

const lightWords: Record<AreaLight, string> = { green: "Lancar", yellow: "Perlu perhatian", red: "Tertinggal" };

const causes: Record<Diagnosis, string> = {
  not_joined: "belum bergabung",
  blocked: "tak terjangkau",
  paused: "jeda",
  obstacle: "ada kendala",
  awaiting_review: "menunggu tinjauan",
  stopped_midway: "isian terhenti",
  silent: "diam",
};

const nameOf = (written: string | null) => {
  if (written === null || written === OWN_REGIONS) return written === null ? "Seluruh Indonesia" : "Wilayah Bapak/Ibu";
  const { name, isOwnPart } = readAreaName(written);
  return isOwnPart ? `${name} (wilayah Bapak/Ibu)` : name;
};
/** On a button, which has no room for more. */
const shortNameOf = (written: string | null) =>
  written === null || written === OWN_REGIONS ? nameOf(written) : readAreaName(written).name;
const partNames: Record<Part, string> = { province: "provinsi", regency: "kabupaten/kota", class: "kelas" };
const counted = ({ countedAt, zone }: Counted) => `Per ${dayAndTime("id", zone, countedAt)}`;

const words: OverviewWords = {
  number,
  title: (name, cohort) => `📊 ${nameOf(name)} · ${cohort}`,
  counted: (when, people) => `${counted(when)} · ${number(people)} orang`,
  joined: "Bergabung",
  plans: "Rencana kerja",
  shares: ({ written, reported, reviewed, done }) =>
    `ditulis ${written} · dilaporkan ${reported} · ditinjau ${reviewed} · selesai ${done}`,
  types: planWords.shortTypes,
  late: (plans) => `🔴 ${number(plans)} rencana terlambat`,
  causes,
  silent: "Perlu dibantu:",
  worst: "Paling tertinggal:",
  light: (light) => `${planWords.lights[light]} ${lightWords[light]}`,
  since: (on, { joined, reported, done }) =>
    `Sejak ${dayAndMonth("id", on as `${number}-${number}-${number}`)}: bergabung ${joined}, dilaporkan ${reported}, selesai ${done}.`,
  nobody: "Belum ada peserta di sini.",
  awaiting: (people) => `⏳ ${number(people)} orang menunggu tinjauan pelatih`,
  withProvince: (people, fresh) =>
    `🏛 ${number(people)} orang dibantu provinsi${fresh > 0 ? `, ${number(fresh)} baru pekan ini` : ""}`,
  nothingKept: "Belum ada angka awal pekan untuk dibandingkan.",
};

interface PlacesAsk extends Counted {
  name: string | null;
  people: number;
  filter: string | null;
}

export const overview = {
  number,
  light: words.light,
  causes,
  page: (view: OverviewView) => overviewText(view, words),
  /** On Monday, to admins. */
  week: (view: OverviewView) => paragraphs(rich`Kabar pekan ini, Bapak/Ibu:`, overviewText(view, words, true)),
  noCohort: () =>
    rich`Belum ada angkatan dengan kelas di wilayah Bapak/Ibu, jadi belum ada yang bisa dihitung. Angkatan dan kelas dibuat lewat /kelola.`,
  notYours: () => rich`Wilayah itu di luar wewenang Bapak/Ibu.`,
  gone: () => rich`Wilayah atau kelas itu tidak ada lagi.`,
  menu: "📊 Statistik",
  open: "📊 Lihat lengkap",
  parts: {
    province: "🗺 Per provinsi",
    regency: "🗺 Per kabupaten/kota",
    class: "🏫 Per kelas",
  } satisfies Record<Part, string>,
  list: ({ name, part, total, ...when }: { name: string | null; part: Part; total: number } & Counted) =>
    paragraphs(
      lines(bold(nameOf(name)), counted(when)),
      total === 0
        ? rich`Belum ada ${partNames[part]} di sini.`
        : rich`${number(total)} ${partNames[part]}, yang paling perlu dibantu lebih dulu. Angkanya: berapa persen orang yang lancar.`,
    ),
  ofProvinceItself: "Tingkat provinsi",
  people: (count: number) => `👥 Orangnya (${number(count)})`,
  withProvince: (count: number) => `🏛 Dibantu provinsi (${number(count)})`,
  around: (name: string | null) => `⬅️ ${shortNameOf(name)}`,
  cohort: (name: string) => `Angkatan: ${name}`,
  meaningOpen: "❓ Apa artinya?",
  meaning: {
    numbers: {
      open: "❓ Arti setiap angka",
      say: ({ lateDays, tries }: ProvinceRule) =>
        paragraphs(
          lines(
            rich`${bold("Orang")}: semua di daftar undangan atau di kelas.`,
            rich`${bold("Bergabung")}: sudah mendaftar di bot.`,
            rich`${bold("Rencana")}: tiga per perpustakaan.`,
            rich`${bold("Ditulis")}: sudah diisi atau difoto.`,
            rich`${bold("Dilaporkan")}: ada laporannya. ${bold("Ditinjau")}: laporan terakhir sudah dinilai pelatih.`,
            rich`${bold("Selesai")}: dilaporkan selesai. ${bold("Terlambat")}: belum selesai, batas waktunya lewat.`,
            rich`${bold("Dibantu provinsi")}: terlambat ${lateDays} hari atau lebih, dihubungi pada ${tries} hari, belum ada kabar. ${bold("Baru")}: dalam ${NEW_DAYS} hari.`,
          ),
          rich`${planWords.lights.green} ${GREEN_FROM} % orang lancar atau lebih · ${planWords.lights.yellow} ${YELLOW_FROM} % atau lebih · ${planWords.lights.red} di bawahnya. Lancar: selesai, berjalan, jeda, atau menunggu tinjauan. ${bold("Paling tertinggal")}: persen lancarnya paling kecil.`,
          rich`${bold("Sejak Senin")}: selisihnya dengan Senin pagi. Data latihan tidak ikut.`,
        ),
    },
    standings: {
      open: "❓ Arti setiap sebab",
      say: () =>
        paragraphs(
          "Setiap orang dihitung satu kali, di baris pertama yang cocok:",
          lines(
            rich`${bold("Belum bergabung")}: diundang, belum mendaftar.`,
            rich`${bold("Selesai")}: semua rencananya selesai.`,
            rich`${bold("Tak terjangkau")}: memblokir bot atau akunnya tidak aktif lagi, perlu ditelepon.`,
            rich`${bold("Jeda")}: minta tidak diingatkan dulu.`,
            rich`${bold("Ada kendala")}: rencananya terhambat, atau minta bantuan.`,
            rich`${bold("Berjalan")}: ada kabar dalam ${SILENT_DAYS} hari, belum ${SETTLING_DAYS} hari sesudah kelas, atau tidak diminta rencana.`,
            rich`${bold("Menunggu tinjauan")}: laporannya belum dilihat pelatih.`,
            rich`${bold("Isian terhenti")}: rencana atau laporan mulai diisi, belum dikirim.`,
            rich`${bold("Diam")}: selain itu semua.`,
          ),
          "Kabar: laporan, permintaan bantuan, atau pesan kepada pelatih.",
        ),
    },
  },
  back: "⬅️ Kembali",
  files: { open: "📁 Unduh", picture: "🖼 Gambar", xlsx: "📊 Excel", pdf: "📄 PDF" },
  sheet: {
    title: (name: string | null, cohort: string) => `${nameOf(name)}, ${cohort}`,
    counted: (when: Counted) => counted(when),
    noPractice: "Tanpa data latihan. Arti setiap angka: tombol “Apa artinya?” di bot.",
    about: "Keterangan",
    all: "Jumlah",
    columns: {
      part: { province: "Provinsi", regency: "Kabupaten/kota", class: "Kelas" } satisfies Record<Part, string>,
      people: "Orang",
      joined: "Bergabung",
      well: "Lancar",
      light: "Lampu",
      finished: "Selesai semua",
      on_course: "Berjalan",
      plans: "Rencana",
      written: "Ditulis",
      reported: "Dilaporkan",
      reviewed: "Ditinjau",
      done: "Selesai",
      late: "Terlambat",
      withProvince: "Dibantu provinsi",
      newWithProvince: "Baru dibantu provinsi",
    },
    fileName: (name: string | null) => `statistik-${nameOf(name)}`,
  },
  fileCaption: (name: string | null, when: Counted) => rich`📊 ${nameOf(name)}. ${counted(when)}.`,
  places: {
    /** `filter`: as it stands on its button; null: everybody. */
    ask: ({ name, people, filter, ...when }: PlacesAsk) =>
      paragraphs(
        lines(
          rich`👥 ${bold(nameOf(name))}${filter === null ? "" : `, ${filter.toLowerCase()}`}: ${number(people)} orang.`,
          counted(when),
        ),
        rich`Pilih tempatnya, atau ketik /peserta dan nama orang, perpustakaan, atau desanya.`,
      ),
    wholeProvince: (people: number) => `Semua di daftar ini (${number(people)})`,
    button: (name: string, people: number) => `${name} (${number(people)})`,
  },
};
