// When trainers are away, who covers for them, and which classes nobody looks after.
import { type Absence, type Cover, FOLLOWED_DAYS, lastDayOf } from "../../domain/caseload/cover.js";
import { groupedBy } from "../../domain/grouped-by.js";
import { zoneOf } from "../../domain/people/person.js";
import type { Zone } from "../../domain/time/zone.js";
import type { AbsenceRecord, AbsencesPort, UntendedClass } from "../../ports/people/absences.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";
import { ofProgramme, TRAINERS_NOW } from "../reach.js";
import { isAway, isReachable, reachable } from "../reachable.js";
import { coversOn, isOn, toldOf } from "./looking-after.js";

const WITH_BOTH = { person: true, cover: true } satisfies Prisma.AbsenceInclude;
const FIRST_FIRST = [{ startsAt: "asc" }, { id: "asc" }] satisfies Prisma.AbsenceOrderByWithRelationInput[];

export function createAbsences(db: Db): AbsencesPort {
  const all = async (where: Prisma.AbsenceWhereInput) =>
    (await db.absence.findMany({ where, include: WITH_BOTH, orderBy: FIRST_FIRST })).map(toRecord);
  const open = (where: Prisma.AbsenceWhereInput, now: Date) =>
    all({ ...where, ...wasNotCalledOff(db), endsAt: { gt: now } });
  return {
    find: async (id) => (await all({ id }))[0] ?? null,
    madeBy: async (setById, updateId) => (await all({ setById, updateId }))[0] ?? null,
    openOf: (personId, now) => open({ personId }, now),
    openCoversOf: (coverId, now) => open({ coverId }, now),
    async coversOf(coverIds, now) {
      if (coverIds.length === 0) return new Map();
      const rows = await db.$queryRaw<(Omit<Cover, "until"> & { coverId: number; endsAt: Date; zone: Zone | null })[]>`
        SELECT a.id AS "absenceId", a.cover_id AS "coverId", p.id AS "personId", p.name, a.ends_at AS "endsAt", p.zone
        FROM absences a JOIN people p ON p.id = a.person_id
        WHERE a.cover_id = ANY(${[...coverIds]}::int[]) AND ${coversOn(Prisma.sql`a`, now)}
          AND EXISTS (SELECT 1 FROM ${TRAINERS_NOW} t WHERE t.person_id = a.person_id)
        ORDER BY a.ends_at, a.id`;
      const covers = rows.map(({ endsAt, zone, ...row }) => ({
        ...row,
        until: lastDayOf({ endsAt }, zoneOf({ zone })),
      }));
      const byCover = groupedBy(covers, ({ coverId }) => coverId);
      return new Map([...byCover].map(([id, rows]) => [id, rows.map(({ coverId: _, ...cover }) => cover)]));
    },
    async awayIn({ classIds, personIds = [] }, now) {
      const rows = await db.$queryRaw<
        { personId: number; name: string; endsAt: Date; zone: Zone | null; coverId: number | null; coverName: string }[]
      >`
        SELECT p.id AS "personId", p.name, a.ends_at AS "endsAt", p.zone, cover.id AS "coverId", cover.name AS "coverName"
        FROM absences a JOIN people p ON p.id = a.person_id AND p.erased_at IS NULL
          LEFT JOIN people cover ON cover.id = a.cover_id AND ${coversOn(Prisma.sql`a`, now)}
        WHERE ${isOn(Prisma.sql`a`, now)} AND EXISTS (SELECT 1 FROM ${TRAINERS_NOW} t
          WHERE t.person_id = p.id AND (t.class_id = ANY(${[...classIds]}::int[]) OR p.id = ANY(${[...personIds]}::int[])))
        ORDER BY p.name, p.id`;
      return rows.map(({ endsAt, zone, coverId, coverName, ...away }) => ({
        ...{ ...away, until: lastDayOf({ endsAt }, zoneOf({ zone })) },
        cover: coverId === null ? null : { personId: coverId, name: coverName },
      }));
    },
    async add(absence, now) {
      return (await db.absence.create({ data: { ...absence, at: now } })).id;
    },
    async change(id, fields) {
      await db.absence.update({ where: { id }, data: fields });
    },
    async possibleCovers(personId, span) {
      const ofTheirs = { some: { trainers: { some: { personId } } } } as const;
      const rows = await db.person.findMany({
        where: {
          ...{
            id: { not: personId },
            ...reachable,
            practiceOf: 0,
          },
          roles: { some: { role: "trainer", revokedAt: null } },
          absences: { none: during(db, span) },
          classesTaught: {
            some: {
              trainingClass: {
                ...ofProgramme,
                OR: [{ trainers: { some: { personId } } }, { province: { classes: { some: ofTheirs.some } } }],
              },
            },
          },
        },
        include: {
          classesTaught: { where: { trainingClass: { trainers: { some: { personId } } } }, select: { classId: true } },
          covers: { where: { ...during(db, span), personId: { not: personId } }, select: { id: true } },
        },
        orderBy: [{ name: "asc" }, { id: "asc" }],
      });
      const possible = rows.map(({ classesTaught, covers, ...person }) => ({
        ...{ person: toPerson(person), sharesClass: classesTaught.length > 0, covers: covers.length },
      }));
      return [...possible.filter((one) => one.sharesClass), ...possible.filter((one) => !one.sharesClass)];
    },
    async untended(now, limit) {
      return db.$queryRaw<UntendedClass[]>`
        SELECT c.id AS "classId",
          (SELECT count(*)::int FROM participants p WHERE p.class_id = c.id AND p.left_at IS NULL) AS people,
          coalesce((
            SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'why', CASE
              WHEN p.telegram_id IS NULL THEN 'not_joined' WHEN ${isAway()} THEN 'unreachable'
              ELSE 'away' END) ORDER BY p.name, p.id)
            FROM ${TRAINERS_NOW} t JOIN people p ON p.id = t.person_id AND p.erased_at IS NULL WHERE t.class_id = c.id
          ), '[]'::json) AS trainers
        FROM training_classes c JOIN waves w ON w.id = c.wave_id JOIN cohorts h ON h.id = w.cohort_id AND h.practice_of = 0
        WHERE c.untended_at IS NULL AND NOT ${isTended(now)}
          AND EXISTS (SELECT 1 FROM participants p JOIN people pe ON pe.id = p.person_id AND pe.erased_at IS NULL
            WHERE p.class_id = c.id AND p.left_at IS NULL)
          AND (c.plans_due_on >= ${followedFrom(now)} OR EXISTS (
            SELECT 1 FROM work_plans wp WHERE wp.class_id = c.id AND wp.state <> 'done' AND wp.due_on >= ${followedFrom(now)}))
        ORDER BY c.id LIMIT ${limit}`;
    },
    async markUntended(classId, now) {
      const { count } = await db.trainingClass.updateMany({
        where: { id: classId, untendedAt: null },
        data: { untendedAt: now },
      });
      return count > 0;
    },
    async unmarkTended(now) {
      return db.$executeRaw`
        UPDATE training_classes c SET untended_at = NULL WHERE c.untended_at IS NOT NULL AND ${isTended(now)}`;
    },
  };
}

