// The people of a place as a sheet: those of /peserta with the same filter, by the same query, in the same order.
import type { PeopleFilter } from "../../domain/caseload/people-filter.js";
import { type Care, careOf } from "../../domain/people/permissions.js";
import { isAdmin, type KnownActor } from "../../domain/people/person.js";
import type { PeoplePage } from "../../ports/people/caseloads.js";
import type { World } from "../../ports.js";
import { peopleSheet, personCells } from "../../texts/files/sheets/people-sheet.js";
import { textsFor } from "../../texts/index.js";
import { lateDaysNow } from "../caseload/follow-up/late-days.js";
import { readInFull } from "../caseload/read-people.js";
import type { ExportAsked } from "../own-data/note-export.js";
import { type SheetOutcome, subjectOf } from "./export-sim.js";
import { inPieces } from "./in-pieces.js";
import { reachIn } from "./narrow-reach.js";
import { noteIfTheirs } from "./note-if-theirs.js";

export interface PeopleAsked extends ExportAsked {
  /** Null: all that is theirs. */
  placeCode: string | null;
  filter: PeopleFilter;
  /** Given: as the list of an area, of one class or cohort if named; without the classes that they teach elsewhere. */
  within?: Within;
}

interface Within {
  classId: number | null;
  cohortId: number | null;
}

/** More than there are in the programme. */
const ALL = 1_000_000;

export async function exportPeople(
  world: World,
  actor: KnownActor,
  { placeCode, filter, within, ...asked }: PeopleAsked,
): Promise<SheetOutcome> {
  const care = careIn(actor, placeCode, within);
  if (care === null) return { kind: "not_yours" };
  const { caseloads } = world.store;
  const texts = textsFor(actor.language);
  const classId = within?.classId ?? null;
  const wish = { filter, page: 0, most: ALL, classId };
  const { shown } = await caseloads.peoplePage(care, lateDaysNow(world), wish);
  const rows = await inPieces(
    world,
    shown.map((_, at) => at),
    async (some) => {
      const wanted = some.flatMap((at) => shown[at] ?? []);
      return (await readInFull(world, care, wanted)).map((person) => personCells(texts, person));
    },
  );
  if (rows === null) return { kind: "too_large" };
  const subject = classId === null ? subjectOf(placeCode) : `class:${classId}`;
  const details = { filter, rows: rows.length };
  const isTheirs = await noteIfTheirs(world, actor, care, { action: "people.export", subject, details }, asked);
  if (!isTheirs) return { kind: "not_yours" };
  return { kind: "exported", sheet: peopleSheet(texts, rows), rows: rows.length };
}

/** How many people each filter has in that place; null where it is not theirs. */
export async function countToExport(
  world: World,
  actor: KnownActor,
  placeCode: string | null,
): Promise<PeoplePage["counts"] | null> {
  const care = careIn(actor, placeCode);
  const nobody = { filter: "all" as const, page: 0, most: 1 };
  return care && (await world.store.caseloads.peoplePage(care, lateDaysNow(world), nobody)).counts;
}

/** All of it is what /peserta shows them, a trainer's own classes included; of a place, what lies there within their reach. */
function careIn(actor: KnownActor, placeCode: string | null, within?: Within): Care | null {
  if (placeCode === null && within === undefined) return isAdmin(actor) ? careOf(actor) : null;
  const regions = reachIn(actor, placeCode, within?.cohortId);
  return regions && { trainerId: null, regions };
}
