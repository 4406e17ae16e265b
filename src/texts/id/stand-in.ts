// What a trainer tells for a library of which nobody can write to the bot.
import type { PlanType } from "../../domain/plans/work-plan.js";
import { listed } from "../lists.js";
import { bold, italic, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

/** Wherever it is shown. */
const mark: string = "✍️ diisi oleh pelatih";

export const standIn = {
  open: "✍️ Laporkan untuknya",
  /** Behind a name or a state; nothing where they told it themselves. */
  behind: ({ onBehalf }: { onBehalf?: boolean }): string => (onBehalf === true ? ` · ${mark}` : ""),
  /** What is filled in, where it is named away from its form: a trainer may have begun several. */
  about: (what: string, libraryName: string): string => `${what} untuk ${libraryName}`,
  choose: ({ name, libraryName }: { name: string; libraryName: string }) =>
    paragraphs(
      rich`Mengisi untuk ${bold(name)}, ${libraryName}.`,
      rich`Isiannya ditandai “diisi oleh pelatih”, dan menjadi milik perpustakaan begitu pengelolanya bergabung.`,
      rich`Rencana yang mana?`,
    ),
  forWhom: (libraryName: string) => italic(`✍️ Untuk ${libraryName}, ditandai: diisi oleh pelatih`),
  canWrite: (names: string[]) =>
    rich`${listed("id", names)} dari perpustakaan ini bisa melapor sendiri lewat Telegram. Mohon diingatkan saja.`,
  noLibrary: (name: string) =>
    rich`Di daftar undangan belum tertulis perpustakaan ${bold(name)}. Mohon minta admin melengkapi desanya.`,
  noPlans: () => rich`Peserta ini tidak diminta mengisi rencana kerja.`,
  written: (type: PlanType, libraryName: string) =>
    rich`✅ Rencana ${bold(planWords.types[type])} untuk ${libraryName} tersimpan, ditandai: diisi oleh pelatih.`,
  reported: ({ number, type, libraryName }: { number: string; type: PlanType; libraryName: string }) =>
    rich`✅ Laporan ${bold(planWords.types[type])} untuk ${libraryName} tersimpan (${bold(number)}), ditandai: diisi oleh pelatih.`,
};