/** Of a class c: somebody looks after it now whom messages reach. */
function isTended(now: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM ${toldOf(now)} carer JOIN people t ON t.id = carer.person_id
      AND ${isReachable(Prisma.sql`t`)}
    WHERE carer.class_id = c.id)`;
}

function followedFrom(now: Date): Prisma.Sql {
  return Prisma.sql`(${now}::timestamp - make_interval(days => ${FOLLOWED_DAYS}::int))::date`;
}

function during(db: Db, { startsAt, endsAt }: Pick<Absence, "startsAt" | "endsAt">): Prisma.AbsenceWhereInput {
  return { startsAt: { lt: endsAt }, endsAt: { gt: startsAt }, AND: wasNotCalledOff(db) };
}

/** One that was called off before it began ends when it begins: it never was. */
function wasNotCalledOff(db: Db): Prisma.AbsenceWhereInput {
  return { startsAt: { lt: db.absence.fields.endsAt } };
}

function toRecord({
  id,
  person,
  cover,
  ...row
}: Prisma.AbsenceGetPayload<{ include: typeof WITH_BOTH }>): AbsenceRecord {
  const { personId, startsAt, endsAt, coverId, setById } = row;
  return {
    ...{ id, personId, startsAt, endsAt, coverId, setById, person: toPerson(person) },
    cover: cover === null ? null : toPerson(cover),
  };
}
