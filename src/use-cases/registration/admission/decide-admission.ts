// A trainer or admin says yes or no to somebody who is not on the roster; each can be undone by the other.

import type { KnownActor } from "../../../domain/people/person.js";
import type { Admission } from "../../../domain/registration/admission.js";
import type { AdmissionCase, Merged, Parted } from "../../../ports/people/admissions.js";
import type { Store, World } from "../../../ports.js";
import { endRemindersTo } from "../../plans/reminders/end-reminders.js";
import { postTo, type ToPost } from "../../posting.js";
import { recallStoriesOf } from "../../stories/withdraw-story.js";
import { findHolding } from "./entries/hold-people.js";
import { takeOut, tellOfLeaving } from "./entries/take-out.js";
import { findAdmission } from "./find-admission.js";
import { letIn } from "./let-in.js";
import { admittedMessage, turnedAwayMessage } from "./say-decision.js";
import { admissionSubject, tellOfColleague } from "./tell-of-arrival.js";

export type DecideAdmissionOutcome =
  | { kind: "admitted"; admission: AdmissionCase; merged: Merged | null }
  /** `parted`: what became of their entries, where a yes was taken back. */
  | { kind: "refused"; admission: AdmissionCase; parted: Parted | null }
  /** The question had been answered when it was pressed, by somebody else or in the other way: nothing is changed. */
  | { kind: "decided"; admission: AdmissionCase }
  /** Their number is on the roster: that cannot be taken back here. */
  | { kind: "invited"; admission: AdmissionCase }
  | { kind: "gone" }
  | { kind: "not_yours" };

/**
 * Twice is once: a decision that stands already changes nothing and tells nobody. `undoes`: anyone who decides has seen what was decided
 * before; else it is the answer to a question that may have lain in the chat since a colleague answered it.
 */
export async function decideAdmission(
  world: World,
  actor: KnownActor,
  { participantId, decision, undoes = true }: { participantId: number; decision: "yes" | "no"; undoes?: boolean },
): Promise<DecideAdmissionOutcome> {
  return world.transaction(async (inside) => {
    const { store } = inside;
    const seen = await findHolding(store, actor, participantId);
    if (seen.kind !== "found") return seen;
    // Locked, then read again: of two who decide at once the second sees what the first decided.
    await store.participants.ensureLibrary(seen.admission.participant.library);
    const found = await findAdmission(store, actor, participantId);
    if (found.kind !== "found") return found;
    if (!undoes && isAnswered(found.admission, actor, decision)) return { kind: "decided", admission: found.admission };
    return decision === "yes" ? sayYes(inside, actor, found.admission) : sayNo(inside, actor, found.admission);
  });
}

/** Their own press again says again what it said. */
function isAnswered({ participant, decidedBy }: AdmissionCase, actor: KnownActor, decision: "yes" | "no"): boolean {
  const { admission } = participant;
  if (admission !== "admitted" && admission !== "refused") return false;
  return admission !== (decision === "yes" ? "admitted" : "refused") || decidedBy?.id !== actor.person.id;
}

async function sayYes(inside: World, actor: KnownActor, admission: AdmissionCase): Promise<DecideAdmissionOutcome> {
  const { id, admission: before } = admission.participant;
  if (before === "admitted") return { kind: "admitted", admission, merged: null };
  await note(inside, actor, id, "admitted");
  const merged = await letIn(inside, id);
  await tellOfColleague(inside, id, actor.person.id);
  await tellPerson(inside, admission, (texts) => admittedMessage(texts, admission, merged));
  return { kind: "admitted", admission, merged };
}

async function sayNo(inside: World, actor: KnownActor, admission: AdmissionCase): Promise<DecideAdmissionOutcome> {
  const now = inside.clock.now();
  const { id, admission: before, person, library, trainingClass } = admission.participant;
  if (before === "refused") return { kind: "refused", admission, parted: null };
  const others = await inside.store.admissions.sameLibrary(id);
  const isInvited = (await inside.store.admissions.wasInvited(id)) || (await anyInvited(inside.store, others));
  if (before === "admitted" && isInvited) return { kind: "invited", admission };
  const plans = (await inside.store.plans.ofPerson(person.id)).filter(({ libraryId }) => libraryId === library.id);
  const planIds = plans.map((plan) => plan.id);
  await endRemindersTo(inside.store, person.id, planIds, "not admitted", now);
  const all = [{ id, admission: before, libraryId: library.id }, ...others];
  for (const one of all) {
    await note(inside, actor, one.id, "refused");
    await recallStoriesOf(inside, one.id, "not admitted");
    if (one.admission === "begun") await inside.store.admissions.setAside(one.libraryId, one.id);
    await inside.store.admissions.release(one.libraryId, person.id, now);
  }
  const parted = await takeOut(inside, admission, all);
  if (parted !== null) await tellOfLeaving(inside, admission, parted);
  const trainers = await inside.store.classes.carersOf(trainingClass.id, now);
  const named = trainers.map(({ name }) => name);
  const ids = trainers.map((trainer) => trainer.id);
  await tellPerson(inside, admission, (texts) => turnedAwayMessage(texts, admission, named, parted), ids);
  return { kind: "refused", admission, parted };
}

async function anyInvited(store: Store, others: { id: number }[]): Promise<boolean> {
  for (const { id } of others) if (await store.admissions.wasInvited(id)) return true;
  return false;
}

async function note(inside: World, actor: KnownActor, id: number, admission: Admission): Promise<void> {
  const now = inside.clock.now();
  await inside.store.admissions.decide(id, { admission, byId: actor.person.id, askedAt: null }, now);
  await inside.store.outbox.cancelAbout(admissionSubject(id), "decided", now, ["admission_request"]);
  const verb = admission === "admitted" ? "admission.yes" : "admission.no";
  await inside.store.audit.record({ actorId: actor.person.id, action: verb, subject: `participant:${id}` }, now);
}

async function tellPerson(
  inside: World,
  { participant }: AdmissionCase,
  say: ToPost["say"],
  names: number[] = [],
): Promise<void> {
  const { id, person, trainingClass } = participant;
  await postTo(inside, [
    {
      key: `admission-decided:${id}:${inside.clock.now().getTime()}`,
      kind: "answer",
      to: { ...person, zone: person.zone ?? trainingClass.zone },
      subjects: [admissionSubject(id)],
      names,
      say,
    },
  ]);
}
