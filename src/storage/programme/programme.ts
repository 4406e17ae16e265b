// Cohorts, waves, classes and sessions as admins set them up.

import { chunksOf } from "../../domain/chunks-of.js";
import type { Reach } from "../../domain/people/admin-reach.js";
import type { ProgrammeCounts } from "../../domain/programme/beginning.js";
import type { NewClass } from "../../domain/programme/new-class.js";
import type {
  ClassFields,
  ClassLine,
  CohortLine,
  ProgrammePort,
  ProvinceLine,
  WaveLine,
} from "../../ports/programme/programme.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isOfProgramme, isWithin, TRAINERS_NOW } from "../reach.js";
import { classesToSimulate } from "./classes-to-simulate.js";

/** The number of the advisory lock under which the programme is set up. Nothing else here locks it. */
const SETTING_UP = 7_130_001;

/** Rows a statement: Prisma takes some 10 ms to put so many into words. */
const CHUNK = 50;

export function createProgramme(db: Db): ProgrammePort {
  return {
    async hold() {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(${SETTING_UP})`;
    },
    async counts(reach) {
      const [row] = await db.$queryRaw<ProgrammeCounts[]>`
        SELECT
          (SELECT count(*)::int FROM cohorts WHERE practice_of = 0) AS "cohorts",
          (SELECT count(*)::int FROM waves WHERE ${isOfProgramme(Prisma.sql`cohort_id`)}) AS "waves",
          count(*)::int AS "classes",
          (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM training_sessions s WHERE s.class_id = c.id)))::int
            AS "classesWithSessions",
          (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM ${TRAINERS_NOW} t WHERE t.class_id = c.id)))::int
            AS "classesWithTrainers",
          coalesce(sum((SELECT count(*) FROM roster_rows r WHERE r.class_id = c.id)), 0)::int AS "rosterRows"
        FROM training_classes c JOIN waves w ON w.id = c.wave_id
        WHERE ${within(reach)}`;
      if (row === undefined) throw new Error("A count gave no row.");
      return row;
    },
    async cohorts(reach) {
      return db.$queryRaw<CohortLine[]>`
        SELECT k.id, k.year, k.name,
          (SELECT count(*)::int FROM waves w WHERE w.cohort_id = k.id) AS "waves",
          (SELECT count(*)::int FROM training_classes c JOIN waves w ON w.id = c.wave_id
            WHERE w.cohort_id = k.id AND ${within(reach)}) AS "classes",
          (SELECT min(c.starts_on)::text FROM training_classes c JOIN waves w ON w.id = c.wave_id
            WHERE w.cohort_id = k.id AND ${within(reach)}) AS "startsOn"
        FROM cohorts k WHERE k.practice_of = 0 ORDER BY k.year DESC`;
    },
    async insertCohort(data) {
      return (await db.cohort.create({ data })).id;
    },
    async waves(cohortId, reach) {
      return wavesWhere(db, Prisma.sql`w.cohort_id = ${cohortId}`, reach);
    },
    async findWave(id, reach) {
      return (await wavesWhere(db, Prisma.sql`w.id = ${id}`, reach))[0] ?? null;
    },
    async insertWave({ startsOn, endsOn, ...wave }) {
      const data = { ...wave, startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn) };
      return (await db.wave.create({ data })).id;
    },
    async provinces(waveId, reach) {
      return db.$queryRaw<ProvinceLine[]>`
        SELECT p.code, p.name, count(*)::int AS "classes"
        FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN places p ON p.code = c.province_code
        WHERE w.id = ${waveId} AND ${within(reach)}
        GROUP BY p.code, p.name ORDER BY p.name`;
    },
    async classes(waveId, provinceCode) {
      const rows = await db.trainingClass.findMany({
        where: { waveId, provinceCode },
        orderBy: [{ startsOn: "asc" }, { id: "asc" }],
      });
      return rows.map(
        ({ id, name, startsOn, endsOn }): ClassLine => ({
          ...{ id, name },
          ...{ startsOn: dayFromColumn(startsOn), endsOn: dayFromColumn(endsOn) },
        }),
      );
    },
    toSimulate: (waveId, provinceCode, reach) => classesToSimulate(db, waveId, provinceCode, reach),
    async insertClass(wish) {
      return (await db.trainingClass.create({ data: rowOf(wish) })).id;
    },
    async insertClasses(wishes) {
      const ids: number[] = [];
      for (const data of chunksOf(wishes.map(rowOf), CHUNK)) {
        const rows = await db.trainingClass.createManyAndReturn({ data, select: { id: true } });
        ids.push(...rows.map(({ id }) => id));
      }
      return ids;
    },
    async changeClass(id, fields) {
      await db.trainingClass.update({ where: { id }, data: columnsOf(fields) });
    },
    async moveRooms(classId, was, is) {
      await db.trainingSession.updateMany({ where: { classId, mode: "in_person", place: was }, data: { place: is } });
    },
    async insertSessions(classId, sessions) {
      const data = sessions.map((session) => ({ ...session, classId }));
      const rows = await db.trainingSession.createManyAndReturn({ data, select: { id: true } });
      return rows.map(({ id }) => id);
    },
    async insertSessionsOf(sessions) {
      for (const data of chunksOf(sessions, CHUNK)) await db.trainingSession.createMany({ data });
    },
    async changeSession(id, fields) {
      await db.trainingSession.update({ where: { id }, data: fields });
    },
    async sessionsOfAll(classIds) {
      const where = { classId: { in: [...classIds] } };
      return db.trainingSession.findMany({ where, orderBy: [{ startsAt: "asc" }, { id: "asc" }] });
    },
    async findSessions(ids) {
      return db.trainingSession.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: "asc" } });
    },
    async joinedOf(classIds) {
      const where = { classId: { in: [...classIds] } };
      const rows = await db.participant.groupBy({ by: ["classId"], where });
      return rows.map(({ classId }) => classId);
    },
    async removeSessions(ids) {
      const where = { id: { in: [...ids] }, attendance: { none: {} }, marks: { none: {} } };
      const free = (await db.trainingSession.findMany({ where, select: { id: true } })).map(({ id }) => id);
      await db.trainingSession.deleteMany({ where: { id: { in: free } } });
      return free;
    },
    async removeUnused(ids) {
      const nobody = {
        roster: { none: {} },
        participants: { none: {} },
        trainers: { none: {} },
        workPlans: { none: {} },
      };
      const unused = await db.trainingClass.findMany({
        where: { id: { in: [...ids] }, ...nobody },
        select: { id: true },
      });
      const gone = unused.map(({ id }) => id);
      await db.trainingSession.deleteMany({ where: { classId: { in: gone } } });
      await db.formerLink.deleteMany({ where: { classId: { in: gone } } });
      await db.trainingClass.deleteMany({ where: { id: { in: gone } } });
      return gone;
    },
    async removeWaves(ids) {
      return (await db.wave.deleteMany({ where: { id: { in: [...ids] }, classes: { none: {} } } })).count;
    },
    async removeCohorts(ids) {
      const where = { id: { in: [...ids] }, waves: { none: {} }, roles: { none: {} }, workPlans: { none: {} } };
      return (await db.cohort.deleteMany({ where })).count;
    },
    async contents(classId) {
      const where = { classId };
      return {
        sessions: await db.trainingSession.count({ where }),
        roster: await db.rosterRow.count({ where }),
        participants: await db.participant.count({ where }),
        trainers: await db.classTrainer.count({ where }),
        plans: await db.workPlan.count({ where }),
      };
    },
    async removeClass(id) {
      const where = { classId: id };
      await db.trainingSession.deleteMany({ where });
      await db.rosterRow.deleteMany({ where });
      await db.classTrainer.deleteMany({ where });
      await db.formerLink.deleteMany({ where });
      await db.trainingClass.delete({ where: { id } });
    },
  };
}

function within(reach: readonly Reach[]): Prisma.Sql {
  return isWithin(reach, Prisma.sql`c.province_code`, Prisma.sql`w.cohort_id`);
}

async function wavesWhere(db: Db, where: Prisma.Sql, reach: readonly Reach[]): Promise<WaveLine[]> {
  const rows = await db.$queryRaw<(Omit<WaveLine, "startsOn" | "endsOn"> & { startsOn: Date; endsOn: Date })[]>`
    SELECT w.id, w.cohort_id AS "cohortId", k.name AS "cohortName", w.number,
      w.starts_on AS "startsOn", w.ends_on AS "endsOn",
      (SELECT count(*)::int FROM training_classes c WHERE c.wave_id = w.id AND ${within(reach)}) AS "classes"
    FROM waves w JOIN cohorts k ON k.id = w.cohort_id
    WHERE ${where} ORDER BY w.number`;
  return rows.map((row) => ({ ...row, startsOn: dayFromColumn(row.startsOn), endsOn: dayFromColumn(row.endsOn) }));
}

function rowOf({ startsOn, endsOn, plansDueOn, ...wish }: NewClass): Prisma.TrainingClassCreateManyInput {
  return {
    ...wish,
    ...{ startsOn: dayToColumn(startsOn), endsOn: dayToColumn(endsOn), plansDueOn: dayToColumn(plansDueOn) },
  };
}

function columnsOf({ startsOn, endsOn, plansDueOn, ...others }: ClassFields): Prisma.TrainingClassUpdateInput {
  return {
    ...others,
    ...(startsOn !== undefined && { startsOn: dayToColumn(startsOn) }),
    ...(endsOn !== undefined && { endsOn: dayToColumn(endsOn) }),
    ...(plansDueOn !== undefined && { plansDueOn: dayToColumn(plansDueOn) }),
  };
}
