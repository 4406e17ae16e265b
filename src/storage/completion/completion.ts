// Letters that say that somebody's work plans are carried out.
import type { CompletionPort } from "../../ports/plans/completion.js";
import type { Db } from "../engine/database.js";

export function createCompletion(db: Db): CompletionPort {
  return {
    letterOf: (participantId) => db.completionLetter.findUnique({ where: { participantId } }),
    async write({ number, participantId }, now) {
      await db.completionLetter.createMany({
        data: [{ number, participantId, issuedAt: now }],
        skipDuplicates: true,
      });
      return db.completionLetter.findUniqueOrThrow({ where: { participantId } });
    },
    find: (number) => db.completionLetter.findUnique({ where: { number } }),
  };
}
