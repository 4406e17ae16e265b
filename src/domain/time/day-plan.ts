// Every hour at which the programme does something by itself, on one page. Hours of people are by their own clocks.
import { minutesOf } from "./calendar.js";

interface DayPlan {
  /** The first minute is inside, the last one outside. */
  workingHours: { from: string; until: string };
  /** When something leaves to people who did not ask for it at that moment: within working hours, or it would not leave then. */
  speaking: Record<string, string>;
  /** By Jakarta's clock (jobs/timetable.ts), when nobody waits for the database: outside of working hours. */
  nightly: Record<string, string>;
}

/** @throws RangeError, in words, where an hour does not fit the working hours. */
export function dayPlan<const Plan extends DayPlan>(plan: Plan): Plan {
  const { from, until } = plan.workingHours;
  const isWithin = (time: string) => minutesOf(time) >= minutesOf(from) && minutesOf(time) < minutesOf(until);
  const outside = Object.entries(plan.speaking).filter(([, time]) => !isWithin(time));
  const inside = Object.entries(plan.nightly).filter(([, time]) => isWithin(time));
  const faults = [
    ...(minutesOf(from) < minutesOf(until) ? [] : [`working hours end at ${until}, before they begin at ${from}`]),
    ...outside.map(([name, time]) => `${name} is set to ${time}, and nothing leaves outside of ${from} to ${until}`),
    ...inside.map(([name, time]) => `${name} is set to ${time}, when people are served: it is for the night`),
  ];
  if (faults.length > 0) throw new RangeError(`The hours of the day do not fit: ${faults.join("; ")}.`);
  return plan;
}

export const DAY_PLAN = dayPlan({
  /** By day, when a message disturbs nobody; an office opens at half past seven. */
  workingHours: { from: "07:30", until: "20:00" },
  speaking: {
    /** Of plans, and what was put off to a morning: early, so that the day is still there to act. */
    planReminder: "08:00",
    /** What was put off to an afternoon: a village office has its visitors behind it, and the day is not over. */
    snoozedAfternoon: "16:00",
    /** To trainers: who needs them (domain/caseload/morning.ts). The working day has begun, and the village offices are not busy yet. */
    alert: "08:00",
    /** To trainers, of questions that wait: the morning has been said, and names most who ask. */
    questionRepeat: "09:00",
    /** To trainers: offices and schools close, and somebody can still be rung up. */
    summary: "16:30",
    /** To admins of provinces, each Monday: the morning's messages to trainers are through. */
    weekOfProvince: "09:00",
    /** Three days and one day before a class: the morning's messages are through, and the office has opened. */
    beforeClass: "08:00",
    /** Travelling and dinner are over, and nobody sleeps yet. */
    eveningBeforeClass: "18:00",
    /** To participants, after their class: the morning's reminders are through. */
    feedback: "10:00",
    /** From other libraries, to those who asked for it: what is due is read before. */
    storyOfOthers: "10:00",
    /** About a form that was left: later than the morning's reminders, which may well lead people back by themselves. */
    unfinishedForm: "10:00",
  },
  nightly: { eraseByAge: "03:00", forgetOldTraces: "03:30" },
});

/** On Mondays (1), and for so long from its hour on: later it would be told of something that was not so then. */
export const WEEK_IS_TOLD = { on: 1, forMinutes: 120 } as const;

/** The hours that an office may set (domain/rules): everything by day. */
export interface Hours {
  workingHours: { from: string; until: string };
  speaking: Record<keyof typeof DAY_PLAN.speaking, string>;
}

/** When a class without sessions may begin. */
export const FIRST_HOUR = "08:00";
