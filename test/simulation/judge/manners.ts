// How people are written to: by day, seldom, and each thing once.
import { DEFAULT_BUDGET } from "../../../src/domain/messages/message-budget.js";
import { addDays, daysBetween, minutesOf, timeIn } from "../../../src/domain/time/calendar.js";
import { isRestDay, type RestDays } from "../../../src/domain/time/working-hours.js";
import { FIRST_DAY, LAST_DAY, type Someone } from "../month/lived.js";
import { type Heard, type Others, OWED_WORDS, say } from "./heard.js";
import type { Verdict } from "./verdict.js";

/** What is outside of the few messages a day and a week. */
const EXEMPT = ["snoozed", "link", "change", "offer", "moved", ...OWED_WORDS];
/** What answers, at whatever hour: an offer to whoever comes back, and what they have done. */
const ANSWERS = ["offer", "moved", ...OWED_WORDS];

export function judgeHours(one: Someone, heard: Heard[], rest: RestDays, { outOfHours }: Verdict): void {
  for (const message of heard) {
    const minutes = minutesOf(timeIn(one.zone, message.at));
    if (message.parts.every(({ kind }) => ANSWERS.includes(kind))) continue;
    const isDay = minutes >= minutesOf("07:30") && minutes < minutesOf("20:00");
    if (!isDay || isRestDay(message.day, rest)) outOfHours.push(say(one, message));
  }
}

export function judgeBudget(one: Someone, heard: Heard[], { overBudget }: Verdict): void {
  const spending = heard.filter(({ parts }) => !parts.every(({ kind }) => EXEMPT.includes(kind)));
  for (const message of spending) {
    const sameDay = spending.filter(({ day }) => day === message.day).length;
    // The class's week begins on the working day before it.
    const isClassWeek = message.day >= addDays(FIRST_DAY, -2) && message.day <= LAST_DAY;
    const week = spending.filter(({ day }) => {
      const ago = daysBetween(day, message.day);
      return ago >= 0 && ago < 7;
    }).length;
    if (sameDay > DEFAULT_BUDGET.perDay) overBudget.push(`${say(one, message)}: ${sameDay} that day`);
    if (!isClassWeek && week > DEFAULT_BUDGET.perWeek) overBudget.push(`${say(one, message)}: ${week} in seven days`);
  }
}

/** An announcement or an agenda of the class is the same on each phone of one human. */
const isSameEverywhere = (kind: string) => kind === "announcement" || kind === "agenda";

export function judgeTwice(one: Someone, heard: Heard[], others: Others[], { twice }: Verdict): void {
  const known = new Set<string>();
  for (const message of heard) {
    for (const { kind, text } of message.parts) {
      // A reminder may come again with the same words on another day, and on the same one where its receiver put it off to the
      // afternoon; an announcement or an agenda never.
      const when = kind === "snoozed" ? message.at.toISOString() : message.day;
      const what = isSameEverywhere(kind) ? text.split("\n")[0]! : `${when} ${text}`;
      const isKnownElsewhere = others.some(
        ({ isOneself, since, until, heard: theirs }) =>
          isOneself &&
          isSameEverywhere(kind) &&
          message.at >= since &&
          (until === null || message.at < until) &&
          theirs.some(({ at, parts }) => at < message.at && parts.some((part) => part.text.split("\n")[0] === what)),
      );
      if (known.has(what) || isKnownElsewhere) twice.push(say(one, message));
      known.add(what);
    }
  }
}
