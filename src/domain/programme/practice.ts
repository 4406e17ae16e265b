// What an admin practises on: one class of made-up people in every state in which real ones may be, as of the moment at which it is made.
// It lies in a cohort of its own, is marked in every name (practice-name.ts), met by nobody who does not name it (storage/reach.ts), and
// removed as a whole (storage/programme/practice.ts).

import type { Language } from "../people/person.js";
import { provinceCodeOf } from "../places/place.js";
import type { PlanState } from "../plans/plan-state.js";
import { type Obstacle, PLAN_TYPES, type PlanType } from "../plans/work-plan.js";
import type { Admission } from "../registration/admission.js";
import { addDays, type Day, dayIn, instantAt } from "../time/calendar.js";
import { zoneOfProvince } from "../time/zone.js";
import { type NewClass, plansDueFor } from "./new-class.js";
import { PRACTICE_CAST, type PracticePart, TRAINER } from "./practice-cast.js";
import { practiceName } from "./practice-name.js";
import type { NewSession } from "./sessions.js";

/** What is said in the practice: in the language of the one who makes it. */
export interface PracticeWords {
  cohort: (year: number) => string;
  trainingClass: (province: string) => string;
  venue: string;
  library: (village: string) => string;
  sessions: { opening: string; plans: string; closing: string; online: string };
  plans: Record<PlanType, { activity: string; measure: string; partner: string }>;
  nextStep: string;
  question: string;
}

export interface PracticeVillage {
  code: string;
  name: string;
}

export interface PracticeReport {
  state: PlanState;
  obstacle: Obstacle | null;
  nextStep: string | null;
  reportedAt: Date;
}

export interface PracticeWork {
  type: PlanType;
  state: PlanState;
  words: { activity: string; measure: string; partner: string } | null;
  targetOn: Day;
  dueOn: Day;
  writtenAt: Date | null;
  reports: PracticeReport[];
  /** A plea for help that nobody has answered. */
  helpAt: Date | null;
  /** When the trainer gave more time, until `dueOn`. */
  extendedAt: Date | null;
}

export interface PracticePerson {
  name: string;
  phone: string;
  placeCode: string;
  libraryName: string;
  /** Null: invited, and has not joined. */
  joined: { at: Date; blockedAt: Date | null; admission: Admission } | null;
  works: PracticeWork[];
  question: { text: string; askedAt: Date; escalatedAt: Date } | null;
}

export interface PracticeDesign {
  cohort: { year: number; name: string };
  trainingClass: Omit<NewClass, "waveId">;
  sessions: NewSession[];
  trainer: { name: string; phone: string };
  people: PracticePerson[];
}

/** How long its link works for the one who made it. */
const LINK_DAYS = 90;

/** The class ended so long ago that its plans have been due for some days, and people are late. */
const DAYS_SINCE_END = 36;
const CLASS_DAYS = 4;
/** Somebody was given more time: until so many days from now. */
const DAYS_GIVEN = 7;

export function practiceVillages(): number {
  return PRACTICE_CAST.length;
}

/** @throws RangeError where there are fewer villages than people: each has a library of its own. */
export function practiceDesign(
  { now, ownerId, joinToken, language }: { now: Date; ownerId: number; joinToken: string; language: Language },
  { province, villages }: { province: { code: string; name: string }; villages: readonly PracticeVillage[] },
  words: PracticeWords,
): PracticeDesign {
  const provinceCode = provinceCodeOf(province.code);
  const zone = zoneOfProvince(provinceCode);
  const today = dayIn(zone, now);
  const endsOn = addDays(today, -DAYS_SINCE_END);
  const startsOn = addDays(endsOn, 1 - CLASS_DAYS);
  const plansDueOn = plansDueFor(endsOn);
  const year = Number(startsOn.slice(0, 4));
  const at = (daysAgo: number, time = "10:00") => instantAt(zone, addDays(today, -daysAgo), time);
  const session = (daysAgo: number, title: string, mode: NewSession["mode"], place: string): NewSession => ({
    ...{ title, mode, place },
    ...{ startsAt: at(daysAgo, "09:00"), endsAt: at(daysAgo, "11:00") },
  });
  const firstDay = DAYS_SINCE_END + CLASS_DAYS - 1;

  const work = (part: PracticePart, n: number): PracticeWork => {
    const type = PLAN_TYPES[n] as PlanType;
    const { states, extended = false, helps = false } = part;
    const said = states[n] ?? [];
    const isWritten = part.writes;
    const reports = said.map(([daysAgo, state, obstacle = null]) => ({
      ...{ state, obstacle, reportedAt: at(daysAgo) },
      nextStep: state === "done" ? null : words.nextStep,
    }));
    const state = reports.at(-1)?.state ?? (isWritten ? "not_started" : "unwritten");
    return {
      ...{ type, state, reports },
      words: isWritten ? words.plans[type] : null,
      targetOn: plansDueOn,
      dueOn: extended ? addDays(today, DAYS_GIVEN) : plansDueOn,
      writtenAt: isWritten ? at(DAYS_SINCE_END, "15:00") : null,
      helpAt: helps && state === "stuck" ? at(2) : null,
      extendedAt: extended ? at(8) : null,
    };
  };
  const people = PRACTICE_CAST.map((part, n): PracticePerson => {
    const village = villages[n];
    if (village === undefined) throw new RangeError(`A practice needs ${PRACTICE_CAST.length} villages.`);
    const { admission = "admitted", isBlocked = false, asks = false } = part;
    return {
      name: part.name,
      phone: practicePhone(ownerId, n + 1),
      placeCode: village.code,
      libraryName: practiceName(words.library(village.name), language),
      joined: part.joins ? { at: at(firstDay, "08:30"), blockedAt: isBlocked ? at(20) : null, admission } : null,
      works: part.joins ? PLAN_TYPES.map((_, type) => work(part, type)) : [],
      question: asks ? { text: words.question, askedAt: at(3), escalatedAt: at(1) } : null,
    };
  });
  return {
    cohort: { year, name: practiceName(words.cohort(year), language) },
    trainingClass: {
      ...{ provinceCode, zone, startsOn, endsOn, plansDueOn, joinToken },
      name: practiceName(words.trainingClass(province.name), language),
      venue: words.venue,
      joinTokenExpiresAt: new Date(now.getTime() + LINK_DAYS * 86_400_000),
    },
    sessions: [
      session(firstDay, words.sessions.opening, "in_person", words.venue),
      session(DAYS_SINCE_END + 1, words.sessions.plans, "in_person", words.venue),
      session(DAYS_SINCE_END, words.sessions.closing, "in_person", words.venue),
      // ".example" belongs to nobody, by RFC 2606.
      session(-2, words.sessions.online, "online", "https://temu.example/latihan"),
    ],
    trainer: { name: TRAINER, phone: practicePhone(ownerId, 0) },
    people,
  };
}

/** No operator holds the prefix 0890, so these reach nobody. Each practice has its own, and none is one of the seed's (prisma/seed/people/identities.ts). */
function practicePhone(ownerId: number, n: number): string {
  return `+628909${String(ownerId * 20 + n).padStart(7, "0")}`;
}
