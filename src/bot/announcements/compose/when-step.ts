// When an announcement leaves: now, or at a time by each receiver's own clock.
import {
  isLocalTime,
  type LocalTime,
  localTimeOf,
  localTimeProblem,
  readLocalTime,
  workingDaysFrom,
} from "../../../domain/announcements/local-time.js";
import { rowsThatFit } from "../../../domain/messages/button-label.js";
import type { Message } from "../../../domain/messages/message.js";
import { zoneOf } from "../../../domain/people/person.js";
import { type Day, dayIn, isDay, minutesOf, readTime } from "../../../domain/time/calendar.js";
import { hoursOf } from "../../../domain/time/working-hours.js";
import { bareTime } from "../../../texts/dates.js";
import type { Reading, Step } from "../../forms/form.js";
import type { AnnouncementContext, AnnouncementFacts } from "./announcement-answers.js";

/** Those within the office's hours are offered. An office opens at half past seven; what is sent then lies below what came before. */
const TIMES = ["08:00", "10:00", "13:00", "16:00"];
const DAYS_OFFERED = 4;
const NOW = "now";

export const whenStep: Step<AnnouncementFacts> = {
  typed: true,
  label: ({ announcement }) => announcement.draft.whenAsk.label,
  value: ({ texts }, answer) => texts.announcement.draft.whenAsk.words(answer as LocalTime | null),
  ask(context) {
    const { texts, view, press } = context;
    const words = texts.announcement.draft.whenAsk;
    const [day, ...others] = view.days ?? [];
    if (day !== undefined && others.length > 0) return whichDay(context, [day, ...others]);
    if (day !== undefined) {
      const times = timesWithin(context).map((time) => ({
        label: bareTime(texts.language, time),
        data: press(`h.${time}`),
      }));
      return { ...words.time(day), buttons: rowsThatFit(times, 2) };
    }
    const offered = presets(context).map((at) => ({ label: labelOf(context, at), data: press(at) }));
    return {
      ...words.ask(usual(context)),
      buttons: [[{ label: words.now, data: press(NOW) }], ...rowsThatFit(offered, 2)],
    };
  },
  read(context, input) {
    const { texts, view } = context;
    const words = texts.announcement.draft.whenAsk;
    if (input.kind === "press") return readPress(context, input.value);
    if (input.kind !== "text") return { kind: "problem", say: texts.common.onlyText() };
    const [asked] = view.days ?? [];
    const time = readTime(input.text);
    if (asked !== undefined && view.days?.length === 1 && time.ok)
      return judged(context, localTimeOf(asked, time.time));
    const read = readLocalTime(input.text, today(context));
    if (read === null) return { kind: "problem", say: words.unread(usual(context)) };
    // A time alone is one of today.
    const days = read.days.length === 0 ? [today(context)] : read.days;
    const [day] = days;
    if (day !== undefined && days.length === 1 && read.time !== null)
      return judged(context, localTimeOf(day, read.time));
    return { kind: "view", view: { days, ...(read.time !== null && { typed: read.time }) } };
  },
};

function readPress(context: AnnouncementContext, value: string): Reading {
  const { texts, view } = context;
  if (value === NOW) return { kind: "answer", value: null };
  if (isLocalTime(value)) return judged(context, value);
  const [verb = "", said = ""] = value.split(".");
  const [day] = view.days ?? [];
  if (verb === "h" && day !== undefined && isLocalTime(localTimeOf(day, said))) {
    return judged(context, localTimeOf(day, said));
  }
  if (verb === "d" && isDay(said)) {
    return view.typed === undefined
      ? { kind: "view", view: { days: [said] } }
      : judged(context, localTimeOf(said, view.typed));
  }
  return { kind: "problem", say: texts.common.oldMenu() };
}

/** Past everywhere, at night, on a day of rest: said at once. Past in the east alone depends on whom it is for, and is said on the page. */
function judged({ world, texts }: AnnouncementContext, at: LocalTime): Reading {
  const { rest } = world.settings;
  const problem = localTimeProblem(at, world.clock.now(), rest);
  if (problem === null) return { kind: "answer", value: at };
  return { kind: "problem", say: texts.announcement.draft.whenAsk.problem(problem, hoursOf(rest).workingHours) };
}

function whichDay(context: AnnouncementContext, days: Day[]): Message {
  const { texts, press } = context;
  const words = texts.announcement.draft.whenAsk;
  const choices = days.slice(0, DAYS_OFFERED * 2).map((day) => ({
    label: words.preset(day, context.view.typed ?? ""),
    data: press(`d.${day}`),
  }));
  return { ...words.whichDay(), buttons: rowsThatFit(choices, 2) };
}

/** The next mornings that are still to come everywhere. */
function presets(context: AnnouncementContext): LocalTime[] {
  const { world } = context;
  const days = workingDaysFrom(today(context), DAYS_OFFERED + 1, world.settings.rest);
  const ahead = days.filter((day) => day > today(context));
  return ahead.slice(0, DAYS_OFFERED).map((day) => localTimeOf(day, usual(context)));
}

function timesWithin({ world }: AnnouncementContext): string[] {
  const { from, until } = hoursOf(world.settings.rest).workingHours;
  const times = TIMES.filter((time) => minutesOf(time) >= minutesOf(from) && minutesOf(time) < minutesOf(until));
  return times.length === 0 ? [from] : times;
}

/** The first of them: it is what an example says, and what the next days are offered with. */
function usual(context: AnnouncementContext): string {
  const [first = ""] = timesWithin(context);
  return first;
}

function labelOf({ texts }: AnnouncementContext, at: LocalTime): string {
  const [day = "", time = ""] = at.split("T");
  return texts.announcement.draft.whenAsk.preset(day as Day, time);
}

/** "besok" is the day after the one on which its author wrote it. */
function today({ actor, saidAt }: AnnouncementContext): Day {
  return dayIn(zoneOf(actor.person), saidAt);
}
