// Makes somebody one of those who act for their library, and brings along what they had entered beside it.
import type { Merged } from "../../../ports/people/admissions.js";
import type { Library, Participant } from "../../../ports/people/participants.js";
import type { Store, World } from "../../../ports.js";
import { ASKING_KINDS } from "../../plans/reminders/end-reminders.js";
import { settleDeadlines } from "../../plans/settle-deadlines.js";
import { ensurePlansIn } from "./entries/ensure-plans-in.js";
import { tellOfWaiting } from "./tell-of-arrival.js";

/** Anyone who had only begun there steps back: they wait for a yes, with all that they entered. Twice is once. */
export async function letIn(inside: World, participantId: number): Promise<Merged> {
  const now = inside.clock.now();
  const participant = await libraryOf(inside.store, participantId);
  const { person, trainingClass, library: own } = participant;
  const beginnerId = await setBeginnerAside(
    inside.store,
    await inside.store.participants.ensureLibrary(own),
    person.id,
    now,
  );
  const library = await inside.store.participants.ensureLibrary(own);
  await inside.store.admissions.bind(library.id, person.id, now);
  await ensurePlansIn(inside.store, library.id, trainingClass);
  if (beginnerId !== null) await tellOfWaiting(inside, beginnerId, { hadBegun: true });
  const merged = await bringAlong(inside.store, participant, own, library, now);
  // One yes is about the person and the library, in whichever class it was asked.
  for (const other of await inside.store.admissions.sameLibrary(participantId)) {
    if (other.admission === "admitted") continue;
    await inside.store.admissions.decide(other.id, { admission: "admitted", byId: null, askedAt: null }, now);
    const elsewhere = await libraryOf(inside.store, other.id);
    await ensurePlansIn(inside.store, library.id, elsewhere.trainingClass);
    const more = await bringAlong(inside.store, elsewhere, elsewhere.library, library, now);
    merged.plans += more.plans;
    merged.reports += more.reports;
    merged.planIds.push(...more.planIds);
    // Both may have waited with the same place apart.
    const known = new Set(merged.apart.map(({ ownId }) => ownId));
    merged.apart.push(...more.apart.filter(({ ownId }) => !known.has(ownId)));
  }
  await settleDeadlines(inside.store, merged.planIds);
  return merged;
}

type Settled = Participant & { library: Library };

async function libraryOf(store: Store, participantId: number): Promise<Settled> {
  const participant = await store.participants.find(participantId);
  if (participant?.library == null) throw new Error(`The participant ${participantId} has no library to be let into.`);
  return { ...participant, library: participant.library };
}

async function bringAlong(
  store: Store,
  { id, person }: Settled,
  own: Library,
  library: Library,
  now: Date,
): Promise<Merged> {
  if (own.id === library.id) return { plans: 0, reports: 0, apart: [], planIds: [] };
  await store.admissions.moveParticipant(id, library.id);
  if (own.holderId === 0) return { plans: 0, reports: 0, apart: [], planIds: [] };
  const merged = await store.admissions.merge(own.id, library.id);
  // Where something stays apart they can still finish what they are writing there.
  await (merged.apart.length === 0
    ? store.admissions.release(own.id, person.id, now)
    : store.admissions.bind(own.id, person.id, now));
  return merged;
}

/** The participant who had begun in this library, which begins anew; null when there was none. */
async function setBeginnerAside(store: Store, library: Library, personId: number, now: Date): Promise<number | null> {
  const { managers } = await store.admissions.standing(library.id);
  const beginner = managers.find((one) => one.begun && one.personId !== personId);
  if (beginner === undefined || beginner.participantId === null) return null;
  // A beginner is alone there, see admissionOf(): all that stands in the library is theirs.
  const theirs = (await store.plans.ofPerson(beginner.personId)).filter(({ libraryId }) => libraryId === library.id);
  for (const { id } of theirs) await store.outbox.cancelAbout(`plan:${id}`, "set apart", now, ASKING_KINDS);
  await store.admissions.setAside(library.id, beginner.participantId);
  await store.admissions.decide(beginner.participantId, { admission: "waiting", byId: null, askedAt: now }, now);
  return beginner.participantId;
}
