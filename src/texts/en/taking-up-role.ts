// How trainers and admins take up their role: by their own invitation, proven by their own phone.
import { daySpan } from "../dates.js";
import type { staff as Indonesian } from "../id/taking-up-role.js";
import { bold, lines, paragraphs, pressed, rich } from "../rich.js";

const problems: Record<Parameters<typeof Indonesian.problem>[0], string> = {
  other_phone:
    "This invitation was made for another phone number, so it cannot be used with this account. If you are a trainer, please ask the organisers for an invitation to your own number.",
  used: "This invitation has been used already. If it was not you, please ask the organisers for a new one.",
  revoked: "This invitation was taken back by the organisers. Please contact them if that is a mistake.",
  expired: "This invitation has expired. Please ask the organisers for a new one.",
  unknown: "I do not know that invitation. Please open the organisers' link again.",
};

const sharePhone = "📱 Share my number";

export const staff: typeof Indonesian = {
  askPhone: () =>
    paragraphs(
      rich`Welcome! This is an invitation for trainers and admins.`,
      rich`So that nobody else uses it, press ${pressed(sharePhone)} at the very bottom of the screen. I compare it with the number on the invitation.`,
    ),
  askName: () => rich`What is your full name? Participants and other admins will see it.`,
  sharePhone,
  notOwnPhone: () =>
    rich`The number that was sent is not the number of this account. Please press ${pressed(sharePhone)}.`,
  phoneMatches: () => rich`The number matches. Thank you!`,
  problem: (kind) => rich`${problems[kind]}`,
  welcome: (name, classes) =>
    paragraphs(
      rich`Welcome on board, ${bold(name)}! Your Telegram account is now active.`,
      classes.length > 0 &&
        lines(
          "Your classes:",
          ...classes.map((one) => rich`• ${bold(one.name)}, ${daySpan("en", one.startsOn, one.endsOn)}`),
        ),
      rich`On working days I will tell you when somebody needs help. You can also look at any time, from the menu.`,
    ),
};
