// The letter that somebody's work plans are carried out: for themselves, or for those who follow them up. It gets its number when it is
// opened first, and keeps it.
import { letterNumber } from "../../domain/completion/completion.js";
import { type Actor, isKnown, type KnownActor } from "../../domain/people/person.js";
import type { Participant } from "../../ports/people/participants.js";
import type { CompletionLetter } from "../../ports/plans/completion.js";
import type { WorkPlan } from "../../ports/plans/work-plans.js";
import type { Store, World } from "../../ports.js";
import type { Refusal } from "../access.js";
import { findPerson } from "../caseload/find-person.js";
import { completedBy } from "./who-completed.js";

export type OpenedLetter =
  | { kind: "ready"; letter: CompletionLetter; participant: Participant; plans: WorkPlan[]; isOwn: boolean }
  /** Something is open again, or waits to be reviewed · all was accepted before the library came to them. */
  | { kind: "unfinished" | "before_them"; isOwn: boolean }
  | Refusal;

export async function openLetter(world: World, actor: KnownActor, participantId: number): Promise<OpenedLetter> {
  const own = (await everOf(world.store, actor.person.id)).find(({ id }) => id === participantId);
  if (own === undefined) {
    const found = await findPerson(world, actor, { participantId });
    if (found.kind !== "found") return found;
  }
  const isOwn = own !== undefined;
  return world.transaction(async ({ store, clock, ids }) => {
    const participant = await store.participants.find(participantId);
    const done = participant === null ? null : await completedBy(store, participant);
    if (participant === null || done === null) return { kind: "unfinished", isOwn };
    if (done.kind !== "completed") return { kind: done.kind, isOwn };
    const now = clock.now();
    const { letter, isNew } = await store.completion.ensure({ number: letterNumber(ids.token()), participantId }, now);
    if (isNew) {
      const subject = `participant:${participantId}`;
      await store.audit.record({ actorId: actor.person.id, action: "letter.issue", subject, details: {} }, now);
    }
    return { kind: "ready", letter, participant, plans: done.plans, isOwn };
  });
}

/** Of the one who asks: where all is done and accepted; of a library that they handed over: where it was until then. */
export async function lettersToOpen({ store }: Pick<World, "store">, actor: Actor): Promise<Participant[]> {
  if (!isKnown(actor)) return [];
  const mine = await everOf(store, actor.person.id);
  const done = await Promise.all(mine.map((one) => completedBy(store, one)));
  return mine.filter((_, at) => done[at]?.kind === "completed");
}

async function everOf({ participants }: Store, personId: number): Promise<Participant[]> {
  return [...(await participants.ofPerson(personId)), ...(await participants.leftBy(personId))];
}
