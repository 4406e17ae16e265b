// More time for plans: whose, until when and why, the receipt, and what the people of those plans read.
import type { PlanType } from "../../domain/plans/work-plan.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { digits } from "../digits.js";
import { listed } from "../lists.js";
import { bold, lines, rich } from "../rich.js";
import { careActs, type ScopeName } from "./care-acts.js";
import { planWords } from "./plan-words.js";

const extensionReasons = {
  budget: "Menunggu anggaran",
  illness: "Sakit atau duka",
  schedule: "Jadwal kegiatan berubah",
  duties: "Banyak tugas",
};

export const extensions = {
  extendWhom: () => rich`Batas waktu siapa yang diperpanjang?`,
  whomLabel: "untuk",
  whom: {
    plan: (type: PlanType) => `Rencana ${planWords.shortTypes[type]} saja`,
    participant: (name: string, plans: number) => `${plans} rencana ${name}`,
    regency: (name: string, people: number) => `${name} (${digits.id(people)} orang)`,
    class: (people: number) => `Seluruh kelas (${digits.id(people)} orang)`,
  },
  askUntil: (data: { scope: ScopeName; plans: number; from: Day; to: Day }) =>
    data.from === data.to
      ? rich`${bold(`${digits.id(data.plans)} rencana`)} (${careActs.about(data.scope)}), batas waktunya ${plainDay("id", data.to)}. Diperpanjang sampai kapan? Pilih, atau tulis tanggalnya.`
      : rich`${bold(`${digits.id(data.plans)} rencana`)} (${careActs.about(data.scope)}), batas waktunya ${plainDay("id", data.from)} sampai ${plainDay("id", data.to)}. Diperpanjang sampai kapan? Pilih, atau tulis tanggalnya.`,
  untilChoice: (day: Day) => `Sampai ${plainDay("id", day)}`,
  untilLabel: "tanggal",
  notLater: (dueOn: Day) => rich`Tanggalnya harus setelah ${bold(plainDay("id", dueOn))} dan belum lewat.`,
  tooLate: (last: Day) => rich`Paling lama sampai ${bold(plainDay("id", last))}.`,
  askReason: () => rich`Apa alasannya? Pilih, atau tulis singkat.`,
  reasonLabel: "alasan",
  reasonExample: "Kegiatan digeser ke bulan Agustus",
  extensionReasons,
  aboutExtension: (scope: ScopeName) => `perpanjangan untuk ${careActs.about(scope)}`,
  /** The receipt of the one who gave it. */
  extended: (data: { people: number; plans: number; told: number; later: number; until: Day }) =>
    lines(
      rich`✅ ${data.people > 0 ? `${digits.id(data.people)} orang, ` : ""}${digits.id(data.plans)} rencana diperpanjang sampai ${bold(plainDay("id", data.until))}.`,
      data.told > 0 && rich`${data.told} orang saya beri tahu pada hari kerja berikutnya, pagi hari.`,
      data.people > data.told &&
        rich`${data.people - data.told} orang tidak bisa saya kabari. Mohon disampaikan langsung.`,
      data.later > 0 && rich`${data.later} rencana tetap, karena batas waktunya sudah sampai hari itu atau lebih.`,
    ),
  /** To those whose plans they are. */
  deadlineMoved: (data: { name: string; trainer: string; types: PlanType[]; until: Day }) =>
    rich`Bapak/Ibu ${bold(data.name)}, batas waktu rencana ${bold(
      listed(
        "id",
        data.types.map((type) => planWords.types[type]),
      ),
    )} diperpanjang oleh pelatih ${data.trainer} sampai ${bold(plainDay("id", data.until))}. Semoga waktunya cukup.`,
};
