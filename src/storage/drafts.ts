// Forms being filled in.
import type { Draft, DraftsPort, Json } from "../ports/drafts.js";
import type { Db } from "./database.js";
import { type Draft as DraftRow, Prisma } from "./generated/client.js";

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
        where: { telegramId, result: { equals: Prisma.DbNull } },
        orderBy: { updatedAt: "desc" },
      });
      return row === null ? null : toDraft(row);
    },
    async open(telegramId, form, subject, version, now, restart = { answers: {}, updateId: null }) {
      const fresh = { version, answers: {}, editing: null, result: Prisma.DbNull, updatedAt: now };
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
        update: {},
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
