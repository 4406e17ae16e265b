// A wave lived through before it begins: its classes with made-up people, on a clock of its own, so that an office reads every message
// that would leave, to whom, when and why.
import type { FateEnd, FateReason } from "../fates/fate.js";
import type { PostKind } from "../messages/post-kind.js";
import type { Language } from "../people/person.js";
import { addDays, instantAt } from "../time/calendar.js";
import type { Zone } from "../time/zone.js";
import type { Habit } from "./habits.js";
import type { SimulatedClass } from "./simulated-class.js";

export interface Simulation {
  classes: SimulatedClass[];
  language: Language;
  days: number;
}

export type SimulatedRole = "participant" | "trainer" | "admin";

export interface SimulatedMessage {
  at: Date;
  zone: Zone;
  className: string;
  name: string;
  role: SimulatedRole;
  /** Of participants: how they live. */
  habit: Habit | null;
  /** More than one where messages left together. */
  kinds: PostKind[];
  text: string;
}

/** What did not leave, counted. */
export interface SimulatedHeld {
  kind: PostKind;
  end: FateEnd;
  reason: FateReason | null;
  count: number;
}

export interface SimulationOutcome {
  from: Date;
  until: Date;
  people: Record<SimulatedRole, number>;
  /** By time. */
  messages: SimulatedMessage[];
  held: SimulatedHeld[];
  /** Of one participant, on one of their days and in seven days on end. */
  most: { day: number; week: number };
}

/** Two months: the class, the month of its plans, and what follows when they are late. */
export const SIMULATED_DAYS = 60;
/** The first reminder of a class leaves three days before it. */
const DAYS_BEFORE = 4;
/** Of a class whose roster is still empty. */
export const COMMON_CLASS_SIZE = 32;
/** In so many it still ends within two minutes. */
export const MOST_SIMULATED = 1_000;

/** From the night before anything can leave. */
export function simulatedSpan({ classes, days }: Pick<Simulation, "classes" | "days">): { from: Date; until: Date } {
  const first = classes.map(({ startsOn }) => startsOn).sort()[0];
  if (first === undefined) throw new RangeError("A simulation needs a class.");
  const from = addDays(first, -DAYS_BEFORE);
  return {
    from: instantAt("Asia/Jakarta", from, "00:00"),
    until: instantAt("Asia/Jakarta", addDays(from, days), "00:00"),
  };
}
