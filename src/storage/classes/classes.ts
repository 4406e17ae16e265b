// Cohorts, waves, classes, their training sessions and trainers.

import { isReachable } from "../../domain/people/person.js";
import type { Zone } from "../../domain/time/zone.js";
import type { ClassesPort, TrainingClass } from "../../ports/programme/classes.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import type { Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";
import { adminsCovering, ofProgramme, trainsNow } from "../reach.js";
import { carersOf } from "./carers-of.js";

export const WITH_WAVE_AND_PROVINCE = {
  wave: { include: { cohort: true } },
  province: true,
} satisfies Prisma.TrainingClassInclude;

export type ClassRow = Prisma.TrainingClassGetPayload<{ include: typeof WITH_WAVE_AND_PROVINCE }>;

export function createClasses(db: Db): ClassesPort {
  return {
    async find(id) {
      const row = await db.trainingClass.findUnique({ where: { id }, include: WITH_WAVE_AND_PROVINCE });
      return row === null ? null : toTrainingClass(row);
    },
    async findAll(ids) {
      const where = { id: { in: [...ids] } };
      return (await db.trainingClass.findMany({ where, include: WITH_WAVE_AND_PROVINCE })).map(toTrainingClass);
    },
    async findByToken(joinToken) {
      const row = await db.trainingClass.findUnique({ where: { joinToken }, include: WITH_WAVE_AND_PROVINCE });
      return row === null ? null : toTrainingClass(row);
    },
    async findByFormerToken(token) {
      const former = await db.formerLink.findUnique({
        where: { token },
        include: { trainingClass: { include: WITH_WAVE_AND_PROVINCE } },
      });
      return former === null ? null : toTrainingClass(former.trainingClass);
    },
    async closeLink(id, now) {
      await db.trainingClass.updateMany({ where: { id, joinClosedAt: null }, data: { joinClosedAt: now } });
    },
    async renewLink(classId, { joinToken, expiresAt }, now) {
      const { joinToken: token } = await db.trainingClass.findUniqueOrThrow({ where: { id: classId } });
      await db.formerLink.create({ data: { token, classId, replacedAt: now } });
      await db.trainingClass.update({
        where: { id: classId },
        data: { joinToken, joinTokenExpiresAt: expiresAt, joinClosedAt: null },
      });
    },
    async joinable(provinceCode, today) {
      const rows = await db.trainingClass.findMany({
        where: { provinceCode, plansDueOn: { gte: dayToColumn(today) }, ...ofProgramme },
        include: WITH_WAVE_AND_PROVINCE,
        orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      });
      return rows.map(toTrainingClass);
    },
    async trainersOf(classId) {
      const rows = await db.classTrainer.findMany({
        where: { classId, person: trainsNow },
        include: { person: true },
        orderBy: { personId: "asc" },
      });
      return rows.map(({ person }) => toPerson(person));
    },
    async trainersOfAll(classIds) {
      const rows = await db.classTrainer.findMany({
        where: { classId: { in: classIds }, person: trainsNow },
        include: { person: true },
        orderBy: { personId: "asc" },
      });
      return rows.map(({ classId, person }) => ({ classId, trainer: toPerson(person) }));
    },
    carersOf: (classId, now) => carersOf(db, classId, now),
    async adminsOver(classId) {
      const { provinceCode: regionCode, wave } = await db.trainingClass.findUniqueOrThrow({
        where: { id: classId },
        include: { wave: { include: { cohort: true } } },
      });
      if (wave.cohort.practiceOf !== 0) return [];
      const over = (await adminsCovering(db, [{ regionCode, cohortId: wave.cohortId }])).filter(({ person }) =>
        isReachable(person),
      );
      const isNational = ({ reach }: (typeof over)[number]) => reach.some((part) => part.regionCode === null);
      const ofProvince = over.filter((admin) => !isNational(admin));
      return (ofProvince.length > 0 ? ofProvince : over).map(({ person }) => person);
    },
    async ofTrainer(personId) {
      const rows = await db.trainingClass.findMany({
        where: { trainers: { some: { personId, person: trainsNow } } },
        include: WITH_WAVE_AND_PROVINCE,
        orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      });
      return rows.map(toTrainingClass);
    },
    async ofWave(waveId) {
      const rows = await db.trainingClass.findMany({
        where: { waveId },
        include: WITH_WAVE_AND_PROVINCE,
        orderBy: [{ province: { name: "asc" } }, { startsOn: "asc" }, { id: "asc" }],
      });
      return rows.map(toTrainingClass);
    },
    async sessionsOf(classId) {
      return db.trainingSession.findMany({ where: { classId }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] });
    },
    async findSession(id) {
      return db.trainingSession.findUnique({ where: { id } });
    },
  };
}

export function toTrainingClass(row: ClassRow): TrainingClass {
  return {
    id: row.id,
    waveId: row.waveId,
    cohortId: row.wave.cohortId,
    cohortYear: row.wave.cohort.year,
    waveNumber: row.wave.number,
    provinceCode: row.provinceCode,
    provinceName: row.province.name,
    name: row.name,
    venue: row.venue,
    zone: row.zone as Zone,
    startsOn: dayFromColumn(row.startsOn),
    endsOn: dayFromColumn(row.endsOn),
    plansDueOn: dayFromColumn(row.plansDueOn),
    joinToken: row.joinToken,
    joinTokenExpiresAt: row.joinTokenExpiresAt,
    joinClosedAt: row.joinClosedAt,
    practiceOf: row.wave.cohort.practiceOf,
  };
}
