// How somebody is doing: their plans' worst light, and why nothing is heard from them.

import { type Diagnosis, diagnose } from "../../domain/caseload/diagnosis.js";
import { latenessOf, restEndOf } from "../../domain/caseload/follow-up.js";
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import { type Light, lightOf } from "../../domain/plans/work-plan.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { CareRow } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import type { CaseFacts } from "./follow-up/facts-of-case.js";

export interface PersonInCare extends CareRow {
  plans: CaseFacts[];
  diagnosis: Diagnosis | null;
  isLate: boolean;
  /** When all that is late rests: to this day. */
  restsTo: Day | null;
  lastHeardOn: Day | null;
  helpSince: Day | null;
  isDone: boolean;
  /** The worst light of the plans; null where there are none. */
  light: Light | null;
  today: Day;
}

export function personInCare(world: World, row: CareRow, ofLibrary: CaseFacts[]): PersonInCare {
  // Of an office's people only those flagged are asked for its plans.
  const plans = carriesOutPlans(row) ? ofLibrary : [];
  const today = dayIn(row.zone, world.clock.now());
  const lights = plans.map((plan) => lightOf(plan, today));
  const light = (["red", "yellow", "green"] as const).find((one) => lights.includes(one)) ?? null;
  const open = plans.filter(({ state }) => state !== "done");
  const late = plans
    .map((plan) => ({ plan, lateness: latenessOf(plan, today, world.settings.rest) }))
    .filter(({ lateness }) => lateness !== "in_time");
  const facts = {
    hasJoined: row.participantId !== null,
    isReachable: row.unreachableCause === null,
    hasDraft: row.hasDraft,
    plans,
    classEndsOn: row.classEndsOn,
  };
  return {
    ...row,
    plans,
    diagnosis: diagnose(facts, today),
    isLate: late.length > 0,
    restsTo: late.every(({ lateness }) => lateness === "resting")
      ? latest(late.map(({ plan }) => restEndOf(plan)))
      : null,
    lastHeardOn: latest(plans.map(({ lastHeardOn }) => lastHeardOn)),
    helpSince: open.flatMap(({ helpSince }) => helpSince ?? []).sort()[0] ?? null,
    isDone: plans.length > 0 && plans.every(({ state }) => state === "done"),
    light,
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
