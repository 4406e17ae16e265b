// How an office sets up the programme: cohorts, waves, classes, sessions. For admins alone.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { BeginningStep } from "../../domain/programme/beginning.js";
import type { Day } from "../../domain/time/calendar.js";
import { type Zone, zoneLabel } from "../../domain/time/zone.js";
import { daySpan, plainDay, shortDay } from "../dates.js";
import { digits } from "../digits.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

export interface ClassSetUpWords {
  name: string;
  venue: string;
  zone: Zone;
  startsOn: Day;
  endsOn: Day;
  plansDueOn: Day;
  sessions: number;
  roster: number;
  participants: number;
  trainers: number;
  /** Nobody joins by its link. */
  isClosed: boolean;
}

const STEPS: Record<BeginningStep, string> = {
  cohort: "Angkatan dan gelombang",
  classes: "Kelas dan sesi",
  roster: "Daftar peserta",
  trainers: "Pelatih",
};

export const programme = {
  menu: "🗂 Kelola",
  back: "⬅️ Kelola program",
  beginning: (done: Record<BeginningStep, boolean>, next: BeginningStep | null, name: string) =>
    paragraphs(
      name === "" ? rich`Selamat datang!` : rich`Selamat datang, ${bold(name)}!`,
      next === null
        ? "Program sudah siap. Peserta dapat bergabung lewat tautan kelasnya."
        : Object.values(done).some((is) => is)
          ? "Program belum siap. Tinggal langkah yang belum bertanda ✅."
          : "Program belum siap. Ada empat langkah, sekitar 15 menit.",
      lines(
        ...(Object.keys(STEPS) as BeginningStep[]).map(
          (step, n) => rich`${n + 1}. ${done[step] ? "✅" : "◻️"} ${STEPS[step]}`,
        ),
      ),
    ),
  begin: (step: BeginningStep) => `▶️ ${STEPS[step]}`,
  beginningButton: "📋 Langkah awal",
  home: () => paragraphs(bold("Kelola program"), "Pilih angkatan."),
  noCohort: () =>
    paragraphs(
      bold("Kelola program"),
      "Belum ada angkatan. Angkatan dibuat oleh admin nasional; setelah itu kelas provinsi Bapak/Ibu dapat diatur di sini.",
    ),
  cohortEntry: (name: string, classes: number) => fitLabel(name, undefined, { behind: ` · ${classes} kelas` }),
  addCohort: "➕ Angkatan baru",
  cohort: (name: string, waves: number) =>
    paragraphs(bold(name), waves === 0 ? "Belum ada gelombang. Tambahkan yang pertama." : "Pilih gelombang."),
  waveEntry: (number: number, startsOn: Day, classes: number) =>
    `Gelombang ${number} · ${shortDay("id", startsOn)} · ${classes}`,
  addWave: "➕ Gelombang",
  wave: (words: {
    cohortName: string;
    number: number;
    startsOn: Day;
    endsOn: Day;
    classes: number;
    mayAddClass: boolean;
  }) =>
    paragraphs(
      lines(
        bold(`Gelombang ${words.number}, ${words.cohortName}`),
        rich`🗓 ${daySpan("id", words.startsOn, words.endsOn)}`,
      ),
      words.classes > 0
        ? rich`${digits.id(words.classes)} kelas. Pilih provinsi.`
        : words.mayAddClass
          ? "Belum ada kelas. Tambahkan yang pertama."
          : "Belum ada kelas di sini. Kelas dibuat oleh admin provinsi.",
    ),
  provinceEntry: (name: string, classes: number) =>
    fitLabel(name, undefined, { behind: ` · ${classes}`, isName: true }),
  province: (name: string, wave: number) =>
    paragraphs(bold(`${name}, gelombang ${wave}`), "Pilih kelas, atau tambahkan kelas baru."),
  addClass: "➕ Kelas",
  toCohort: "⬅️ Angkatan",
  toWave: "⬅️ Gelombang",
  toProvince: "⬅️ Provinsi",
  classEntry: (name: string, startsOn: Day) =>
    fitLabel(name, undefined, { behind: ` · ${shortDay("id", startsOn)}`, isName: true }),
  setUp: "⚙️ Atur kelas",
  toSetUp: "⬅️ Atur kelas",
  classSetUp: (words: ClassSetUpWords) =>
    paragraphs(
      bold(words.name),
      lines(
        rich`🗓 ${daySpan("id", words.startsOn, words.endsOn)} (${zoneLabel(words.zone)})`,
        rich`📍 ${words.venue}`,
        rich`⏳ Batas rencana: ${plainDay("id", words.plansDueOn)}`,
      ),
      lines(
        rich`Sesi: ${words.sessions}`,
        rich`Daftar peserta: ${words.roster}, bergabung: ${words.participants}`,
        rich`Pelatih: ${words.trainers}`,
        rich`Tautan: ${words.isClosed ? "ditutup" : "terbuka"}`,
      ),
      "Apa yang ingin diatur?",
    ),
  change: {
    name: "✏️ Nama",
    venue: "📍 Tempat",
    ends: "📅 Hari terakhir",
    due: "⏳ Batas rencana",
    zone: "🕗 Zona waktu",
  },
  addSession: "➕ Sesi",
  copy: "📋 Salin kelas",
  shift: "⏩ Geser semua sesi",
  remove: "🗑 Hapus kelas",
  toClass: "👥 Halaman kelas",
  askRemove: (name: string, words: { sessions: number; roster: number }) =>
    paragraphs(
      rich`Hapus kelas ${bold(name)}?`,
      rich`Ikut terhapus: ${words.sessions} sesi dan ${words.roster} nama di daftar peserta. Ini tidak dapat dibatalkan.`,
    ),
  confirmRemove: "🗑 Ya, hapus",
  keep: "Tidak jadi",
  removed: (name: string) => rich`Kelas ${bold(name)} sudah dihapus.`,
  hasParticipants: () =>
    rich`Kelas ini sudah diikuti peserta, jadi tidak dapat dihapus. Tautannya dapat ditutup di halaman kelas.`,
};
