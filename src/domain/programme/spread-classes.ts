// Classes that have no trainer are given to those who teach beside them: to the one who has the fewest, and never two at once.
import type { Day } from "../time/calendar.js";

export interface ClassToTeach {
  id: number;
  startsOn: Day;
  endsOn: Day;
  trainerIds: readonly number[];
}

export interface Spread {
  given: { classId: number; personId: number }[];
  /** Classes for which nobody is free, or everybody has as many as they may. */
  left: number[];
}

/** The same classes and trainers are always spread alike. `most`: so many classes has one trainer at most, those they had counted too. */
export function spreadClasses(
  classes: readonly ClassToTeach[],
  trainerIds: readonly number[],
  { most }: { most: number },
): Spread {
  const taught = new Map(trainerIds.map((id) => [id, classes.filter((one) => one.trainerIds.includes(id))]));
  const given: Spread["given"] = [];
  const left: number[] = [];
  const open = classes.filter((one) => one.trainerIds.length === 0);
  for (const one of [...open].sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id - b.id)) {
    const [best] = trainerIds
      .filter((id) => loadOf(id) < most && !(taught.get(id) ?? []).some((other) => overlap(one, other)))
      .sort((a, b) => loadOf(a) - loadOf(b) || a - b);
    if (best === undefined) left.push(one.id);
    else {
      given.push({ classId: one.id, personId: best });
      taught.set(best, [...(taught.get(best) ?? []), one]);
    }
  }
  return { given, left };

  function loadOf(id: number): number {
    return taught.get(id)?.length ?? 0;
  }
}

function overlap(a: ClassToTeach, b: ClassToTeach): boolean {
  return a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;
}
