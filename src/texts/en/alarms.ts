// To the operators of the bot: what needs them.
import { ERASURE_ALARM_HOURS, ERASURE_BOUND_HOURS } from "../../domain/own-data/erasure-bound.js";
import { digits } from "../digits.js";
import type { alarms as Indonesian } from "../id/alarms.js";
import { bold, lines, paragraphs, rich } from "../rich.js";

/** What the system's word means. */
const diskFaults: Record<string, string> = {
  ENOSPC: "its disk is full",
  EDQUOT: "its share of the disk is used up",
  EROFS: "its disk can only be read",
  EACCES: "nobody may write to its data folder",
  EPERM: "nobody may write to its data folder",
  EIO: "its disk is broken",
};

const messages = (count: number) => (count === 1 ? "1 message" : `${digits.en(count)} messages`);

export const alarms: typeof Indonesian = {
  erasedByAge: ({ name, people, invited, years }) =>
    rich`🗑 After ${years} years the data of ${name === null ? "people without a class" : `the class ${name}`} was erased. People: ${digits.en(people)}, invitations: ${digits.en(invited)}.`,
  late: (count) =>
    paragraphs(
      rich`⚠️ ${bold(`${messages(count)} late`)} by more than 10 minutes.`,
      "Telegram or the network may be in trouble. Nothing is lost: they leave by themselves as soon as they can. If it is still so in an hour, please tell the technical team.",
    ),
  given_up: (count) =>
    paragraphs(
      rich`⚠️ ${bold(`${messages(count)} could not be sent`)}: Telegram refused the content.`,
      "Please pass this on to the technical team. The details are in the log.",
    ),
  parked: (count) =>
    paragraphs(
      rich`⚠️ ${bold(`${digits.en(count)} incoming ${count === 1 ? "message" : "messages"}`)} could not be processed after three tries and ${count === 1 ? "was" : "were"} set aside.`,
      "The senders were told. Please pass this on to the technical team. Once it is fixed, they can be tried again.",
    ),
  unknown: (count) =>
    paragraphs(
      rich`❔ ${bold(messages(count))} may not have arrived.`,
      "So that nobody gets anything twice, I will not send them again unless you say so.",
    ),
  erasures: (count) =>
    paragraphs(
      rich`⚠️ ${bold(`${digits.en(count)} ${count === 1 ? "request" : "requests"} to erase data`)} not finished after ${ERASURE_ALARM_HOURS} hours.`,
      `The limit is ${ERASURE_BOUND_HOURS} hours. Perhaps files on the server cannot be removed. Please tell the technical team now.`,
    ),
  copies: (count, cause) =>
    paragraphs(
      rich`⚠️ ${bold(count === 1 ? "1 photo or document" : `${digits.en(count)} photos or documents`)} could not be copied to the server: ${diskFaults[cause] ?? "the server refuses"} (${cause}).`,
      "Nothing is lost: the copies are tried again by themselves. Please tell the person who runs the server now.",
    ),
  backup: (hours) =>
    paragraphs(
      rich`⚠️ There has been no new backup for ${bold(hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`)}.`,
      "The bot goes on working. But if the server breaks, everything since the last backup is lost. Please have the technical team look into it today.",
    ),
  webhook: () =>
    paragraphs(
      rich`⚠️ ${bold("Incoming messages were sent elsewhere for a while")}; I have taken them back.`,
      "Only somebody who has the bot's token can do that. If it was not your technical team, please have them make a new token with @BotFather now.",
    ),
  look: "See the requests",
  open: "Look and decide",
  list: (posts) =>
    paragraphs(
      bold("These may not have arrived"),
      lines(
        ...posts.map(({ what, name, when }, index) => rich`${index + 1}. ${what} for ${bold(name || "–")}, ${when}`),
      ),
      posts.some(({ isForgotten }) => isForgotten) &&
        rich`The text of number ${posts.flatMap(({ isForgotten }, index) => (isForgotten ? [index + 1] : [])).join(", ")} is not kept any more, because it is old: it cannot be sent again.`,
      "Send it again (they may get it twice), or take it as arrived?",
    ),
  again: (n) => `${n}. Send again`,
  arrived: (n) => `${n}. It arrived`,
  listParked: (updates) =>
    paragraphs(
      bold("Messages from people that were set aside"),
      lines(
        ...updates.map(({ number, cause, when }, index) => rich`${index + 1}. Number ${number}, ${when} (${cause})`),
      ),
      "Try again now, or leave it at that?",
    ),
  tryAgain: (n) => `${n}. Try again`,
  letGo: (n) => `${n}. Leave it`,
  noneParked: () => rich`No message is set aside any more. Thank you!`,
  none: () => rich`No message is uncertain any more. Thank you!`,
};
