// Forms being filled in.
import type { Message } from "../../domain/messages/message.js";
import type { Asked, Draft, DraftsPort, Json } from "../../ports/queue/drafts.js";
import type { Db } from "../engine/database.js";
import { IS_PREPARED } from "../engine/prepared.js";
import { type Draft as DraftRow, Prisma } from "../generated/client.js";
import { toPerson } from "../people/people.js";
import { isReachable } from "../reachable.js";
import { removeEvidence } from "../reports/evidence.js";

const LATEST_FIRST: Prisma.DraftOrderByWithRelationInput[] = [{ updatedAt: "desc" }, { id: "desc" }];

export function createDrafts(db: Db): DraftsPort {
  return {
    async find(telegramId, form, subject) {
      const row = await db.draft.findUnique({
        where: { telegramId_form_subject: { telegramId, form, subject } },
      });
      return row === null ? null : toDraft(row);
    },
    async ofForm(telegramId, form) {
      const rows = await db.draft.findMany({
        where: { telegramId, form, result: { equals: Prisma.DbNull } },
        orderBy: LATEST_FIRST,
      });
      return rows.map(toDraft);
    },
    async unfinishedOf(telegramId) {
      const rows = await db.draft.findMany({
        where: { telegramId, result: { equals: Prisma.DbNull } },
        orderBy: LATEST_FIRST,
      });
      return rows.map(toDraft);
    },
    async endedBy(telegramId, updateId) {
      const [ended] = await db.$queryRaw<{ id: number }[]>`${IS_PREPARED}
        WITH told AS (
          DELETE FROM drafts
          WHERE telegram_id = ${telegramId}::bigint AND result IS NOT NULL AND last_update_id <> ${updateId}::bigint
        )
        SELECT id FROM drafts
        WHERE telegram_id = ${telegramId}::bigint AND last_update_id = ${updateId}::bigint
          AND (result IS NOT NULL OR saved_at IS NOT NULL)
        LIMIT 1`;
      const row = ended === undefined ? null : await db.draft.findUnique({ where: { id: ended.id } });
      return row === null ? null : toDraft(row);
    },
    async open(telegramId, form, subject, version, now, restart = { answers: {}, updateId: null }) {
      const fresh = {
        ...{ version, answers: {}, editing: null, result: Prisma.DbNull, nudgedAt: null, updatedAt: now },
        ...{ savedAt: null, asked: Prisma.DbNull },
      };
      const isOver = { NOT: { result: { equals: Prisma.DbNull } } };
      // A row of its own for each: what a form was for may be keyed by its draft.
      await db.draft.deleteMany({ where: { telegramId, form, subject, ...isOver } });
      // Answers to another version's questions must not be read as answers to this one's.
      await db.draft.updateMany({
        where: { telegramId, form, subject, NOT: { version } },
        data: { ...fresh, answers: restart.answers, lastUpdateId: restart.updateId },
      });
      const row = await db.draft.upsert({
        where: { telegramId_form_subject: { telegramId, form, subject } },
        create: { telegramId, form, subject, createdAt: now, ...fresh },
        // Opened again it is the one that was touched last, and its question is asked anew.
        update: { updatedAt: now, savedAt: null, asked: Prisma.DbNull },
      });
      return toDraft(row);
    },
    async keep({ id, lastUpdateId }, { answers, editing, updateId }, now) {
      const { count } = await db.draft.updateMany({
        where: { id, lastUpdateId, result: { equals: Prisma.DbNull } },
        data: { answers, editing, lastUpdateId: updateId, updatedAt: now },
      });
      if (count === 0) await mustBeTakenBy(db, id, updateId);
    },
    async begin(id, answers) {
      await db.draft.updateMany({ where: { id, lastUpdateId: null, answers: { equals: {} } }, data: { answers } });
    },
    async noteAsked(id, asked) {
      await db.draft.updateMany({ where: { id }, data: { asked: { ...asked } } });
    },
    async putAside(id, updateId, now) {
      await db.draft.updateMany({
        where: { id, result: { equals: Prisma.DbNull } },
        data: { savedAt: now, nudgedAt: now, lastUpdateId: updateId, updatedAt: now },
      });
    },
    async finish(id, result, updateId, now) {
      const { count } = await db.draft.updateMany({
        where: { id, result: { equals: Prisma.DbNull } },
        data: { result: toColumn(result), lastUpdateId: updateId, updatedAt: now },
      });
      if (count === 0) await mustBeTakenBy(db, id, updateId);
    },
    async forgetGivenFile(telegramId, updateId) {
      await db.$executeRaw`
        UPDATE drafts SET result = (result - 'attachment') || '{"isFileGiven": true}'
        WHERE telegram_id = ${telegramId}::bigint AND last_update_id = ${updateId}::bigint
          AND result -> 'attachment' ? 'base64'`;
    },
    async throwAway(id, said, now) {
      const row = await db.draft.findFirst({ where: { id, result: { equals: Prisma.DbNull } } });
      if (row === null) return [];
      if (said === null) await db.draft.delete({ where: { id } });
      else {
        const { result, updateId } = said;
        // Nor where its last question stood: that tells whether the one before was answered by words or by a button.
        const emptied = { answers: {}, editing: null, asked: Prisma.DbNull };
        const over = { ...emptied, result: toColumn(result), lastUpdateId: updateId, updatedAt: now };
        await db.draft.update({ where: { id }, data: over });
      }
      return removeEvidence(db, [row]);
    },
    async remove(id) {
      await db.draft.deleteMany({ where: { id } });
    },
    async removeForm(telegramId, form) {
      await db.draft.deleteMany({ where: { telegramId, form, result: { equals: Prisma.DbNull } } });
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
          AND ${isReachable()}
        ORDER BY d.updated_at, d.id LIMIT ${limit}`;
      if (left.length === 0) return [];
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

/** A process that was stopped for long, and goes on, must not write over what was said meanwhile. */
async function mustBeTakenBy(db: Db, id: number, updateId: number): Promise<void> {
  const row = await db.draft.findUnique({ where: { id } });
  if (row?.lastUpdateId !== BigInt(updateId)) throw new Error(`Draft ${id} is no longer as it was read.`);
}

const toColumn = (said: Message) => said as unknown as Prisma.InputJsonObject;

function toDraft(row: DraftRow): Draft {
  return {
    ...row,
    telegramId: Number(row.telegramId),
    answers: row.answers as Record<string, Json>,
    result: row.result as unknown as Draft["result"],
    asked: row.asked as unknown as Asked | null,
    lastUpdateId: row.lastUpdateId === null ? null : Number(row.lastUpdateId),
  };
}
