// How made-up people live through a wave. Each habit shows other messages: that of the diligent, of the late, of those who stop, and of the
// silent.
import { PLAN_TYPES, type PlanType } from "../plans/work-plan.js";
import { addDays, type Day, instantAt } from "../time/calendar.js";
import type { SimulatedClass } from "./simulated-class.js";

export const HABITS = ["diligent", "late", "stops", "silent"] as const;
export type Habit = (typeof HABITS)[number];

/** Of twenty: nine are diligent, five late, three stop, three are silent, mixed as in a class. */
const MIX: readonly Habit[] = [
  ...["diligent", "late", "diligent", "silent", "diligent", "stops", "late", "diligent", "late", "diligent"],
  ...["silent", "diligent", "stops", "late", "diligent", "diligent", "late", "silent", "stops", "diligent"],
] as Habit[];

export function habitOf(n: number): Habit {
  return MIX[n % MIX.length] ?? "diligent";
}

export type SimulatedAct = { kind: "write"; at: Date } | { kind: "report"; at: Date; plan: PlanType; done: boolean };

/** When people of an office have a moment. */
const HOURS = ["10:00", "13:00", "15:00"];

/** `n` spreads the people over days and hours, so that they do not all act at once. */
export function actsOf(habit: Habit, n: number, { zone, endsOn, plansDueOn }: SimulatedClass): SimulatedAct[] {
  const at = (day: Day) => instantAt(zone, day, HOURS[n % HOURS.length] ?? "10:00");
  const write = (day: Day): SimulatedAct => ({ kind: "write", at: at(day) });
  const report = (plan: PlanType, day: Day, done: boolean): SimulatedAct => ({
    kind: "report",
    at: at(day),
    plan,
    done,
  });
  const soon = addDays(endsOn, 8 + (n % 5));
  switch (habit) {
    case "diligent":
      return [
        write(endsOn),
        ...PLAN_TYPES.map((plan, nth) => report(plan, addDays(soon, nth), false)),
        ...PLAN_TYPES.map((plan, nth) => report(plan, addDays(plansDueOn, nth - 6), true)),
      ];
    case "late":
      return [
        write(addDays(endsOn, 6 + (n % 4))),
        ...PLAN_TYPES.map((plan, nth) => report(plan, addDays(plansDueOn, 4 + (n % 6) + nth), true)),
      ];
    case "stops":
      return [write(endsOn), report("information_services", soon, false)];
    case "silent":
      return [];
  }
}
