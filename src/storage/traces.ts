// What is kept only for a while.
import type { TracesPort } from "../ports/traces.js";
import { createConversations } from "./conversations.js";
import type { Db } from "./database.js";
import { Prisma } from "./generated/client.js";
import { createInbox } from "./inbox.js";

export function createTraces(db: Db): TracesPort {
  return {
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
