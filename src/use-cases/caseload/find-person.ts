// One of the people looked after, for the one who may see them.
import { mayFollowUp } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { CareRow } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { noteLook } from "../access.js";
import { factsOfCase } from "./follow-up/facts-of-case.js";
import { type PersonInCare, personInCare } from "./person-in-care.js";

export type FoundPerson = { kind: "found"; person: PersonInCare } | { kind: "not_yours" } | { kind: "gone" };

/** One of them, by the id of a button: asked anew whether this actor may see them. */
export async function findPerson(
  world: World,
  actor: KnownActor,
  id: { participantId: number } | { rosterRowId: number },
): Promise<FoundPerson> {
  const wanted = "participantId" in id ? { participantIds: [id.participantId] } : { rosterRowIds: [id.rosterRowId] };
  const isId = Object.values(wanted).flat().every(Number.isSafeInteger);
  const [row] = isId ? await world.store.caseloads.peopleOf(null, wanted) : [];
  if (row === undefined) return { kind: "gone" };
  if (!mayFollowUp(actor, row)) return { kind: "not_yours" };
  await noteView(world, actor, row);
  const { libraryId } = row;
  const plans = libraryId === null ? [] : await world.store.caseloads.plansOf(null, { libraryIds: [libraryId] });
  return { kind: "found", person: personInCare(world, row, plans.map(factsOfCase)) };
}

/** Anyone who is looked at can see by whom (/dataku): name and number stand on that screen. */
async function noteView(world: World, actor: KnownActor, { participantId, rosterRowId }: CareRow): Promise<void> {
  const subject = participantId === null ? `roster_row:${rosterRowId}` : `participant:${participantId}`;
  await noteLook(world, actor, { action: "person.view", subject });
}
