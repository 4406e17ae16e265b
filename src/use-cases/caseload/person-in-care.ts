// How somebody is doing: their plans' worst light, and why nothing is heard from them.
import { type Day, dayIn } from "../../domain/calendar.js";
import { isOverdue } from "../../domain/deadline.js";
import { type Diagnosis, diagnose } from "../../domain/diagnosis.js";
import { carriesOutPlans } from "../../domain/participant-kind.js";
import { type Light, lightOf } from "../../domain/work-plan.js";
import type { CareRow } from "../../ports/caseloads.js";
import type { World } from "../../ports.js";
import type { CaseFacts } from "../follow-up/facts-of-case.js";

export interface PersonInCare extends CareRow {
  plans: CaseFacts[];
  diagnosis: Diagnosis | null;
  isLate: boolean;
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
    isLate: plans.some(({ state, dueOn }) => isOverdue(state, dueOn, today)),
    isDone: plans.length > 0 && plans.every(({ state }) => state === "done"),
    light,
    today,
  };
}
