// What became of messages, as lines: for the chat and for the terminal alike.
import type { Fate } from "../../domain/fates/fate.js";
import { isPaused } from "../../domain/people/pause.js";
import { type Person, zoneOf } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import { clockTime, shortDayAndTime } from "../dates.js";
import type { FateLine, NowOf } from "../id/why.js";
import type { Texts } from "../index.js";

/** By the person's clock; of another day with its date. */
export function fateLines(
  texts: Pick<Texts, "language" | "comingBack">,
  { person, day }: { person: Person; day: string },
  fates: readonly Fate[],
): FateLine[] {
  const zone = zoneOf(person);
  const said = (at: Date) =>
    dayIn(zone, at) === day ? clockTime(texts.language, zone, at) : shortDayAndTime(texts.language, zone, at);
  return fates.map(({ kind, end, at, reason, until, together }) => ({
    ...{ time: said(at), what: texts.comingBack.kinds[kind], end, reason, together },
    until: until === null ? null : said(until),
  }));
}

export function howTheyAre(
  texts: Pick<Texts, "language">,
  { person, isRest }: { person: Person; isRest: boolean },
  now: Date,
): NowOf {
  const { telegramId, unreachableCause: away, optedOut: stopped, pausedUntil } = person;
  return {
    ...{ account: telegramId !== null, away, stopped, isRest },
    pausedUntil:
      pausedUntil !== null && isPaused(person, now)
        ? shortDayAndTime(texts.language, zoneOf(person), pausedUntil)
        : null,
  };
}
