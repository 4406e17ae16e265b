// A trainer or admin takes the flag of somebody of an office back: they are asked for plans no longer.
//
// Whatever was written or reported stays, and the office's colleagues go on with it; where nobody is left, it rests, and is there
// again once somebody is flagged. It is never refused: a trainer who withdraws a request wants to leave a person in peace, and
// "only if nothing was written" would keep reminding just those who had tried.
import { isOffice } from "../../domain/people/participant-kind.js";
import { isReachable, type KnownActor } from "../../domain/people/person.js";
import type { Participant } from "../../ports/people/participants.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Store, World } from "../../ports.js";
import { postTo } from "../posting.js";
import { participantToAsk, plansOf } from "./participant-to-ask.js";
import { ASKING_KINDS, endRemindersTo } from "./reminders/end-reminders.js";

export type StopAskingForPlansOutcome =
  | { kind: "stopped"; name: string; libraryName: string; isReachable: boolean }
  | { kind: "not_yours" | "gone" };

/** Twice is once: anyone who is not flagged is left as they are. */
export async function stopAskingForPlans(
  world: World,
  actor: KnownActor,
  { participantId }: { participantId: number },
): Promise<StopAskingForPlansOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const participant = await participantToAsk(store, actor, participantId);
    if (typeof participant === "string") return { kind: participant };
    if (!isOffice(participant.kind)) return { kind: "gone" };
    const { person, library } = participant;
    if (participant.flagged) {
      const plans = await plansOf(store, participant);
      // Held, so that anyone who reminds of them meanwhile has posted before, and is taken back, or finds that they are nobody's.
      if (plans[0] !== undefined) await store.plans.lock(plans[0].id);
      if (await store.participants.unflag(participant, now)) {
        await letGo(inside, participant, plans);
        const subject = `participant:${participantId}`;
        await store.audit.record({ actorId: actor.person.id, action: "plans.unask", subject }, now);
      }
    }
    const libraryName = library?.name ?? "";
    return { kind: "stopped", name: person.name, libraryName, isReachable: isReachable(person) };
  });
}

/** Nothing where they are flagged in another class and go on with the plans. */
async function letGo(inside: World, participant: Participant, plans: WorkPlan[]): Promise<void> {
  const { id, person } = participant;
  const [first] = plans;
  if (first === undefined || (await plansOf(inside.store, participant)).length > 0) return;
  const now = inside.clock.now();
  const planIds = plans.map((plan) => plan.id);
  const recalled = await endRemindersTo(inside.store, person.id, planIds, "asked no longer", now);
  // The request had not left yet, so there is nothing to put right.
  if (recalled.includes("plans_asked") || !(await knowsOfPlans(inside.store, participant, planIds))) return;
  const hasEntries = plans.some(({ state }) => state !== "unwritten");
  await postTo(inside, [
    {
      key: `plans-unasked:${id}:${now.getTime()}`,
      kind: "plans_unasked",
      to: person,
      names: [],
      subjects: [`unasked:${id}`],
      say: (texts) => texts.workPlans.askedNoLonger({ libraryName: first.libraryName, hasEntries }),
    },
  ]);
}

/** They got a message about them, or were flagged when they registered, whose receipt speaks of them. */
async function knowsOfPlans(
  store: Store,
  { id, person, trainingClass }: Participant,
  planIds: number[],
): Promise<boolean> {
  for (const planId of planIds) {
    if ((await store.outbox.peopleTold(`plan:${planId}`, ASKING_KINDS)).has(person.id)) return true;
  }
  const roster = await store.participants.rosterOf(trainingClass.id);
  return roster.some(({ participantId, flagged }) => participantId === id && flagged);
}
