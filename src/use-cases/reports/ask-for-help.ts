// "Butuh bantuan": a participant asks the trainer for help with a plan; it stands in the trainer's list until somebody acts.
import { dayIn } from "../../domain/calendar.js";
import { mayCarryOut } from "../../domain/permissions.js";
import type { KnownActor } from "../../domain/person.js";
import type { World } from "../../ports.js";

export type AskForHelpOutcome = { kind: "asked"; trainers: string[] } | { kind: "not_yours" };

/** Once a plan and day, however often the button is pressed. */
export async function askForHelp(
  world: World,
  actor: KnownActor,
  { planId }: { planId: number },
): Promise<AskForHelpOutcome> {
  const now = world.clock.now();
  return world.store.transaction(async (store) => {
    const plan = await store.plans.find(planId);
    if (plan === null) return { kind: "not_yours" };
    const managers = (await store.plans.managersOf([plan.libraryId])).map(({ person }) => person);
    if (!mayCarryOut(actor, managers)) return { kind: "not_yours" };
    const key = `help:${planId}:${dayIn(plan.trainingClass.zone, now)}`;
    await store.followUps.raise([{ key, planId, trainerId: null, reason: "help", dueOn: plan.dueOn }], now);
    const trainers = await store.classes.trainersOf(plan.trainingClass.id);
    return { kind: "asked", trainers: trainers.map(({ name }) => name) };
  });
}
