// The questions by which an office sets up the programme. For admins alone.
import { DAYS_FOR_PLANS, LONGEST_CLASS_DAYS } from "../../domain/programme/new-class.js";
import { zoneLabel } from "../../domain/time/zone.js";
import { daySpan, plainDay, shortDay } from "../dates.js";
import type { programmeForms as Indonesian } from "../id/programme-forms.js";
import { bold, lines, paragraphs, rich } from "../rich.js";
import { people } from "./how-many.js";

const daysProblems = {
  ends_first: "The last day cannot be before the first.",
  too_long: `A class lasts at most ${LONGEST_CLASS_DAYS} days. Please check the dates.`,
  too_far: "That day is too far from today. Please check the year.",
};

const sessions = (count: number) => (count === 1 ? "1 session" : `${count} sessions`);

export const programmeForms: typeof Indonesian = {
  cohort: {
    about: "a new cohort",
    year: {
      label: "Year",
      ask: () => rich`Which year's cohort?`,
      example: "2026",
      wrong: (from, to) => rich`Please write just the year, between ${from} and ${to}.`,
    },
    name: {
      label: "Name of the cohort",
      ask: () => rich`What is the cohort called?`,
      usual: (year) => `Bimtek SPP-TIK ${year}`,
      example: "Bimtek SPP-TIK 2026",
    },
    done: (name) => paragraphs(rich`✅ The cohort ${bold(name)} is open.`, "Next: its first wave."),
    exists: (name) => rich`That year has a cohort already: ${bold(name)}.`,
  },
  wave: {
    about: (number) => `wave ${number}`,
    from: { label: "First day", ask: (number) => rich`When does wave ${number} begin? Choose, or type the date.` },
    to: { label: "Last day", ask: (from) => rich`When does it end? It begins on ${plainDay("en", from)}.` },
    done: (number, from, to) =>
      paragraphs(rich`✅ Wave ${number} is set up: ${daySpan("en", from, to)}.`, "Next: its classes."),
    exists: (number) => rich`Wave ${number} is there already.`,
  },
  class: {
    about: "a new class",
    from: { label: "First day", ask: () => rich`When does this class begin?` },
    to: { label: "Last day", ask: (from) => rich`When is its last day? It begins on ${plainDay("en", from)}.` },
    name: { label: "Name of the class", ask: () => rich`What is the class called?`, example: "Bimtek SPP-TIK Jambi" },
    venue: {
      label: "Venue",
      ask: () => rich`Where does the class meet? Write the building and the town.`,
      example: "Hotel Bintan, Tanjungpinang",
      online: "Online",
    },
    confirm: "✅ Create class",
    summary: (words) =>
      paragraphs(
        rich`Class ${bold(words.name)}`,
        lines(
          rich`🎓 ${words.wave.cohortName}, wave ${words.wave.number}`,
          rich`🗓 ${daySpan("en", words.startsOn, words.endsOn)}`,
          rich`📍 ${words.venue}`,
          rich`🕗 Local time: ${zoneLabel(words.zone)}`,
          rich`⏳ Plans due: ${plainDay("en", words.plansDueOn)} (last day + ${DAYS_FOR_PLANS} days)`,
        ),
        "Is this right?",
      ),
    done: (name) => paragraphs(rich`✅ The class ${bold(name)} is set up.`, "Next: its sessions."),
    exists: (name) => rich`This province has a class ${bold(name)} already.`,
    days: (problem) => rich`${daysProblems[problem]}`,
  },
  copy: {
    about: (name) => `a copy of the class ${name}`,
    from: {
      label: "First day",
      ask: (name, count) =>
        rich`The class ${bold(name)} is copied with its ${sessions(count)}. When does the new class begin?`,
    },
    wave: {
      label: "Wave",
      ask: (cohortName, number) =>
        rich`Which wave is the new class for? The one that is copied is in ${cohortName}, wave ${number}.`,
      choice: (number, from) => `Wave ${number} · ${shortDay("en", from)} ${from.slice(0, 4)}`,
    },
    confirm: "✅ Copy",
    done: (name, count) =>
      rich`✅ The class ${bold(name)} is set up, with ${sessions(count)}. Links of online sessions need to be filled in again.`,
  },
  shift: {
    about: (name) => `the schedule of the class ${name}`,
    to: {
      label: "First day",
      ask: (name, startsOn) =>
        rich`The class ${bold(name)} begins on ${plainDay("en", startsOn)}. On which day instead?`,
    },
    confirm: "✅ Shift",
    summary: (words) =>
      paragraphs(
        rich`Shift all sessions of ${bold(words.name)}?`,
        lines(
          rich`Before: ${daySpan("en", words.was.from, words.was.to)}`,
          rich`→ Then: ${bold(daySpan("en", words.is.from, words.is.to))}`,
        ),
        ...(words.held === 0 ? [] : [rich`What has begun stays as it is: ${sessions(words.held)}.`]),
        rich`The plans' due day moves too. ${people(words.told)} who know the schedule will be told; ${words.untold} others get the right reminders.`,
      ),
    done: (name, from, told) =>
      rich`✅ The class ${bold(name)} now begins on ${plainDay("en", from)}. ${people(told)} will be told.`,
    refused: {
      begun: () => rich`This class has begun. Its sessions can be moved one by one on the class's page.`,
      past: () => rich`That day is past. Please choose another.`,
      session_past: () => rich`By that day a session would be at a time that is past. Please choose a later one.`,
      too_far: () => rich`${daysProblems.too_far}`,
      same: () => rich`The class begins on that day already.`,
      changed: () => rich`The schedule has just been changed. Please look at it again.`,
    },
  },
  session: {
    about: (className) => `a session of the class ${className}`,
    title: {
      ...{ label: "Title", ask: () => rich`What is the session about?` },
      ...{ opening: "Opening", closing: "Closing", example: "Information literacy" },
    },
    day: {
      label: "Day",
      ask: () => rich`On which day?`,
      outside: (from, to) => rich`This class is held on ${daySpan("en", from, to)}. Please choose one of its days.`,
    },
    time: {
      label: "Start",
      ask: (zone) => rich`At what time does it start (${zone})?`,
      past: () => rich`That time is past. Please choose another.`,
    },
    minutes: {
      label: "Length",
      ask: () => rich`How long does it take?`,
      choice: (minutes) => (minutes < 60 ? `${minutes} minutes` : minutes === 60 ? "1 hour" : `${minutes / 60} hours`),
    },
    mode: { label: "Mode", ask: () => rich`In person or online?`, in_person: "In person", online: "Online" },
    place: { label: "Room", ask: () => rich`In which room?`, example: "Hall, second floor" },
    link: {
      label: "Link",
      ask: () => rich`Please send the meeting's link.`,
      later: "Later",
      wrong: () =>
        rich`A link begins with https://, for example https://zoom.us/j/123. Please copy it again from the meeting app.`,
    },
    confirm: "✅ Add session",
    confirmAnyway: "✅ Add it all the same",
    summary: (className, session, warning) =>
      paragraphs(rich`New session of ${bold(className)}`, session, warning, "Is this right?"),
    done: (title, count, told) =>
      paragraphs(
        rich`✅ The session ${bold(title)} is added. The class now has ${sessions(count)}.`,
        told > 0 && rich`${people(told)} who know that day's schedule will be told.`,
      ),
    exists: (title) => rich`The session ${bold(title)} at that time is there already.`,
  },
  detail: {
    about: (name) => `the class ${name}`,
    name: { label: "Name", ask: (now) => rich`Now: ${bold(now)}. What is its new name?` },
    venue: { label: "Venue", ask: (now) => rich`Now: ${bold(now)}. Where does it meet instead?` },
    ends: {
      label: "Last day",
      ask: (from, now) =>
        rich`The class begins on ${plainDay("en", from)}. Its last day is ${bold(plainDay("en", now))}. Which day instead?`,
    },
    due: { label: "Plans due", ask: (now) => rich`Now: ${bold(plainDay("en", now))}. By which day instead?` },
    zone: { label: "Time zone", ask: (now) => rich`Now: ${bold(zoneLabel(now))}. Which time zone instead?` },
    done: (name, told) =>
      told === 0
        ? rich`✅ The class ${bold(name)} is changed.`
        : rich`✅ The class ${bold(name)} is changed. ${people(told)} will be told.`,
    refused: {
      name_taken: () => rich`Another class has that name. Please give a different one.`,
      has_participants: () =>
        rich`Somebody has joined this class and was told already. Plans get more time from the list of late plans.`,
      before_end: () => rich`Plans cannot be due before the class is over.`,
      bad_days: () =>
        rich`The last day cannot be before the first, and a class is ${LONGEST_CLASS_DAYS} days long at most.`,
    },
  },
};
