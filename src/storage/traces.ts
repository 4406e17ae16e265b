// What is kept only for a while.
import type { TracesPort } from "../ports/traces.js";
import { createConversations } from "./conversations.js";
import type { Db } from "./database.js";
import { Prisma } from "./generated/client.js";
import { createInbox } from "./inbox.js";

/** `embedded`: not within a transaction, where the database refuses to tidy up. */
export function createTraces(db: Db, { embedded }: { embedded: boolean }): TracesPort {
  return {
    async tidyUp() {
      if (!embedded) return 0;
      await db.$executeRaw`VACUUM ANALYZE inbox`;
      await db.$executeRaw`VACUUM ANALYZE outbox`;
      return 2;
    },

    async forgetOld(before) {
      const drafts = await db.draft.deleteMany({
        where: { updatedAt: { lt: before.finishedDrafts }, NOT: { result: { equals: Prisma.DbNull } } },
      });
      return {
        handledUpdates: await createInbox(db).purge(before.handledUpdates),
        conversations: await createConversations(db).removeUntouchedSince(before.conversations),
        finishedDrafts: drafts.count,
      };
    },
  };
}
