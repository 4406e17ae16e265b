// A trainer marks who is there: people without a phone, and people who did not answer. What somebody said themselves stands.
import { type Attendee, EARLIEST_MARK_MINUTES } from "../../../domain/classes/attendance.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { TrainingSession } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import { withRolesNow } from "../../roles-now.js";
import { findRunSession } from "../find-run-session.js";

export interface MarkAttendanceInput {
  sessionId: number;
  /** all: everybody who has no answer; at: takes back what this person marked at that instant. */
  mark: { who: Attendee; isPresent: boolean } | "all" | { takeBackOf: Date };
}

export type MarkAttendanceOutcome =
  | { kind: "marked"; session: TrainingSession; count: number; at: Date }
  | { kind: "not_allowed" }
  /** gone: cancelled or unknown · too_early: nobody can be there yet */
  | { kind: "refused"; reason: "gone" | "too_early" };

/** Twice is once: a mark says what is so, not that it changes. */
export async function markAttendance(
  world: World,
  asked: KnownActor,
  { sessionId, mark }: MarkAttendanceInput,
): Promise<MarkAttendanceOutcome> {
  const at = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const actor = await withRolesNow(inside, asked);
    const found = await findRunSession(inside, actor, sessionId);
    if (found.kind === "not_allowed") return found;
    if (found.kind === "gone" || found.session.cancelledAt !== null) return { kind: "refused", reason: "gone" };
    const { session } = found;
    if (at.getTime() < session.startsAt.getTime() - EARLIEST_MARK_MINUTES * 60_000) {
      return { kind: "refused", reason: "too_early" };
    }
    const present = { answer: "present" as const, byId: actor.person.id, at };
    const { classDays } = store;
    const marked = async (): Promise<number> => {
      if (mark === "all") {
        const expected = await classDays.expected(session.classId, sessionId);
        const silent = expected.filter(({ answer }) => answer === null).map(({ attendee }) => attendee);
        return classDays.mark(sessionId, silent, present);
      }
      if ("takeBackOf" in mark) return classDays.unmark(sessionId, { byId: actor.person.id, at: mark.takeBackOf });
      return mark.isPresent
        ? classDays.mark(sessionId, [mark.who], present)
        : classDays.unmark(sessionId, { who: [mark.who] });
    };
    const count = await marked();
    if (count > 0) {
      const isBack = mark !== "all" && ("takeBackOf" in mark || !mark.isPresent);
      const action = isBack ? "attendance.unmark" : "attendance.mark";
      const line = { action, subject: `session:${sessionId}` } as const;
      await store.audit.record({ actorId: actor.person.id, ...line, details: { count } }, at);
    }
    return { kind: "marked", session, count, at };
  });
}
