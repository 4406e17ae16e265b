// Somebody's own data: a changed notice, /mydata and /erase.
import type { ownData as Indonesian } from "../id/own-data.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";

export const ownData: typeof Indonesian = {
  page: () => rich`This is all that we keep about you, including who looked at it. Press the file to open it.`,
  json: () => rich`The same, in a form that computer programs can read.`,
  shownJustNow: () =>
    rich`I sent you your data just now; please look at the files above. To ask again, wait a minute and send /mydata.`,
  nothingKept: (contact) =>
    rich`This Telegram account is not linked to any data. If your name is on a list of invitations, please contact ${contact}.`,

  eraseAsk: () =>
    paragraphs(
      bold("Erasing your data"),
      bullets([
        rich`${bold("Erased")}: name, phone number, Telegram account, what you wrote in reports, photos, questions and answers, unfinished forms.`,
        rich`${bold("Kept, without your name")}: counts, dates and states, such as “one report, done”.`,
        rich`${bold("Stopped")}: all messages from me.`,
      ]),
      rich`It happens at once and cannot be undone. To keep a copy first: /mydata`,
      rich`Do you really want to erase everything?`,
    ),
  eraseConfirm: "Yes, erase my data",
  eraseKeep: "No, keep it",
  kept: () => rich`All right, nothing was erased.`,
  erased: (number) =>
    paragraphs(
      rich`Your data has been erased and your consent withdrawn. I will not write to you again.`,
      rich`Erasure number: ${bold(String(number))}. It is all you can ask about now; files of photos follow within minutes, 72 hours at the latest.`,
      rich`The conversation on this phone you can delete yourself in Telegram's menu. Thank you for having been with us.`,
    ),
  staffCannot: (contact) =>
    rich`You still serve as a trainer or administrator, and participants depend on that. Please ask an administrator to end your role first, then send /erase again. Help: ${contact}`,
};
