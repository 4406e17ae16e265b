// People, their accounts, roles, consents and invitations.

import type { OptOut } from "../../domain/messages/post-kind.js";
import type { Person } from "../../domain/people/person.js";
import type { RoleBinding } from "../../domain/people/role-binding.js";
import type { Zone } from "../../domain/time/zone.js";
import type { PeoplePort } from "../../ports/people/people.js";
import type { Db } from "../engine/database.js";
import type { Person as PersonRow, Prisma, RoleBinding as RoleRow } from "../generated/client.js";

const STANDS = { withdrawnAt: null } satisfies Prisma.ConsentReceiptWhereInput;
const BY_AGE = [{ givenAt: "asc" }, { id: "asc" }] satisfies Prisma.ConsentReceiptOrderByWithRelationInput[];

export function createPeople(db: Db): PeoplePort {
  return {
    async find(id) {
      return toPersonOrNull(await db.person.findUnique({ where: { id } }));
    },
    async findAll(ids) {
      return (await db.person.findMany({ where: { id: { in: ids } }, select: PERSON })).map(toPerson);
    },
    async findByTelegramId(telegramId) {
      return toPersonOrNull(await db.person.findUnique({ where: { telegramId } }));
    },
    async findByPhone(phone) {
      return (await db.person.findMany({ where: { phone, erasedAt: null }, orderBy: { id: "asc" } })).map(toPerson);
    },
    async hold(ids) {
      // In one order, and not against changes: two who post to the same people do not wait for each other.
      const rows = await db.$queryRaw<{ id: number; erased: boolean }[]>`
        SELECT id, erased_at IS NOT NULL AS erased FROM people WHERE id = ANY(${ids}::int[]) ORDER BY id FOR KEY SHARE`;
      return new Set(rows.filter(({ erased }) => erased).map(({ id }) => id));
    },
    async speaker(telegramId) {
      const row = await db.person.findUnique({
        where: { telegramId },
        include: {
          roles: { orderBy: { id: "asc" } },
          consents: { where: STANDS, orderBy: BY_AGE },
          participations: { where: { leftAt: null }, select: { id: true }, take: 1 },
        },
      });
      if (row === null) return null;
      const { consents, participations } = row;
      const roles = row.roles.filter(({ revokedAt }) => revokedAt === null);
      const ended = row.roles.map(({ role }) => role).filter((role) => !roles.some((one) => one.role === role));
      return {
        person: toPerson(row),
        roles: roles.map(toRole),
        agreed: consents.map(({ noticeVersion }) => noticeVersion),
        takesPart: participations.length > 0,
        ...(ended.length > 0 && { formerRoles: [...new Set(ended)] }),
      };
    },
    async rolesOf(personId) {
      const rows = await db.roleBinding.findMany({ where: { personId, revokedAt: null }, orderBy: { id: "asc" } });
      return rows.map(toRole);
    },
    async create(person, now) {
      return toPerson(await db.person.create({ data: { ...person, createdAt: now } }));
    },
    async change(id, fields) {
      await db.person.update({ where: { id }, data: fields });
    },
    async bindAccount(personId, telegramId, now) {
      // The account's and the person's former bindings end first: the column is unique.
      await db.person.updateMany({ where: { telegramId, NOT: { id: personId } }, data: { telegramId: null } });
      await db.accountBinding.updateMany({
        where: { OR: [{ telegramId }, { personId }], NOT: { personId, telegramId }, unboundAt: null },
        data: { unboundAt: now },
      });
      await db.person.update({
        where: { id: personId },
        data: { telegramId, unreachableSince: null, unreachableCause: null },
      });
      const bound = await db.accountBinding.findFirst({ where: { personId, telegramId, unboundAt: null } });
      if (bound === null) await db.accountBinding.create({ data: { personId, telegramId, boundAt: now } });
    },
    async markUnreachable(telegramId, cause, now) {
      await db.person.updateMany({
        where: { telegramId, unreachableCause: null },
        data: { unreachableSince: now, unreachableCause: cause },
      });
    },
    async markReachable(telegramId) {
      const { count } = await db.person.updateMany({
        where: { telegramId, NOT: { unreachableCause: null } },
        data: { unreachableSince: null, unreachableCause: null },
      });
      return count > 0;
    },
    async grantRole(personId, role, now) {
      const held = await db.roleBinding.findFirst({ where: { personId, ...role, revokedAt: null } });
      if (held === null) await db.roleBinding.create({ data: { personId, ...role, grantedAt: now } });
    },
    async moveStaffRoles(fromId, toId) {
      const isTrainer = { role: "trainer", revokedAt: null } as const;
      const invited = await db.roleBinding.count({ where: { ...isTrainer, personId: fromId } });
      const own = await db.roleBinding.count({ where: { ...isTrainer, personId: toId } });
      // Classes of a trainer's role that was taken away do not come back with the other one.
      for (const [personId, held, gained] of [
        [toId, own, invited],
        [fromId, invited, own],
      ] as const) {
        if (held === 0 && gained !== 0) await db.classTrainer.deleteMany({ where: { personId } });
      }
      // Held twice, one of them would outlive the day on which the role is taken.
      const roles = await db.roleBinding.findMany({ where: { personId: toId, revokedAt: null } });
      for (const { role, regionCode, cohortId } of roles) {
        await db.roleBinding.deleteMany({ where: { personId: fromId, role, regionCode, cohortId, revokedAt: null } });
      }
      await db.roleBinding.updateMany({ where: { personId: fromId }, data: { personId: toId } });
      const taught = await db.classTrainer.findMany({ where: { personId: fromId } });
      const data = taught.map(({ classId }) => ({ classId, personId: toId }));
      await db.classTrainer.createMany({ data, skipDuplicates: true });
      await db.classTrainer.deleteMany({ where: { personId: fromId } });
      await db.followUp.updateMany({ where: { trainerId: fromId }, data: { trainerId: toId } });
      await db.absence.updateMany({ where: { personId: fromId }, data: { personId: toId } });
      await db.absence.updateMany({ where: { coverId: fromId }, data: { coverId: toId } });
      const kept = (await db.quickAnswer.findMany({ where: { personId: toId } })).map(({ text }) => text);
      await db.quickAnswer.deleteMany({ where: { personId: fromId, text: { in: kept } } });
      await db.quickAnswer.updateMany({ where: { personId: fromId }, data: { personId: toId } });
      await db.invitation.updateMany({ where: { personId: fromId }, data: { personId: toId } });
    },
    async agreedNotices(personId) {
      const receipts = await db.consentReceipt.findMany({
        where: { personId, ...STANDS },
        orderBy: BY_AGE,
      });
      return receipts.map(({ noticeVersion }) => noticeVersion);
    },
    async recordConsent(personId, noticeVersion, updateId, now) {
      await db.consentReceipt.upsert({
        where: { personId_noticeVersion: { personId, noticeVersion } },
        create: { personId, noticeVersion, updateId, givenAt: now },
        // Given again after a withdrawal; an unchanged receipt keeps its first time.
        update: {},
      });
      await db.consentReceipt.updateMany({
        where: { personId, noticeVersion, NOT: { withdrawnAt: null } },
        data: { withdrawnAt: null, givenAt: now, updateId },
      });
    },
    async findInvitation(token) {
      const row = await db.invitation.findUnique({ where: { token }, include: { person: true } });
      return row === null ? null : { ...row, person: toPerson(row.person) };
    },
    async markInvitationUsed(token, now) {
      await db.invitation.updateMany({ where: { token, usedAt: null }, data: { usedAt: now } });
    },
  };
}

/** What toPerson() needs, where many are read. */
export const PERSON = {
  ...{ id: true, name: true, phone: true, language: true, zone: true, telegramId: true },
  ...{ unreachableCause: true, optedOut: true, pausedUntil: true, quietUntil: true },
} satisfies Prisma.PersonSelect;

export function toPerson(row: Pick<PersonRow, keyof typeof PERSON>): Person {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    language: row.language,
    zone: row.zone as Zone | null,
    telegramId: row.telegramId === null ? null : Number(row.telegramId),
    unreachableCause: row.unreachableCause,
    optedOut: row.optedOut as OptOut[],
    pausedUntil: row.pausedUntil,
    quietUntil: row.quietUntil,
  };
}

function toRole({ role, regionCode, cohortId }: RoleRow): RoleBinding {
  return { role, regionCode, cohortId };
}

function toPersonOrNull(row: PersonRow | null): Person | null {
  return row === null ? null : toPerson(row);
}
