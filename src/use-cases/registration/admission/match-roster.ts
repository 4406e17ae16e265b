// Somebody who joined by hand and plainly is on the roster: their trainer says whether they are that person.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { isPlainlySame } from "../../../domain/people/names-alike.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { AdmissionCase } from "../../../ports/people/admissions.js";
import type { RosterRow } from "../../../ports/people/participants.js";
import type { Store, World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { decideAdmission } from "./decide-admission.js";
import { findHolding } from "./entries/hold-people.js";
import { admissionSubject } from "./tell-of-arrival.js";

/** Rows that nobody has taken; one, or none: of two that fit nobody can plainly say. */
async function rowPlainlyTheirs(store: Store, { participant }: AdmissionCase): Promise<RosterRow | null> {
  const { person, library, trainingClass, id } = participant;
  const rows = await store.participants.rosterOf(trainingClass.id);
  if (rows.some(({ participantId }) => participantId === id)) return null;
  const fitting = rows.filter(
    (row) => row.participantId === null && isPlainlySame(row, { name: person.name, placeCode: library.placeCode }),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function sameMessage(texts: Texts, { participant }: AdmissionCase, row: RosterRow): Message {
  const { id, person, library, trainingClass } = participant;
  const { same } = texts.admission;
  return {
    ...same.ask({ name: person.name, onRoster: row.name, library: library.name, className: trainingClass.name }),
    buttons: [
      [{ label: same.yes, data: action("same_person", id, row.id), tone: "success" }],
      [{ label: same.no, data: action("other_person", id, row.id) }],
    ],
  };
}

/** Asks the trainers, once a person and row; false where there is nothing to ask. Call it in the transaction that adds the participant. */
export async function offerAsSame(inside: World, participantId: number): Promise<boolean> {
  const found = await inside.store.admissions.find(participantId);
  const row = found === null ? null : await rowPlainlyTheirs(inside.store, found);
  if (found === null || row === null) return false;
  const { trainingClass, person } = found.participant;
  const trainers = await inside.store.classes.carersOf(trainingClass.id, inside.clock.now());
  await postTo(
    inside,
    trainers.map((to) => ({
      key: `same-person:${participantId}:${row.id}:${to.id}`,
      kind: "admission_request",
      to: { ...to, zone: to.zone ?? trainingClass.zone },
      subjects: [admissionSubject(participantId)],
      names: [person.id],
      say: (texts) => sameMessage(texts, found, row),
    })),
  );
  return true;
}

export type MatchRosterOutcome =
  | { kind: "same" | "other"; admission: AdmissionCase; row: RosterRow }
  /** Somebody else has taken the row meanwhile. */
  | { kind: "taken"; admission: AdmissionCase }
  | { kind: "gone" }
  | { kind: "not_yours" };

/** Yes: the row is theirs, and so is their place in the library. No: it is not, nor any more. Twice is once. */
export async function matchRoster(
  world: World,
  actor: KnownActor,
  { participantId, rosterRowId, isSame }: { participantId: number; rosterRowId: number; isSame: boolean },
): Promise<MatchRosterOutcome> {
  const now = world.clock.now();
  return world.transaction(async (inside) => {
    const { store } = inside;
    const found = await findHolding(store, actor, participantId);
    if (found.kind !== "found") return found;
    const { admission } = found;
    const row = await store.participants.findRosterRow(rosterRowId);
    if (row === null || row.classId !== admission.participant.trainingClass.id) return { kind: "gone" };
    const subject = `participant:${participantId}`;
    if (!isSame) {
      if (await store.participants.unlinkRow(rosterRowId, participantId)) {
        await store.audit.record({ actorId: actor.person.id, action: "roster.unlink", subject }, now);
      }
      return { kind: "other", admission, row };
    }
    if (row.participantId !== null && row.participantId !== participantId) return { kind: "taken", admission };
    if (row.participantId === null) {
      if (!(await store.participants.linkRow(rosterRowId, participantId))) return { kind: "taken", admission };
      await store.audit.record({ actorId: actor.person.id, action: "roster.link", subject }, now);
    }
    await decideAdmission(inside, actor, { participantId, decision: "yes" });
    return { kind: "same", admission, row };
  });
}
