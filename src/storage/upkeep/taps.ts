// What was last done in each chat as a table: one row a chat, so that keeping a tap and reading the one before it is one statement.
import type { ProgressShown, TapsPort } from "../../ports/queue/taps.js";
import type { Db } from "../engine/database.js";
import { WITHOUT_WAITING } from "../engine/durability.js";
import { IS_PREPARED } from "../engine/prepared.js";

interface Row {
  updateId: bigint | null;
  messageId: bigint | null;
  data: string | null;
  keyboard: boolean;
  progress: ProgressShown | null;
  lowestId: bigint | null;
  at: Date;
}

/** Several albums may come in at once, and some have more to be said of them than one word. */
const MOST_ALBUMS = 30;

export function createTaps(db: Db): TapsPort {
  return {
    async swap(chatId, { updateId, messageId, data, at }) {
      // Both parts see the table as it was before the statement. Telegram numbers a chat's messages upwards.
      const [before] = await db.$queryRaw<Row[]>`${IS_PREPARED}
        WITH now AS (
          -- A power cut costs a reply too many, else everybody would wait for the disk at every message.
          INSERT INTO taps (chat_id, update_id, message_id, data, lowest_id, at)
          SELECT ${chatId}::bigint, ${updateId}::bigint, ${messageId}::bigint, ${data}, ${messageId ?? 0}::bigint, ${at}::timestamp
          FROM ${WITHOUT_WAITING}
          ON CONFLICT (chat_id) DO UPDATE SET
            update_id = EXCLUDED.update_id, message_id = EXCLUDED.message_id, data = EXCLUDED.data,
            lowest_id = GREATEST(taps.lowest_id, EXCLUDED.lowest_id), at = EXCLUDED.at
        )
        SELECT update_id AS "updateId", message_id AS "messageId", data, keyboard, progress, lowest_id AS "lowestId", at
        FROM taps WHERE chat_id = ${chatId}`;
      const chat = chatOf(before);
      if (before === undefined || before.updateId === null || before.data === null) return { tap: null, ...chat };
      const { updateId: update, messageId: message, data: pressed, at: then } = before;
      const shown = message === null ? null : Number(message);
      return { tap: { updateId: Number(update), messageId: shown, data: pressed, at: then }, ...chat };
    },

    async forget(chatId, messageId, now) {
      const [before] = await db.$queryRaw<ChatRow[]>`${IS_PREPARED}
        WITH now AS (
          -- A power cut costs a reply too many, else everybody would wait for the disk at every message.
          INSERT INTO taps (chat_id, lowest_id, at)
          SELECT ${chatId}::bigint, ${messageId}::bigint, ${now}::timestamp FROM ${WITHOUT_WAITING}
          ON CONFLICT (chat_id) DO UPDATE SET
            update_id = NULL, message_id = NULL, data = NULL,
            lowest_id = GREATEST(taps.lowest_id, EXCLUDED.lowest_id), at = EXCLUDED.at
        )
        SELECT keyboard, progress, lowest_id AS "lowestId" FROM taps WHERE chat_id = ${chatId}`;
      return { tap: null, ...chatOf(before) };
    },

    async answered(chatId, updateId, now) {
      await db.$executeRaw`${IS_PREPARED}
        UPDATE taps SET at = ${now}::timestamp FROM ${WITHOUT_WAITING}
        WHERE chat_id = ${chatId}::bigint AND update_id = ${updateId}::bigint`;
    },

    async noteKeyboard(chatId, hasKeyboard, now) {
      await db.$executeRaw`
        INSERT INTO taps (chat_id, keyboard, at) VALUES (${chatId}::bigint, ${hasKeyboard}, ${now}::timestamp)
        ON CONFLICT (chat_id) DO UPDATE SET keyboard = EXCLUDED.keyboard`;
    },

    async noteProgress(chatId, shown, now) {
      const progress = { ...shown };
      await db.tap.upsert({ where: { chatId }, create: { chatId, progress, at: now }, update: { progress } });
    },

    async isFirst(chatId, key, updateId, now) {
      const row = await db.tap.findUnique({ where: { chatId }, select: { albums: true } });
      const albums = (row?.albums ?? []) as [string, number][];
      const known = albums.find(([name]) => name === key);
      if (known !== undefined) return known[1] === updateId;
      const after = [...albums, [key, updateId]].slice(-MOST_ALBUMS);
      await db.tap.upsert({
        where: { chatId },
        create: { chatId, albums: after, at: now },
        update: { albums: after },
      });
      return true;
    },

    async isMoreComing(chatId, albumId, updateId) {
      const [found] = await db.$queryRaw<{ more: boolean }[]>`
        SELECT EXISTS (
          SELECT 1 FROM inbox WHERE chat_id = ${chatId}::bigint AND state = 'waiting' AND NOT excess
            AND update_id <> ${updateId}::bigint AND payload -> 'message' ->> 'media_group_id' = ${albumId}
        ) AS more`;
      return found?.more === true;
    },

    async isAnythingBelow(chatId, messageId) {
      const [found] = await db.$queryRaw<{ below: boolean }[]>`
        SELECT EXISTS (SELECT 1 FROM taps WHERE chat_id = ${chatId} AND lowest_id > ${messageId})
          OR EXISTS (
            SELECT 1 FROM outbox WHERE chat_id = ${chatId} AND state = 'sent' AND telegram_message_id > ${messageId}
          )
          -- A question put once more stands below the same question; in a private chat both have the person's own id.
          OR EXISTS (
            SELECT 1 FROM drafts WHERE telegram_id = ${chatId} AND (asked->>'last')::bigint > ${messageId}
          ) AS below`;
      return found?.below === true;
    },
  };
}

type ChatRow = Pick<Row, "keyboard" | "progress" | "lowestId">;

function chatOf(row: ChatRow | undefined) {
  const { keyboard = false, progress = null, lowestId = null } = row ?? {};
  return { hasKeyboard: keyboard, progress, lowest: lowestId === null ? null : Number(lowestId) };
}
