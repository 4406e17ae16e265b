// A class day as its trainers see it: what it brings, how it goes, and marking who is there.
import type { AttendanceAnswer, AttendanceCounts } from "../../domain/classes/attendance.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { bareTime, clockTime, longDay } from "../dates.js";
import { barOf, linesThatFit, namesInRow } from "../layouts/classes/class-day.js";
import {
  ANSWER_MARKS,
  type SessionWords,
  sessionLine,
  sessionList,
  shortened,
} from "../layouts/classes/session-words.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { schedule } from "./schedule.js";

export interface JoiningWords {
  expected: number;
  joined: number;
  /** Who has not joined, by name. */
  missing: string[];
}

export interface BoardWords extends JoiningWords {
  zone: Zone;
  className: string;
  day: Day;
  /** Which of the class's days it is. */
  number: number;
  session: SessionWords;
  counts: AttendanceCounts;
  /** Since when it has been so. */
  seenAt: Date;
}

export interface PreviewWords extends JoiningWords {
  zone: Zone;
  className: string;
  day: Day;
  sessions: SessionWords[];
}

export interface AbsenteeWords {
  zone: Zone;
  session: SessionWords;
  shown: { name: string; hasJoined: boolean; answer: AttendanceAnswer | null }[];
  from: number;
  total: number;
}

export const classDay = {
  board: ({ zone, className, day, number, session, counts, seenAt, joined, expected, missing }: BoardWords) =>
    paragraphs(
      lines(
        rich`📍 ${bold(`Hari ${number} · ${shortened(className, 60)}`)}`,
        rich`${longDay("id", day)} · per ${clockTime("id", zone, seenAt)}`,
      ),
      rich`Bergabung ${barOf(joined, expected)} ${bold(`${joined} dari ${expected}`)}`,
      lines(
        sessionLine("id", zone, session),
        rich`✅ Hadir ${counts.present} · ⏰ Terlambat ${counts.late}`,
        rich`❌ Berhalangan ${counts.absent} · ▫️ Belum menjawab ${counts.open}`,
      ),
      missing.length > 0 &&
        rich`Belum bergabung (${missing.length}): ${namesInRow(missing, (more) => `dan ${more} lainnya`)}`,
    ),
  preview: (classes: PreviewWords[]) =>
    paragraphs(
      bold("🗓 Hari kelas berikutnya"),
      ...classes.map(({ zone, className, day, sessions, expected, joined }) =>
        paragraphs(
          lines(bold(longDay("id", day)), rich`Kelas ${shortened(className, 60)}`),
          linesThatFit(sessions, classes.length, {
            list: (shown) => sessionList("id", zone, shown),
            more: (count) => `dan ${count} sesi lainnya`,
          }),
          rich`👥 ${expected} orang diharapkan hadir, ${joined} sudah bergabung.`,
        ),
      ),
      "Pada harinya saya kirim papan kehadiran yang berubah sendiri.",
    ),
  toBoard: "📋 Papan kehadiran",
  sessions: "🗓 Sesi hari itu",
  sessionAt: (time: string) => `🕗 ${bareTime("id", time)}`,
  notHere: "▫️ Belum hadir",
  write: "📢 Tulis ke kelas",
  mark: "✅ Tandai hadir",
  back: "⬅️ Papan",
  toSession: "⬅️ Sesi",
  noSessions: (day: Day) => rich`Kelas ini tidak punya sesi lagi pada ${longDay("id", day)}.`,
  absentees: ({ zone, session, shown, from, total }: AbsenteeWords) =>
    paragraphs(
      lines(bold("Yang belum hadir"), sessionLine("id", zone, session)),
      total === 0
        ? "Semua sudah hadir."
        : lines(
            from > 0 || shown.length < total ? rich`${from + 1}–${from + shown.length} dari ${total}:` : undefined,
            bullets(
              shown.map(
                ({ name, hasJoined, answer }) =>
                  rich`${shortened(name, 24)} · ${answer === null ? (hasJoined ? "▫️ belum menjawab" : "▫️ belum bergabung") : `${ANSWER_MARKS[answer]} ${schedule.answers[answer].toLowerCase()}`}`,
              ),
            ),
          ),
    ),
  marking: ({ zone, session, silent, marked }: { zone: Zone; session: SessionWords; silent: number; marked: number }) =>
    paragraphs(
      lines(bold("Tandai hadir"), sessionLine("id", zone, session)),
      lines(rich`✅ Sudah ditandai: ${marked}`, rich`▫️ Belum menjawab: ${silent}`),
      silent + marked === 0
        ? "Semua orang sudah menjawab sendiri."
        : "Tekan nama yang hadir. Tekan sekali lagi bila keliru.",
    ),
  markAll: (count: number) => `✅ Semua hadir (${count})`,
  allMarked: (count: number) => rich`✅ ${count} orang ditandai hadir.`,
  takeBack: "↩️ Urungkan",
  takenBack: (count: number) => rich`↩️ Tanda hadir untuk ${count} orang sudah dihapus lagi.`,
  refused: {
    gone: () => rich`Sesi itu sudah dibatalkan atau tidak ada lagi.`,
    too_early: () => rich`Sesi itu belum dimulai. Kehadiran dapat ditandai sejak satu jam sebelumnya.`,
  },
};
