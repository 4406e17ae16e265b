// Surat bahwa ketiga rencana kerja sudah dilaksanakan.
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { shortened } from "../layouts/classes/session-words.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const open = "🎓 Surat selesai";

export interface CheckedView {
  number: string;
  name: string;
  library: string;
  className: string;
  issuedOn: Day;
  isPractice: boolean;
}

export const completion = {
  open,
  toPlans: "⬅️ Rencana saya",
  toPerson: "⬅️ Ke peserta",
  /** Below the news that the last report was accepted. */
  ready: () =>
    rich`🎓 Ketiga rencana kerja Bapak/Ibu sudah selesai dan diterima. Suratnya bisa diambil dengan ${pressed(open)}.`,
  caption: ({ number, name }: { number: string; name: string | null }) =>
    lines(
      name === null
        ? rich`🎓 Selamat! Ini surat selesai Bapak/Ibu.`
        : rich`🎓 Surat selesai ${bold(shortened(name, 60))}.`,
      rich`Nomor ${bold(number)}. Siapa pun bisa memeriksanya dengan mengetik nomor itu di bot ini.`,
    ),
  unfinished: () =>
    rich`Surat selesai terbit setelah ketiga rencana kerja selesai dan laporan terakhirnya diterima pelatih.`,
  /** To who took over when all was done, and to those who follow them up. */
  beforeThem: () =>
    rich`Ketiga rencana kerja itu sudah selesai dan diterima sebelum perpustakaannya diserahterimakan, jadi suratnya untuk orang yang mengurusnya waktu itu.`,
  ours: ({ number, name, library, className, issuedOn, isPractice }: CheckedView) =>
    paragraphs(
      isPractice
        ? rich`🧪 Surat ${bold(number)} dibuat untuk latihan, jadi tidak berlaku.`
        : rich`✅ Surat ${bold(number)} memang kami terbitkan pada ${plainDay("id", issuedOn)}.`,
      lines(rich`👤 ${shortened(name, 60)}`, rich`📚 ${shortened(library, 60)}`, rich`🎓 ${shortened(className, 60)}`),
      !isPractice && rich`Ketiga rencana kerjanya sudah selesai dan diterima. Mohon cocokkan nama di suratnya.`,
    ),
  notOurs: (number: string) =>
    rich`❌ Tidak ada surat bernomor ${bold(number)}. Mohon periksa lagi nomornya, huruf demi huruf.`,
};
