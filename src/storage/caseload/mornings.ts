// Trainers' mornings: due ones, and keeping what they said. Whom they name stands there by number alone.

import type { Need } from "../../domain/caseload/morning.js";
import type { Language } from "../../domain/people/person.js";
import type { MorningShown, MorningsPort } from "../../ports/people/mornings.js";
import { dayToColumn } from "../days.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { isReachable } from "../reachable.js";
import { dueOn, trainersDue } from "./trainers-due.js";

export function createMornings(db: Db): MorningsPort {
  return {
    async due(days, now) {
      if (days.length === 0) return [];
      const trainers = await db.person.findMany({
        where: trainersDue(days, now, (day) => ({ mornings: { none: { day: dayToColumn(day) } } })),
        include: { mornings: { orderBy: { day: "desc" }, take: 1 } },
        orderBy: { id: "asc" },
      });
      return trainers.flatMap(({ mornings, ...row }) => {
        const before = (mornings[0]?.needs ?? null) as unknown as Need[] | null;
        return dueOn(days, row).map((due) => ({ ...due, before }));
      });
    },

    async standing(days) {
      const rows = await db.$queryRaw<(Omit<MorningShown, "trainer"> & { trainerId: number; language: Language })[]>`
        SELECT m.id, p.id AS "trainerId", p.language::text AS language, m.day::text AS day, m.needs, m.done,
          before.needs AS before, o.chat_id AS "chatId", o.telegram_message_id AS "messageId"
        FROM jsonb_to_recordset(${toJsonText(days)}::jsonb) AS d(zone text, day date)
        JOIN mornings m ON m.day = d.day AND m.shown > 0
        JOIN people p ON p.id = m.trainer_id AND p.zone = d.zone AND ${isReachable()}
        JOIN outbox o ON o.key = 'alert:' || m.trainer_id || ':' || m.day
          AND o.chat_id = p.telegram_id AND o.telegram_message_id IS NOT NULL
        LEFT JOIN LATERAL (
          SELECT b.needs FROM mornings b WHERE b.trainer_id = m.trainer_id AND b.day < m.day ORDER BY b.day DESC LIMIT 1
        ) before ON true
        WHERE EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = p.id AND r.role = 'trainer' AND r.revoked_at IS NULL)
        ORDER BY m.id`;
      return rows.map(({ trainerId, language, chatId, messageId, ...row }) => ({
        ...{ ...row, trainer: { id: trainerId, language } },
        ...{ chatId: Number(chatId), messageId: Number(messageId) },
      }));
    },

    async saidOn(trainerIds, now) {
      const rows = await db.$queryRaw<{ trainerId: number; needs: Need[]; shown: number }[]>`
        SELECT m.trainer_id AS "trainerId", m.needs, m.shown FROM mornings m JOIN people p ON p.id = m.trainer_id
        WHERE m.trainer_id = ANY(${[...trainerIds]}::int[]) AND m.shown > 0
          AND m.day = (${now}::timestamp AT TIME ZONE 'UTC' AT TIME ZONE p.zone)::date`;
      return new Map(rows.map(({ trainerId, needs, shown }) => [trainerId, needs.slice(0, shown)]));
    },

    async noteDone(id, done) {
      await db.morning.updateMany({ where: { id }, data: { done } });
    },

    async keep(mornings, now) {
      if (mornings.length === 0) return new Set();
      // As one parameter: each morning lists all who need somebody.
      const kept = await db.$queryRaw<{ trainerId: number }[]>`
        INSERT INTO mornings (trainer_id, day, needs, shown, fresh, at)
        SELECT m."trainerId", m.day, m.needs, m.shown, m.fresh, ${now}::timestamp
        FROM jsonb_to_recordset(${toJsonText(mornings)}::jsonb) AS m("trainerId" int, day date, needs jsonb, shown int, fresh int)
        ORDER BY m."trainerId"
        ON CONFLICT DO NOTHING RETURNING trainer_id AS "trainerId"`;
      return new Set(kept.map(({ trainerId }) => trainerId));
    },
  };
}
