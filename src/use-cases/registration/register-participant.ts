// Makes a person a participant of a class: their library, their three plans, their number.

import { carriesOutPlans, kindAt, type ParticipantKind } from "../../domain/people/participant-kind.js";
import { mayJoin } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import { provinceCodeOf } from "../../domain/places/place.js";
import { isInvitedAs } from "../../domain/registration/admission.js";
import { zoneOfProvince } from "../../domain/time/zone.js";
import type { World } from "../../ports.js";
import { replanForZone } from "../classes/telling/replan-for-zone.js";
import { joinPauses } from "../pauses/settle-pauses.js";
import { enterLibrary } from "./admission/entries/enter-library.js";
import { peopleAround } from "./admission/entries/hold-people.js";
import { offerAsSame } from "./admission/match-roster.js";
import { tellOfBeginning } from "./admission/tell-of-arrival.js";

export interface RegisterParticipantInput {
  name: string;
  /** Verified by Telegram, or null when it was not shared. */
  phone: string | null;
  kind: ParticipantKind;
  classId: number;
  /** The place of the library or office. */
  placeCode: string;
  libraryName: string;
  rosterRowId: number | null;
}

export type RegisterParticipantOutcome =
  | { kind: "registered" | "already_registered"; participantId: number }
  | { kind: "class_gone" };

/** Twice is once: a person joins a class one time, and keeps the number given first. */
export async function registerParticipant(
  world: World,
  actor: KnownActor,
  input: RegisterParticipantInput,
): Promise<RegisterParticipantOutcome> {
  const now = world.clock.now();
  const kind = kindAt(input.kind, input.placeCode);
  return world.transaction(async (inside) => {
    const { store } = inside;
    const trainingClass = await store.classes.find(input.classId);
    if (trainingClass === null || !mayJoin(actor, trainingClass)) return { kind: "class_gone" };
    const zone = zoneOfProvince(provinceCodeOf(input.placeCode));
    const places = {
      library: {
        ...{ kind, name: input.libraryName, placeCode: input.placeCode },
        practiceOf: trainingClass.practiceOf,
      },
      trainingClass,
    };
    // A pause of the place may become theirs: as everywhere, the person is locked for that before anything else.
    await store.pauses.hold([actor.person.id]);
    const held = await store.people.hold([actor.person.id, ...(await peopleAround(store, places))]);
    // Tried again, the update finds somebody whom nobody knows.
    if (held.has(actor.person.id)) throw new Error("Somebody was erased in the middle of registering.");
    // What waits for them says the time, and comes, by the clock of their former province.
    await replanForZone(inside, actor.person, zone);
    await store.people.change(actor.person.id, {
      name: input.name,
      zone,
      ...(input.phone !== null && { phone: input.phone }),
    });
    const known = await store.participants.ofPersonInClass(actor.person.id, input.classId);
    if (known !== null) return { kind: "already_registered", participantId: known.id };
    const library = await store.participants.ensureLibrary(places.library);
    const row = input.rosterRowId === null ? null : await store.participants.findRosterRow(input.rosterRowId);
    // Theirs by their own number alone; a row that somebody else took meanwhile says nothing about this person.
    const isTheirs = row !== null && row.phone !== null && row.phone === input.phone && row.classId === input.classId;
    const isInvited = row !== null && isInvitedAs(row, input);
    const flagged = isTheirs && row.participantId === null && row.flagged;
    const participant = await store.participants.add(
      {
        personId: actor.person.id,
        classId: input.classId,
        kind,
        flagged,
        libraryId: library.id,
        rosterRowId: isTheirs ? row.id : null,
        admission: isInvited ? "admitted" : "begun",
        askedAt: null,
      },
      now,
    );
    const participantId = participant.id;
    if (!participant.isNew) return { kind: "already_registered", participantId };
    let hasBegun = false;
    if (carriesOutPlans({ kind, flagged })) {
      const person = await store.people.find(actor.person.id);
      if (person === null) throw new Error(`The person ${actor.person.id} is gone in the middle of registering.`);
      const arriving = { person, participantId, trainingClass, library, isInvited };
      hasBegun = (await enterLibrary(inside, arriving)) === "begun";
    }
    await joinPauses(inside, actor.person.id, library.placeCode);
    const isOffered = !isTheirs && (await offerAsSame(inside, participantId));
    // One message about one person: that question says the same, and asks more.
    if (hasBegun && !isOffered) await tellOfBeginning(inside, participantId);
    return { kind: "registered", participantId };
  });
}
