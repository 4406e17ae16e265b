// What an admin practises on: written in one go, marked, and found by its owner. Removing it has a file of its own.

import { participantNumber } from "../../domain/people/participant-number.js";
import type { PracticeDesign, PracticePerson, PracticeWork } from "../../domain/programme/practice.js";
import { practiceName } from "../../domain/programme/practice-name.js";
import { reportNumber } from "../../domain/reports/progress-report.js";
import type { Practice, PracticePort } from "../../ports/programme/practice.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import type { Prisma } from "../generated/client.js";
import { removePractice } from "./practice-removal.js";

const WITH_CLASSES = {
  waves: { include: { classes: { orderBy: { id: "asc" } } }, orderBy: { id: "asc" } },
} satisfies Prisma.CohortInclude;

export function createPractice(db: Db): PracticePort {
  const practices = async (where: Prisma.CohortWhereInput): Promise<Practice[]> => {
    const rows = await db.cohort.findMany({ where: { NOT: { practiceOf: 0 }, ...where }, include: WITH_CLASSES });
    const owners = await db.person.findMany({ where: { id: { in: rows.map(({ practiceOf }) => practiceOf) } } });
    const names = new Map(owners.map(({ id, name }) => [id, name]));
    const found = rows.flatMap(({ id: cohortId, practiceOf: ownerId, waves }): Practice[] => {
      const classes = waves.flatMap((wave) => wave.classes);
      const [first] = classes;
      if (first === undefined) return [];
      const provinceCodes = [...new Set(classes.map(({ provinceCode }) => provinceCode))];
      return [{ cohortId, ownerId, ownerName: names.get(ownerId) ?? "", trainingClass: first, provinceCodes }];
    });
    return found.sort((a, b) => a.ownerName.localeCompare(b.ownerName) || a.cohortId - b.cohortId);
  };
  return {
    async cohortOf(practiceOf) {
      return (await db.cohort.findFirst({ where: { practiceOf }, select: { id: true } }))?.id ?? null;
    },
    async find(id) {
      return (await practices({ id }))[0] ?? null;
    },
    all: () => practices({}),
    async villages(placeCode, count) {
      // The district's name is part of the code: the n-th of each district comes before the next of any.
      return db.$queryRaw<{ code: string; name: string }[]>`
        SELECT code, name FROM places
        WHERE level = 'village' AND NOT gone AND (${placeCode}::text IS NULL OR code = ${placeCode} OR starts_with(code, ${placeCode}::text || '.'))
          AND left(code, 2) = (SELECT min(left(p.code, 2)) FROM places p
            WHERE p.level = 'village' AND (${placeCode}::text IS NULL OR p.code = ${placeCode} OR starts_with(p.code, ${placeCode}::text || '.')))
        ORDER BY row_number() OVER (PARTITION BY parent_code ORDER BY code), code LIMIT ${count}`;
    },
    make: (ownerId, design, now) => make(db, ownerId, design, now),
    async rename(practiceOf, language) {
      const marked = async <Row extends { id: number; name: string }>(
        rows: Row[],
        write: (id: number, name: string) => Promise<unknown>,
      ) => {
        for (const { id, name } of rows) await write(id, practiceName(name, language));
      };
      const cohorts = await db.cohort.findMany({ where: { practiceOf } });
      if (cohorts.length === 0) return;
      const classes = await db.trainingClass.findMany({ where: { wave: { cohort: { practiceOf } } } });
      const libraries = await db.library.findMany({ where: { practiceOf } });
      const where = { trainingClass: { wave: { cohort: { practiceOf } } }, NOT: { libraryName: null } };
      const rows = await db.rosterRow.findMany({ where });
      await marked(cohorts, (id, name) => db.cohort.update({ where: { id }, data: { name } }));
      await marked(classes, (id, name) => db.trainingClass.update({ where: { id }, data: { name } }));
      await marked(libraries, (id, name) => db.library.update({ where: { id }, data: { name } }));
      await marked(
        rows.map(({ id, libraryName }) => ({ id, name: libraryName ?? "" })),
        (id, libraryName) => db.rosterRow.update({ where: { id }, data: { libraryName } }),
      );
    },
    async noteUse(id, { now, before }) {
      const isLongAgo = { OR: [{ practiceUsedAt: null }, { practiceUsedAt: { lt: before } }] };
      await db.cohort.updateMany({
        where: { id, NOT: { practiceOf: 0 }, ...isLongAgo },
        data: { practiceUsedAt: now },
      });
    },
    async unusedSince(before) {
      const rows = await db.cohort.findMany({
        where: { NOT: { practiceOf: 0 }, practiceUsedAt: { lt: before } },
        orderBy: { id: "asc" },
      });
      return rows.map(({ id, practiceOf }) => ({ cohortId: id, ownerId: practiceOf }));
    },
    remove: (cohortId) => removePractice(db, cohortId),
  };
}

