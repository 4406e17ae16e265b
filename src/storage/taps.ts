// The last tap of each chat as a table: one row a chat, so that keeping it and reading the one before it is one statement.
import type { Tap, TapsPort } from "../ports/taps.js";
import type { Db } from "./database.js";

type Row = Omit<Tap, "updateId" | "messageId"> & { updateId: bigint; messageId: bigint | null };

export function createTaps(db: Db): TapsPort {
  return {
    async swap(chatId, { updateId, messageId, data, at }) {
      // Both parts see the table as it was before the statement.
      const [before] = await db.$queryRaw<Row[]>`
        WITH now AS (
          INSERT INTO taps (chat_id, update_id, message_id, data, at)
          VALUES (${chatId}, ${updateId}, ${messageId}, ${data}, ${at}::timestamp)
          ON CONFLICT (chat_id) DO UPDATE SET
            update_id = EXCLUDED.update_id, message_id = EXCLUDED.message_id, data = EXCLUDED.data, at = EXCLUDED.at
        )
        SELECT update_id AS "updateId", message_id AS "messageId", data, at FROM taps WHERE chat_id = ${chatId}`;
      if (before === undefined) return null;
      const { messageId: shown } = before;
      return { ...before, updateId: Number(before.updateId), messageId: shown === null ? null : Number(shown) };
    },
    async forget(chatId) {
      // Mostly there is nothing: then it writes nothing, and to look first would cost as much as this.
      await db.$executeRaw`DELETE FROM taps WHERE chat_id = ${chatId}`;
    },
  };
}
