// Which Telegram account is whose, where it changes.

import { POST_KINDS } from "../../domain/messages/post-kind.js";
import type { AccountMove, AccountMovesPort } from "../../ports/account-moves.js";
import { SUSPECT } from "../../ports/queue/delivery.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import type { AccountMove as MoveRow, Person as PersonRow } from "../generated/client.js";
import { toPerson } from "./people.js";

const WITH_PERSON = { include: { person: true } } as const;

export function createAccountMoves(db: Db): AccountMovesPort {
  return {
    async lock(personIds) {
      await db.$queryRaw`SELECT id FROM people WHERE id = ANY(${personIds}::int[]) ORDER BY id FOR UPDATE`;
    },
    async knownByPhone(phone) {
      const rows = await db.person.findMany({
        where: { phone, erasedAt: null, practiceOf: 0, accounts: { some: {} } },
        orderBy: { id: "asc" },
      });
      return rows.map(toPerson);
    },
    async isNobody(telegramId) {
      const isSomebody = { OR: [{ roles: { some: {} } }, { participations: { some: {} } }] };
      return (await db.person.count({ where: { telegramId, ...isSomebody } })) === 0;
    },
    async boundAt(personId, telegramId) {
      const row = await db.accountBinding.findFirst({ where: { personId, telegramId, unboundAt: null } });
      return row?.boundAt ?? null;
    },
    async find(id) {
      const row = await db.accountMove.findUnique({ where: { id }, ...WITH_PERSON });
      return row === null ? null : toMove(row);
    },
    async ofPerson(personId) {
      const rows = await db.accountMove.findMany({ where: { personId }, orderBy: { id: "desc" }, ...WITH_PERSON });
      return rows.map(toMove);
    },
    async awayFrom(telegramId) {
      const row = await db.accountMove.findFirst({
        where: {
          OR: [
            { fromAccount: telegramId, state: "moved" },
            { toAccount: telegramId, state: "contested" },
          ],
        },
        orderBy: { id: "desc" },
        ...WITH_PERSON,
      });
      return row === null ? null : toMove(row);
    },
    async begin(move, now) {
      const { id } = await db.accountMove.create({ data: { ...move, state: "waiting", askedAt: now } });
      return id;
    },
    async settle(id, state, byId, now) {
      const decided = byId === null ? {} : { decidedById: byId, decidedAt: now };
      await db.accountMove.update({
        where: { id },
        data: { state, ...decided, ...(state === "moved" && { movedAt: now }) },
      });
    },
    async bring(personId, fromAccount, toAccount) {
      // That the old account was not found says nothing of the new one: what waited for that leaves now.
      await db.$executeRaw`
        UPDATE outbox SET chat_id = ${toAccount}::bigint,
          due_at = CASE WHEN cause = ${SUSPECT} THEN created_at ELSE due_at END, cause = NULLIF(cause, ${SUSPECT})
        WHERE person_id = ${personId} AND state = 'waiting'`;
      // What was begun there as somebody else was begun by nobody.
      await db.draft.deleteMany({ where: { telegramId: toAccount } });
      await db.classBoard.deleteMany({ where: { personId } });
      await db.announcementBoard.deleteMany({ where: { personId } });
      await db.conversationState.deleteMany({ where: { key: { in: [String(fromAccount), String(toAccount)] } } });
      if (fromAccount === null) return;
      // Which message asked is a number of the old chat.
      await db.$executeRaw`
        UPDATE drafts SET telegram_id = ${toAccount}::bigint, asked = NULL
        WHERE telegram_id = ${fromAccount}::bigint AND result IS NULL AND form NOT IN ('invitation', 'joining')`;
      await db.draft.deleteMany({ where: { telegramId: fromAccount } });
    },
    async tell({ key, telegramId, message, subjects }, now) {
      await db.$executeRaw`
        INSERT INTO outbox (key, kind, priority, chat_id, subjects, message, due_at, created_at)
        VALUES (${key}, 'account', ${POST_KINDS.account.priority}, ${telegramId}::bigint, ${subjects}::text[],
          ${toJsonText(message)}::jsonb, ${now}::timestamp, ${now}::timestamp)
        ON CONFLICT (key) DO NOTHING`;
    },
  };
}

function toMove({ person, fromAccount, toAccount, ...row }: MoveRow & { person: PersonRow }): AccountMove {
  return {
    ...row,
    person: toPerson(person),
    fromAccount: fromAccount === null ? null : Number(fromAccount),
    toAccount: Number(toAccount),
  };
}
