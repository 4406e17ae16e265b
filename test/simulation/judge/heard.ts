// What a phone had, read as its owner reads it.
import { type Day, dayIn, timeIn } from "../../../src/domain/time/calendar.js";
import type { LedgerEntry } from "../../../src/sandbox/shapes.js";
import type { Someone } from "../month/lived.js";

export const PLANS = ["Layanan Informasi", "Pelibatan Masyarakat", "Advokasi"];

/** What a message is, by the words that people read. */
const KINDS: [kind: string, words: RegExp][] = [
  [
    "plan reminder",
    /^Bapak\/Ibu, (batas waktu|tinggal \d+ hari lagi untuk|(besok|hari ini) hari terakhir untuk) rencana kerja|^Terima kasih sudah mengikuti pelatihan|^Bapak\/Ibu, rencana kerja yang belum kami terima/,
  ],
  ["snoozed", /^Sesuai permintaan Bapak\/Ibu/],
  ["nudge", /menanyakan kabar rencana kerja/],
  ["draft", /belum selesai\. Yang sudah diisi tersimpan/],
  ["agenda", /^🗓 Jadwal/],
  ["before class", /kelas .* dimulai/],
  ["link", /sesi daring dimulai pukul/],
  ["change", /^🔁 Jadwal berubah|^🚫 Sesi dibatalkan/],
  ["announcement", /^Pengumuman \d+:/],
  ["moved", /^Akun program Bapak\/Ibu baru saja dipindahkan/],
  ["offer", /^Senang bertemu lagi/],
  ["feedback", /^Terima kasih sudah mengikuti .*, Bapak\/Ibu\.\n\nBagaimana menurut/],
  ["story", /^📖 Cerita dari perpustakaan lain/],
  ["story told", /mengirim cerita perubahan\.$/],
  ["handed over", /^Serah terima .* selesai\. Terima kasih/],
  ["merged here", /^Bapak\/Ibu, pendaftaran ganda .* kini digabung\. Semua isian ada di sini/],
  ["merged away", /^Bapak\/Ibu, pendaftaran ganda .* kini digabung\. Mohon lanjutkan di akun/],
  ["parted here", /^Bapak\/Ibu, penggabungan pendaftaran atas nama .* dibatalkan\./],
  ["parted away", /^Bapak\/Ibu, penggabungan pendaftaran dibatalkan\./],
  ["welcome", /^Selamat datang kembali, Bapak\/Ibu.*\. Masa jeda sudah selesai\./],
];

/** Said once about what somebody has just done, or was done for them: at whatever hour. */
export const OWED_WORDS = ["handed over", "merged here", "merged away", "parted here", "parted away"];

export interface Heard {
  at: Date;
  day: Day;
  parts: { kind: string; text: string }[];
}

/** What others had that counts for somebody too, as long as both are one or follow each other. */
export interface Others {
  heard: Heard[];
  since: Date;
  until: Date | null;
  /** On another phone of the same human. */
  isOneself: boolean;
}

export function readEntry({ zone }: Someone, { text, at }: LedgerEntry): Heard {
  const parts = text.split("\n\n➖➖➖\n\n").map((part) => ({
    kind: KINDS.find(([, words]) => words.test(part))?.[0] ?? "unknown",
    text: part,
  }));
  return { at, day: dayIn(zone, at), parts };
}

export const say = (one: Someone, { at, parts }: Heard) =>
  `${one.id} ${dayIn(one.zone, at)} ${timeIn(one.zone, at)} ${parts.map(({ kind }) => kind).join(" + ")}`;
