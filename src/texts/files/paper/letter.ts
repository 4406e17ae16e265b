// What stands on the letter that somebody's work plans are carried out: it is shown in villages and offices in Indonesia, so in their
// language, also where the one who opens it speaks another.
import type { LetterSheet } from "../../../domain/files/paper.js";
import type { PlanType } from "../../../domain/plans/work-plan.js";
import type { Day } from "../../../domain/time/calendar.js";
import { daySpan, plainDay } from "../../dates.js";
import { planWords } from "../../id/plan-words.js";

export interface LetterWords {
  number: string;
  name: string;
  library: string;
  /** From the village up to the province. */
  place: readonly string[];
  className: string;
  startsOn: Day;
  endsOn: Day;
  plans: readonly { type: PlanType; activity: string | null }[];
  issuedOn: Day;
  link: string;
  bot: string;
  isPractice: boolean;
}

export function letterSheet(words: LetterWords): LetterSheet {
  return {
    heading: "Surat Keterangan Selesai",
    numberLine: `Nomor ${words.number}`,
    opening: "Dengan ini diterangkan bahwa",
    name: words.name,
    facts: [
      { label: "Perpustakaan", text: words.library },
      { label: "Wilayah", text: words.place.join(", ") },
      { label: "Kelas", text: words.className },
      { label: "Pelaksanaan", text: daySpan("id", words.startsOn, words.endsOn) },
    ].filter(({ text }) => text !== ""),
    done: "telah melaksanakan ketiga rencana kerja tindak lanjut pelatihan, dan laporannya telah diterima pelatih:",
    plans: words.plans.map(({ type, activity }) => ({ type: planWords.types[type], activity: activity ?? "" })),
    closing: "Terima kasih atas kerja Bapak/Ibu bagi masyarakat di sekitar perpustakaan.",
    issued: [`Diterbitkan ${plainDay("id", words.issuedOn)}`, "Program Perpustakaan Nasional RI"],
    link: words.link,
    check: `Periksa keaslian surat ini: pindai kode di samping, atau ketik nomornya kepada @${words.bot} di Telegram.`,
    practice: words.isPractice ? "LATIHAN" : null,
  };
}
