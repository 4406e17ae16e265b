// Wishes to be forgotten as a table: see model Erasure in the schema.
import type { ErasuresPort } from "../../ports/own-data/erasures.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";

export function createErasures(db: Db): ErasuresPort {
  return {
    async begin({ files, accounts }, now) {
      const { id } = await db.erasure.create({ data: { askedAt: now, files, accounts } });
      return id;
    },

    async unfinished() {
      const rows = await db.erasure.findMany({ where: { finishedAt: null }, orderBy: { askedAt: "asc" } });
      return rows.map(({ id, files }) => ({ number: id, files }));
    },

    async finish(number, now) {
      // Locked, so that two processes do not finish it beside each other.
      const [row] = await db.$queryRaw<{ accounts: bigint[]; askedAt: Date }[]>`
        SELECT accounts, asked_at AS "askedAt" FROM erasures WHERE id = ${number} AND finished_at IS NULL FOR UPDATE`;
      if (row === undefined) return false;
      // What came later is somebody's new beginning.
      const theirs = { chatId: { in: row.accounts }, receivedAt: { lte: row.askedAt } };
      if ((await db.inbox.count({ where: { ...theirs, state: { in: ["waiting", "claimed"] } } })) > 0) return false;
      await db.inbox.updateMany({ where: theirs, data: { chatId: 0, payload: Prisma.DbNull } });
      // Not before: the press that asked for it may be one of a burst.
      await db.tap.deleteMany({ where: { chatId: { in: row.accounts } } });
      await db.erasure.update({ where: { id: number }, data: { files: [], accounts: [], finishedAt: now } });
      return true;
    },

    async latest(limit) {
      const rows = await db.erasure.findMany({
        orderBy: [{ finishedAt: { sort: "desc", nulls: "first" } }, { askedAt: "asc" }],
        take: limit,
      });
      return {
        erasures: rows.map(({ id, askedAt, finishedAt }) => ({ number: id, askedAt, finishedAt })),
        unfinished: await db.erasure.count({ where: { finishedAt: null } }),
        finished: await db.erasure.count({ where: { NOT: { finishedAt: null } } }),
      };
    },

    async oldestUnfinishedAt() {
      const row = await db.erasure.findFirst({ where: { finishedAt: null }, orderBy: { askedAt: "asc" } });
      return row?.askedAt ?? null;
    },

    countUnfinishedFrom: (before) => db.erasure.count({ where: { finishedAt: null, askedAt: { lt: before } } }),
  };
}
