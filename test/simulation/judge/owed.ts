// All that somebody is owed arrives, or it is known why not: reminders by the ladder, the agenda of each class day, announcements.
import { addDays, type Day, dayIn, instantAt } from "../../../src/domain/time/calendar.js";
import { isRestDay, type RestDays } from "../../../src/domain/time/working-hours.js";
import {
  FIRST_DAY,
  LAST_DAY,
  LIVED_LAST,
  libraryAt,
  type Month,
  nowOf,
  reportsBefore,
  type Someone,
  takesPart,
} from "../month/lived.js";
import { type Heard, type Others, PLANS } from "./heard.js";
import { rungsOf } from "./ladder.js";
import { excuse, type Verdict } from "./verdict.js";

/** Why a post about this subject did not reach this person; undefined: nobody knows of one. */
export type ReasonOf = (personId: number, subject: string) => string | undefined;

/** What somebody did not get is theirs who they are since. */
const whyNot = (one: Someone, subject: string, reasonOf: ReasonOf): string | undefined =>
  [one, nowOf(one), ...one.merged.with].map(({ id }) => reasonOf(id, subject)).find((known) => known !== undefined);

interface Judged {
  one: Someone;
  heard: Heard[];
  others: Others[];
  reasonOf: ReasonOf;
  verdict: Verdict;
}

const isAbsent = (one: Someone, until: Date): boolean =>
  (one.optedOutAt.reminders !== undefined && one.optedOutAt.reminders < until) ||
  one.away.some(({ from }) => from < until);

export function judgeRungs({ one, heard, others, reasonOf, verdict }: Judged, rest: RestDays): void {
  for (const { on, from: opens, closes } of rungsOf(one)) {
    const [from, until] = [instantAt(one.zone, opens, "00:00"), instantAt(one.zone, closes, "00:00")];
    // What closes after the last day that is lived can still be said.
    if (isAbsent(one, until) || closes > LIVED_LAST) continue;
    // Theirs from its beginning, or as long as they were there; what others were told of it before is told.
    if (!takesPart(one, from, until) && !cameInto(one, from, until, rest)) continue;
    // Who reports while they pause has answered too.
    const began = instantAt(one.zone, on, "00:00");
    const near = others.filter((other) => other.since < until && (other.until === null || other.until > from));
    const told = [heard, ...near.map((other) => other.heard)].flat();
    for (const [plan, name] of PLANS.entries()) {
      const reports = reportsBefore(one, until).filter((report) => report.plan === plan);
      if (reports.some(({ at, done }) => done || at >= began)) continue;
      verdict.owed.reminders += 1;
      // The welcome after a pause asks for all that is open.
      const tells = ({ at, parts }: Heard) =>
        at >= from &&
        at < until &&
        parts.some(({ kind, text }) => /reminder|snoozed|welcome/.test(kind) && text.includes(name));
      if (told.some(tells)) continue;
      if ([one, one.follows].some((who) => who?.snoozedAt.some((at) => at < until))) excuse(verdict, "snoozed");
      else {
        const planIds = [libraryAt(one, from), one.library].map((library) => library.planIds[plan]);
        const reason = planIds
          .map((id) => whyNot(one, `rung:${id}:${on}`, reasonOf))
          .find((known) => known !== undefined);
        if (reason === undefined) verdict.unexplained.push(`${one.id} ${on} ${name}`);
        else excuse(verdict, reason);
      }
    }
  }
}

/** A successor who came while it was open, with a morning left on which it could be said. */
function cameInto(one: Someone, from: Date, until: Date, rest: RestDays): boolean {
  const [span] = one.spans;
  if (one.follows === null || span === undefined || span.from < from || !takesPart(one, span.from, until)) return false;
  for (
    let day = addDays(dayIn(one.zone, span.from), 1);
    instantAt(one.zone, day, "08:00") < until;
    day = addDays(day, 1)
  ) {
    if (!isRestDay(day, rest)) return true;
  }
  return false;
}

export function judgeAgendas({ one, heard, reasonOf, verdict }: Judged, rest: RestDays): void {
  for (let day: Day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    const until = instantAt(one.zone, addDays(day, 1), "00:00");
    if (isAbsent(one, until) || isRestDay(day, rest) || !takesPart(one, instantAt(one.zone, day, "00:00"), until)) {
      continue;
    }
    verdict.owed.agendas += 1;
    if (heard.some((message) => message.day === day && message.parts.some(({ kind }) => kind === "agenda"))) continue;
    const reason = whyNot(one, `class:${one.classId}:day:${day}`, reasonOf);
    if (reason === undefined) verdict.unexplained.push(`${one.id} ${day} agenda`);
    else excuse(verdict, reason);
  }
}

/** Days in which an announcement finds room among other messages. */
const ANNOUNCED_WITHIN = 9;

export function judgeAnnounced({ one, heard, reasonOf, verdict }: Judged, { announced }: Month): void {
  for (const { words, at } of announced) {
    const until = new Date(at.getTime() + ANNOUNCED_WITHIN * 86_400_000);
    const stopped = one.optedOutAt.announcements;
    if (one.pause !== null || one.away.length > 0 || (stopped !== undefined && stopped < until)) continue;
    if (until > instantAt(one.zone, LIVED_LAST, "00:00") || !takesPart(one, at, until)) continue;
    verdict.owed.announcements += 1;
    if (heard.some(({ parts }) => parts.some(({ text }) => text.startsWith(words)))) continue;
    const reason = whyNot(one, words, reasonOf);
    if (reason === undefined) verdict.unheard.push(`${one.id} ${words}`);
    else excuse(verdict, `announcement ${reason}`);
  }
}
