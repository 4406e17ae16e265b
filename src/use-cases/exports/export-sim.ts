// What libraries reported, a row a library and month, in the shape that an office can enter into SIM (domain/sim/sim-mapping.ts).
import type { Sheet } from "../../domain/files/sheet.js";
import { groupedBy } from "../../domain/grouped-by.js";
import { MOST_ROWS_OF_A_FILE } from "../../domain/own-data/export.js";
import type { KnownActor } from "../../domain/people/person.js";
import { holdsOf, readSimValue } from "../../domain/sim/sim-mapping.js";
import { type SimWords, simCell } from "../../domain/sim/sim-row.js";
import type { World } from "../../ports.js";
import { textsFor } from "../../texts/index.js";
import type { ExportAsked } from "../own-data/note-export.js";
import { inPieces } from "./in-pieces.js";
import { type Months, monthsIn } from "./months.js";
import { reachIn } from "./narrow-reach.js";
import { noteIfTheirs } from "./note-if-theirs.js";

export interface ActivitiesAsked extends ExportAsked {
  /** Null: all that is theirs. */
  placeCode: string | null;
  months: Months;
}

export type SheetOutcome =
  | { kind: "exported"; sheet: Sheet; rows: number }
  /** More rows than a file may have: of a smaller place, or of fewer months, it can be had. */
  | { kind: "too_large" }
  | { kind: "not_yours" };

const USUAL_WIDTH = 22;

/** SIM is Indonesian, so the file is, also for an admin who reads English. */
export async function exportSim(
  world: World,
  actor: KnownActor,
  { placeCode, months, ...asked }: ActivitiesAsked,
): Promise<SheetOutcome> {
  const reach = reachIn(actor, placeCode);
  if (reach === null) return { kind: "not_yours" };
  const { activities } = world.store;
  const { questions, sim } = world.settings;
  const columns = sim.columns.map((column) => {
    const value = readSimValue(column.value, questions);
    if (value === null) throw new Error(`The shape for SIM was not checked: ${column.value}.`);
    return { ...column, value };
  });
  const words = simWords();
  const ids = await activities.libraryIds(reach, months.to);
  // Each library has a row a month: what is too much is known before anything is read.
  if (ids.length * monthsIn(months).length > MOST_ROWS_OF_A_FILE) return { kind: "too_large" };
  const rows = await inPieces(world, ids, async (some) => {
    const libraries = await activities.librariesOf(some, reach);
    const reports = groupedBy(await activities.reportsOf(some, reach, months), ({ libraryId }) => libraryId);
    return libraries.flatMap((library) =>
      monthsIn(months).map((month) => {
        const told = (reports.get(library.libraryId) ?? []).filter((report) => report.month === month);
        const source = { library, month, reports: told, accounts: sim.accounts, words };
        return columns.map(({ value, combine }) => simCell(value, combine, source));
      }),
    );
  });
  if (rows === null) return { kind: "too_large" };
  const details = { version: sim.version, from: months.from, to: months.to, rows: rows.length };
  const line = { action: "sim.export", subject: subjectOf(placeCode), details } as const;
  const isTheirs = await noteIfTheirs(world, actor, { trainerId: null, regions: reach }, line, asked);
  if (!isTheirs) return { kind: "not_yours" };
  const sheet = {
    title: sim.sheet,
    notes: textsFor("id").exports.simNotes(sim.version, sim.accounts === null),
    columns: columns.map(({ heading, width = USUAL_WIDTH, value }) => ({ heading, width, holds: holdsOf(value) })),
    rows,
  };
  return { kind: "exported", sheet, rows: rows.length };
}

/** By place, so that the line is read by the admins of that place. */
export function subjectOf(placeCode: string | null): string {
  return placeCode === null ? "programme" : `place:${placeCode}`;
}

function simWords(): SimWords {
  const { caseload, exports, planWords, questionnaire } = textsFor("id");
  return {
    kind: (kind) => caseload.filterName(kind as Parameters<typeof caseload.filterName>[0]),
    state: (state) => planWords.states[state as keyof typeof planWords.states] ?? state,
    obstacle: planWords.obstacle,
    choice: questionnaire.choice,
    account: exports.account,
  };
}
