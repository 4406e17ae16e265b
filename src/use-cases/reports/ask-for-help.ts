// "Butuh bantuan": a participant asks the trainers for help with a plan. They hear of it at once, as of any question, and it stands
// in their list until somebody acts.

import { mayCarryOut } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import { type PassedOn, passOn } from "../threads/pass-on.js";

export type AskForHelpOutcome =
  /** `threadId`: where it is answered; null for a library whose people are in no class any more: it stands in the list alone. */
  | { kind: "asked"; threadId: number | null; passedOn: PassedOn | null }
  /** Once a plan and day, however often the button is pressed; `threadId` as above. */
  | { kind: "asked_already"; threadId: number | null }
  | { kind: "not_yours" };

export async function askForHelp(
  world: World,
  actor: KnownActor,
  { planId, updateId, saidAt }: { planId: number; updateId: number; saidAt: Date },
): Promise<AskForHelpOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const plan = await store.plans.find(planId);
    if (plan === null) return { kind: "not_yours" };
    const managers = (await store.plans.managersOf([plan.libraryId])).map(({ person }) => person);
    if (!mayCarryOut(actor, managers)) return { kind: "not_yours" };
    const key = `help:${planId}:${dayIn(plan.trainingClass.zone, saidAt)}`;
    const raised = await store.followUps.raise(
      [{ key, planId, trainerId: null, reason: "help", dueOn: plan.dueOn }],
      now,
    );
    if (!raised.has(key)) return { kind: "asked_already", threadId: await store.followUps.threadOf(key) };
    const told = await tellTrainers(inside, actor, plan, updateId);
    if (told.threadId !== null) await store.followUps.noteThread(key, told.threadId);
    return { kind: "asked", ...told };
  });
}

async function tellTrainers(inside: World, { person, language }: KnownActor, plan: WorkPlan, updateId: number) {
  const participations = await inside.store.participants.ofPerson(person.id);
  const ofClass = participations.find(({ trainingClass }) => trainingClass.id === plan.trainingClass.id);
  const participant = ofClass ?? participations[0];
  if (participant === undefined) return { threadId: null, passedOn: null };
  const obstacle = plan.state === "stuck" ? ((await inside.store.reports.latestOf(plan.id))?.obstacle ?? null) : null;
  const text = textsFor(language).reports.helpText({ type: plan.type, obstacle });
  const question = { participantId: participant.id, authorId: person.id, text, files: [], updateId };
  const { threadId, messageId } = await inside.store.threads.open(question, inside.clock.now());
  const thread = await inside.store.threads.find(threadId);
  if (thread === null) throw new Error(`No thread ${threadId}, though it was just opened.`);
  return { threadId, passedOn: await passOn(inside, thread, { messageId, author: person, text, files: [] }) };
}
