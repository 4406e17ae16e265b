// A class as its trainers and admins see it: who has joined, its sessions, attendance; moving and cancelling a session.

import { ATTENDANCE_ANSWERS, type AttendanceCounts } from "../../domain/classes/attendance.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import type { RichText } from "../../domain/messages/message.js";
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
} from "../layouts/session-words.js";
import { bold, bullets, italic, lines, paragraphs, rich } from "../rich.js";

import { common } from "./common.js";
import { schedule } from "./schedule.js";
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

/** Who hears of a change: those already reminded, and the rest, who only ever see what is then right. */
export interface Audience {
  told: number;
  untold: number;
}

export const classPages = {
  menu: "👥 Kelas",
  list: () => rich`Kelas mana yang ingin Bapak/Ibu lihat?`,
  none: () => rich`Belum ada kelas yang Bapak/Ibu bimbing.`,
  entry: (name: string, startsOn: Day) => fitLabel(name, undefined, { behind: ` · ${shortDay("id", startsOn)}` }),
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
  move: "Pindahkan",
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

  placing: {
    room: "📍 Ubah ruang",
    link: "🔗 Ubah tautan",
    about: (title: string) => `tempat sesi ${title}`,
    confirm: "✅ Ya, ubah",
    summary: (title: string, was: RichText, is: RichText, told: number) =>
      paragraphs(
        rich`Mohon periksa dulu: ${bold(title)}`,
        lines(rich`Semula: ${was}`, rich`→ Menjadi: ${bold(is)}`),
        told === 0
          ? "Belum ada yang diingatkan. Pengingat akan memakai tempat yang baru."
          : rich`${told} orang sudah mengetahui jadwalnya dan akan diberi tahu.`,
        common.isRight(),
      ),
    done: (title: string, told: number) =>
      rich`Tempat sesi ${bold(title)} sudah diubah. ${told === 0 ? "Pengingat akan memakai tempat yang baru." : `${told} orang diberi tahu.`}`,
  },
  moving: {
    about: (title: string) => `pemindahan sesi ${title}`,
    day: {
      label: "hari",
      ask: (title: string, when: string) =>
        paragraphs(
          rich`Memindahkan ${bold(title)}, yang sekarang dijadwalkan ${when}.`,
          "Pindah ke hari apa? Pilih, atau tulis tanggalnya.",
        ),
      past: () => rich`Hari itu sudah lewat. Mohon pilih hari ini atau sesudahnya.`,
    },
    time: {
      label: "jam",
      ask: (day: Day, zoneLabel: string) =>
        rich`${bold(longDay("id", day))}, pukul berapa (${zoneLabel})? Pilih, atau tulis jamnya.`,
    },
    confirm: "✅ Ya, pindahkan",
    summary: (title: string, from: string, to: string, { told, untold }: Audience) =>
      paragraphs(
        rich`Mohon periksa dulu: ${bold(title)}`,
        lines(rich`Semula: ${from}`, rich`→ Menjadi: ${bold(to)}`),
        told === 0
          ? rich`Belum ada yang diingatkan. ${untold} peserta akan menerima pengingat dengan jadwal baru.`
          : untold === 0
            ? rich`${told} orang sudah diingatkan dan akan diberi tahu.`
            : rich`${told} orang sudah diingatkan dan akan diberi tahu. ${untold} orang lainnya akan menerima pengingat dengan jadwal baru.`,
        common.isRight(),
      ),
    done: (title: string, to: string, told: number) =>
      rich`Sesi ${bold(title)} dipindahkan ke ${bold(to)}. ${told === 0 ? "Pengingat akan memakai jadwal baru." : `${told} orang diberi tahu.`}`,
  },
};
