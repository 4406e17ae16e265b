// The schedule as participants meet it: reminders, the day's agenda, changes, attendance.

import { clockTime, dayAndTime, daySpan } from "../dates.js";
import { type schedule as Indonesian, MOST_SESSIONS, type ShiftedClass } from "../id/schedule.js";
import {
  ANSWER_MARKS,
  dayOfSession,
  isElsewhere,
  sessionLabel,
  sessionLine,
  sessionList,
  timesOf,
  whereOf,
} from "../layouts/classes/session-words.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { howMany } from "./how-many.js";

const answers: typeof Indonesian.answers = { present: "Coming", late: "Late", absent: "Not coming" };
const trainersIn = (trainers: string[]) => `${trainers.length === 1 ? "Trainer" : "Trainers"}: ${trainers.join(", ")}`;
const led = (trainers: string[]) => trainers.length > 0 && rich`👤 ${trainersIn(trainers)}`;

export const schedule: typeof Indonesian = {
  answers,
  menu: "🗓 Schedule",
  open: "🗓 See the schedule",
  threeDaysBefore: ({ zone, className, venue, trainers, sessions: [first, ...others] }) =>
    paragraphs(
      rich`Your class ${bold(className)} begins soon:`,
      lines(
        rich`🗓 ${bold(dayAndTime("en", zone, first.startsAt))}`,
        first.mode === "online" ? whereOf("en", first) : rich`📍 ${venue}`,
        led(trainers),
      ),
      [first, ...others].every(({ mode }) => mode === "online")
        ? "Please keep the time free, and a phone or laptop with a signal. See you there!"
        : "Please keep the time free and plan your journey. See you in class!",
    ),
  dayBefore: ({ zone, className, venue, trainers, sessions }) =>
    paragraphs(
      rich`Your class ${bold(className)} is about to begin, on ${bold(dayOfSession("en", zone, sessions[0]))}:`,
      sessionList("en", zone, sessions),
      lines(isElsewhere(venue, sessions) && rich`🏢 ${venue}`, led(trainers)),
      "I will send you the schedule of each day. See you there!",
    ),
  agenda: ({ zone, className, sessions, given }) =>
    paragraphs(
      lines(rich`🗓 ${bold(`Schedule for ${dayOfSession("en", zone, sessions[0])}`)}`, rich`Class ${className}`),
      sessionList("en", zone, sessions, { given, names: answers }),
      sessions.length === 1 ? "Will you be there?" : "Press a session to say whether you will be there.",
    ),
  soon: (zone, session) =>
    paragraphs(
      rich`The online session begins at ${bold(clockTime("en", zone, session.startsAt))}:`,
      lines(bold(session.title), whereOf("en", session)),
      session.place === ""
        ? "The link is not known yet. I will send it as soon as it is. If it has not come when the session begins, please ask your trainer."
        : "Please open the link. If you cannot come, tell us with a button below.",
    ),
  moved: ({ zone, className, session, from, to }) =>
    paragraphs(
      rich`🔁 ${bold("The schedule has changed")}: ${session.title}`,
      lines(
        rich`Old: ${dayAndTime("en", zone, from)}`,
        rich`→ New: ${bold(dayAndTime("en", zone, to))}`,
        whereOf("en", session),
        rich`Class ${className}`,
      ),
      "Will you be there?",
    ),
  added: ({ zone, className, session }) =>
    paragraphs(
      rich`➕ ${bold("New session")}: ${session.title}`,
      lines(
        rich`🗓 ${bold(dayAndTime("en", zone, session.startsAt))}`,
        whereOf("en", session),
        rich`Class ${className}`,
      ),
      "Will you be there?",
    ),
  lengthChanged: ({ zone, className, session, endsAt }) =>
    paragraphs(
      rich`🔁 ${bold("Schedule changed")}: ${session.title}`,
      lines(
        rich`${dayAndTime("en", zone, session.startsAt)}`,
        rich`→ Until ${bold(clockTime("en", zone, endsAt))} (it was ${clockTime("en", zone, session.endsAt)})`,
        rich`Class ${className}`,
      ),
    ),
  shifted: ({ className, was, is }: ShiftedClass) =>
    paragraphs(
      rich`🔁 ${bold("Schedule changed")}: all days of the class ${className}`,
      lines(rich`Before: ${daySpan("en", was.from, was.to)}`, rich`→ Now: ${bold(daySpan("en", is.from, is.to))}`),
      "Each session keeps its time of day. The button below shows the whole schedule.",
    ),
  venueChanged: ({ className, was, is }: { className: string; was: string; is: string }) =>
    paragraphs(
      rich`📍 ${bold("New venue")}: class ${className}`,
      lines(rich`Before: ${was}`, rich`→ Now: ${bold(is)}`),
      "Days and times stay the same.",
    ),
  placesChanged: ({ zone, className, sessions }) => {
    const rest = sessions.length - MOST_SESSIONS;
    return paragraphs(
      rich`📍 ${bold("New place or link")} for your class ${className}`,
      ...sessions
        .slice(0, MOST_SESSIONS)
        .map(({ session, was }) =>
          lines(
            sessionLine("en", zone, session, true),
            rich`Before: ${whereOf("en", was)}`,
            rich`→ Now: ${bold(whereOf("en", session))}`,
          ),
        ),
      rest > 0 && rich`and ${howMany(rest, "more session", "more sessions")}. The button below shows all of them.`,
    );
  },
  cancelled: ({ zone, className, session, from }) =>
    paragraphs(
      rich`🚫 ${bold("Session cancelled")}: ${session.title}`,
      lines(rich`It was planned for ${dayAndTime("en", zone, from)}`, rich`Class ${className}`),
      "You need not come for this session. The others go on as planned.",
    ),
  sessionButton: (label) => sessionLabel("en", label),

  upcoming: (classes, given) =>
    paragraphs(
      bold("What comes next"),
      ...classes.map(({ zone, className, trainers, sessions }) =>
        paragraphs(
          lines(rich`Class ${className}`, led(trainers)),
          sessionList("en", zone, sessions, { given, names: answers, withDay: true }),
        ),
      ),
    ),
  pressSession: () => rich`Press a session to say whether you will be there.`,
  pressTaughtSession: () => rich`Press a session to see who will come or to change its time.`,
  toCalendar: "📅 Save to my calendar",
  calendarFile: () =>
    rich`Here is your class's schedule. Open the file to keep it in your phone's calendar. When the schedule changes, ask for it again with /schedule: the entries are brought up to date.`,
  calendarNotes: (className, trainers) =>
    [`Class ${className}`, ...(trainers.length > 0 ? [trainersIn(trainers)] : [])].join("\n"),
  nothingUpcoming: () => rich`There are no sessions ahead of you at the moment. I will remind you when there are.`,
  session: ({ zone, className, session, answer }) =>
    paragraphs(
      bold(session.title),
      lines(
        rich`🗓 ${dayOfSession("en", zone, session)}`,
        rich`🕗 ${timesOf("en", zone, session)}`,
        whereOf("en", session),
        rich`Class ${className}`,
      ),
      answer === undefined
        ? "Will you be there?"
        : rich`Noted: ${bold(`${ANSWER_MARKS[answer]} ${answers[answer]}`)}. You can change it until the session ends.`,
    ),
  answered: (title, answer) =>
    rich`Thank you, noted: ${bold(answers[answer])} for ${title}. You can change it until the session ends.`,
  refused: {
    ended: () => rich`That session is over, so attendance can no longer be changed.`,
    gone: () => rich`That session was cancelled or no longer exists.`,
    not_in_class: () => rich`That session is not of your class.`,
  },
  wholeDay: "⬅️ That day",
};
