// What an office must have set up before the first participant can join: four steps, in this order.

export const BEGINNING_STEPS = ["cohort", "classes", "roster", "trainers"] as const;
export type BeginningStep = (typeof BEGINNING_STEPS)[number];

/** How much of the programme is there, within somebody's reach. */
export interface ProgrammeCounts {
  cohorts: number;
  waves: number;
  classes: number;
  classesWithSessions: number;
  rosterRows: number;
  classesWithTrainers: number;
}

export interface Beginning {
  /** By step, whether it is done. */
  done: Record<BeginningStep, boolean>;
  /** The first step that is not done; null when the programme is set up. */
  next: BeginningStep | null;
}

/** A step is done when every class has what it gives: one class without a session still needs somebody's hand. */
export function beginningOf(counts: ProgrammeCounts): Beginning {
  const done = {
    cohort: counts.waves > 0,
    classes: counts.classes > 0 && counts.classesWithSessions === counts.classes,
    roster: counts.rosterRows > 0,
    trainers: counts.classes > 0 && counts.classesWithTrainers === counts.classes,
  };
  return { done, next: BEGINNING_STEPS.find((step) => !done[step]) ?? null };
}
