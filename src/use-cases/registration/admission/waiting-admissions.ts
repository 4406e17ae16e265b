// Who waits for a trainer's yes or no, class by class, and since when: for their summary.
import type { Waiting } from "../../../domain/caseload/summary.js";
import { zoneOf } from "../../../domain/people/person.js";
import { dayIn } from "../../../domain/time/calendar.js";
import type { Store } from "../../../ports.js";

export async function waitingAdmissions(
  store: Pick<Store, "admissions">,
  trainerIds: number[],
  now: Date,
): Promise<Map<number, Waiting["admissions"]>> {
  const found = new Map<number, Waiting["admissions"]>();
  // Where somebody waits longest comes first, so the first class of a trainer says since when.
  for (const { trainerId, zone, since, ...ofClass } of await store.admissions.waitingOf(trainerIds, now)) {
    const known = found.get(trainerId) ?? { count: 0, since: dayIn(zoneOf({ zone }), since), classes: [] };
    found.set(trainerId, { ...known, count: known.count + ofClass.count, classes: [...known.classes, ofClass] });
  }
  return found;
}
