// The schedule as participants meet it: reminders, the day's agenda, changes, attendance.

import type { AttendanceAnswer } from "../../domain/classes/attendance.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { clockTime, dayAndTime, daySpan } from "../dates.js";
import {
  ANSWER_MARKS,
  dayOfSession,
  type Given,
  isElsewhere,
  type SessionLabel,
  type SessionWords,
  sessionLabel,
  sessionLine,
  sessionList,
  timesOf,
  whereOf,
} from "../layouts/classes/session-words.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

export interface FirstDayWords {
  zone: Zone;
  className: string;
  venue: string;
  trainers: string[];
  sessions: [SessionWords, ...SessionWords[]];
}

export interface ChangedSession {
  zone: Zone;
  className: string;
  session: SessionWords;
  from: Date;
}

/** A class whose days have all moved: the days as the reader knows them, and as they are now. */
export interface ShiftedClass {
  className: string;
  was: { from: Day; to: Day };
  is: { from: Day; to: Day };
}

export interface PlacesChanged {
  zone: Zone;
  className: string;
  /** `was`: where the reader believes the session to be. */
  sessions: readonly { session: SessionWords; was: Pick<SessionWords, "mode" | "place"> }[];
}

/** A link is long: more of them fill the screen of a small phone. */
export const MOST_SESSIONS = 4;

export interface UpcomingClass {
  zone: Zone;
  className: string;
  trainers: string[];
  sessions: SessionWords[];
}

const answers: Record<AttendanceAnswer, string> = { present: "Hadir", late: "Terlambat", absent: "Berhalangan" };
const led = (trainers: string[]) => trainers.length > 0 && rich`👤 Pelatih: ${trainers.join(", ")}`;

