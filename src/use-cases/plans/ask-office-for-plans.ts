// A trainer or admin flags somebody of an office: from now on the three plans are asked of them as of any library.
import { action } from "../../domain/messages/action.js";
import { carriesOutPlans } from "../../domain/people/participant-kind.js";
import { isReachable, type KnownActor } from "../../domain/people/person.js";
import { type Day, dayIn } from "../../domain/time/calendar.js";
import type { Participant } from "../../ports/people/participants.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { World } from "../../ports.js";
import { postTo } from "../posting.js";
import { ensurePlansIn } from "../registration/admission/entries/ensure-plans-in.js";
import { participantToAsk, plansOf } from "./participant-to-ask.js";

export type AskOfficeForPlansOutcome =
  | { kind: "asked"; name: string; libraryName: string; dueOn: Day; isReachable: boolean }
  /** The class's plans are past: nobody begins with one that is late already. */
  | { kind: "too_late"; dueOn: Day }
  | { kind: "not_yours" | "gone" };

/** Twice is once: anyone who carries out plans already is left as they are. */
export async function askOfficeForPlans(
  world: World,
  actor: KnownActor,
  { participantId, saidAt }: { participantId: number; saidAt: Date },
): Promise<AskOfficeForPlansOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const participant = await participantToAsk(store, actor, participantId);
    if (typeof participant === "string") return { kind: participant };
    const { trainingClass, person, library } = participant;
    if (library === null) throw new Error(`Participant ${participantId} registered without a library or office.`);
    if (!carriesOutPlans(participant)) {
      if (trainingClass.plansDueOn < dayIn(trainingClass.zone, saidAt)) {
        return { kind: "too_late", dueOn: trainingClass.plansDueOn };
      }
      if (await store.participants.flag(participant, now)) {
        await ensurePlansIn(store, library.id, trainingClass);
        await tell(inside, participant, await plansOf(store, participant));
        const subject = `participant:${participantId}`;
        await store.audit.record({ actorId: actor.person.id, action: "plans.ask", subject }, now);
      }
    }
    // A colleague of another class may have them with another day.
    const dueOn = (await plansOf(store, participant))[0]?.dueOn ?? trainingClass.plansDueOn;
    return { kind: "asked", name: person.name, libraryName: library.name, dueOn, isReachable: isReachable(person) };
  });
}

/** It is the reminder to write them, too: the ladder goes on with its next rung. */
async function tell(inside: World, { id, person }: Participant, plans: WorkPlan[]): Promise<void> {
  const [first] = plans;
  if (first === undefined) throw new Error(`Participant ${id} was flagged and has no plans.`);
  const now = inside.clock.now();
  // Anyone who has not heard yet that they are asked no longer need not hear that they are.
  const farewell = await inside.store.outbox.takeBack({ subject: `unasked:${id}` }, "asked again", now, [
    "plans_unasked",
  ]);
  if (farewell.length > 0) return;
  await postTo(inside, [
    {
      // Flagged again they are told again.
      key: `plans-asked:${id}:${now.getTime()}`,
      kind: "plans_asked",
      to: person,
      names: [],
      subjects: plans.map((plan) => `plan:${plan.id}`),
      say: (texts) => ({
        ...texts.workPlans.askedFrom(first),
        buttons: [[{ label: texts.workPlans.open, data: action("plans"), tone: "primary" }]],
      }),
    },
  ]);
  const unasked = plans.filter(({ remindedOn }) => remindedOn === null).map((plan) => plan.id);
  await inside.store.plans.markReminded(unasked, dayIn(first.trainingClass.zone, now));
}
