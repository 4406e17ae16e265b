// What is set up of the programme, as far as an admin's reach goes: cohorts, waves, provinces, classes.
import { adminReach } from "../../domain/people/admin-reach.js";
import { mayOperate, maySetUpClass, maySetUpSomeClass } from "../../domain/people/permissions.js";
import { type Actor, isAdmin } from "../../domain/people/person.js";
import { type Beginning, beginningOf, type ProgrammeCounts } from "../../domain/programme/beginning.js";
import type { TrainingClass } from "../../ports/programme/classes.js";
import type { ClassContents, ClassLine, CohortLine, ProvinceLine, WaveLine } from "../../ports/programme/programme.js";
import type { World } from "../../ports.js";

/** not_allowed: no admin, or not of this; the same for what is not there. */
export type Viewed<T> = ({ kind: "found" } & T) | { kind: "not_allowed" };

const NOT_ALLOWED = { kind: "not_allowed" } as const;

export interface ProgrammeView {
  cohorts: CohortLine[];
  counts: ProgrammeCounts;
  beginning: Beginning;
  /** Cohorts and waves are made by admins of the whole country. */
  mayAdd: boolean;
  /** Classes and their rosters: not for a kabupaten alone. */
  maySetUp: boolean;
}

export async function viewProgramme({ store }: World, actor: Actor): Promise<Viewed<ProgrammeView>> {
  if (!isAdmin(actor)) return NOT_ALLOWED;
  const reach = adminReach(actor.roles);
  const counts = await store.programme.counts(reach);
  const cohorts = await store.programme.cohorts(reach);
  const rights = { mayAdd: mayOperate(actor), maySetUp: maySetUpSomeClass(actor) };
  return { kind: "found", cohorts, counts, beginning: beginningOf(counts), ...rights };
}

export async function viewCohort(
  { store }: World,
  actor: Actor,
  cohortId: number,
): Promise<Viewed<{ cohort: CohortLine; waves: WaveLine[]; mayAdd: boolean }>> {
  if (!isAdmin(actor)) return NOT_ALLOWED;
  const reach = adminReach(actor.roles);
  const cohort = (await store.programme.cohorts(reach)).find(({ id }) => id === cohortId);
  if (cohort === undefined) return NOT_ALLOWED;
  return { kind: "found", cohort, waves: await store.programme.waves(cohortId, reach), mayAdd: mayOperate(actor) };
}

export async function viewWave(
  { store }: World,
  actor: Actor,
  waveId: number,
): Promise<Viewed<{ wave: WaveLine; provinces: ProvinceLine[]; mayAddClass: boolean }>> {
  if (!isAdmin(actor)) return NOT_ALLOWED;
  const reach = adminReach(actor.roles);
  const wave = await store.programme.findWave(waveId, reach);
  if (wave === null) return NOT_ALLOWED;
  const provinces = await store.programme.provinces(waveId, reach);
  return { kind: "found", wave, provinces, mayAddClass: maySetUpSomeClass(actor, wave.cohortId) };
}

export async function viewProvinceOfWave(
  { store }: World,
  actor: Actor,
  { waveId, provinceCode }: { waveId: number; provinceCode: string },
): Promise<Viewed<{ wave: WaveLine; provinceName: string; classes: ClassLine[] }>> {
  const wave = await store.programme.findWave(waveId, adminReach(actor.roles));
  const province = await store.places.find(provinceCode);
  if (wave === null || province?.level !== "province") return NOT_ALLOWED;
  if (!maySetUpClass(actor, { provinceCode, cohortId: wave.cohortId })) return NOT_ALLOWED;
  const classes = await store.programme.classes(waveId, provinceCode);
  return { kind: "found", wave, provinceName: province.name, classes };
}

/** Where a copy of the class may be made: the latest year first. What somebody practises on is copied within the practice. */
export async function wavesForCopy({ store }: World, actor: Actor, model: TrainingClass): Promise<WaveLine[]> {
  const reach = adminReach(actor.roles);
  if (model.practiceOf !== 0) return store.programme.waves(model.cohortId, reach);
  const waves: WaveLine[] = [];
  for (const { id: cohortId } of await store.programme.cohorts(reach)) {
    if (!maySetUpClass(actor, { provinceCode: model.provinceCode, cohortId })) continue;
    waves.push(...(await store.programme.waves(cohortId, reach)));
  }
  return waves;
}

export async function viewClassSetUp(
  { store }: World,
  actor: Actor,
  classId: number,
): Promise<Viewed<{ trainingClass: TrainingClass; contents: ClassContents }>> {
  const trainingClass = await store.classes.find(classId);
  if (trainingClass === null || !maySetUpClass(actor, trainingClass)) return NOT_ALLOWED;
  return { kind: "found", trainingClass, contents: await store.programme.contents(classId) };
}
