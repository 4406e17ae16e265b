// A class with its sessions, trainers and roster, and what those who joined have of their own: library, plans and reports.

import { carriesOutPlans } from "../../src/domain/people/participant-kind.js";
import { participantNumber } from "../../src/domain/people/participant-number.js";
import { reportNumber } from "../../src/domain/reports/progress-report.js";
import { addDays, instantAt } from "../../src/domain/time/calendar.js";
import type { Build } from "./build.js";
import type { PlannedClass } from "./cohort/plan-cohort.js";
import { planSessions } from "./cohort/plan-sessions.js";
import { buildPerson, LINK_DAYS } from "./people/build-person.js";
import { fictivePhone, seededToken } from "./people/identities.js";
import { DEMO_ROSTER, type PlannedPerson } from "./people/plan-roster.js";
import { type Random, randomFrom } from "./random.js";
import { buildStory } from "./work/build-story.js";
import { planWork } from "./work/plan-work.js";

export function joinTokenOf(seed: number, classKey: string): string {
  return seededToken(`${seed}:${classKey}:join`);
}

export function buildClass(build: Build, planned: PlannedClass, trainerIds: readonly number[]): number {
  const { rows, options } = build;
  const id = build.nextId("classes");
  const lastDay = instantAt(planned.zone, addDays(planned.plansDueOn, 1), "00:00");
  const linkWorksUntil = new Date(options.now.getTime() + LINK_DAYS * 86_400_000);
  rows.classes.push({
    id,
    waveId: options.waveIds.get(planned.wave) as number,
    provinceCode: planned.provinceCode,
    name: planned.name,
    venue: planned.venue,
    zone: planned.zone,
    startsOn: planned.startsOn,
    endsOn: planned.endsOn,
    plansDueOn: planned.plansDueOn,
    joinToken: joinTokenOf(options.seed, planned.key),
    joinTokenExpiresAt: lastDay > linkWorksUntil ? lastDay : linkWorksUntil,
    joinClosedAt: null,
    untendedAt: null,
  });
  for (const session of planSessions(planned)) {
    rows.sessions.push({ id: build.nextId("sessions"), classId: id, ...session, cancelledAt: null, revision: 0 });
  }
  for (const personId of trainerIds) rows.classTrainers.push({ classId: id, personId });
  return id;
}

export interface InvitedPerson extends PlannedPerson {
  /** Of their phone and account; see identities.ts. */
  number: number;
}

/** The order of the roster is kept; registration numbers follow the order of joining, as they do for those who join later. */
export function buildRoster(
  build: Build,
  planned: PlannedClass,
  classId: number,
  roster: readonly InvitedPerson[],
  { isDemo, hasFinisher }: { isDemo: boolean; hasFinisher: boolean },
): void {
  const { rows, options } = build;
  const random = randomFrom(`${options.seed}:${planned.key}:work`);
  const participantOf = new Map<InvitedPerson, number>();
  const joined = roster
    .filter(hasJoined)
    .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || a.number - b.number);
  const doing = joined.filter(({ kind }) => carriesOutPlans({ kind, flagged: false }));
  const [finisher, teller] = hasFinisher ? doing : [];
  joined.forEach((person, n) => {
    const { provinceCode, wave } = planned;
    const number = participantNumber({ provinceCode, cohortYear: options.cohortYear, wave, classId }, n + 1);
    const early = isDemo && roster.indexOf(person) === DEMO_ROSTER.participant;
    const work = { number, early, finishes: person === finisher };
    participantOf.set(person, buildParticipant(build, planned, classId, person, work, random));
  });
  for (const [n, person] of [finisher, teller].entries()) {
    const participantId = person === undefined ? undefined : participantOf.get(person);
    if (participantId !== undefined) buildStory(build, planned, classId, participantId, n === 0);
  }
  for (const person of roster) {
    rows.roster.push({
      id: build.nextId("roster"),
      classId,
      name: person.name,
      phone: person.hasPhone ? fictivePhone(person.number) : null,
      kind: person.kind,
      libraryName: person.libraryName,
      placeCode: person.placeCode,
      flagged: false,
      participantId: participantOf.get(person) ?? null,
    });
  }
}

type Joined = InvitedPerson & { joinedAt: Date };

function hasJoined(person: InvitedPerson): person is Joined {
  return person.joinedAt !== null;
}

