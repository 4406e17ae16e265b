// The messages on which trainers see a class day: which they are, and what they show.
import { BOARD, type ChangedBoard, type ClassDaysPort } from "../../ports/programme/class-days.js";
import { dayFromColumn, dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";

type BoardsPort = Pick<
  ClassDaysPort,
  "stateOf" | "keepBoard" | "keepBoards" | "leaveBoard" | "changedBoards" | "claimBoard" | "noteShown" | "postponeBoard"
>;

/** No message has this number. */
const NONE = 0;

export function createBoards(db: Db): BoardsPort {
  return {
    async stateOf(classId, day, now) {
      const [found] = await db.$queryRaw<{ state: string }[]>`
        SELECT ${stateOf(now, Prisma.sql`${dayToColumn(day)}::date`)} AS state
        FROM training_classes c WHERE c.id = ${classId}`;
      return found?.state ?? "";
    },
    async keepBoard({ classId, personId, day, chatId, messageId, state }, now) {
      const fields = { chatId, messageId, shown: state, nextAt: now };
      const key = { classId, personId, day: dayToColumn(day) };
      await db.classBoard.upsert({
        where: { classId_personId_day: key },
        create: { ...key, ...fields },
        update: fields,
      });
    },
    async keepBoards(boards, now) {
      if (boards.length === 0) return;
      await db.$executeRaw`
        INSERT INTO class_boards (class_id, person_id, day, chat_id, message_id, shown, next_at)
        SELECT c.id, r."personId", r.day, r."chatId", NULL, ${stateOf(now, Prisma.sql`r.day`)}, ${now}::timestamp
        FROM jsonb_to_recordset(${toJsonText(boards)}::jsonb) AS r("classId" int, "personId" int, day date, "chatId" bigint)
        JOIN training_classes c ON c.id = r."classId"
        ON CONFLICT (class_id, person_id, day) DO UPDATE
          SET chat_id = excluded.chat_id, message_id = excluded.message_id, shown = excluded.shown, next_at = excluded.next_at`;
    },
    async leaveBoard(chatId, messageId) {
      await db.$executeRaw`
        UPDATE class_boards b SET message_id = ${NONE}
        WHERE b.chat_id = ${chatId} AND coalesce(b.message_id, ${POSTED}) = ${messageId}`;
    },
    async changedBoards(now, limit) {
      const rows = await db.$queryRaw<(Omit<ChangedBoard, "day" | "chatId" | "messageId"> & Bare)[]>`
        WITH today AS MATERIALIZED (
          SELECT b.*, coalesce(b.message_id, ${POSTED}) AS message, ${stateOf(now, Prisma.sql`b.day`)} AS state
          FROM class_boards b JOIN training_classes c ON c.id = b.class_id
          WHERE b.next_at <= ${now}::timestamp
            AND b.day = (${now}::timestamp AT TIME ZONE 'UTC' AT TIME ZONE c.zone)::date
        )
        SELECT class_id AS "classId", person_id AS "personId", day, chat_id AS "chatId", message AS "messageId", state
        FROM today WHERE state <> shown AND message > ${NONE} ORDER BY next_at, class_id, person_id LIMIT ${limit}`;
      return rows.map(({ day, chatId, messageId, ...row }) => ({
        ...row,
        day: dayFromColumn(day),
        chatId: Number(chatId),
        messageId: Number(messageId),
      }));
    },
    async claimBoard({ classId, personId, day, messageId }, now, nextAt) {
      const claimed = await db.$executeRaw`
        UPDATE class_boards b SET next_at = ${nextAt}::timestamp
        WHERE b.class_id = ${classId} AND b.person_id = ${personId} AND b.day = ${dayToColumn(day)}::date
          AND b.next_at <= ${now}::timestamp AND coalesce(b.message_id, ${POSTED}) = ${messageId}`;
      return claimed > 0;
    },
    async noteShown({ classId, personId, day, state }) {
      await db.classBoard.updateMany({ where: { classId, personId, day: dayToColumn(day) }, data: { shown: state } });
    },
    async postponeBoard({ classId, personId, day }, nextAt) {
      await db.classBoard.updateMany({ where: { classId, personId, day: dayToColumn(day) }, data: { nextAt } });
    },
  };
}

interface Bare {
  day: Date;
  chatId: bigint;
  messageId: bigint;
}

/** The message that the outbox made of a board (b), once Telegram has it. */
const POSTED = Prisma.sql`(SELECT o.telegram_message_id FROM outbox o
  WHERE o.key = ${`${BOARD}:`} || b.class_id || ':' || b.day || ':' || b.person_id
    AND o.state = 'sent')`;

/** Of a class (c) and one of its days. Another count or a session that began makes another state; the same state is the same board. */
function stateOf(now: Date, day: Prisma.Sql): Prisma.Sql {
  const ofDay = Prisma.sql`s.class_id = c.id AND s.cancelled_at IS NULL
    AND (s.starts_at AT TIME ZONE 'UTC' AT TIME ZONE c.zone)::date = ${day}`;
  return Prisma.sql`concat_ws('.',
    (SELECT count(*) || '/' || count(r.participant_id) FROM roster_rows r WHERE r.class_id = c.id),
    (SELECT count(*) FROM participants p WHERE p.class_id = c.id AND p.left_at IS NULL),
    (SELECT count(*) || '/' || coalesce(sum(s.revision), 0)
       || '/' || count(*) FILTER (WHERE s.starts_at <= ${now}::timestamp + interval '15 minutes')
       || '/' || count(*) FILTER (WHERE s.ends_at <= ${now}::timestamp)
     FROM training_sessions s WHERE ${ofDay}),
    (SELECT count(*) || '/' || coalesce(extract(epoch FROM max(a.answered_at)), 0)
     FROM attendance a JOIN training_sessions s ON s.id = a.session_id WHERE ${ofDay}),
    (SELECT count(*) || '/' || coalesce(extract(epoch FROM max(m.marked_at)), 0)
     FROM roster_attendance m JOIN training_sessions s ON s.id = m.session_id WHERE ${ofDay}))`;
}