export const schedule = {
  answers,
  menu: "🗓 Jadwal",
  open: "🗓 Lihat jadwal",
  threeDaysBefore: ({ zone, className, venue, trainers, sessions: [first, ...others] }: FirstDayWords) =>
    paragraphs(
      rich`Bapak/Ibu, kelas ${bold(className)} segera dimulai:`,
      lines(
        rich`🗓 ${bold(dayAndTime("id", zone, first.startsAt))}`,
        first.mode === "online" ? whereOf("id", first) : rich`📍 ${venue}`,
        led(trainers),
      ),
      [first, ...others].every(({ mode }) => mode === "online")
        ? "Mohon siapkan waktu, HP atau laptop, dan sinyalnya. Sampai jumpa!"
        : "Mohon siapkan waktu dan perjalanannya. Sampai jumpa di kelas!",
    ),
  dayBefore: ({ zone, className, venue, trainers, sessions }: FirstDayWords) =>
    paragraphs(
      rich`Bapak/Ibu, kelas ${bold(className)} dimulai ${bold(dayOfSession("id", zone, sessions[0]))}:`,
      sessionList("id", zone, sessions),
      lines(isElsewhere(venue, sessions) && rich`🏢 ${venue}`, led(trainers)),
      "Jadwal tiap hari akan saya kirim. Sampai jumpa!",
    ),
  agenda: (words: { zone: Zone; className: string; sessions: [SessionWords, ...SessionWords[]]; given: Given }) =>
    paragraphs(
      lines(
        rich`🗓 ${bold(`Jadwal ${dayOfSession("id", words.zone, words.sessions[0])}`)}`,
        rich`Kelas ${words.className}`,
      ),
      sessionList("id", words.zone, words.sessions, { given: words.given, names: answers }),
      words.sessions.length === 1
        ? "Apakah Bapak/Ibu akan hadir?"
        : "Tekan sesinya untuk memberi tahu apakah Bapak/Ibu akan hadir.",
    ),
  soon: (zone: Zone, session: SessionWords) =>
    paragraphs(
      rich`Bapak/Ibu, sesi daring dimulai pukul ${bold(clockTime("id", zone, session.startsAt))}:`,
      lines(bold(session.title), whereOf("id", session)),
      session.place === ""
        ? "Tautannya belum ada. Begitu ada, saya kirim. Bila belum sampai saat sesi dimulai, mohon tanyakan kepada pelatih."
        : "Silakan buka tautannya. Bila berhalangan, mohon beri tahu lewat tombol di bawah.",
    ),
  moved: ({ zone, className, session, from, to }: ChangedSession & { to: Date }) =>
    paragraphs(
      rich`🔁 ${bold("Jadwal berubah")}: ${session.title}`,
      lines(
        rich`Semula: ${dayAndTime("id", zone, from)}`,
        rich`→ Menjadi: ${bold(dayAndTime("id", zone, to))}`,
        whereOf("id", session),
        rich`Kelas ${className}`,
      ),
      "Apakah Bapak/Ibu akan hadir?",
    ),
  added: ({ zone, className, session }: Omit<ChangedSession, "from"> & { session: { startsAt: Date } }) =>
    paragraphs(
      rich`➕ ${bold("Sesi baru")}: ${session.title}`,
      lines(
        rich`🗓 ${bold(dayAndTime("id", zone, session.startsAt))}`,
        whereOf("id", session),
        rich`Kelas ${className}`,
      ),
      "Apakah Bapak/Ibu akan hadir?",
    ),
  lengthChanged: ({
    zone,
    className,
    session,
    endsAt,
  }: {
    zone: Zone;
    className: string;
    session: SessionWords;
    endsAt: Date;
  }) =>
    paragraphs(
      rich`🔁 ${bold("Jadwal berubah")}: ${session.title}`,
      lines(
        rich`${dayAndTime("id", zone, session.startsAt)}`,
        rich`→ Sampai ${bold(clockTime("id", zone, endsAt))} (semula ${clockTime("id", zone, session.endsAt)})`,
        rich`Kelas ${className}`,
      ),
    ),
  shifted: ({ className, was, is }: ShiftedClass) =>
    paragraphs(
      rich`🔁 ${bold("Jadwal berubah")}: semua hari kelas ${className}`,
      lines(rich`Semula: ${daySpan("id", was.from, was.to)}`, rich`→ Menjadi: ${bold(daySpan("id", is.from, is.to))}`),
      "Jam setiap sesi tetap sama. Jadwal lengkapnya dapat dilihat lewat tombol di bawah.",
    ),
  venueChanged: ({ className, was, is }: { className: string; was: string; is: string }) =>
    paragraphs(
      rich`📍 ${bold("Tempat berubah")}: kelas ${className}`,
      lines(rich`Semula: ${was}`, rich`→ Menjadi: ${bold(is)}`),
      "Hari dan jamnya tetap sama.",
    ),
  placesChanged: ({ zone, className, sessions }: PlacesChanged) => {
    const rest = sessions.length - MOST_SESSIONS;
    return paragraphs(
      rich`📍 ${bold("Tempat atau tautan berubah")}: kelas ${className}`,
      ...sessions
        .slice(0, MOST_SESSIONS)
        .map(({ session, was }) =>
          lines(
            sessionLine("id", zone, session, true),
            rich`Semula: ${whereOf("id", was)}`,
            rich`→ Menjadi: ${bold(whereOf("id", session))}`,
          ),
        ),
      rest > 0 && rich`dan ${rest} sesi lainnya. Semuanya dapat dilihat lewat tombol di bawah.`,
    );
  },
  cancelled: ({ zone, className, session, from }: ChangedSession) =>
    paragraphs(
      rich`🚫 ${bold("Sesi dibatalkan")}: ${session.title}`,
      lines(rich`Semula: ${dayAndTime("id", zone, from)}`, rich`Kelas ${className}`),
      "Bapak/Ibu tidak perlu datang untuk sesi ini. Sesi lainnya tetap berjalan.",
    ),
  sessionButton: (label: SessionLabel) => sessionLabel("id", label),

  upcoming: (classes: UpcomingClass[], given: Given) =>
    paragraphs(
      bold("Jadwal berikutnya"),
      ...classes.map(({ zone, className, trainers, sessions }) =>
        paragraphs(
          lines(rich`Kelas ${className}`, led(trainers)),
          sessionList("id", zone, sessions, { given, names: answers, withDay: true }),
        ),
      ),
    ),
  pressSession: () => rich`Tekan sesinya untuk memberi tahu apakah Bapak/Ibu akan hadir.`,
  pressTaughtSession: () => rich`Tekan sesinya untuk melihat kehadiran atau mengubah jadwalnya.`,
  toCalendar: "📅 Simpan ke kalender HP",
  calendarFile: () =>
    rich`Ini jadwal kelas Bapak/Ibu. Buka berkasnya untuk menyimpannya di kalender HP. Bila jadwal berubah, minta lagi lewat /jadwal: isinya ikut diperbarui.`,
  calendarNotes: (className: string, trainers: string[]) =>
    [`Kelas ${className}`, ...(trainers.length > 0 ? [`Pelatih: ${trainers.join(", ")}`] : [])].join("\n"),
  nothingUpcoming: () =>
    rich`Saat ini tidak ada sesi yang akan datang untuk Bapak/Ibu. Bila ada jadwal baru, saya akan mengingatkan.`,
  session: (words: { zone: Zone; className: string; session: SessionWords; answer: AttendanceAnswer | undefined }) =>
    paragraphs(
      bold(words.session.title),
      lines(
        rich`🗓 ${dayOfSession("id", words.zone, words.session)}`,
        rich`🕗 ${timesOf("id", words.zone, words.session)}`,
        whereOf("id", words.session),
        rich`Kelas ${words.className}`,
      ),
      words.answer === undefined
        ? "Apakah Bapak/Ibu akan hadir?"
        : rich`Tercatat: ${bold(`${ANSWER_MARKS[words.answer]} ${answers[words.answer]}`)}. Bisa diubah sampai sesi berakhir.`,
    ),
  answered: (title: string, answer: AttendanceAnswer) =>
    rich`Terima kasih, tercatat: ${bold(answers[answer])} untuk ${title}. Bisa diubah sampai sesi berakhir.`,
  refused: {
    ended: () => rich`Sesi itu sudah selesai, jadi kehadirannya tidak bisa diubah lagi.`,
    gone: () => rich`Sesi itu sudah dibatalkan atau tidak ada lagi.`,
    not_in_class: () => rich`Sesi itu bukan untuk kelas Bapak/Ibu.`,
  },
  wholeDay: "⬅️ Jadwal hari itu",
};
