// Somebody's own data: a changed notice, /mydata and /erase.
import { ERASURE_BOUND_HOURS } from "../../domain/own-data/erasure-bound.js";
import type { ownData as Indonesian } from "../id/own-data.js";
import { listed } from "../lists.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";
import { roleName } from "./staff-desk.js";

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
      rich`Erasure number: ${bold(String(number))}. It is all you can ask about now; files of photos follow within minutes, ${ERASURE_BOUND_HOURS} hours at the latest.`,
      rich`The conversation on this phone you can delete yourself in Telegram's menu. Thank you for having been with us.`,
    ),
  eraseAskStaff: (roles) =>
    paragraphs(
      bold("Erasing your data"),
      rich`You serve as ${bold(listed("en", roles.map(roleName)))}. That ends with it.`,
      bullets([
        rich`${bold("Handed over")}: questions and alerts about participants, to the other trainers of their class; where there are none, to the provincial office.`,
        rich`${bold("Erased")}: name, phone number, Telegram account, what you wrote in answers and reports, unfinished forms.`,
        rich`${bold("Kept, without your name")}: counts, dates, states, and announcements that you made.`,
        rich`${bold("Stopped")}: all messages from me.`,
      ]),
      rich`It happens at once and cannot be undone. To keep a copy first: /mydata`,
      rich`Do you really want to end your role and erase everything?`,
    ),
  eraseConfirmStaff: "Yes, end my role and erase",
  lastAdmin: (contact) =>
    paragraphs(
      rich`You are the only national admin. Without one nobody could look after the programme.`,
      rich`Please add another national admin first. Once they have opened their invitation, send /erase again. Help: ${contact}`,
    ),
  namedAdmin: (contact) =>
    rich`Your account is named as an admin in the server's settings, so the role would come back whenever the bot starts. Please ask the technical staff to remove it there, then send /erase again. Help: ${contact}`,
};
