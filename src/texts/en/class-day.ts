// A class day as its trainers see it: what it brings, how it goes, and marking who is there.
import { bareTime, clockTime, longDay } from "../dates.js";
import type { classDay as Indonesian } from "../id/class-day.js";
import { barOf, linesThatFit, namesInRow } from "../layouts/classes/class-day.js";
import { ANSWER_MARKS, sessionLine, sessionList, shortened } from "../layouts/classes/session-words.js";
import { bold, bullets, lines, paragraphs, rich } from "../rich.js";
import { people } from "./how-many.js";
import { schedule } from "./schedule.js";

export const classDay: typeof Indonesian = {
  board: ({ zone, className, day, number, session, counts, seenAt, joined, expected, missing }) =>
    paragraphs(
      lines(
        rich`📍 ${bold(`Day ${number} · ${shortened(className, 60)}`)}`,
        rich`${longDay("en", day)} · as of ${clockTime("en", zone, seenAt)}`,
      ),
      rich`Joined ${barOf(joined, expected)} ${bold(`${joined} of ${expected}`)}`,
      lines(
        sessionLine("en", zone, session),
        rich`✅ Present ${counts.present} · ⏰ Late ${counts.late}`,
        rich`❌ Absent ${counts.absent} · ▫️ No answer ${counts.open}`,
      ),
      missing.length > 0 &&
        rich`Not joined yet (${missing.length}): ${namesInRow(missing, (more) => `and ${more} more`)}`,
    ),
  preview: (classes) =>
    paragraphs(
      bold("🗓 The next class day"),
      ...classes.map(({ zone, className, day, sessions, expected, joined }) =>
        paragraphs(
          lines(bold(longDay("en", day)), rich`Class ${shortened(className, 60)}`),
          linesThatFit(sessions, classes.length, {
            list: (shown) => sessionList("en", zone, shown),
            more: (count) => (count === 1 ? "and 1 more session" : `and ${count} more sessions`),
          }),
          rich`👥 ${people(expected)} expected, ${joined} joined so far.`,
        ),
      ),
      "On the day I will send an attendance board that updates by itself.",
    ),
  toBoard: "📋 Attendance board",
  sessions: "🗓 Sessions",
  sessionAt: (time) => `🕗 ${bareTime("en", time)}`,
  notHere: "▫️ Not here yet",
  write: "📢 Write to the class",
  mark: "✅ Mark present",
  back: "⬅️ Board",
  toSession: "⬅️ Session",
  noSessions: (day) => rich`This class has no session on ${longDay("en", day)} any more.`,
  absentees: ({ zone, session, shown, from, total }) =>
    paragraphs(
      lines(bold("Not here yet"), sessionLine("en", zone, session)),
      total === 0
        ? "Everybody is here."
        : lines(
            from > 0 || shown.length < total ? rich`${from + 1}–${from + shown.length} of ${total}:` : undefined,
            bullets(
              shown.map(
                ({ name, hasJoined, answer }) =>
                  rich`${shortened(name, 24)} · ${answer === null ? (hasJoined ? "▫️ no answer yet" : "▫️ not joined yet") : `${ANSWER_MARKS[answer]} ${schedule.answers[answer].toLowerCase()}`}`,
              ),
            ),
          ),
    ),
  marking: ({ zone, session, silent, marked }) =>
    paragraphs(
      lines(bold("Mark as present"), sessionLine("en", zone, session)),
      lines(rich`✅ Marked: ${marked}`, rich`▫️ No answer yet: ${silent}`),
      silent + marked === 0
        ? "Everybody has answered by themselves."
        : "Press the names of those who are here. Press again to take it back.",
    ),
  markAll: (count) => `✅ All are here (${count})`,
  allMarked: (count) => rich`✅ ${people(count)} marked as present.`,
  takeBack: "↩️ Undo",
  takenBack: (count) => rich`↩️ The marks of ${people(count)} were removed again.`,
  refused: {
    gone: () => rich`That session was cancelled or is no longer there.`,
    too_early: () => rich`That session has not begun. Attendance can be marked from one hour before it.`,
  },
};
