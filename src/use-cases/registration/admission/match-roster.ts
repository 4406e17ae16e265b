// Somebody who joined by hand and plainly is on the roster: their trainer says whether they are that person.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import { isPlainlySame } from "../../../domain/people/names/names-alike.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { AdmissionCase } from "../../../ports/people/admissions.js";
import type { RosterRow } from "../../../ports/people/participants.js";
import type { Store, World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo } from "../../posting.js";
import { decideAdmission } from "./decide-admission.js";
import { findHolding } from "./entries/hold-people.js";
import { findAdmission } from "./find-admission.js";
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
  /** A no to the question, after somebody said that they are one: that is undone by a button of its own. */
  | { kind: "linked"; admission: AdmissionCase; row: RosterRow }
  /** The row has their number: no word of a trainer parts them. */
  | { kind: "invited"; admission: AdmissionCase }
  /** They were turned away meanwhile, and nothing is changed: that yes is said by a button of its own. */
  | { kind: "decided"; admission: AdmissionCase }
  /** Somebody else has taken the row meanwhile. */
  | { kind: "taken"; admission: AdmissionCase }
  | { kind: "gone" }
  | { kind: "not_yours" };

/**
 * Yes: the row is theirs, and so is their place in the library. No: it is not; `undoes`: nor any more. Of a question that may have lain
 * in the chat since a colleague answered it, nothing overrides what the colleague said. Twice is once.
 */
export async function matchRoster(
  world: World,
  actor: KnownActor,
  input: { participantId: number; rosterRowId: number; isSame: boolean; undoes?: boolean },
): Promise<MatchRosterOutcome> {
  const { participantId, rosterRowId, isSame, undoes = false } = input;
  return world.transaction(async (inside) => {
    const { store } = inside;
    const seen = await findHolding(store, actor, participantId);
    if (seen.kind !== "found") return seen;
    // Locked, then read again, as for a yes or no to the request: a colleague may be answering that one.
    await store.participants.ensureLibrary(seen.admission.participant.library);
    const found = await findAdmission(store, actor, participantId);
    if (found.kind !== "found") return found;
    const { admission } = found;
    const row = await store.participants.findRosterRow(rosterRowId);
    if (row === null || row.classId !== admission.participant.trainingClass.id) return { kind: "gone" };
    return isSame ? sayOne(inside, actor, admission, row) : sayTwo(inside, actor, admission, row, undoes);
  });
}

async function sayOne(
  inside: World,
  actor: KnownActor,
  admission: AdmissionCase,
  row: RosterRow,
): Promise<MatchRosterOutcome> {
  const { id } = admission.participant;
  if (row.participantId !== null && row.participantId !== id) return { kind: "taken", admission };
  if (admission.participant.admission === "refused") return { kind: "decided", admission };
  if (row.participantId === null) {
    if (!(await inside.store.participants.linkRow(row.id, id))) return { kind: "taken", admission };
    await note(inside, actor, id, "roster.link");
  }
  await decideAdmission(inside, actor, { participantId: id, decision: "yes", undoes: false });
  return { kind: "same", admission, row };
}

async function sayTwo(
  inside: World,
  actor: KnownActor,
  admission: AdmissionCase,
  row: RosterRow,
  undoes: boolean,
): Promise<MatchRosterOutcome> {
  const { id } = admission.participant;
  if (row.participantId !== id) return { kind: "other", admission, row };
  if (await inside.store.admissions.wasInvited(id)) return { kind: "invited", admission };
  if (!undoes) return { kind: "linked", admission, row };
  if (await inside.store.participants.unlinkRow(row.id, id)) await note(inside, actor, id, "roster.unlink");
  return { kind: "other", admission, row };
}

async function note(
  { store, clock }: World,
  { person }: KnownActor,
  id: number,
  action: "roster.link" | "roster.unlink",
): Promise<void> {
  await store.audit.record({ actorId: person.id, action, subject: `participant:${id}` }, clock.now());
}
