// Trainers and admins, their roles, classes and invitations.
import type { StaffBinding, StaffLine, StaffPort } from "../../ports/people/staff.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isWithin, TRAINERS_NOW } from "../reach.js";
import { toPerson } from "./people.js";

/** A trainer of the programme who teaches none of its classes; what admins practise on is no class of it. */
const WITHOUT_CLASS = Prisma.sql`(p.practice_of = 0
  AND EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = p.id AND r.role = 'trainer' AND r.revoked_at IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM class_trainers t JOIN training_classes c ON c.id = t.class_id JOIN waves w ON w.id = c.wave_id
    JOIN cohorts h ON h.id = w.cohort_id WHERE t.person_id = p.id AND h.practice_of = 0))`;

export function createStaff(db: Db): StaffPort {
  return {
    async list(reach, classId) {
      const within = isWithin(reach, Prisma.sql`c.province_code`, Prisma.sql`w.cohort_id`);
      const ofClass = classId === null ? Prisma.sql`TRUE` : Prisma.sql`c.id = ${classId}`;
      const trains = Prisma.sql`EXISTS (
        SELECT 1 FROM ${TRAINERS_NOW} t JOIN training_classes c ON c.id = t.class_id JOIN waves w ON w.id = c.wave_id
        WHERE t.person_id = p.id AND ${ofClass} AND (${within}))`;
      // Without a class they are in no region.
      const isCountry = classId === null && reach.some((one) => one.regionCode === null && one.cohortId === null);
      const waits = isCountry ? WITHOUT_CLASS : Prisma.sql`FALSE`;
      const administers =
        classId === null
          ? Prisma.sql`EXISTS (
              SELECT 1 FROM role_bindings r WHERE r.person_id = p.id AND r.role = 'admin' AND r.revoked_at IS NULL
              AND (${isWithin(reach, Prisma.sql`r.region_code`, Prisma.sql`r.cohort_id`)}) IS TRUE)`
          : Prisma.sql`FALSE`;
      return db.$queryRaw<StaffLine[]>`
        SELECT * FROM (
          SELECT p.id AS "personId", p.name, p.telegram_id IS NOT NULL AS "hasJoined",
            (${trains} OR ${waits}) AS "isTrainer", ${administers} AS "isAdmin", ${waits} AS "isWithoutClass"
          FROM people p
          WHERE p.erased_at IS NULL
            AND p.id IN (SELECT person_id FROM role_bindings UNION SELECT person_id FROM class_trainers)
        ) AS staff
        WHERE staff."isTrainer" OR staff."isAdmin" ORDER BY staff.name, staff."personId"`;
    },
    async trainersByPhone(phones) {
      const rows = await db.person.findMany({
        where: { phone: { in: [...phones] }, erasedAt: null },
        select: {
          ...{ id: true, name: true, phone: true },
          roles: { where: { role: "trainer", revokedAt: null }, select: { id: true } },
          classesTaught: { select: { classId: true }, orderBy: { classId: "asc" } },
        },
        orderBy: { id: "asc" },
      });
      return rows.map(({ id, name, phone, roles, classesTaught }) => ({
        ...{ personId: id, name, phone: phone ?? "", isTrainer: roles.length > 0 },
        classIds: classesTaught.map(({ classId }) => classId),
      }));
    },
    async find(personId) {
      const row = await db.person.findFirst({
        where: { id: personId, erasedAt: null, roles: { some: {} } },
        include: {
          roles: { orderBy: { id: "asc" } },
          classesTaught: { include: { trainingClass: { include: { wave: true } } }, orderBy: { classId: "asc" } },
          invitations: { orderBy: { createdAt: "desc" }, take: 1 },
        },
      });
      if (row === null) return null;
      const { roles, classesTaught, invitations, ...person } = row;
      const codes = roles.flatMap(({ regionCode }) => regionCode ?? []);
      const places = await db.place.findMany({ where: { code: { in: codes } } });
      const names = new Map(places.map(({ code, name }) => [code, name]));
      const bindings = roles.map(
        ({ id, role, regionCode, cohortId, revokedAt }): StaffBinding => ({
          ...{ id, role, regionCode, cohortId, revokedAt },
          regionName: regionCode === null ? null : (names.get(regionCode) ?? regionCode),
        }),
      );
      return {
        person: toPerson(person),
        bindings: lastOfEach(bindings),
        classes: classesTaught.map(({ trainingClass: { id, name, provinceCode, wave } }) => ({
          ...{ id, name, provinceCode, cohortId: wave.cohortId },
        })),
        invitation: invitations[0] ?? null,
      };
    },
    async nationalAdminsBeside(personId) {
      const isNational = { role: "admin", regionCode: null, cohortId: null, revokedAt: null } as const;
      return db.person.count({
        where: { id: { not: personId }, erasedAt: null, telegramId: { not: null }, roles: { some: isNational } },
      });
    },
    async revokeRole(bindingId, now) {
      const binding = await db.roleBinding.findUnique({ where: { id: bindingId } });
      if (binding === null) return;
      const { personId, role, regionCode, cohortId } = binding;
      await db.roleBinding.updateMany({
        where: { personId, role, regionCode, cohortId, revokedAt: null },
        data: { revokedAt: now },
      });
    },
    async giveBackRole(bindingId) {
      await db.roleBinding.updateMany({ where: { id: bindingId }, data: { revokedAt: null } });
    },
    async teach(classId, personId) {
      await db.classTrainer.createMany({ data: [{ classId, personId }], skipDuplicates: true });
    },
    async teachAll(teaching) {
      await db.classTrainer.createMany({ data: [...teaching], skipDuplicates: true });
    },
    async addTrainers(trainers, now) {
      const people = trainers.map(({ name, phone, zone }) => ({
        name,
        phone,
        zone,
        language: "id" as const,
        createdAt: now,
      }));
      const rows = await db.person.createManyAndReturn({ data: people, select: { id: true } });
      const ids = rows.map(({ id }) => id);
      const roles = ids.map((personId) => ({ personId, role: "trainer" as const, grantedAt: now }));
      await db.roleBinding.createMany({ data: roles });
      const links = trainers.map(({ link }, n) => ({ personId: ids[n] ?? 0, ...link, createdAt: now }));
      await db.invitation.createMany({ data: links });
      return ids;
    },
    async stopTeaching(classId, personId) {
      await db.classTrainer.deleteMany({ where: { classId, personId } });
    },
    async invite(personId, { token, expiresAt }, now) {
      await this.revokeInvitations(personId, now);
      await db.invitation.create({ data: { personId, token, expiresAt, createdAt: now } });
    },
    async revokeInvitations(personId, now) {
      await db.invitation.updateMany({ where: { personId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
    },
  };
}

/** Of a role in a region that was given and taken several times, the last time counts. */
function lastOfEach(bindings: StaffBinding[]): StaffBinding[] {
  const last = new Map<string, StaffBinding>();
  for (const binding of bindings) {
    const key = `${binding.role}:${binding.regionCode}:${binding.cohortId}`;
    const known = last.get(key);
    if (known === undefined || known.revokedAt !== null) last.set(key, binding);
  }
  return [...last.values()];
}
