// The classes that somebody runs, the latest first, by pages.
import { lastPage, type Page, ROWS_A_PAGE } from "../../domain/paging.js";
import { careOf } from "../../domain/people/permissions.js";
import type { Actor } from "../../domain/people/person.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";

export interface ClassList extends Page<TrainingClass> {
  /** How many there are on all pages. */
  total: number;
}

export async function listClasses({ store }: World, actor: Actor, wanted = 0): Promise<ClassList> {
  const { total, page, shown } = await store.schedule.classesPage(careOf(actor), { page: wanted, most: ROWS_A_PAGE });
  return { total, page, shown, from: page * ROWS_A_PAGE, last: lastPage(total, ROWS_A_PAGE) };
}

/** Those that somebody teaches, the latest first. */
export function classesTaught({ store }: Pick<World, "store">, personId: number): Promise<TrainingClass[]> {
  return store.classes.ofTrainer(personId);
}
