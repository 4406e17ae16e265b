// Somebody takes a library over: its plans, drafts and days are theirs from now on, and the one before them is asked for nothing more.
import type { PostKind } from "../../../domain/messages/post-kind.js";
import type { KnownActor } from "../../../domain/people/person.js";
import { provinceCodeOf } from "../../../domain/places/place.js";
import { zoneOfProvince } from "../../../domain/time/zone.js";
import type { World } from "../../../ports.js";
import { ASKING_KINDS } from "../../plans/reminders/end-reminders.js";
import { passRemindersOn } from "../../plans/reminders/pass-reminders-on.js";
import { peopleAround } from "../admission/entries/hold-people.js";
import { findHandover, type HandingOver, type HandoverProblem } from "./find-handover.js";
import { tellOfHandover } from "./tell-of-handover.js";

/** What somebody who takes part in nothing any more is told no more. */
const OF_PARTICIPANTS: PostKind[] = [
  ...ASKING_KINDS,
  ...([
    "draft_nudge",
    "plans_unasked",
    "deadline_change",
    "session_reminder",
    "online_link",
    "schedule_change",
    "colleague",
  ] as const),
  ...([
    "class_message",
    "read_reminder",
    "announcement",
    "story_of_others",
    "feedback_invitation",
    "pause_over",
  ] as const),
];

export type TakeOverOutcome =
  | { kind: "taken"; participantId: number }
  | { kind: HandoverProblem | "unknown" }
  /** Who has no name yet says it first. */
  | { kind: "nameless" };

/** Twice is once. `says`: what somebody new said of themselves. */
export async function takeOver(
  world: World,
  actor: KnownActor,
  { code, says }: { code: string; says: { name: string; phone: string | null } | null },
): Promise<TakeOverOutcome> {
  return world.transaction(async (inside): Promise<TakeOverOutcome> => {
    const { store } = inside;
    const now = inside.clock.now();
    const seen = await findHandover(inside, actor, code);
    if (seen.kind === "taken") return { kind: "taken", participantId: await ownOf(inside, actor, seen.from) };
    if (seen.kind !== "open") return seen;
    const { library, trainingClass, person: before } = seen.from;
    const around = await peopleAround(store, { library, trainingClass });
    const erased = await store.people.hold([actor.person.id, before.id, ...around]);
    if (erased.has(actor.person.id) || erased.has(before.id)) return { kind: "gone" };
    // Locked, then read again: of two who use a code at once the second sees that it was used.
    await store.participants.ensureLibrary(library);
    const found = await findHandover(inside, actor, code);
    if (found.kind === "taken") return { kind: "taken", participantId: await ownOf(inside, actor, found.from) };
    if (found.kind !== "open") return found;
    const person = await store.people.find(actor.person.id);
    if (person === null || (person.name === "" && says === null)) return { kind: "nameless" };
    if (!(await store.handovers.use(found.handover.code, person.id, now))) return { kind: "used" };
    const zone = person.zone ?? zoneOfProvince(provinceCodeOf(library.placeCode));
    await store.people.change(person.id, {
      ...{ zone, name: says?.name ?? person.name },
      ...(says?.phone != null && { phone: says.phone }),
    });
    const participantId = await changeHands(inside, actor, found.from);
    await tellOfHandover(inside, found.from, participantId);
    return { kind: "taken", participantId };
  });
}

async function changeHands(inside: World, actor: KnownActor, from: HandingOver): Promise<number> {
  const { store } = inside;
  const now = inside.clock.now();
  const { library, person: before } = from;
  const plans = (await store.plans.ofPerson(before.id)).filter(({ libraryId }) => libraryId === library.id);
  const planIds = plans.map(({ id }) => id);
  await passRemindersOn(inside, before.id, plans, "handed over");
  const theirs = await store.participants.ofPerson(before.id);
  const ofLibrary = theirs.filter((one) => one.library?.id === library.id);
  for (const { id, kind, flagged, admission, trainingClass } of ofLibrary) {
    // They come with the right that the one before them had, and with no better one.
    const arrives = { personId: actor.person.id, classId: trainingClass.id, kind, flagged, libraryId: library.id };
    await store.participants.add({ ...arrives, rosterRowId: null, admission, askedAt: null }, now);
    await store.handovers.leave(id, now);
  }
  await store.admissions.bind(library.id, actor.person.id, now);
  await store.admissions.release(library.id, before.id, now);
  if (before.telegramId !== null) await store.handovers.bringDrafts(planIds, before.telegramId, actor.telegramId);
  if (theirs.length === ofLibrary.length) await store.outbox.cancelFor(before.id, "handed over", now, OF_PARTICIPANTS);
  const subject = `participant:${from.id}`;
  await store.audit.record({ actorId: actor.person.id, action: "handover.take", subject }, now);
  return ownOf(inside, actor, from);
}

async function ownOf({ store }: World, actor: KnownActor, { trainingClass }: HandingOver): Promise<number> {
  const own = await store.participants.ofPersonInClass(actor.person.id, trainingClass.id);
  if (own === null)
    throw new Error(`Nobody of the class ${trainingClass.id} has taken over, though the code was used.`);
  return own.id;
}
