// Short answers that trainers keep for themselves.
import type { QuickAnswersPort } from "../../ports/plans/quick-answers.js";
import type { Db } from "../engine/database.js";

export function createQuickAnswers(db: Db): QuickAnswersPort {
  const select = { id: true, text: true } as const;
  /** Of two at once the second sees what the first one did. */
  const oneAfterAnother = (personId: number) =>
    db.$queryRaw`SELECT id FROM people WHERE id = ${personId} FOR NO KEY UPDATE`;
  return {
    of: (personId) => db.quickAnswer.findMany({ where: { personId }, select, orderBy: { id: "asc" } }),
    async keep(personId, text, most, now) {
      await oneAfterAnother(personId);
      const known = await db.quickAnswer.findFirst({ where: { personId, text }, select });
      if (known !== null) return known;
      if ((await db.quickAnswer.count({ where: { personId } })) >= most) return null;
      return db.quickAnswer.create({ data: { personId, text, at: now }, select });
    },
    async change(personId, id, text) {
      await oneAfterAnother(personId);
      const same = await db.quickAnswer.findFirst({ where: { personId, text, id: { not: id } }, select });
      const where = { id, personId };
      if (same === null) {
        const { count } = await db.quickAnswer.updateMany({ where, data: { text } });
        return count === 0 ? null : { id, text };
      }
      return (await db.quickAnswer.deleteMany({ where })).count === 0 ? null : same;
    },
    async drop(personId, id) {
      return (await db.quickAnswer.deleteMany({ where: { id, personId } })).count > 0;
    },
    async lastWordsIn(threadId, authorId) {
      const row = await db.threadMessage.findFirst({
        where: { threadId, authorId },
        select: { text: true },
        orderBy: { id: "desc" },
      });
      return row === null || row.text === "" ? null : row.text;
    },
  };
}
