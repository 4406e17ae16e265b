// The classes whose rosters an admin may fill.
import { adminReach } from "../../domain/people/admin-reach.js";
import type { Actor } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";

/** The latest first. */
export async function classesToFill({ store }: World, actor: Actor): Promise<TrainingClass[]> {
  return store.schedule.classesInCare({ trainerId: null, regions: adminReach(actor.roles) });
}
