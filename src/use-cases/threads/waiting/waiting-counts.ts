// What waits for a trainer or admin, as the numbers on their menu: the same as the pages behind it count.
import { careOf } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { World } from "../../../ports.js";
import { lateDaysNow } from "../../caseload/follow-up/late-days.js";

export interface WaitingCounts {
  /** Late plans that wait for them. */
  late: number;
  help: number;
  threads: number;
}

export async function waitingCounts(world: World, actor: KnownActor): Promise<WaitingCounts> {
  const care = careOf(actor);
  const { caseloads, threads } = world.store;
  const [late, help, unanswered] = await Promise.all([
    caseloads.countLate(care, lateDaysNow(world)),
    caseloads.countHelp(care),
    threads.unansweredIn(care, 0),
  ]);
  return { late: late.owed, help, threads: unanswered.total };
}
