// A class as its trainers and admins see it: who has joined, its sessions, attendance; moving and cancelling a session.

import { ATTENDANCE_ANSWERS, type AttendanceCounts } from "../../domain/classes/attendance.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { Day } from "../../domain/time/calendar.js";
import type { Zone } from "../../domain/time/zone.js";
import { daySpan, longDay, plainDay, shortDay } from "../dates.js";
import {
  ANSWER_MARKS,
  dayOfSession,
  type SessionWords,
  sessionLabel,
  sessionLine,
  shortened,
  timesOf,
  whereOf,
} from "../layouts/classes/session-words.js";
import { bold, bullets, italic, lines, paragraphs, rich } from "../rich.js";

import { schedule } from "./schedule.js";
import { type Audience, sessionChanges } from "./session-changes.js";

export interface ClassPageWords {
  /** On the roster, and of those the ones who joined. */
  invited: number;
  joined: number;
  /** Those on this page, and how many stand on the pages before. */
  missing: string[];
  from: number;
  /** Who joined, on the roster or not. */
  participants: number;
  name: string;
  venue: string;
  startsOn: Day;
  endsOn: Day;
  link: string;
  isClosed: boolean;
  /** On how many days it has sessions. */
  days: number;
}

/** Of everybody expected, as /peserta counts them; who came without an invitation is said. */
function joinedSoFar({ invited, joined, participants }: ClassPageWords) {
  if (invited === 0) return bold(`${participants} peserta sudah bergabung`);
  const uninvited = participants - joined;
  return lines(
    bold(`${participants} dari ${invited + uninvited} sudah bergabung`),
    uninvited > 0 && `${joined} dari ${invited} undangan, dan ${uninvited} yang tidak ada di daftar undangan`,
  );
}

export interface RunSessionWords {
  zone: Zone;
  className: string;
  session: SessionWords;
  counts: AttendanceCounts;
  isCancelled: boolean;
}

interface SessionByOther {
  byName: string;
  title: string;
  className: string;
}

