// Where a person is in a conversation.
import type { ConversationsPort } from "../ports/conversations.js";
import type { Db } from "./database.js";
import type { Prisma } from "./generated/client.js";

export function createConversations(db: Db): ConversationsPort {
  return {
    async read(key) {
      return (await db.conversationState.findUnique({ where: { key } }))?.state;
    },
    async write(key, state, now) {
      const data = { state: state as Prisma.InputJsonValue, updatedAt: now };
      await db.conversationState.upsert({ where: { key }, create: { key, ...data }, update: data });
    },
    async remove(key) {
      await db.conversationState.deleteMany({ where: { key } });
    },
    async removeUntouchedSince(instant) {
      return (await db.conversationState.deleteMany({ where: { updatedAt: { lt: instant } } })).count;
    },
  };
}
