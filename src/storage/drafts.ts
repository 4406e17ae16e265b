// Forms being filled in.
import { type Draft, type DraftsPort, type Json, REMEMBERED } from "../ports/drafts.js";
import type { Db } from "./database.js";
import { type Draft as DraftRow, Prisma } from "./generated/client.js";
import { toPerson } from "./people.js";

export function createDrafts(db: Db): DraftsPort {
  return {
    async find(telegramId, form, subject) {
      const row = await db.draft.findUnique({
        where: { telegramId_form_subject: { telegramId, form, subject } },
      });
      return row === null ? null : toDraft(row);
    },
    async latestOf(telegramId) {
      const row = await db.draft.findFirst({
        where: { telegramId, form: { not: REMEMBERED }, result: { equals: Prisma.DbNull } },
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      });
      return row === null ? null : toDraft(row);
    },
    async ofForm(telegramId, form) {
      const rows = await db.draft.findMany({
        where: { telegramId, form, result: { equals: Prisma.DbNull } },
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      });
      return rows.map(toDraft);
    },
    async open(telegramId, form, subject, version, now, restart = { answers: {}, updateId: null }) {
      const fresh = { version, answers: {}, editing: null, result: Prisma.DbNull, nudgedAt: null, updatedAt: now };
      const isOver = { NOT: { result: { equals: Prisma.DbNull } } };
      await db.draft.updateMany({ where: { telegramId, form, subject, ...isOver }, data: fresh });
      // Answers to another version's questions must not be read as answers to this one's.
      await db.draft.updateMany({
        where: { telegramId, form, subject, NOT: { version } },
        data: { ...fresh, answers: restart.answers, lastUpdateId: restart.updateId },
      });
      const row = await db.draft.upsert({
        where: { telegramId_form_subject: { telegramId, form, subject } },
        create: { telegramId, form, subject, createdAt: now, ...fresh },
        // Opened again it is the one that was touched last.
        update: { updatedAt: now },
      });
      return toDraft(row);
    },
    async keep(id, { answers, editing, updateId }, now) {
      await db.draft.updateMany({
        where: { id, OR: [{ lastUpdateId: null }, { NOT: { lastUpdateId: updateId } }] },
        data: { answers, editing, lastUpdateId: updateId, updatedAt: now },
      });
    },
    async finish(id, result, updateId, now) {
      await db.draft.updateMany({
        where: { id },
        data: { result: result ?? {}, lastUpdateId: updateId, updatedAt: now },
      });
    },
    async remove(id) {
      await db.draft.deleteMany({ where: { id } });
    },
    async findUnfinished(telegramId, id) {
      const row = await db.draft.findFirst({ where: { id, telegramId, result: { equals: Prisma.DbNull } } });
      return row === null ? null : toDraft(row);
    },
    async leftBetween(from, until, limit) {
      const left = await db.$queryRaw<{ id: number; personId: number }[]>`
        SELECT d.id, p.id AS "personId" FROM drafts d JOIN people p ON p.telegram_id = d.telegram_id
        WHERE d.result IS NULL AND d.nudged_at IS NULL
          AND d.updated_at BETWEEN ${from}::timestamp AND ${until}::timestamp
          AND p.erased_at IS NULL AND p.unreachable_since IS NULL
        ORDER BY d.updated_at, d.id LIMIT ${limit}`;
      const drafts = await db.draft.findMany({ where: { id: { in: left.map(({ id }) => id) } } });
      const people = await db.person.findMany({ where: { id: { in: left.map(({ personId }) => personId) } } });
      const draftOf = new Map(drafts.map((row) => [row.id, toDraft(row)]));
      const personOf = new Map(people.map((row) => [row.id, toPerson(row)]));
      return left.flatMap(({ id, personId }) => {
        const draft = draftOf.get(id);
        const person = personOf.get(personId);
        return draft === undefined || person === undefined ? [] : [{ draft, person }];
      });
    },
    async markNudged({ id, updatedAt }, now) {
      const { count } = await db.draft.updateMany({
        where: { id, updatedAt, nudgedAt: null },
        data: { nudgedAt: now },
      });
      return count > 0;
    },
  };
}

function toDraft(row: DraftRow): Draft {
  return {
    ...row,
    telegramId: Number(row.telegramId),
    answers: row.answers as Record<string, Json>,
    result: row.result as Json,
    lastUpdateId: row.lastUpdateId === null ? null : Number(row.lastUpdateId),
  };
}
