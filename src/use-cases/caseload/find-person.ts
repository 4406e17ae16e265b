// One of the people looked after, for the one who may see them.
import { mayFollowUp } from "../../domain/people/permissions.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { CareRow, PlanCase } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { type Access, access } from "../access.js";
import { factsOfCase } from "./follow-up/facts-of-case.js";
import { type PersonInCare, personInCare, subjectInCare } from "./person-in-care.js";
import { plansToldOf } from "./told-of.js";

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

async function plansFor(world: World, row: CareRow): Promise<PlanCase[]> {
  if (row.participantId === null) return (await plansToldOf(world, null, [row])).get(row.rosterRowId) ?? [];
  return row.libraryId === null ? [] : world.store.caseloads.plansOf(null, { libraryIds: [row.libraryId] });
}
