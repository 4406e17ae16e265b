// What is set up and not over yet, as the workbook has it that goes out: to be changed there and sent back.
import { maySetUpClass } from "../../domain/people/permissions.js";
import { type Actor, isAdmin } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { TrainingClass, TrainingSession } from "../../ports/programme/classes.js";
import type { World } from "../../ports.js";
import { classesToFill } from "../roster/classes-to-fill.js";

export type ProgrammeInWorkbook =
  /** Sessions of these classes that are still to come, the first to begin first. */
  { kind: "found"; classes: TrainingClass[]; sessions: TrainingSession[] } | { kind: "not_allowed" };

export async function programmeInWorkbook(world: World, actor: Actor): Promise<ProgrammeInWorkbook> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  const now = world.clock.now();
  const open = (await classesToFill(world, actor)).filter(
    (one) => maySetUpClass(actor, one) && one.plansDueOn >= dayIn(one.zone, now),
  );
  const classes = open.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id - b.id);
  const all = await world.store.programme.sessionsOfAll(classes.map(({ id }) => id));
  const sessions = all.filter(({ endsAt, cancelledAt }) => cancelledAt === null && endsAt > now);
  return { kind: "found", classes, sessions };
}
