// A class as its trainers and admins see it: who has joined, its sessions, attendance; moving and cancelling a session.

import { ATTENDANCE_ANSWERS } from "../../domain/classes/attendance.js";
import { fitLabel } from "../../domain/messages/button-label.js";
import { daySpan, longDay, plainDay, shortDay } from "../dates.js";
import type { ClassPageWords, classPages as Indonesian } from "../id/class-pages.js";
import {
  ANSWER_MARKS,
  dayOfSession,
  sessionLabel,
  sessionLine,
  shortened,
  timesOf,
  whereOf,
} from "../layouts/classes/session-words.js";
import { bold, bullets, italic, lines, paragraphs, rich } from "../rich.js";
import { people } from "./how-many.js";
import { schedule } from "./schedule.js";
import { have, sessionChanges } from "./session-changes.js";

function joinedSoFar({ invited, joined, participants }: ClassPageWords) {
  if (invited === 0) return bold(`${participants} joined so far`);
  const uninvited = participants - joined;
  return lines(
    bold(`${participants} of ${invited + uninvited} have joined`),
    uninvited > 0 && `${joined} of ${invited} on the roster, and ${uninvited} who are not on it`,
  );
}

export const classPages: typeof Indonesian = {
  menu: "👥 Classes",
  list: () => rich`Which class would you like to see?`,
  none: () => rich`There is no class in your care yet.`,
  noneOfAdmin: () =>
    rich`There is no class for you to run yet. The people of your area, class by class, are under /statistics.`,
  entry: (name, startsOn) => fitLabel(name, undefined, { behind: ` · ${shortDay("en", startsOn)}`, isName: true }),
  page: (words) =>
    paragraphs(
      lines(bold(words.name), rich`🗓 ${daySpan("en", words.startsOn, words.endsOn)}`, rich`📍 ${words.venue}`),
      joinedSoFar(words),
      words.missing.length > 0 &&
        lines(
          words.missing.length === words.invited - words.joined
            ? "Not yet:"
            : rich`Not yet (${words.from + 1}–${words.from + words.missing.length}/${words.invited - words.joined}):`,
          bullets(words.missing.map((name) => shortened(name, 24))),
        ),
      words.isClosed ? "The link to join is closed." : lines("The link to join:", words.link),
      words.days > 0 ? "Choose a day to see its sessions and attendance." : "This class has no sessions yet.",
    ),
  qr: "🔳 QR code",
  qrCaption: ({ name, link, lastDay, isOver }) =>
    paragraphs(
      rich`The QR code of the class ${bold(name)}. Show it on a screen or print it; participants scan it with the camera and press Start.`,
      link,
      isOver
        ? rich`It has expired: anyone who scans it now registers without this class.`
        : rich`Valid until ${plainDay("en", lastDay)}.`,
    ),
  dayButton: (day) => shortDay("en", day),
  day: (className, day, entries) =>
    paragraphs(
      lines(rich`🗓 ${bold(longDay("en", day))}`, rich`Class ${className}`),
      ...entries.map(({ zone, session, counts, isCancelled }) =>
        lines(
          sessionLine("en", zone, session),
          isCancelled
            ? italic("cancelled")
            : rich`✅ ${counts.present} · ⏰ ${counts.late} · ❌ ${counts.absent} · no answer yet ${counts.open}`,
        ),
      ),
    ),
  sessionButton: (zone, session) => sessionLabel("en", { zone, session, answer: undefined, withDay: false }),
  session: ({ zone, className, session, counts, isCancelled }) =>
    paragraphs(
      bold(session.title),
      lines(
        rich`🗓 ${dayOfSession("en", zone, session)}`,
        rich`🕗 ${timesOf("en", zone, session)}`,
        whereOf("en", session),
        rich`Class ${className}`,
      ),
      isCancelled
        ? italic("This session is cancelled.")
        : lines(
            bold("Attendance"),
            ...ATTENDANCE_ANSWERS.map(
              (answer) => rich`${ANSWER_MARKS[answer]} ${schedule.answers[answer]}: ${counts[answer]}`,
            ),
            rich`▫️ No answer yet: ${counts.open}`,
          ),
    ),
  cancel: "Cancel session",
  refresh: "🔄 Refresh",
  toClass: "⬅️ Class",
  toList: "⬅️ All classes",
  toDay: "⬅️ That day",

  askCancel: (title, when, { told, untold }) =>
    paragraphs(
      rich`Cancel the session ${bold(title)}, ${when}?`,
      told === 0
        ? rich`Nobody has been reminded of it yet, so nobody needs to be told.`
        : untold === 0
          ? rich`${people(told)} ${have(told)} been reminded and will be told.`
          : rich`${people(told)} ${have(told)} been reminded and will be told. ${people(untold)} will not get the reminder.`,
    ),
  confirmCancel: "Yes, cancel it",
  keep: "Keep it",
  cancelled: (title, told) =>
    rich`The session ${bold(title)} is cancelled. ${told === 0 ? "Nobody needs to be told." : `${people(told)} will be told.`}`,
  refused: {
    gone: () => rich`That session was cancelled or no longer exists.`,
    ended: () => rich`That session is over, so it can no longer be changed.`,
    changed: () => rich`That session was changed a moment ago. Please look at it again: /classes`,
    past: () => rich`That time has passed. Please choose one ahead of us.`,
    same: () => rich`The session is at that time already. Please choose another.`,
  },

  byOthers: {
    open: "🗓 See session",
    moved: (data) =>
      paragraphs(
        rich`🔁 ${data.byName} moved the session ${bold(data.title)} of ${data.className}.`,
        lines(rich`Was: ${data.was}`, rich`→ Now: ${bold(data.is)}`),
      ),
    added: (data) => rich`🔁 ${data.byName} added the session ${bold(data.title)} (${data.when}) to ${data.className}.`,
    cancelled: (data) =>
      rich`🔁 ${data.byName} cancelled the session ${bold(data.title)} (${data.was}) of ${data.className}.`,
    changed: (data) =>
      data.count === 1
        ? rich`🔁 ${data.byName} changed the session ${bold(data.title)} of ${data.className}.`
        : rich`🔁 ${data.byName} changed ${data.count} sessions of ${data.className}.`,
    shifted: (data) =>
      rich`🔁 ${data.byName} shifted ${bold(data.className)}: it was to begin on ${longDay("en", data.was)}, and now begins on ${bold(longDay("en", data.is))}.`,
  },
  ...sessionChanges,
};