export const classPages = {
  menu: "👥 Kelas",
  list: () => rich`Kelas mana yang ingin Bapak/Ibu lihat?`,
  none: () => rich`Belum ada kelas yang Bapak/Ibu bimbing.`,
  noneOfAdmin: () =>
    rich`Belum ada kelas yang Bapak/Ibu kelola. Peserta di wilayah Bapak/Ibu, kelas demi kelas, ada di /statistik.`,
  entry: (name: string, startsOn: Day) =>
    fitLabel(name, undefined, { behind: ` · ${shortDay("id", startsOn)}`, isName: true }),
  page: (words: ClassPageWords) =>
    paragraphs(
      lines(bold(words.name), rich`🗓 ${daySpan("id", words.startsOn, words.endsOn)}`, rich`📍 ${words.venue}`),
      joinedSoFar(words),
      words.missing.length > 0 &&
        lines(
          words.missing.length === words.invited - words.joined
            ? "Belum bergabung:"
            : rich`Belum bergabung (${words.from + 1}–${words.from + words.missing.length}/${words.invited - words.joined}):`,
          bullets(words.missing.map((name) => shortened(name, 24))),
        ),
      words.isClosed ? "Tautan untuk bergabung sedang ditutup." : lines("Tautan untuk bergabung:", words.link),
      words.days > 0 ? "Pilih hari untuk melihat sesi dan kehadiran." : "Kelas ini belum punya sesi.",
    ),
  qr: "🔳 Kode QR",
  qrCaption: (words: { name: string; link: string; lastDay: Day; isOver: boolean }) =>
    paragraphs(
      rich`Kode QR kelas ${bold(words.name)}. Tampilkan di layar atau cetak. Peserta memindainya dengan kamera, lalu menekan Mulai.`,
      words.link,
      words.isOver
        ? rich`Masa berlakunya sudah lewat: yang memindainya sekarang mendaftar tanpa kelas ini.`
        : rich`Berlaku sampai ${plainDay("id", words.lastDay)}.`,
    ),
  dayButton: (day: Day) => shortDay("id", day),
  day: (
    className: string,
    day: Day,
    entries: { zone: Zone; session: SessionWords; counts: AttendanceCounts; isCancelled: boolean }[],
  ) =>
    paragraphs(
      lines(rich`🗓 ${bold(longDay("id", day))}`, rich`Kelas ${className}`),
      ...entries.map(({ zone, session, counts, isCancelled }) =>
        lines(
          sessionLine("id", zone, session),
          isCancelled
            ? italic("dibatalkan")
            : rich`✅ ${counts.present} · ⏰ ${counts.late} · ❌ ${counts.absent} · belum menjawab ${counts.open}`,
        ),
      ),
    ),
  sessionButton: (zone: Zone, session: SessionWords) =>
    sessionLabel("id", { zone, session, answer: undefined, withDay: false }),
  session: ({ zone, className, session, counts, isCancelled }: RunSessionWords) =>
    paragraphs(
      bold(session.title),
      lines(
        rich`🗓 ${dayOfSession("id", zone, session)}`,
        rich`🕗 ${timesOf("id", zone, session)}`,
        whereOf("id", session),
        rich`Kelas ${className}`,
      ),
      isCancelled
        ? italic("Sesi ini dibatalkan.")
        : lines(
            bold("Kehadiran"),
            ...ATTENDANCE_ANSWERS.map(
              (answer) => rich`${ANSWER_MARKS[answer]} ${schedule.answers[answer]}: ${counts[answer]}`,
            ),
            rich`▫️ Belum menjawab: ${counts.open}`,
          ),
    ),
  cancel: "Batalkan sesi",
  refresh: "🔄 Perbarui",
  toClass: "⬅️ Kelas",
  toList: "⬅️ Daftar kelas",
  toDay: "⬅️ Hari itu",

  askCancel: (title: string, when: string, { told, untold }: Audience) =>
    paragraphs(
      rich`Batalkan sesi ${bold(title)}, ${when}?`,
      told === 0
        ? rich`Belum ada yang diingatkan tentang sesi ini, jadi tidak ada yang perlu diberi tahu.`
        : untold === 0
          ? rich`${told} orang sudah diingatkan dan akan diberi tahu.`
          : rich`${told} orang sudah diingatkan dan akan diberi tahu. ${untold} orang lainnya tidak akan menerima pengingatnya.`,
    ),
  confirmCancel: "Ya, batalkan sesi",
  keep: "Tidak jadi",
  cancelled: (title: string, told: number) =>
    rich`Sesi ${bold(title)} sudah dibatalkan. ${told === 0 ? "Tidak ada yang perlu diberi tahu." : `${told} orang diberi tahu.`}`,
  refused: {
    gone: () => rich`Sesi itu sudah dibatalkan atau tidak ada lagi.`,
    ended: () => rich`Sesi itu sudah selesai, jadi jadwalnya tidak bisa diubah lagi.`,
    changed: () => rich`Jadwal sesi itu baru saja diubah. Mohon lihat dulu yang terbaru lewat /kelas.`,
    past: () => rich`Waktu itu sudah lewat. Mohon pilih waktu yang akan datang.`,
    same: () => rich`Sesi itu memang sudah pada waktu tersebut. Mohon pilih waktu lain.`,
  },

  /** To the class's trainers, of what somebody else did. */
  byOthers: {
    open: "🗓 Lihat sesi",
    moved: (data: SessionByOther & { was: string; is: string }) =>
      paragraphs(
        rich`🔁 ${data.byName} memindahkan sesi ${bold(data.title)}, kelas ${data.className}.`,
        lines(rich`Semula: ${data.was}`, rich`→ Menjadi: ${bold(data.is)}`),
      ),
    added: (data: SessionByOther & { when: string }) =>
      rich`🔁 ${data.byName} menambahkan sesi ${bold(data.title)} (${data.when}), kelas ${data.className}.`,
    cancelled: (data: SessionByOther & { was: string }) =>
      rich`🔁 ${data.byName} membatalkan sesi ${bold(data.title)} (${data.was}), kelas ${data.className}.`,
    changed: (data: SessionByOther & { count: number }) =>
      data.count === 1
        ? rich`🔁 ${data.byName} mengubah sesi ${bold(data.title)}, kelas ${data.className}.`
        : rich`🔁 ${data.byName} mengubah ${data.count} sesi kelas ${data.className}.`,
    shifted: (data: { byName: string; className: string; was: Day; is: Day }) =>
      rich`🔁 ${data.byName} menggeser kelas ${bold(data.className)}: semula mulai ${longDay("id", data.was)}, menjadi ${bold(longDay("id", data.is))}.`,
  },
  ...sessionChanges,
};
