// Whose name stands under what a trainer sends: their own, and for whom they act where that is a colleague's participant.
import { actsFor } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { Texts } from "../../../texts/index.js";

type Plans = readonly { trainerIds: readonly number[] }[];

export function signatureOf({ cover }: Texts, actor: KnownActor, plans: Plans): string {
  return cover.signature(actor.person.name, awayAmong(actor, plans)?.name ?? null);
}

/** Whom it names. */
export function signersOf(actor: KnownActor, plans: Plans): number[] {
  const away = awayAmong(actor, plans);
  return away === null ? [actor.person.id] : [actor.person.id, away.personId];
}

function awayAmong(actor: KnownActor, [first]: Plans) {
  return first === undefined ? null : actsFor(actor, first.trainerIds);
}
