// An admin of the whole country opens the cohort of a year.
import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";

export type OpenCohortOutcome = { kind: "opened" | "exists"; cohortId: number; name: string } | { kind: "not_allowed" };

/** Twice is once: a year has one cohort. */
export async function openCohort(
  world: World,
  asked: KnownActor,
  { year, name }: { year: number; name: string },
): Promise<OpenCohortOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const actor = await setUpAlone(store, asked);
    if (!mayOperate(actor)) return { kind: "not_allowed" };
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
