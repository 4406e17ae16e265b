// Who hears that somebody wants to act for a library, or does: its trainers, and those who act for it already.
import { action } from "../../../domain/messages/action.js";
import type { Message } from "../../../domain/messages/message.js";
import type { Person } from "../../../domain/people/person.js";
import type { Zone } from "../../../domain/time/zone.js";
import type { AdmissionCase } from "../../../ports/people/admissions.js";
import type { Store, World } from "../../../ports.js";
import type { Texts } from "../../../texts/index.js";
import { postTo, type ToPost } from "../../posting.js";

/** begun: nobody is there yet, so they need no yes to begin. */
type Why = "asked" | "unanswered" | "begun";

export function admissionSubject(participantId: number): string {
  return `admission:${participantId}`;
}

/** What somebody who may say yes or no reads, and presses. */
export function requestMessage(texts: Texts, found: AdmissionCase, why: Why, zone: Zone): Message {
  const { id, person, library, trainingClass } = found.participant;
  const { admission } = texts;
  return {
    ...admission.request({
      ...{ name: person.name, hasPhone: person.phone !== null, library: library.name, className: trainingClass.name },
      ...{ managers: found.managers.map(({ name }) => name), why, entries: found.entries },
      waitsSince: { at: found.askedAt ?? found.participant.joinedAt, zone },
    }),
    buttons: [
      [
        { label: admission.yes, data: action("let_in", id), tone: "success" },
        { label: admission.no, data: action("turn_away", id), tone: "danger" },
      ],
    ],
  };
}

/** Somebody waits: the trainers are asked, the colleagues told. `hadBegun`: they were there first, and an invited one came. */
export async function tellOfWaiting(inside: World, participantId: number, { hadBegun = false } = {}): Promise<void> {
  const found = await caseOf(inside.store, participantId);
  const { id: classId, zone } = found.participant.trainingClass;
  const trainers = await inside.store.classes.carersOf(classId, inside.clock.now());
  // Nobody teaches the class (any more): the province is asked at once.
  const asked = trainers.length > 0 ? trainers : await inside.store.classes.adminsOver(classId);
  if (trainers.length === 0 && asked.length > 0)
    await inside.store.admissions.markEscalated(participantId, inside.clock.now());
  await postTo(inside, [
    ...requestsTo(asked, found, "asked"),
    ...found.managers.map(
      (manager): ToPost => ({
        key: `colleague-waits:${keyOf(found)}:${manager.id}`,
        kind: "colleague",
        to: { ...manager, zone: manager.zone ?? zone },
        subjects: [admissionSubject(participantId)],
        names: [found.participant.person.id],
        say: ({ admission }) =>
          admission.colleagueWaits({ name: found.participant.person.name, library: found.participant.library.name }),
      }),
    ),
    ...(hadBegun ? [toBeginner(found)] : []),
  ]);
}

/** Somebody without an invitation begins in a library in which nobody is: its trainers hear of it, and may say no. */
export async function tellOfBeginning(inside: World, participantId: number): Promise<void> {
  const found = await caseOf(inside.store, participantId);
  const now = inside.clock.now();
  const trainers = await inside.store.classes.carersOf(found.participant.trainingClass.id, now);
  // Nobody is asked for a yes, so it has no time of its own; who left and comes back begins once more.
  await postTo(inside, requestsTo(trainers, found, "begun", now));
}

/** Somebody acts for the library from now on, by their invitation or by this yes. */
export async function tellOfColleague(inside: World, participantId: number, byId: number | null): Promise<void> {
  const found = await caseOf(inside.store, participantId);
  const { person, library, trainingClass } = found.participant;
  if (found.managers.length === 0) return;
  const words = { name: person.name, library: library.name };
  const at = inside.clock.now().getTime();
  const trainers = byId === null ? await inside.store.classes.carersOf(trainingClass.id, inside.clock.now()) : [];
  const to = (one: Person) => ({ ...one, zone: one.zone ?? trainingClass.zone });
  await postTo(inside, [
    ...found.managers.map((manager) => ({
      key: `colleague:${participantId}:${at}:${manager.id}`,
      kind: "colleague" as const,
      to: to(manager),
      subjects: [admissionSubject(participantId)],
      names: [person.id],
      say: ({ admission }: Texts) => admission.colleagueJoined(words),
    })),
    ...trainers.map((trainer) => ({
      key: `colleague:${participantId}:${at}:${trainer.id}`,
      kind: "admission_request" as const,
      to: to(trainer),
      subjects: [admissionSubject(participantId)],
      names: [person.id, ...found.managers.map((manager) => manager.id)],
      say: ({ admission }: Texts) =>
        admission.invitedJoined({ ...words, managers: found.managers.map(({ name }) => name) }),
    })),
  ]);
}

/** To those who may say yes or no; `since`: asked again later, it is another question. */
export function requestsTo(people: Person[], found: AdmissionCase, why: Why, since = found.askedAt): ToPost[] {
  const { id, trainingClass } = found.participant;
  return people.map((one) => {
    const zone = one.zone ?? trainingClass.zone;
    return {
      key: `admission-${why}:${keyOf({ ...found, askedAt: since })}:${one.id}`,
      kind: "admission_request",
      to: { ...one, zone },
      subjects: [admissionSubject(id)],
      names: [found.participant.person.id, ...found.managers.map((manager) => manager.id)],
      say: (texts) => requestMessage(texts, found, why, zone),
    };
  });
}

function toBeginner({ participant, askedAt }: AdmissionCase): ToPost {
  const { id, person, library, trainingClass } = participant;
  return {
    key: `set-apart:${id}:${askedAt?.getTime() ?? 0}`,
    kind: "colleague",
    to: { ...person, zone: person.zone ?? trainingClass.zone },
    subjects: [admissionSubject(id)],
    names: [],
    say: ({ admission }) => admission.nowWaits(library.name),
  };
}

/** Asked again, after an undone decision, it is another question. */
function keyOf({ participant, askedAt }: AdmissionCase): string {
  return `${participant.id}:${askedAt?.getTime() ?? 0}`;
}

async function caseOf(store: Store, participantId: number): Promise<AdmissionCase> {
  const found = await store.admissions.find(participantId);
  if (found === null) throw new Error(`The participant ${participantId} has no library that others act for.`);
  return found;
}
