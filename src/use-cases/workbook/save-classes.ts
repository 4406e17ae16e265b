// The classes of a workbook, with the cohorts and waves that they need.
import type { ClassPlan } from "../../domain/office-workbook/plans/plan-classes.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { NewSession } from "../../domain/programme/sessions.js";
import type { World } from "../../ports.js";
import { addWave } from "../programme/add-wave.js";
import { type ClassChange, changeClass } from "../programme/change-class.js";
import { createClasses, type WishedClass } from "../programme/create-classes.js";
import { openCohort } from "../programme/open-cohort.js";
import { shiftClass } from "../programme/shift-class.js";
import { carriedOut } from "./carried-out.js";

export interface SavedClasses {
  cohorts: number[];
  waves: number[];
  made: number[];
  /** Names of those whose deadline stays: somebody joined after it was planned, and was told of it. */
  joined: string[];
  /** Of a class as it was planned: −1 was the first new one. */
  idOf(planned: number): number;
}

type NewPlan = Extract<ClassPlan, { status: "new" }>;
type ChangedPlan = Extract<ClassPlan, { status: "changed" | "same" }>;

interface SaveClassesInput {
  plans: readonly ClassPlan[];
  /** The sessions with which a new class begins. */
  sessionsOf(planned: number): readonly NewSession[];
  cohortName(year: number): string;
  saidAt: Date;
}

/** Call it in the transaction of the whole workbook. */
export async function saveClasses(
  world: World,
  actor: KnownActor,
  { plans, sessionsOf, cohortName, saidAt }: SaveClassesInput,
): Promise<SavedClasses> {
  const fresh = plans.filter((plan) => plan.status === "new");
  const { waveOf, cohorts, waves } = await openWaves(world, actor, fresh, cohortName);
  const wishes = fresh.map((plan, n): WishedClass => {
    const { provinceCode, startsOn, endsOn, plansDueOn, venue, line } = plan;
    const days = { startsOn, endsOn, plansDueOn };
    return { waveId: waveOf(plan), provinceCode, name: line.name, venue, ...days, sessions: sessionsOf(-n - 1) };
  });
  const made =
    wishes.length === 0 ? [] : carriedOut(await createClasses(world, actor, { wishes, saidAt }), "created").ids;
  const joined: string[] = [];
  for (const plan of plans) {
    if (plan.status === "changed" && !(await changeAll(world, actor, plan, saidAt))) joined.push(plan.line.name);
  }
  return { cohorts, waves, made, joined, idOf: (planned) => (planned < 0 ? (made[-planned - 1] ?? planned) : planned) };
}

/** False where the deadline stays. */
async function changeAll(world: World, actor: KnownActor, plan: ChangedPlan, saidAt: Date): Promise<boolean> {
  const { known, name, shiftTo, venue } = plan;
  if (name !== undefined) await change(world, actor, known.id, { name });
  if (shiftTo !== undefined) {
    const shift = { classId: known.id, from: known.startsOn, to: shiftTo, saidAt };
    carriedOut(await shiftClass(world, actor, shift), "shifted");
  }
  const isAll = await changeEnd(world, actor, plan);
  if (venue !== undefined) await change(world, actor, known.id, { venue });
  return isAll;
}

/** People join without waiting for anybody, so that the first may have come since this was planned. */
async function changeEnd(
  world: World,
  actor: KnownActor,
  { known, endsOn, plansDueOn }: ChangedPlan,
): Promise<boolean> {
  const { id: classId } = known;
  const days = endsOn === undefined ? {} : { endsOn };
  if (plansDueOn === undefined) {
    if (endsOn !== undefined) await change(world, actor, classId, days);
    return true;
  }
  const outcome = await changeClass(world, actor, { classId, change: { ...days, plansDueOn } });
  const isRefused = outcome.kind === "refused" && outcome.reason === "has_participants";
  if (!isRefused) {
    carriedOut(outcome, "changed");
    return true;
  }
  // A last day behind the deadline that stays is refused, and stays with it.
  if (endsOn !== undefined) await changeClass(world, actor, { classId, change: days });
  return false;
}

async function change(world: World, actor: KnownActor, classId: number, wanted: ClassChange): Promise<void> {
  carriedOut(await changeClass(world, actor, { classId, change: wanted }), "changed");
}

/** Of a wave that is not there yet its classes tell when it is. */
async function openWaves(
  world: World,
  actor: KnownActor,
  plans: readonly NewPlan[],
  cohortName: (year: number) => string,
) {
  const keyOf = ({ year, wave }: NewPlan) => `${year}|${wave}`;
  const ids = new Map<string, number>();
  const [cohorts, waves]: [number[], number[]] = [[], []];
  for (const plan of plans) {
    const key = keyOf(plan);
    if (plan.waveId !== null) ids.set(key, plan.waveId);
    if (ids.has(key)) continue;
    const { year } = plan;
    const cohort = carriedOut(await openCohort(world, actor, { year, name: cohortName(year) }), "opened", "exists");
    if (cohort.kind === "opened") cohorts.push(cohort.cohortId);
    const own = plans.filter((one) => keyOf(one) === key);
    const startsOn = own.reduce((first, one) => (one.startsOn < first ? one.startsOn : first), plan.startsOn);
    const endsOn = own.reduce((last, one) => (one.endsOn > last ? one.endsOn : last), plan.endsOn);
    const wish = { cohortId: cohort.cohortId, number: plan.wave, startsOn, endsOn };
    const wave = carriedOut(await addWave(world, actor, wish), "added", "exists");
    if (wave.kind === "added") waves.push(wave.waveId);
    ids.set(key, wave.waveId);
  }
  const waveOf = (plan: NewPlan): number => {
    const id = ids.get(keyOf(plan));
    if (id === undefined) throw new Error(`Wave ${keyOf(plan)} was not opened.`);
    return id;
  };
  return { waveOf, cohorts, waves };
}
