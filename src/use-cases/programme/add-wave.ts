// An admin of the whole country adds a wave to a cohort.

import { mayOperate } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Day } from "../../domain/time/calendar.js";
import type { World } from "../../ports.js";
import { setUpAlone } from "../set-up-alone.js";

export interface AddWaveInput {
  cohortId: number;
  /** As the form offered it: the next one that was free then. */
  number: number;
  startsOn: Day;
  endsOn: Day;
}

export type AddWaveOutcome = { kind: "added" | "exists"; waveId: number } | { kind: "not_allowed" };

/** Twice is once: a cohort has one wave of each number. */
export async function addWave(
  world: World,
  asked: KnownActor,
  { cohortId, number, startsOn, endsOn }: AddWaveInput,
): Promise<AddWaveOutcome> {
  const now = world.clock.now();
  return world.transaction(async ({ store }) => {
    const actor = await setUpAlone(store, asked);
    if (!mayOperate(actor)) return { kind: "not_allowed" };
    if (!(await store.programme.cohorts([])).some(({ id }) => id === cohortId)) return { kind: "not_allowed" };
    const before = (await store.programme.waves(cohortId, [])).find((wave) => wave.number === number);
    if (before !== undefined) return { kind: "exists", waveId: before.id };
    const waveId = await store.programme.insertWave({ cohortId, number, startsOn, endsOn });
    const details = { cohortId, number, startsOn, endsOn };
    await store.audit.record({ actorId: actor.person.id, action: "wave.add", subject: `wave:${waveId}`, details }, now);
    return { kind: "added", waveId };
  });
}
