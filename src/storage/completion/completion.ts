// Letters that say that somebody's work plans are carried out.
import type { CompletionPort } from "../../ports/plans/completion.js";
import type { Db } from "../engine/database.js";

export function createCompletion(db: Db): CompletionPort {
  return {
    async ensure({ number, participantId }, now) {
      const data = [{ number, participantId, issuedAt: now }];
      const { count } = await db.completionLetter.createMany({ data, skipDuplicates: true });
      const letter = await db.completionLetter.findUniqueOrThrow({ where: { participantId } });
      return { letter, isNew: count > 0 };
    },
    ofParticipant: (participantId) => db.completionLetter.findUnique({ where: { participantId } }),
    find: (number) => db.completionLetter.findUnique({ where: { number } }),
  };
}
