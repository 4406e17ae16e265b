// What stands behind a code: a library to take over, or why it cannot be taken.
import { carriesOutPlans } from "../../../domain/people/participant-kind.js";
import type { Actor } from "../../../domain/people/person.js";
import { readHandoverCode } from "../../../domain/registration/handover.js";
import type { Handover } from "../../../ports/handovers.js";
import type { Library, Participant } from "../../../ports/people/participants.js";
import type { Store, World } from "../../../ports.js";
import { owedNoticeToJoin } from "../owed-notice.js";

export type HandingOver = Participant & { library: Library };

export type HandoverProblem =
  /** own: their own code · gone: who made it acts for the library no more · elsewhere: they are in the class for another library */
  | ("expired" | "cancelled" | "used" | "own" | "gone" | "elsewhere")
  /** This very person used it, and has left since. */
  | "passed_on"
  /** A trainer is to say about them, or has said no. · An account of a trainer or admin that has not agreed as a participant. */
  | ("waits" | "staff");

export type FoundHandover =
  | { kind: "open"; handover: Handover; from: HandingOver }
  /** By this very person. */
  | { kind: "taken"; from: HandingOver }
  | { kind: HandoverProblem }
  /** No code of ours. */
  | { kind: "unknown" };

export async function findHandover(world: World, actor: Actor, typed: string): Promise<FoundHandover> {
  const { store, clock } = world;
  const code = readHandoverCode(typed);
  const handover = code === null ? null : await store.handovers.find(code);
  if (handover === null) return { kind: "unknown" };
  const from = await store.participants.find(handover.participantId);
  if (from === null || from.library === null) return { kind: "gone" };
  const handingOver = { ...from, library: from.library };
  if (handover.usedAt !== null) {
    if (actor.person === null || handover.takenById !== actor.person.id) return { kind: "used" };
    const own = await store.participants.ofPersonInClass(actor.person.id, from.trainingClass.id);
    return own === null ? { kind: "passed_on" } : { kind: "taken", from: handingOver };
  }
  if (handover.cancelledAt !== null) return { kind: "cancelled" };
  if (handover.expiresAt <= clock.now()) return { kind: "expired" };
  if (!(await mayHandOver(store, handingOver))) return { kind: "gone" };
  if (actor.person?.id === from.person.id) return { kind: "own" };
  const problem = await hindranceOf(world, actor, handingOver);
  return problem === null ? { kind: "open", handover, from: handingOver } : { kind: problem };
}

/** Whoever acts for a library now, and for whom its plans are; one who waits for a yes has nothing to give. */
export async function mayHandOver(store: Store, participant: Participant): Promise<boolean> {
  const { admission, library, person } = participant;
  if (library === null || library.holderId !== 0 || library.practiceOf !== 0) return false;
  if ((admission !== "admitted" && admission !== "begun") || !carriesOutPlans(participant)) return false;
  const managers = await store.plans.managersOf([library.id]);
  return managers.some((one) => one.person.id === person.id);
}

async function hindranceOf(world: World, actor: Actor, from: HandingOver): Promise<HandoverProblem | null> {
  const { person } = actor;
  if (person === null) return null;
  if (actor.roles.length > 0 && owedNoticeToJoin(world, actor) !== null) return "staff";
  for (const one of await world.store.participants.ofPerson(person.id)) {
    const isHere = one.library?.id === from.library.id;
    if (isSameLibrary(one.library, from.library) && (one.admission === "waiting" || one.admission === "refused")) {
      return "waits";
    }
    if (one.trainingClass.id === from.trainingClass.id && !isHere) return "elsewhere";
  }
  return null;
}

/** A village has one village library; entries kept apart for it are about the same. */
function isSameLibrary(one: Library | null, other: Library): boolean {
  if (one === null || one.kind !== other.kind || one.placeCode !== other.placeCode) return false;
  return one.kind !== "tbm" || one.name === other.name;
}
