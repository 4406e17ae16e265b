// Compares thousands of lines with the rosters, and lets others go first between the classes.
import { groupedBy } from "../../domain/grouped-by.js";
import { type ImportPlan, type KnownRow, planImport, type RosterEntry } from "../../domain/roster/import-plan.js";
import { letOthersGoFirst } from "../../ports/queue/waiting.js";

/** So many lines are compared in 2 ms, on a machine that is busy in 10. */
const AT_ONCE = 250;

export async function planInTurns(entries: readonly RosterEntry[], known: readonly KnownRow[]): Promise<ImportPlan> {
  const rowsOf = groupedBy(known, ({ classId }) => classId);
  const plan: ImportPlan = { entries: [], missing: [] };
  let [lines, rows]: [RosterEntry[], KnownRow[]] = [[], []];
  const compare = async () => {
    const { entries: planned, missing } = planImport(lines, rows);
    plan.entries.push(...planned);
    plan.missing.push(...missing);
    [lines, rows] = [[], []];
    await letOthersGoFirst();
  };
  for (const [classId, ofClass] of groupedBy(entries, ({ classId: id }) => id)) {
    lines.push(...ofClass);
    rows.push(...(rowsOf.get(classId) ?? []));
    if (lines.length >= AT_ONCE) await compare();
  }
  if (lines.length > 0) await compare();
  return plan;
}