function buildParticipant(
  build: Build,
  planned: PlannedClass,
  classId: number,
  person: Joined,
  { number, early, finishes }: { number: string; early: boolean; finishes: boolean },
  random: Random,
): number {
  const { rows, options } = build;
  const { kind, joinedAt } = person;
  // After the class one in forty has blocked the bot, and as many want no announcements.
  const blockedOn = instantAt(planned.zone, addDays(planned.endsOn, random.between(2, 9)), "12:00");
  const isKept = early || finishes;
  const [blocks, optsOut] = [random.chance(1 / 40) && !isKept, random.chance(1 / 40) && !isKept];
  const personId = buildPerson(build, {
    ...person,
    zone: planned.zone,
    blockedAt: blocks && blockedOn <= options.now ? blockedOn : null,
    optedOut: optsOut ? ["announcements"] : [],
  });
  const { id: libraryId, isNew } = buildLibrary(build, person);
  const participantId = build.nextId("participants");
  rows.participants.push({
    id: participantId,
    number,
    personId,
    classId,
    libraryId,
    kind,
    flagged: false,
    joinedAt,
    scheduleSeenAt: null,
    leftAt: null,
    // Everybody of the seed came by the number on their invitation.
    ...{ admission: "admitted", askedAt: null, escalatedAt: null, decidedById: null, decidedAt: null },
  });
  if (!carriesOutPlans({ kind, flagged: false })) return participantId;
  rows.members.push({ id: build.nextId("members"), libraryId, personId, fromAt: joinedAt, untilAt: null });
  if (isNew)
    buildWork(build, planned, { classId, libraryId, participantId, personId }, { joinedAt, early, finishes }, random);
  return participantId;
}

function buildLibrary(build: Build, { kind, placeCode, libraryName }: PlannedPerson): { id: number; isNew: boolean } {
  const key = `${placeCode} ${kind} ${libraryName}`;
  const known = build.libraries.get(key);
  if (known !== undefined) return { id: known, isNew: false };
  const id = build.nextId("libraries");
  build.rows.libraries.push({ id, kind, name: libraryName, placeCode, holderId: 0, practiceOf: 0 });
  build.libraries.set(key, id);
  return { id, isNew: true };
}

function buildWork(
  build: Build,
  planned: PlannedClass,
  of: { classId: number; libraryId: number; participantId: number; personId: number },
  { joinedAt, early, finishes }: { joinedAt: Date; early: boolean; finishes: boolean },
  random: Random,
): void {
  const { rows, options } = build;
  const { participantId, personId, ...ofPlan } = of;
  const reviewer = rows.classTrainers.find(({ classId }) => classId === of.classId)?.personId ?? null;
  const { now } = options;
  // Drawn all the same, so that nobody else's work depends on it.
  const drawn = planWork(planned, joinedAt, { now, early }, random);
  const own = randomFrom(`${options.seed}:${planned.key}:finished`);
  const works = finishes ? planWork(planned, joinedAt, { now, early: true, finishes }, own) : drawn;
  for (const { reports, ...work } of works) {
    const planId = build.nextId("plans");
    const lastReportAt = reports.at(-1)?.reportedAt ?? null;
    const { cohortId } = options;
    rows.plans.push({
      id: planId,
      ...ofPlan,
      cohortId,
      ...work,
      dueOn: planned.plansDueOn,
      pausedUntil: null,
      lastReportAt,
      changedAt: work.writtenAt,
      changedById: work.activity === null ? null : personId,
      onBehalf: false,
      replaced: null,
      remindedOn: null,
      movedToId: null,
    });
    for (const { answers, ...report } of reports) {
      const id = build.nextId("reports");
      const by = { participantId, authorId: personId, onBehalf: false };
      rows.reports.push({
        id,
        number: reportNumber(options.cohortYear, of.classId, build.nextReportSerial(of.classId)),
        version: 1,
        planId,
        ...by,
        ...report,
        ...(report.reviewedAt === null
          ? { verdict: null, reviewedById: null }
          : { verdict: "accepted" as const, reviewedById: reviewer }),
        ...{ reviewNote: null, marked: [] },
        updateId: build.nextUpdateId(),
      });
      for (const { question, amount = null, text = null, choices = [], day = null } of answers) {
        rows.answers.push({ reportId: id, question, amount, text, choices, day, unknown: false });
      }
    }
  }
}
