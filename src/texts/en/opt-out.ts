// /stop and /resume: what stops, what never stops, and how it comes back.
import type { OptOut } from "../../domain/messages/post-kind.js";
import type { optOut as Indonesian } from "../id/opt-out.js";
import { bold, bullets, paragraphs, rich } from "../rich.js";

const kinds: Record<OptOut, string> = { reminders: "Reminders", announcements: "Announcements" };

const neverStops = () =>
  rich`What I still send because it matters: changes to the schedule or a deadline, answers to your questions, and what a trainer writes to you alone.`;

export const optOut: typeof Indonesian = {
  kinds,
  stop: { reminders: "Stop reminders", announcements: "Stop announcements" },
  all: "Stop both",
  resume: "Turn on again",
  ask: (stopped) =>
    paragraphs(
      stopped.length > 0 && rich`Stopped at the moment: ${bold(stopped.map((kind) => kinds[kind]).join(", "))}.`,
      rich`Which messages should stop?`,
      bullets([
        rich`${bold(kinds.reminders)}: schedule, links to online sessions, plans and reports, also those of your trainer`,
        rich`${bold(kinds.announcements)}: news from Perpusnas and the library offices, trainers' messages to the class, and stories from other libraries`,
      ]),
      neverStops(),
    ),
  stopped: (stopped) =>
    paragraphs(
      rich`All right, from now on I do not send: ${bold(stopped.map((kind) => kinds[kind]).join(", "))}.`,
      neverStops(),
      rich`Your plans and deadlines stay the same. You can report at any time. To turn messages on again: /resume`,
    ),
  resumed: () => rich`All right, all messages are on again. To stop them: /stop`,
  alreadyOn: () => rich`All messages are on already. To stop them: /stop`,
};
