// To the operators: the data came from a backup.
import { digits } from "../digits.js";
import type { restore as Indonesian } from "../id/restore.js";
import { bold, paragraphs, rich } from "../rich.js";

export const restore: typeof Indonesian = {
  alarm: () =>
    paragraphs(
      rich`🗄 ${bold("The bot's data was restored from a backup.")}`,
      "The old server may have sent messages that the backup does not know of. So that nobody gets anything twice, I hold all automatic messages until you decide.",
    ),
  held: ({ noticedAt, recordedUntil, overdue, later, paused }) =>
    paragraphs(
      rich`🗄 ${bold("Data restored from a backup")}, noticed ${noticedAt}.`,
      recordedUntil === null
        ? "The backup was empty."
        : rich`Its last record: ${bold(recordedUntil)}. What was sent after that is not in it.`,
      rich`Held: ${bold(`${overdue} due by now`)}, ${later} for later. Announcements paused: ${paused}.`,
      "Those for later leave as usual after this decision. What about those that are due?",
    ),
  drop: (count) => `🗑 Do not send (${digits.en(count)})`,
  send: (count) => `📤 Send all (${digits.en(count)})`,
  ask: {
    drop: () =>
      rich`Reminders that are due will not be sent. Other news that may not have arrived is listed, for you to decide one by one. Go on?`,
    send: () =>
      rich`Choose this only if the bot on the old server ${bold("sent nothing")} after the backup was made, for example because you moved servers on purpose. Otherwise people get messages twice. Send all?`,
  },
  yes: { drop: "Yes, do not send", send: "Yes, send all" },
  back: "Back",
  decided: ({ decision, dropped, unknown, paused }) =>
    paragraphs(
      decision === "drop"
        ? rich`✅ ${bold(dropped === 1 ? "1 reminder" : `${dropped} reminders`)} not sent, ${unknown} waiting for a decision. Automatic messages are running again.`
        : rich`✅ Everything that waited is leaving now. Automatic messages are running again.`,
      paused > 0
        ? rich`${bold(paused === 1 ? "1 announcement" : `${paused} announcements`)} still paused. Some of the people may have received it from the old server: decide one by one, resume it or stop it.`
        : undefined,
    ),
  unknowns: (count) => `❔ See ${digits.en(count)}`,
  announcements: "📣 See announcements",
  nothingHeld: () => rich`Nothing is held. Automatic messages run as usual.`,
  pausedByRestore: () =>
    rich`🗄 Paused because the data was restored from a backup. Some of those who still wait may have received it from the old server.`,
};
