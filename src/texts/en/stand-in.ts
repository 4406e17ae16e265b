// What a trainer tells for a library of which nobody can write to the bot.
import type { standIn as Indonesian } from "../id/stand-in.js";
import { listed } from "../lists.js";
import { bold, italic, paragraphs, rich } from "../rich.js";
import { planWords } from "./plan-words.js";

const mark = "✍️ filled in by a trainer";

export const standIn: typeof Indonesian = {
  open: "✍️ Report for them",
  behind: ({ onBehalf }) => (onBehalf === true ? ` · ${mark}` : ""),
  about: (what, libraryName) => `${what} for ${libraryName}`,
  choose: ({ name, libraryName }) =>
    paragraphs(
      rich`Filling in for ${bold(name)}, ${libraryName}.`,
      rich`It is marked “filled in by a trainer”, and belongs to the library as soon as its people join.`,
      rich`Which plan?`,
    ),
  forWhom: (libraryName) => italic(`✍️ For ${libraryName}, marked: filled in by a trainer`),
  canWrite: (names) =>
    rich`${listed("en", names)} of this library can report on Telegram themselves. A reminder is enough.`,
  noLibrary: (name) =>
    rich`The roster does not say which library ${bold(name)} is of. Please ask an admin to add the village.`,
  noPlans: () => rich`This participant is not asked for work plans.`,
  written: (type, libraryName) =>
    rich`✅ The plan ${bold(planWords.types[type])} of ${libraryName} is saved, marked: filled in by a trainer.`,
  reported: ({ number, type, libraryName }) =>
    rich`✅ The report on ${bold(planWords.types[type])} of ${libraryName} is saved (${bold(number)}), marked: filled in by a trainer.`,
};
