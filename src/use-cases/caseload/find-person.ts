// One of the people looked after, for the one who may see them.
import { mayFollowUp } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { CareRow, PlanCase } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";
import { libraryOf } from "../plans/stand-in/library-of.js";
import { factsOfCase } from "./follow-up/facts-of-case.js";
import { type PersonInCare, personInCare, subjectInCare } from "./person-in-care.js";

export type FoundPerson = Access<{ person: PersonInCare }>;

/** One of them, by the id of a button: asked anew whether this actor may see them. */
export async function findPerson(
  world: World,
  actor: KnownActor,
  id: { participantId: number } | { rosterRowId: number },
): Promise<FoundPerson> {
  const wanted = "participantId" in id ? { participantIds: [id.participantId] } : { rosterRowIds: [id.rosterRowId] };
  const isId = Object.values(wanted).flat().every(Number.isSafeInteger);
  const found = await access(world, actor, {
    async find() {
      const [row] = isId ? await world.store.caseloads.peopleOf(null, wanted) : [];
      return row === undefined ? null : { row };
    },
    may: ({ row }) => mayFollowUp(actor, row),
    // Whoever is looked at can see by whom (/dataku): name and number stand on that screen.
    look: ({ row }) => ({ action: "person.view", subject: subjectInCare(row) }),
  });
  if (found.kind !== "found") return found;
  const { row } = found;
  return { kind: "found", person: personInCare(world, row, (await plansFor(world, row)).map(factsOfCase)) };
}

/** Of somebody who has not joined, what was told of for them; not what others carry out in their library. */
async function plansFor({ store }: World, row: CareRow): Promise<PlanCase[]> {
  const libraryId =
    row.libraryId ?? (row.participantId === null ? (await libraryOf(store, row))?.libraryId : null) ?? null;
  const plans = libraryId === null ? [] : await store.caseloads.plansOf(null, { libraryIds: [libraryId] });
  const isTold = ({ classId, personIds }: PlanCase) => classId === row.classId && personIds.length === 0;
  return row.participantId === null ? plans.filter(isTold) : plans;
}
