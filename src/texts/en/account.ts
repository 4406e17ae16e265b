// Somebody's number and Telegram account: the profile, and moving to another account.
import type { account as indonesian } from "../id/account.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const share = "📱 Share my number";

export const account: typeof indonesian = {
  open: "👤 My number and account",
  profile: ({ name, phone, since }) =>
    paragraphs(
      rich`👤 ${bold(name)}`,
      lines(
        phone === null ? rich`Phone number: none yet` : rich`Phone number: ${phone}`,
        since !== null && rich`This Telegram account has been in use since ${since}`,
      ),
      rich`A new phone or Telegram account? Open this bot from the new account and share your number. Everything you filled in comes along.`,
    ),
  changePhone: "📱 Change number",
  askPhone: () =>
    rich`Press ${pressed(share)} at the very bottom of the screen. The number of this Telegram account replaces the old one.`,
  sharePhone: share,
  notOwnPhone: () => rich`That is not the number of this account. Please press ${pressed(share)}.`,
  phoneChanged: (phone) => rich`Your number is now ${bold(phone)}.`,
  phoneSame: (phone) => rich`${bold(phone)} is the number we have already. Nothing has changed.`,
  phoneTaken: () =>
    rich`This number is registered to another participant, so I have not changed it. If that is you as well, please tell your trainer.`,

  known: {
    label: "account",
    ask: (name) =>
      paragraphs(
        rich`This number is registered to ${bold(name)}.`,
        rich`Move the account to this Telegram? Plans, reports and unfinished forms come along. The old account gets no more messages.`,
      ),
    move: "✅ Yes, move it",
    other: "Not me, register anew",
    useButton: () => rich`Please choose one of the buttons.`,
  },
  moved: (name) =>
    rich`Done, ${bold(name)}. Your account is on this Telegram now, with everything you filled in and its reminders.`,
  asked: () => rich`Thank you. Somebody else must confirm this move first. I have asked them, and will tell you here.`,
  refused: () =>
    rich`It was checked, and this account is not the owner's. If that is a mistake, please contact your trainer or an admin.`,
  namedAdmin: () =>
    rich`This admin account is named in the server's settings. Please ask the person who runs the server to change it there first.`,
  notYours: () => rich`That button is no longer valid. Please share your number once more when registering.`,

  movedAway: () =>
    paragraphs(
      rich`Your programme account has just been moved to another Telegram account with the same number. No more messages will come here.`,
      rich`If you did not want this, press the button below within seven days.`,
    ),
  notMe: "🚫 That was not me",
  contested: () =>
    rich`All right. Your account is back here, and the new one is paused. Your trainers and the province have been told.`,
  tooLate: () => rich`That button is no longer valid. If something is wrong, please contact your trainer or an admin.`,
  held: () =>
    rich`The owner of the old account says that they did not want this move. This account is paused until a trainer or admin has checked.`,
  elsewhere: () =>
    rich`Your programme account has moved to another Telegram account, so buttons and forms here no longer work. To register from this account, send /start.`,
  nowHere: () => rich`It has been confirmed: your account is on this Telegram now. Send /start to begin.`,
  stays: () =>
    rich`It was checked: that programme account stays on the old Telegram. If that is a mistake, please contact your trainer or an admin.`,
  movedByOthers: () =>
    rich`A trainer or admin has confirmed it: your programme account is on another Telegram now. No more messages will come here.`,

  question: (name, why) =>
    paragraphs(
      why === "asked"
        ? rich`${bold(name)} wants to move to a new Telegram account with the same phone number.`
        : rich`The account of ${bold(name)} was moved to another Telegram, but their old account answered “That was not me”. For now everything stays with the old one.`,
      rich`Please telephone them first. Which account is right?`,
    ),
  newIsRight: "✅ The new one is right",
  oldIsRight: "🚫 The old one is right",
  decided: (name, verdict) =>
    verdict === "new"
      ? rich`The account of ${bold(name)} is on the new Telegram now. Thank you.`
      : rich`The account of ${bold(name)} stays on the old Telegram. Thank you.`,
  overtaken: () => rich`Somebody else has decided this, or the account is in use by now. Nothing has changed.`,
};
