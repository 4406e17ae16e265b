// A class day as its trainers see it: what they are told before, and which session it is about at the moment.
import { addDays, instantAt } from "../time/calendar.js";
import { hoursOf, type RestDays } from "../time/working-hours.js";
import type { Zone } from "../time/zone.js";
import { type ClassDay, lastWorkingDay, type SessionTimes } from "./schedule.js";

/** preview: the evening before, what the day brings. board: on the day, who is there. */
export type ClassDayNews = "preview" | "board";

/** Trainers are in the room an hour before: the first to arrive scan the code then. */
const BOARD_MINUTES_BEFORE = 60;
/** People answer on the way in. */
const DOORS_OPEN_MINUTES = 15;
const MINUTE = 60_000;

/** What a class's trainers should have been told of this day by now, while it is still of use. */
export function classDayNewsOwed<Session extends SessionTimes>(
  zone: Zone,
  { day, sessions }: ClassDay<Session>,
  rest: RestDays,
  now: Date,
): { news: ClassDayNews; notAfter: Date }[] {
  const [first] = sessions;
  const evening = instantAt(zone, lastWorkingDay(addDays(day, -1), rest), hoursOf(rest).speaking.eveningBeforeClass);
  const boardAt = new Date(first.startsAt.getTime() - BOARD_MINUTES_BEFORE * MINUTE);
  const end = new Date(Math.max(...sessions.map(({ endsAt }) => endsAt.getTime())));
  return [
    { news: "preview" as const, dueAt: evening, notAfter: boardAt },
    { news: "board" as const, dueAt: boardAt, notAfter: end },
  ]
    .filter(({ dueAt, notAfter }) => dueAt <= now && now < notAfter)
    .map(({ news, notAfter }) => ({ news, notAfter }));
}

/** The session that people answer about now: the one under way, else the next, else the last. */
export function sessionAtHand<Session extends SessionTimes>(
  sessions: readonly [Session, ...Session[]],
  now: Date,
): Session {
  const isOpen = ({ startsAt, endsAt }: Session) =>
    startsAt.getTime() - DOORS_OPEN_MINUTES * MINUTE <= now.getTime() && now < endsAt;
  return sessions.findLast(isOpen) ?? sessions.find(({ startsAt }) => startsAt > now) ?? sessions.at(-1) ?? sessions[0];
}
