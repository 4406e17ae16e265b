// What a workbook would make and change, sheet by sheet. Pure: nothing is written.
import { classFinder } from "./find-class.js";
import type { KnownProgramme, OfficeRights } from "./known-programme.js";
import type { OfficeLines } from "./office-lines.js";
import { type ClassPlan, type ComingClass, comingClasses, planClasses } from "./plans/plan-classes.js";
import { planSessions, type SessionPlan } from "./plans/plan-sessions.js";
import { planTrainers, type TrainerPlan } from "./plans/plan-trainers.js";
import { type StrangeSession, strangeSessions } from "./plans/strange-sessions.js";

export interface WorkbookPlan {
  readonly classes: readonly ClassPlan[];
  readonly sessions: readonly SessionPlan[];
  readonly trainers: readonly TrainerPlan[];
  /** Every class that is there when the workbook is saved, for the participants' lines. */
  readonly coming: readonly ComingClass[];
  /** Worth a second look before it is saved. */
  readonly strange: readonly StrangeSession[];
}

export function planWorkbook(
  lines: OfficeLines,
  programme: KnownProgramme,
  rights: OfficeRights,
  now: Date,
): WorkbookPlan {
  const classes = planClasses(lines.classes, programme, rights, now);
  const coming = comingClasses(classes, programme);
  const find = classFinder(classes, coming, now);
  const sessions = planSessions(lines.sessions, programme.sessions, find, now);
  const trainers = planTrainers(lines.trainers, programme.trainers, { find, coming, rights, now });
  return { classes, sessions, trainers, coming, strange: strangeSessions(sessions, programme.sessions, coming, now) };
}

export const SHEETS_PLANNED = ["classes", "sessions", "trainers"] as const;

/** How many lines of the plan change something. */
export function changesIn(plan: WorkbookPlan): number {
  return SHEETS_PLANNED.flatMap((sheet): readonly { status: string }[] => plan[sheet]).filter(
    ({ status }) => status === "new" || status === "changed",
  ).length;
}
