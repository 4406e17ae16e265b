// A library changes hands: a code that works once, and the yes of the one who follows.
import type { handover as indonesian } from "../id/handover.js";
import { shortened } from "../layouts/classes/session-words.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const cancel = "🚫 Cancel the code";
const named = (library: string) => bold(shortened(library, 60));

export const handover: typeof indonesian = {
  open: (library) => (library === null ? "🤝 Hand over" : `🤝 Hand over ${shortened(library, 16)}`),
  ask: (library) =>
    paragraphs(
      rich`Hand ${named(library)} over to your successor?`,
      rich`With a one-time code they get its plans, reports, unfinished forms and deadlines. Your phone number and your talks with trainers stay with you.`,
      rich`Once the code is used, reminders for that library stop here.`,
    ),
  make: "✅ Yes, make a code",
  back: "⬅️ Back",
  code: ({ library, code, link, until }) =>
    paragraphs(
      rich`Code to hand over ${named(library)}: ${bold(code)}`,
      lines(rich`Send this link only to your successor:`, rich`${link}`),
      rich`If the link does not open, they can type the code here instead.`,
      rich`The code works for one person, until ${bold(until)}. If it went to the wrong person, press ${pressed(cancel)}.`,
    ),
  cancel,
  cancelled: () => rich`All right, that code no longer works. The library stays with you.`,

  offer: ({ library, className }) =>
    paragraphs(
      rich`You have been named as the new manager of ${named(library)}, class ${bold(className)}.`,
      rich`Its plans, reports, unfinished forms and deadlines will be yours. Will you take it over?`,
    ),
  take: "✅ Yes, take it over",
  decline: "Not me",
  declined: () => rich`All right. Nothing has moved, and the right person can still use the code.`,
  taken: () => rich`You have already taken over that library. Please choose from the menu below.`,
  problems: {
    unknown: () => rich`I do not know that code. Please check it, or ask for the link once more.`,
    expired: () => rich`That code is more than seven days old. Please ask for a new one.`,
    cancelled: () => rich`The person who made that code has cancelled it. Please ask them.`,
    used: () => rich`Somebody else has used that code. If that is a mistake, please contact the trainer.`,
    passed_on: () =>
      rich`You took that library over with this code, and have handed it on since. If that is a mistake, please contact your trainer.`,
    own: () => rich`This is your own code. Please send its link to your successor.`,
    gone: () => rich`The person who made that code no longer manages the library. Please contact the trainer.`,
    elsewhere: () =>
      rich`You are registered in the same class for another workplace. Please contact the trainer first.`,
    waits: () => rich`The trainer decides about your registration for that library. Please contact the trainer.`,
    staff: () => rich`This account is used by a trainer or an admin. Please open the link from another account.`,
  },
  gaveAway: (library) =>
    paragraphs(
      rich`${named(library)} has been handed over. Thank you for all your work 🙏`,
      rich`Reminders for that library stop here. Your data: /mydata, or erase it: /erase`,
    ),
  handedOver: (library) =>
    paragraphs(
      rich`You have handed ${named(library)} over, so nothing more is asked of you here. Thank you 🙏`,
      rich`If you take part in another class, press the button below.`,
    ),
  told: ({ library, className, from, to }) =>
    rich`${named(library)}, class ${bold(className)}, has changed hands: ${bold(shortened(to, 60))} has taken over from ${bold(shortened(from, 60))} with a hand-over code.`,
  formerManager: "the former manager",
};
