// What the bot says with a class's poster; what stands on it is in texts/files/paper/poster.ts.
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { shortened } from "../layouts/classes/session-words.js";
import { bold, paragraphs, rich } from "../rich.js";

/** As many names as fit below a file. */
const MOST_NAMES = 8;

interface OnePoster {
  name: string;
  lastDay: Day;
}

export const posters = {
  page: ({ name, lastDay }: OnePoster) =>
    paragraphs(
      rich`Poster kelas ${bold(name)}. Mohon cetak di kertas A4 dan pasang di dekat pintu ruangan.`,
      rich`Berlaku sampai ${plainDay("id", lastDay)}.`,
    ),
  picture: ({ name, lastDay }: OnePoster) =>
    paragraphs(
      rich`Poster kelas ${bold(name)} untuk grup WhatsApp.`,
      rich`Berlaku sampai ${plainDay("id", lastDay)}. Yang melihatnya di ponsel sendiri perlu tautannya juga: kirim bersama teks ajakan.`,
    ),
  pageButton: "🖨 Poster PDF",
  pictureButton: "🖼 Poster gambar",
  textButton: "💬 Teks ajakan",
  manyButton: "🖨 Semua poster",
  many: ({ count, without }: { count: number; without: string[] }) =>
    paragraphs(
      count === 0 ? "Belum ada poster yang bisa dibuat." : rich`${count} poster, satu halaman untuk setiap kelas.`,
      without.length > 0 &&
        rich`Tanpa poster karena tautannya ditutup atau sudah lewat: ${named(without)}. Tautan baru dibuat di halaman kelasnya.`,
    ),
  none: {
    closed: (name: string) =>
      rich`Tautan kelas ${bold(name)} sedang ditutup, jadi posternya tidak akan bisa dipakai mendaftar. Mau membuat tautan baru?`,
    over: (name: string) =>
      rich`Masa berlaku tautan kelas ${bold(name)} sudah lewat, jadi posternya tidak akan bisa dipakai mendaftar. Mau membuat tautan baru?`,
  },
  back: "⬅️ Kembali",
};

function named(names: string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => shortened(name, 40));
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`dan ${more} kelas lain`] : [])].join(", ");
}
