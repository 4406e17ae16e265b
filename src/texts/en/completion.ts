// The letter that the three work plans are carried out.
import { plainDay } from "../dates.js";
import type { completion as indonesian } from "../id/completion.js";
import { shortened } from "../layouts/classes/session-words.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const open = "🎓 Completion letter";

export const completion: typeof indonesian = {
  open,
  toPlans: "⬅️ My plans",
  toPerson: "⬅️ To the participant",
  ready: () => rich`🎓 All three of your work plans are done and accepted. Get your letter with ${pressed(open)}.`,
  caption: ({ number, name }) =>
    lines(
      name === null
        ? rich`🎓 Congratulations! This is your completion letter.`
        : rich`🎓 Completion letter of ${bold(shortened(name, 60))}.`,
      rich`Number ${bold(number)}. Anybody can check it by typing that number here.`,
    ),
  unfinished: () =>
    rich`The completion letter comes once all three work plans are done and the trainer has accepted the last report about each.`,
  /** To who took over when all was done, and to those who follow them up. */
  beforeThem: () =>
    rich`All three work plans had been finished and accepted before the library was handed over, so the letter belongs to the manager before.`,
  ours: ({ number, name, library, className, issuedOn, isPractice }) =>
    paragraphs(
      isPractice
        ? rich`🧪 Letter ${bold(number)} was made to practise, so it is not valid.`
        : rich`✅ Letter ${bold(number)} is ours, issued on ${plainDay("en", issuedOn)}.`,
      lines(rich`👤 ${shortened(name, 60)}`, rich`📚 ${shortened(library, 60)}`, rich`🎓 ${shortened(className, 60)}`),
      !isPractice && rich`The three work plans are done and accepted. Please compare the name on the letter.`,
    ),
  notOurs: (number) => rich`❌ There is no letter ${bold(number)}. Please check the number, letter by letter.`,
};
