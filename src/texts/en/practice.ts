// What an admin practises on: made-up people, plans and reports, and how to be rid of them. For admins alone.
import { fitLabel } from "../../domain/messages/button-label.js";
import type { practice as Indonesian } from "../id/practice.js";
import { bold, paragraphs, rich } from "../rich.js";

export const practice: typeof Indonesian = {
  words: {
    cohort: (year) => `Bimtek SPP-TIK ${year}`,
    trainingClass: (province) => `Bimtek ${province}`,
    venue: "Hall of the Library Office",
    library: (village) => `Library ${village}`,
    sessions: {
      opening: "Opening",
      plans: "Writing the three work plans",
      closing: "Closing",
      online: "Online coaching",
    },
    plans: {
      information_services: {
        activity: "Opening the library until 20:00 two days a week",
        measure: "40 visitors a month",
        partner: "Village youth club",
      },
      community_engagement: {
        activity: "A course in making banana crisps",
        measure: "15 mothers take part, 5 begin to sell",
        partner: "Village women's group",
      },
      advocacy: {
        activity: "Proposing money for the library in the village budget",
        measure: "It stands in the village's work plan",
        partner: "Village head and council",
      },
    },
    nextStep: "Meeting the village head next week",
    question: "Does storytelling count as community engagement?",
  },
  heading: (className) => rich`🧪 ${bold(className)}`,
  begin: "🧪 Try it with practice data",
  button: "🧪 Practice data",
  toPractice: "⬅️ Practice data",
  page: (className, days) =>
    paragraphs(
      bold("🧪 Practice data"),
      rich`The class ${bold(className)} holds made-up people, plans and reports. Try every button: no message is sent to anybody, and nothing is counted.`,
      rich`If you do not open it for ${days} days, it is deleted by itself.`,
      "Would you like to see it as a participant? Open the link of that class from this account. No other account can.",
    ),
  none: () =>
    paragraphs(
      bold("🧪 Practice data"),
      "A class of made-up people, to try every button on. No message is sent to anybody, and nothing is counted. All of it can be deleted at once.",
    ),
  about: "the province of the practice data",
  tooFewVillages: () => rich`I do not know enough villages of that province yet. Please choose another one.`,
  inOne: () => rich`The practice class lies in one province.`,
  forgotten: (days) =>
    paragraphs(
      rich`🧪 Your practice data was not opened for ${days} days, so I have deleted it.`,
      "Real data is not touched. If you would like to try again, make new practice data by the button below.",
    ),
  settings: "⚙️ Set up class",
  classPage: "📍 Class",
  remove: "🗑 Delete practice data",
  ofOther: (name) => fitLabel(name, undefined, { before: "🗑 Practice of " }),
  askRemove: (className) =>
    paragraphs(
      rich`Delete the class ${bold(className)} and all that is in it?`,
      "The made-up people, their plans and reports and all that was tried there are deleted too. Real data is not touched.",
    ),
  confirmRemove: "🗑 Yes, delete all",
  keep: "Keep it",
  removed: () => rich`✅ The practice data has been deleted.`,
};
