// The three work plans of a library and what was reported about them, as far as it has happened by now.

import type { PlanState } from "../../../src/domain/plans/plan-state.js";
import { PLAN_TYPES, type PlanType } from "../../../src/domain/plans/work-plan.js";
import { addDays, type Day, dayIn, instantAt } from "../../../src/domain/time/calendar.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import type { PlannedClass } from "../cohort/plan-cohort.js";
import type { Random } from "../random.js";
import {
  ADVOCACY_RESULTS,
  CHANGES,
  LEADERS,
  NEXT_STEPS,
  OBSTACLES,
  OFFICIALS,
  PLAN_WORDS,
  type PlanWords,
  STORIES,
  THEMES,
} from "./work-words.js";

export interface PlannedAnswer {
  question: string;
  amount?: number;
  text?: string;
  choices?: string[];
  day?: Day;
}

export interface PlannedReport {
  state: PlanState;
  obstacle: string | null;
  nextStep: string | null;
  story: string | null;
  reportedAt: Date;
  reviewedAt: Date | null;
  answers: PlannedAnswer[];
}

export interface PlannedWork {
  type: PlanType;
  state: PlanState;
  activity: string | null;
  measure: string | null;
  partner: string | null;
  targetOn: Day | null;
  writtenAt: Date | null;
  reports: PlannedReport[];
}

/** One report: between which days after the class, and what it says. */
type Step = readonly [earliest: number, latest: number, state: PlanState];

const QUICK: readonly Step[] = [
  [3, 5, "in_progress"],
  [8, 13, "done"],
];
const STEADY: readonly Step[] = [
  [5, 10, "in_progress"],
  [15, 20, "in_progress"],
  [24, 29, "done"],
];
const STUCK: readonly Step[] = [
  [4, 8, "in_progress"],
  [9, 20, "stuck"],
];
const LATE: readonly Step[] = [
  [10, 15, "not_started"],
  [26, 30, "in_progress"],
  [34, 40, "done"],
];
/** All that the letter at the end asks for, within a week: done, and each report accepted. */
const FINISHED: readonly Step[] = [
  [2, 3, "in_progress"],
  [4, 6, "done"],
];
/** After the last day of the class: by then what is finished has been reviewed. */
export const FINISHED_WITHIN_DAYS = 9;
const SILENT: readonly Step[] = [];

/** Ten lots a type: engagement goes best, information services are hardly reported (East Java, 2024: 8,781 against 412). */
const COURSES: Readonly<Record<PlanType, readonly (readonly Step[])[]>> = {
  community_engagement: [QUICK, QUICK, STEADY, STEADY, STEADY, STEADY, STUCK, STUCK, LATE, SILENT],
  advocacy: [QUICK, STEADY, STEADY, STEADY, STUCK, STUCK, STUCK, LATE, SILENT, SILENT],
  information_services: [QUICK, STEADY, STEADY, STUCK, STUCK, LATE, SILENT, SILENT, SILENT, SILENT],
};

/** `early`: has written the plans before the class already, as the demo's participant has. `finishes`: and has carried out all three. */
export function planWork(
  planned: PlannedClass,
  joinedAt: Date,
  options: { now: Date; early: boolean; finishes?: boolean },
  random: Random,
): PlannedWork[] {
  const { zone, endsOn, plansDueOn } = planned;
  const writes = random.chance(0.9) || options.early;
  const written = instantAt(
    zone,
    addDays(endsOn, random.chance(0.75) ? 0 : random.between(1, 4)),
    someTime(random, 10, 16),
  );
  const writtenAt = options.early || written < joinedAt ? new Date(joinedAt.getTime() + 20 * 60_000) : written;
  return PLAN_TYPES.map((type) => {
    const words = random.pick(PLAN_WORDS[type]);
    const [activity, measure, partner] = words;
    const hasNone = random.chance(0.04);
    const steps = options.finishes === true ? FINISHED : random.pick(COURSES[type]);
    const reports = steps.map((step) => report(type, step, words, planned, options, random));
    const target = addDays(plansDueOn, -random.between(0, 10));
    if (!writes || writtenAt > options.now) return { type, state: "unwritten", ...NOTHING_WRITTEN };
    if (hasNone && !options.early) return { type, state: "none_yet", ...NOTHING_WRITTEN, writtenAt };
    const told = reports.filter(({ reportedAt }) => reportedAt > writtenAt && reportedAt <= options.now);
    const state = told.at(-1)?.state ?? "not_started";
    return { type, state, activity, measure, partner, targetOn: target, writtenAt, reports: told };
  });
}

const NOTHING_WRITTEN = { activity: null, measure: null, partner: null, targetOn: null, writtenAt: null, reports: [] };

function report(
  type: PlanType,
  [earliest, latest, state]: Step,
  words: PlanWords,
  { zone, endsOn }: PlannedClass,
  { now, finishes = false }: { now: Date; finishes?: boolean },
  random: Random,
): PlannedReport {
  const reportedAt = instantAt(zone, addDays(endsOn, random.between(earliest, latest)), someTime(random, 8, 19));
  const reviewedAt = new Date(reportedAt.getTime() + random.between(3, 48) * 3_600_000);
  const isReviewed = (random.chance(0.6) || finishes) && reviewedAt <= now;
  const isMoving = state === "in_progress" || state === "done";
  const [obstacle, nextStep, story] = [random.pick(OBSTACLES), random.pick(NEXT_STEPS), random.pick(STORIES)];
  return {
    state,
    obstacle: isMoving ? null : obstacle,
    nextStep: state === "done" ? null : nextStep,
    story: state === "done" && random.chance(0.3) ? story : null,
    reportedAt,
    reviewedAt: isReviewed ? reviewedAt : null,
    answers: isMoving ? answers(type, words, zone, reportedAt, random) : [],
  };
}

/** The typed answers to each type's questions of questions/. */
function answers(
  type: PlanType,
  [activity, , partner]: PlanWords,
  zone: Zone,
  reportedAt: Date,
  random: Random,
): PlannedAnswer[] {
  if (type === "information_services") {
    return [
      { question: "changed", choices: random.shuffled(CHANGES).slice(0, random.between(1, 2)) },
      { question: "visitors", amount: random.between(12, 180) },
      { question: "computer_users", amount: random.between(0, 40) },
      { question: "books_lent", amount: random.between(5, 120) },
    ];
  }
  if (type === "community_engagement") {
    const [women, children] = [random.between(3, 20), random.between(0, 12)];
    return [
      { question: "activity", text: activity },
      { question: "held_on", day: addDays(dayIn(zone, reportedAt), -random.between(0, 2)) },
      { question: "theme", choices: [random.pick(THEMES)] },
      { question: "participants", amount: women + children + random.between(0, 12) },
      { question: "women", amount: women },
      { question: "children", amount: children },
      { question: "led_by", text: random.pick(LEADERS) },
      { question: "partner", text: partner },
    ];
  }
  const result = random.pick(ADVOCACY_RESULTS);
  const met: PlannedAnswer = { question: "met", choices: random.shuffled(OFFICIALS).slice(0, random.between(1, 2)) };
  const value: PlannedAnswer[] =
    result === "village_budget" ? [{ question: "value", amount: random.between(2, 25) * 1_000_000 }] : [];
  return [met, { question: "result", choices: [result] }, ...value];
}

function someTime(random: Random, earliestHour: number, latestHour: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(random.between(earliestHour, latestHour))}:${two(random.between(0, 59))}`;
}
