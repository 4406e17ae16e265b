// How somebody is doing: their plans' worst light, and why nothing is heard from them.

import { type Diagnosis, isDiagnosis, type PersonStanding, standingOf } from "../../domain/caseload/diagnosis.js";
import { latenessOf, restEndOf } from "../../domain/caseload/follow-up.js";
import { provinceRuleIn, withProvinceSince } from "../../domain/caseload/with-province.js";
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import { type Light, lightOf } from "../../domain/plans/work-plan.js";
import { addDays, type Day, dayIn } from "../../domain/time/calendar.js";
import type { CareRow } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import type { CaseFacts } from "./follow-up/facts-of-case.js";

export interface PersonInCare extends CareRow {
  plans: (CaseFacts & { light: Light })[];
  standing: PersonStanding;
  /** Why nothing is heard from them; null: they report, have finished, or nothing is expected of them yet. */
  diagnosis: Diagnosis | null;
  /** The last day of their pause, while it lasts. */
  pausedUntilOn: Day | null;
  /** How many of the plans are late. */
  late: number;
  /** Since when the province helps with them; null: it does not. */
  withProvinceSince: Day | null;
  /** When all that is late rests: to this day. */
  restsTo: Day | null;
  lastHeardOn: Day | null;
  helpSince: Day | null;
  askedOn: Day | null;
  joinedOn: Day | null;
  today: Day;
}

export function personInCare(world: World, row: CareRow, ofLibrary: CaseFacts[]): PersonInCare {
  // Of an office's people only those flagged are asked for its plans; a library's of another year are somebody else's.
  const plans = carriesOutPlans(row) ? ofLibrary.filter(({ cohortId }) => cohortId === row.cohortId) : [];
  const today = dayIn(row.zone, world.clock.now());
  const pausedTo = row.pausedUntil === null ? null : dayIn(row.zone, row.pausedUntil);
  const open = plans.filter(({ state }) => state !== "done");
  const late = plans
    .map((plan) => ({ plan, lateness: latenessOf(plan, today, world.settings.rest) }))
    .filter(({ lateness }) => lateness !== "in_time");
  const facts = {
    hasJoined: row.participantId !== null,
    isReachable: row.unreachableCause === null,
    pausedTo,
    hasDraft: row.hasDraft,
    plans,
    classEndsOn: row.classEndsOn,
  };
  const standing = standingOf(facts, today);
  return {
    ...row,
    plans: plans.map((plan) => ({ ...plan, light: lightOf(plan, today) })),
    standing,
    diagnosis: isDiagnosis(standing) ? standing : null,
    pausedUntilOn: pausedTo !== null && today < pausedTo ? addDays(pausedTo, -1) : null,
    late: late.length,
    withProvinceSince: withProvinceSince(facts, today, provinceRuleIn(world.settings)),
    restsTo: late.every(({ lateness }) => lateness === "resting")
      ? latest(late.map(({ plan }) => restEndOf(plan)))
      : null,
    lastHeardOn: latest(plans.map(({ lastHeardOn }) => lastHeardOn)),
    helpSince: open.flatMap(({ helpSince }) => helpSince ?? []).sort()[0] ?? null,
    askedOn: row.askedAt === null ? null : dayIn(row.zone, row.askedAt),
    joinedOn: row.joinedAt === null ? null : dayIn(row.zone, row.joinedAt),
    today,
  };
}

function latest(days: readonly (Day | null)[]): Day | null {
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** Under which a look at somebody is noted, joined or not. */
export function subjectInCare({ participantId, rosterRowId }: Pick<CareRow, "participantId" | "rosterRowId">): string {
  return participantId === null ? `roster_row:${rosterRowId}` : `participant:${participantId}`;
}
