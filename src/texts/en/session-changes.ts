// Changing a session: another time, length, room or link; what is said where another session is held at that time. What participants
// are told of it: schedule.ts.
import { daySpan, longDay } from "../dates.js";
import type { sessionChanges as Indonesian } from "../id/session-changes.js";
import { clashList } from "../layouts/classes/clashes.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { common } from "./common.js";
import { people } from "./how-many.js";

export const have = (count: number) => (count === 1 ? "has" : "have");

export const sessionChanges: typeof Indonesian = {
  lengthening: {
    open: "⏱ Change length",
    about: (title) => `the length of ${title}`,
    ask: (title, until) => rich`${bold(title)} lasts until ${until}. How long shall it take?`,
    confirmAnyway: "✅ Change it all the same",
    choice: (length, until) => `${length} · ${until}`,
    summary: (title, was, is, told, warning) =>
      paragraphs(
        rich`Please check first: ${bold(title)}`,
        lines(rich`Was: until ${was}`, rich`→ Now: until ${bold(is)}`),
        warning,
        told === 0
          ? "Nobody needs to be told yet."
          : rich`${people(told)} ${told === 1 ? "knows" : "know"} the schedule and will be told.`,
        common.isRight(),
      ),
    done: (title, told) =>
      rich`The length of ${bold(title)} has been changed. ${told === 0 ? "Nobody needs to be told." : `${people(told)} ${told === 1 ? "was" : "were"} told.`}`,
  },
  placing: {
    room: "📍 Change room",
    link: "🔗 Change link",
    about: (title) => `the place of the session ${title}`,
    confirm: "✅ Yes, change it",
    summary: (title, was, is, told) =>
      paragraphs(
        rich`Please check: ${bold(title)}`,
        lines(rich`Before: ${was}`, rich`→ Now: ${bold(is)}`),
        told === 0
          ? "Nobody was reminded yet. Reminders will have the new place."
          : rich`${people(told)} ${told === 1 ? "knows" : "know"} the schedule and will be told.`,
        common.isRight(),
      ),
    done: (title, told) =>
      rich`The place of ${bold(title)} was changed. ${told === 0 ? "Reminders will have the new place." : `${people(told)} ${told === 1 ? "was" : "were"} told.`}`,
  },
  moving: {
    about: (title) => `moving the session ${title}`,
    by: (minutes) =>
      minutes < 60 ? `⏩ ${minutes} minutes` : `⏩ ${minutes / 60} ${minutes === 60 ? "hour" : "hours"}`,
    otherTime: "🕗 Another time",
    otherDay: "🗓 Another day",
    day: {
      label: "day",
      ask: (title, when) =>
        paragraphs(rich`Moving ${bold(title)}, planned for ${when}.`, "To which day? Choose, or write the date."),
      past: () => rich`That day has passed. Please choose today or later.`,
    },
    time: {
      label: "time",
      ask: (day, zoneLabel) =>
        rich`At what time on ${bold(longDay("en", day))}, by the class's clock (${zoneLabel})? Choose, or write it.`,
    },
    confirm: "✅ Yes, move it",
    confirmAnyway: "✅ Move it all the same",
    summary: (title, from, to, { told, untold }, warning) =>
      paragraphs(
        rich`Please check: ${bold(title)}`,
        lines(rich`Old: ${from}`, rich`→ New: ${bold(to)}`),
        warning,
        told === 0
          ? rich`Nobody has been reminded yet. ${people(untold)} will get reminders with the new time.`
          : untold === 0
            ? rich`${people(told)} ${have(told)} been reminded and will be told.`
            : rich`${people(told)} ${have(told)} been reminded and will be told. ${people(untold)} will get reminders with the new time.`,
        common.isRight(),
      ),
    done: (title, to, told) =>
      rich`The session ${bold(title)} is moved to ${bold(to)}. ${told === 0 ? "Reminders will use the new time." : `${people(told)} will be told.`}`,
  },
  clash: {
    atOnce: (words) => rich`⚠️ At the same time as: ${clashList("en", words, (count) => `and ${count} more`)}.`,
    outside: (startsOn, endsOn) => rich`⚠️ Outside the days of the class (${daySpan("en", startsOn, endsOn)}).`,
  },
};
