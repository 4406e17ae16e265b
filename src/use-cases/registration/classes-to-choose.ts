// The classes that can be joined, for the questions of registration.
import { dayIn } from "../../domain/time/calendar.js";
import { zoneOfProvince } from "../../domain/time/zone.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";

/** Those of a province, when that was said. */
export function classesToChoose(
  { store }: Pick<World, "store">,
  province: string,
  saidAt: Date,
): Promise<TrainingClass[]> {
  return store.classes.joinable(province, dayIn(zoneOfProvince(province), saidAt));
}

/** The class of the link that was opened, or the one that was chosen. */
export function classToJoin({ store }: Pick<World, "store">, id: number): Promise<TrainingClass | null> {
  return store.classes.find(id);
}
