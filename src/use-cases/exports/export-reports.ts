// The reports of a place and month, a row each, with what was answered.
import type { KnownActor } from "../../domain/people/person.js";
import type { World } from "../../ports.js";
import { reportCells, reportsSheet } from "../../texts/files/sheets/reports-sheet.js";
import { textsFor } from "../../texts/index.js";
import { type ActivitiesAsked, type SheetOutcome, subjectOf } from "./export-sim.js";
import { inPieces } from "./in-pieces.js";
import { reachIn } from "./narrow-reach.js";
import { noteIfTheirs } from "./note-if-theirs.js";

export async function exportReports(
  world: World,
  actor: KnownActor,
  { placeCode, months, ...asked }: ActivitiesAsked,
): Promise<SheetOutcome> {
  const reach = reachIn(actor, placeCode);
  if (reach === null) return { kind: "not_yours" };
  const { activities } = world.store;
  const texts = textsFor(actor.language);
  const ids = await activities.libraryIds(reach, months.to);
  const rows = await inPieces(world, ids, async (some) =>
    (await activities.reportsOf(some, reach, months)).map((report) =>
      reportCells(texts, report, world.settings.questions),
    ),
  );
  if (rows === null) return { kind: "too_large" };
  const details = { from: months.from, to: months.to, rows: rows.length };
  const line = { action: "reports.export", subject: subjectOf(placeCode), details } as const;
  const isTheirs = await noteIfTheirs(world, actor, { trainerId: null, regions: reach }, line, asked);
  if (!isTheirs) return { kind: "not_yours" };
  return { kind: "exported", sheet: reportsSheet(texts, rows), rows: rows.length };
}
