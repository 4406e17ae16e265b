// An admin of the whole country opens the cohort of a year.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";

export type OpenCohortOutcome = { kind: "opened" | "exists"; cohortId: number; name: string } | { kind: "not_allowed" };

/** Twice is once: a year has one cohort. */
export async function openCohort(
  world: World,
  actor: KnownActor,
  { year, name }: { year: number; name: string },
): Promise<OpenCohortOutcome> {
  if (!mayOperate(actor)) return { kind: "not_allowed" };
  const now = world.clock.now();
  return world.store.transaction(async (store) => {
    await store.programme.hold();
    const before = (await store.programme.cohorts([])).find((cohort) => cohort.year === year);
    if (before !== undefined) return { kind: "exists", cohortId: before.id, name: before.name };
    const cohortId = await store.programme.insertCohort({ year, name });
    const subject = `cohort:${cohortId}`;
    await store.audit.record(
      { actorId: actor.person.id, action: "cohort.open", subject, details: { year, name } },
      now,
    );
    return { kind: "opened", cohortId, name };
  });
}
