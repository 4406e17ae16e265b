// Where a person is in a conversation.
import type { ConversationsPort } from "../../ports/queue/conversations.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";

export function createConversations(db: Db): ConversationsPort {
  return {
    async read(key) {
      const row = await db.conversationState.findUnique({ where: { key } });
      return row === null ? undefined : { state: row.state, updatedAt: row.updatedAt };
    },
    async replace(key, before, after, now) {
      if (after === undefined) {
        if (before === undefined) return true;
        return (
          (await db.$executeRaw`
            DELETE FROM conversation_states WHERE key = ${key} AND state = ${toJsonText(before)}::jsonb`) > 0
        );
      }
      if (before === undefined) {
        return (
          (await db.$executeRaw`
            INSERT INTO conversation_states (key, state, updated_at)
            VALUES (${key}, ${toJsonText(after)}::jsonb, ${now}::timestamp)
            ON CONFLICT (key) DO NOTHING`) > 0
        );
      }
      return (
        (await db.$executeRaw`
          UPDATE conversation_states SET state = ${toJsonText(after)}::jsonb, updated_at = ${now}::timestamp
          WHERE key = ${key} AND state = ${toJsonText(before)}::jsonb`) > 0
      );
    },
    async removeUntouchedSince(instant) {
      return (await db.conversationState.deleteMany({ where: { updatedAt: { lt: instant } } })).count;
    },
  };
}
