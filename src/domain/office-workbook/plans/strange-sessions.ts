// Sessions that a workbook would put at a strange time: while another one of the class is, or on a day that is none of the class's. They may
// be saved all the same, as by the buttons.

import { isOutsideClass, sessionsAtOnce } from "../../classes/clashes.js";
import { daysLater, movesAlong } from "../../classes/class-shift.js";
import { groupedBy } from "../../grouped-by.js";
import { dayIn } from "../../time/calendar.js";
import type { KnownSession } from "../known-programme.js";
import type { SessionLine } from "../office-lines.js";
import type { ComingClass } from "./plan-classes.js";
import type { SessionPlan } from "./plan-sessions.js";

export interface StrangeSession {
  readonly line: SessionLine;
  /** Titles of those that are held while it would be. */
  readonly atOnce: readonly string[];
  readonly isOutside: boolean;
}

/** As it will be when the sheet has been saved; `plan`: what puts it there, where the sheet does. */
interface Coming {
  id: number;
  classId: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  cancelledAt: null;
  plan: { line: SessionLine; of: ComingClass; isOtherDay: boolean } | null;
}

export function strangeSessions(
  plans: readonly SessionPlan[],
  known: readonly KnownSession[],
  coming: readonly ComingClass[],
  now: Date,
): StrangeSession[] {
  const planned = plans.flatMap((plan, n) => comingOf(plan, n, now));
  const meant = new Set(planned.map(({ id }) => id));
  const movedBy = new Map(coming.map(({ id, moved }) => [id, moved]));
  const others = known
    .filter(({ id, cancelledAt }) => cancelledAt === null && !meant.has(id))
    .map((one): Coming => ({ ...shifted(one, movedBy.get(one.classId) ?? 0, now), cancelledAt: null, plan: null }));
  const ofClass = groupedBy([...planned, ...others], ({ classId }) => classId);
  return planned.flatMap(({ plan, ...session }): StrangeSession[] => {
    if (plan === null) return [];
    const atOnce = sessionsAtOnce(ofClass.get(session.classId) ?? [], session).map(({ title }) => title);
    // Somebody chose its day before: only another one is worth a word.
    const isOutside = plan.isOtherDay && isOutsideClass(plan.of, session.startsAt);
    return atOnce.length === 0 && !isOutside ? [] : [{ line: plan.line, atOnce, isOutside }];
  });
}

/** `n`: by which a new one is told from the others. */
function comingOf(plan: SessionPlan, n: number, now: Date): Coming[] {
  if (plan.status === "error") return [];
  const { line, of } = plan;
  if (plan.status === "new") {
    const place = { id: -1 - n, classId: of.id, cancelledAt: null };
    return [{ ...place, ...plan.session, plan: { line, of, isOtherDay: true } }];
  }
  const before = shifted(plan.known, of.moved, now);
  const length = before.endsAt.getTime() - before.startsAt.getTime();
  const startsAt = plan.startsAt ?? before.startsAt;
  const endsAt = plan.endsAt ?? new Date(startsAt.getTime() + length);
  const isPut = plan.startsAt !== undefined || plan.endsAt !== undefined;
  const isOtherDay = dayIn(of.zone, startsAt) !== dayIn(of.zone, before.startsAt);
  const { id, classId } = plan.known;
  const title = plan.title ?? plan.known.title;
  return [{ id, classId, title, startsAt, endsAt, cancelledAt: null, plan: isPut ? { line, of, isOtherDay } : null }];
}

/** Its class takes it along, where it has not begun. */
function shifted(session: KnownSession, moved: number, now: Date) {
  const { id, classId, title, startsAt, endsAt } = session;
  const days = movesAlong(session, now) ? moved : 0;
  return { id, classId, title, startsAt: daysLater(startsAt, days), endsAt: daysLater(endsAt, days) };
}
