// Who wrote what stands in a plan, and whose words they wrote over.

import type { PlanState } from "../../domain/plans/plan-state.js";
import type { PlanWords } from "../../domain/plans/plan-words.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { type WorkPlan as PlanRow, Prisma } from "../generated/client.js";

/** Words with all that is known of them, as they lie in work_plans.replaced. */
interface Replaced {
  activity: string;
  targetOn: string | null;
  measure: string | null;
  partner: string | null;
  state: PlanState;
  writtenAt: string | null;
  changedAt: string | null;
  changedById: number | null;
  onBehalf?: boolean;
}

export async function writePlan(
  db: Db,
  id: number,
  { targetOn, ...words }: PlanWords & { state: PlanState },
  { byId, onBehalf }: { byId: number; onBehalf: boolean },
  now: Date,
): Promise<void> {
  const before = await db.workPlan.findUniqueOrThrow({ where: { id } });
  await db.workPlan.update({
    where: { id },
    data: {
      ...words,
      targetOn: targetOn === null ? null : dayToColumn(targetOn),
      writtenAt: before.writtenAt ?? now,
      changedAt: now,
      changedById: byId,
      onBehalf,
      ...replacedBy(before, byId),
    },
  });
}

/** Nothing is kept of what its own author changes: then what lay behind it stays there. */
export function replacedBy(before: PlanRow, byId: number | null): { replaced?: Prisma.InputJsonValue } {
  const { activity, targetOn, measure, partner, state, writtenAt, changedAt, changedById, onBehalf } = before;
  if (activity === null || (byId !== null && changedById === byId)) return {};
  const replaced: Replaced = {
    ...{ activity, measure, partner, state, changedById, onBehalf },
    targetOn: targetOn?.toISOString() ?? null,
    writtenAt: writtenAt?.toISOString() ?? null,
    changedAt: changedAt?.toISOString() ?? null,
  };
  return { replaced: { ...replaced } };
}

/** What stood in the plan before its author wrote over it, as its columns; empty ones where nothing did. */
export function columnsBefore({ replaced }: PlanRow) {
  const before = replaced as Replaced | null;
  const at = (instant: string | null | undefined) => (instant == null ? null : new Date(instant));
  return {
    activity: before?.activity ?? null,
    targetOn: at(before?.targetOn),
    measure: before?.measure ?? null,
    partner: before?.partner ?? null,
    state: before?.state ?? ("unwritten" as const),
    writtenAt: at(before?.writtenAt),
    changedAt: at(before?.changedAt),
    changedById: before?.changedById ?? null,
    onBehalf: before?.onBehalf ?? false,
    replaced: Prisma.DbNull,
  };
}