async function make(db: Db, practiceOf: number, design: PracticeDesign, now: Date): Promise<number> {
  const { startsOn, endsOn, plansDueOn, ...fields } = design.trainingClass;
  const days = { startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) };
  const { id: cohortId } = await db.cohort.create({ data: { ...design.cohort, practiceOf, practiceUsedAt: now } });
  const { id: waveId } = await db.wave.create({ data: { cohortId, number: 1, ...days } });
  const data = { ...fields, waveId, ...days, plansDueOn: dayToColumn(plansDueOn) };
  const { id: classId } = await db.trainingClass.create({ data });
  await db.trainingSession.createMany({ data: design.sessions.map((session) => ({ ...session, classId })) });
  const trainer = await db.person.create({
    data: {
      ...{ ...design.trainer, practiceOf, zone: fields.zone, createdAt: now },
      roles: { create: { role: "trainer", cohortId, grantedAt: now } },
      classesTaught: { create: { classId } },
    },
  });
  const of = {
    ...design.trainingClass,
    practiceOf,
    cohortId,
    classId,
    year: design.cohort.year,
    trainerId: trainer.id,
  };
  let reports = 0;
  let joined = 0;
  for (const person of design.people) {
    const participant = person.joined === null ? null : await join(db, of, person, person.joined, ++joined);
    if (participant !== null) {
      for (const work of person.works) reports += await writeWork(db, { ...of, ...participant }, work, reports);
      if (person.question !== null) await ask(db, participant, person.question);
    }
    await db.rosterRow.create({
      data: {
        ...{ classId, name: person.name, phone: person.phone, kind: "desa", placeCode: person.placeCode },
        ...{ libraryName: person.libraryName, participantId: participant?.participantId ?? null },
      },
    });
  }
  return cohortId;
}

interface InClass {
  practiceOf: number;
  cohortId: number;
  classId: number;
  trainerId: number;
  year: number;
  provinceCode: string;
  zone: string;
}

interface InLibrary {
  personId: number;
  participantId: number;
  libraryId: number;
}

async function join(
  db: Db,
  { practiceOf, classId, year, provinceCode, zone }: InClass,
  { name, phone, placeCode, libraryName }: PracticePerson,
  { at, blockedAt, admission }: NonNullable<PracticePerson["joined"]>,
  serial: number,
): Promise<InLibrary> {
  const isBlocked = blockedAt !== null;
  const { id: personId } = await db.person.create({
    data: {
      ...{ name, phone, zone, practiceOf, createdAt: at },
      ...(isBlocked && { unreachableSince: blockedAt, unreachableCause: "blocked" as const }),
    },
  });
  const { id: libraryId } = await db.library.create({
    data: { kind: "desa", name: libraryName, placeCode, practiceOf, members: { create: { personId, fromAt: at } } },
  });
  const number = participantNumber({ provinceCode, cohortYear: year, wave: 1, classId }, serial);
  const { id: participantId } = await db.participant.create({
    data: { number, personId, classId, libraryId, kind: "desa", joinedAt: at, admission },
  });
  return { personId, participantId, libraryId };
}

/** Returns how many reports it has. `before`: how many there are of the class so far. */
async function writeWork(
  db: Db,
  { cohortId, classId, trainerId, year, personId, participantId, libraryId }: InClass & InLibrary,
  { type, state, words, reports, ...work }: PracticeWork,
  before: number,
): Promise<number> {
  const { id: planId } = await db.workPlan.create({
    data: {
      ...{ libraryId, cohortId, classId, type, state, dueOn: dayToColumn(work.dueOn) },
      ...(words !== null && { ...words, targetOn: dayToColumn(work.targetOn), changedById: personId }),
      ...{ writtenAt: work.writtenAt, changedAt: work.writtenAt, lastReportAt: reports.at(-1)?.reportedAt ?? null },
    },
  });
  for (const [n, report] of reports.entries()) {
    const number = reportNumber(year, classId, before + n + 1);
    await db.progressReport.create({
      data: { ...report, number, planId, participantId, authorId: personId, updateId: -n - 1 },
    });
  }
  if (work.extendedAt !== null) {
    const until = dayToColumn(work.dueOn);
    await db.deadlineExtension.create({
      data: { planId, until, reason: "budget", byId: trainerId, at: work.extendedAt },
    });
  }
  if (work.helpAt !== null) {
    const key = `help:${planId}:${work.helpAt.toISOString().slice(0, 10)}`;
    const raised = { raisedAt: work.helpAt, dueOn: dayToColumn(work.dueOn), reason: "help" as const };
    await db.followUp.create({ data: { key, planId, ...raised } });
  }
  return reports.length;
}

async function ask(
  db: Db,
  { personId, participantId }: InLibrary,
  { text, askedAt, escalatedAt }: NonNullable<PracticePerson["question"]>,
): Promise<void> {
  await db.questionThread.create({
    data: {
      ...{ participantId, askedAt, escalatedAt, lastAt: askedAt },
      messages: { create: { authorId: personId, text, sentAt: askedAt, updateId: -1, delivery: "arrived" } },
    },
  });
}
