// Gives out people with their phone numbers, for a workbook or a sheet to visit them by: personal data leaves the system, so its purpose is kept.
import type { PeopleScope } from "../../../domain/caseload/files/people-scope.js";
import { MOST_VISITS, needsWord } from "../../../domain/caseload/files/visit.js";
import { careCovers } from "../../../domain/people/permissions.js";
import type { KnownActor } from "../../../domain/people/person.js";
import type { TrainingClass } from "../../../ports/programme/classes.js";
import type { World } from "../../../ports.js";
import type { Refusal } from "../../access.js";
import { type ExportAsked, noteExport } from "../../own-data/note-export.js";
import { withRolesNow } from "../../roles-now.js";
import { type PeopleRead, readPeople } from "../read-people.js";
import { openPeopleScope } from "./open-people-scope.js";

/** More than anybody has in their care. */
const MOST_PEOPLE = 200_000;

export interface ExportedCare extends Pick<PeopleRead, "counts" | "total" | "people"> {
  trainingClass: TrainingClass | null;
  countedAt: Date;
}

export type ExportCareOutcome = ({ kind: "exported" } & ExportedCare) | { kind: "nobody" } | Refusal;

/** workbook: everybody of the scope. visits: of all, those who need a word; of a filter, everybody of it; the first of them. */
export async function exportCare(
  world: World,
  actor: KnownActor,
  { scope, as, ...asked }: { scope: PeopleScope; as: "workbook" | "visits" } & ExportAsked,
): Promise<ExportCareOutcome> {
  const opened = await openPeopleScope(world, actor, scope);
  if (opened.kind !== "found") return opened;
  const countedAt = world.clock.now();
  const { filter, classId } = scope;
  // Read outside of the transaction: ten thousand people take seconds, for which nothing has to be held.
  const wish = { filter, classId, page: 0, most: MOST_PEOPLE };
  const { counts, people: everybody } = await readPeople(world, opened.care, wish);
  const wanted = as === "visits" && filter === "all" ? everybody.filter(needsWord) : everybody;
  if (wanted.length === 0) return { kind: "nobody" };
  const people = as === "visits" ? wanted.slice(0, MOST_VISITS) : wanted;
  return world.transaction(async (inside) => {
    // Asked again: a role may have been taken back while the rows were read.
    const stillTheirs = await openPeopleScope(inside, await withRolesNow(inside, actor), scope);
    if (stillTheirs.kind !== "found") return stillTheirs;
    if (!careCovers(stillTheirs.care, opened.care)) return { kind: "not_yours" };
    const action = as === "visits" ? "visits.export" : "care.export";
    await noteExport(
      inside,
      actor,
      { action, subject: opened.subject, details: { rows: people.length, filter } },
      asked,
    );
    const { trainingClass } = opened;
    return { kind: "exported", trainingClass, counts, total: wanted.length, people, countedAt };
  });
}
