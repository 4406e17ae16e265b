// Changing a session: another time, length, room or link; what is said where another session is held at that time. What participants
// are told of it: schedule.ts.
import type { RichText } from "../../domain/messages/message.js";
import type { Day } from "../../domain/time/calendar.js";
import { daySpan, longDay } from "../dates.js";
import { type ClashWords, clashList } from "../layouts/classes/clashes.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { common } from "./common.js";

/** Who hears of a change: those already reminded, and the rest, who only ever see what is then right. */
export interface Audience {
  told: number;
  untold: number;
}

export const sessionChanges = {
  lengthening: {
    open: "⏱ Ubah lamanya",
    about: (title: string) => `lama sesi ${title}`,
    ask: (title: string, until: string) => rich`Sesi ${bold(title)} sampai ${until}. Jadi berapa lama?`,
    confirmAnyway: "✅ Tetap ubah",
    choice: (length: string, until: string) => `${length} · ${until}`,
    summary: (title: string, was: string, is: string, told: number, warning: RichText | undefined) =>
      paragraphs(
        rich`Mohon periksa dulu: ${bold(title)}`,
        lines(rich`Semula sampai ${was}`, rich`→ Menjadi sampai ${bold(is)}`),
        warning,
        told === 0
          ? "Belum ada yang perlu diberi tahu."
          : rich`${told} orang sudah mengetahui jadwalnya dan akan diberi tahu.`,
        common.isRight(),
      ),
    done: (title: string, told: number) =>
      rich`Lama sesi ${bold(title)} sudah diubah. ${told === 0 ? "Tidak ada yang perlu diberi tahu." : `${told} orang diberi tahu.`}`,
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
    /** By so many minutes, at one press. */
    by: (minutes: number) => (minutes < 60 ? `⏩ ${minutes} menit` : `⏩ ${minutes / 60} jam`),
    otherTime: "🕗 Jam lain",
    otherDay: "🗓 Hari lain",
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
    confirmAnyway: "✅ Tetap pindahkan",
    summary: (title: string, from: string, to: string, { told, untold }: Audience, warning: RichText | undefined) =>
      paragraphs(
        rich`Mohon periksa dulu: ${bold(title)}`,
        lines(rich`Semula: ${from}`, rich`→ Menjadi: ${bold(to)}`),
        warning,
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
  clash: {
    atOnce: (words: ClashWords) =>
      rich`⚠️ Bersamaan dengan sesi lain: ${clashList("id", words, (count) => `dan ${count} lainnya`)}.`,
    outside: (startsOn: Day, endsOn: Day) => rich`⚠️ Di luar hari kelas (${daySpan("id", startsOn, endsOn)}).`,
  },
};
