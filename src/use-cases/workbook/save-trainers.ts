// The trainers of a workbook: on the list with their invitations, and at their classes.
import type { TrainerPlan } from "../../domain/office-workbook/plans/plan-trainers.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { WorkbookMade } from "../../ports/programme/roster.js";
import type { World } from "../../ports.js";
import { teachClasses } from "../staff/classes/teach-classes.js";
import { inviteStaff } from "../staff/invite-staff.js";
import { inviteTrainers } from "../staff/invite-trainers.js";
import { renameTrainer } from "../staff/rename-trainer.js";
import { carriedOut } from "./carried-out.js";

type Made = Pick<WorkbookMade, "trainers" | "teaching">;
type NewPlan = Extract<TrainerPlan, { status: "new" }>;

interface Saving {
  world: World;
  actor: KnownActor;
  idOf(planned: number): number;
  made: Made;
}

/** Call it when the classes are saved, in the same transaction. */
export async function saveTrainers(
  world: World,
  actor: KnownActor,
  { plans, idOf }: { plans: readonly TrainerPlan[]; idOf(planned: number): number },
): Promise<Made> {
  const saving: Saving = { world, actor, idOf, made: { trainers: [], teaching: [] } };
  const fresh = plans.filter((plan) => plan.status === "new");
  const known = new Set(
    (await world.store.staff.trainersByPhone(fresh.map(({ phone }) => phone))).map((one) => one.phone),
  );
  await addStrangers(
    saving,
    fresh.filter(({ phone }) => !known.has(phone)),
  );
  for (const plan of fresh) if (known.has(plan.phone)) await addKnown(saving, plan);
  for (const plan of plans) {
    if (plan.status !== "changed") continue;
    const classIds = plan.classes.map(({ id }) => idOf(id));
    if (plan.name !== undefined) await rename(saving, plan.known.personId, plan.name);
    await teach(saving, plan.known.personId, classIds);
  }
  return saving.made;
}

async function addStrangers({ world, actor, idOf, made }: Saving, plans: readonly NewPlan[]): Promise<void> {
  if (plans.length === 0) return;
  const wishes = plans.map(({ line, phone, classes }) => ({
    ...{ name: line.name, phone, classIds: classes.map(({ id }) => idOf(id)) },
  }));
  const { ids } = carriedOut(await inviteTrainers(world, actor, wishes), "invited");
  made.trainers.push(...ids);
  for (const [n, { classIds }] of wishes.entries()) {
    made.teaching.push(...classIds.map((classId) => ({ classId, personId: ids[n] ?? 0 })));
  }
}

/** A participant, an admin, or a trainer of former days: they keep who they are, and hear of their role. */
async function addKnown(saving: Saving, { line, phone, classes }: NewPlan): Promise<void> {
  const { world, actor, idOf, made } = saving;
  const [first, ...others] = classes.map(({ id }) => idOf(id));
  const wish = { role: "trainer", classId: first ?? null } as const;
  const { person } = carriedOut(await inviteStaff(world, actor, { name: line.name, phone, wish }), "invited");
  made.trainers.push(person.id);
  if (first !== undefined) made.teaching.push({ classId: first, personId: person.id });
  await teach(saving, person.id, others);
}

async function rename({ world, actor }: Saving, personId: number, name: string): Promise<void> {
  carriedOut(await renameTrainer(world, actor, { personId, name }), "renamed");
}

async function teach({ world, actor, made }: Saving, personId: number, classIds: readonly number[]): Promise<void> {
  if (classIds.length === 0) return;
  const { taught } = carriedOut(await teachClasses(world, actor, { classIds, personId }), "done");
  made.teaching.push(...taught.map((classId) => ({ classId, personId })));
}
