// A class day as it goes: who is expected, what they answered or were marked.

import type { AttendanceAnswer, Attendee } from "../../domain/classes/attendance.js";
import { groupedBy } from "../../domain/grouped-by.js";
import type { ClassDaysPort, Expected } from "../../ports/programme/class-days.js";
import { toldOf } from "../caseload/looking-after.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma } from "../generated/client.js";
import { isReachable } from "../reachable.js";
import { createBoards } from "./boards.js";
import { expectedIn, THEIR_ANSWERS } from "./expected.js";

interface ExpectedRow {
  sessionId: number;
  rosterRowId: number | null;
  participantId: number | null;
  name: string;
  answer: AttendanceAnswer | null;
  isMarked: boolean;
}

export function createClassDays(db: Db): ClassDaysPort {
  return {
    ...createBoards(db),
    expected: async (classId, sessionId) => (await expectedAt(db, [{ classId, sessionId }])).get(sessionId) ?? [],
    expectedAt: (sessions) => expectedAt(db, sessions),
    async mark(sessionId, who, { answer, byId, at }) {
      const { participantIds, rosterRowIds } = idsOf(who);
      const given = Prisma.sql`${answer}::"AttendanceAnswer"`;
      // What somebody answered themselves stands.
      const joined = await db.$executeRaw`
        INSERT INTO attendance (session_id, participant_id, answer, answered_at, marked_by_id)
        SELECT s.id, p.id, ${given}, ${at}::timestamp, ${byId}::int
        FROM training_sessions s JOIN participants p ON p.class_id = s.class_id AND p.left_at IS NULL
        WHERE s.id = ${sessionId} AND p.id = ANY(${participantIds}::int[])
        ON CONFLICT (session_id, participant_id)
          DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at, marked_by_id = excluded.marked_by_id
          WHERE attendance.marked_by_id IS NOT NULL`;
      const invited = await db.$executeRaw`
        INSERT INTO roster_attendance (session_id, roster_row_id, answer, marked_at, marked_by_id)
        SELECT s.id, r.id, ${given}, ${at}::timestamp, ${byId}::int
        FROM training_sessions s JOIN roster_rows r ON r.class_id = s.class_id
        WHERE s.id = ${sessionId} AND r.id = ANY(${rosterRowIds}::int[])
        ON CONFLICT (session_id, roster_row_id)
          DO UPDATE SET answer = excluded.answer, marked_at = excluded.marked_at, marked_by_id = excluded.marked_by_id`;
      return joined + invited;
    },
    async unmark(sessionId, which) {
      if ("who" in which) {
        const { participantIds, rosterRowIds } = idsOf(which.who);
        const joined = await db.attendance.deleteMany({
          where: { sessionId, participantId: { in: participantIds }, markedById: { not: null } },
        });
        // Who was marked on the roster and joined since has the mark there.
        const isTheirs = { rosterRow: { participantId: { in: participantIds } } };
        const invited = await db.rosterAttendance.deleteMany({
          where: { sessionId, OR: [{ rosterRowId: { in: rosterRowIds } }, isTheirs] },
        });
        return joined.count + invited.count;
      }
      const { byId: markedById, at } = which;
      const joined = await db.attendance.deleteMany({ where: { sessionId, markedById, answeredAt: at } });
      const invited = await db.rosterAttendance.deleteMany({ where: { sessionId, markedById, markedAt: at } });
      return joined.count + invited.count;
    },
    async markedAtOnce(sessionId, byId, since) {
      const [last] = await db.$queryRaw<{ at: Date }[]>`
        SELECT at FROM (
          SELECT a.answered_at AS at FROM attendance a WHERE a.session_id = ${sessionId} AND a.marked_by_id = ${byId}
          UNION ALL
          SELECT m.marked_at FROM roster_attendance m WHERE m.session_id = ${sessionId} AND m.marked_by_id = ${byId}
        ) AS marks WHERE at >= ${since}::timestamp GROUP BY at HAVING count(*) > 1 ORDER BY at DESC LIMIT 1`;
      return last?.at ?? null;
    },
    async trainersWithout(keys, now) {
      if (keys.length === 0) return [];
      return db.$queryRaw<{ classId: number; key: string; personId: number }[]>`
        SELECT r."classId", r.key, p.id AS "personId"
        FROM jsonb_to_recordset(${toJsonText(keys)}::jsonb) AS r("classId" int, key text, unless text)
        JOIN ${toldOf(now)} t ON t.class_id = r."classId"
        JOIN people p ON p.id = t.person_id
        WHERE ${isReachable()} AND p.zone IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.key IN (r.key || ':' || p.id, r.unless || ':' || p.id))
        ORDER BY p.id, r."classId"`;
    },
  };
}

async function expectedAt(
  db: Db,
  sessions: readonly { classId: number; sessionId: number }[],
): Promise<Map<number, Expected[]>> {
  const classIds = Prisma.sql`${[...new Set(sessions.map(({ classId }) => classId))]}::int[]`;
  const rows = await db.$queryRaw<ExpectedRow[]>`
    SELECT s.id AS "sessionId", e.roster_row_id AS "rosterRowId", e.participant_id AS "participantId", e.name,
      coalesce(a.answer, m.answer) AS answer,
      (a.marked_by_id IS NOT NULL OR m.session_id IS NOT NULL) AS "isMarked"
    FROM training_sessions s
    JOIN ${expectedIn(classIds)} e ON e.class_id = s.class_id
    ${THEIR_ANSWERS}
    WHERE s.id = ANY(${sessions.map(({ sessionId }) => sessionId)}::int[])
    ORDER BY e.name, e.roster_row_id, e.participant_id`;
  const found = rows.map(({ rosterRowId, participantId, ...row }) => ({
    ...row,
    attendee: participantId === null ? { rosterRowId: rosterRowId ?? 0 } : { participantId },
    hasJoined: participantId !== null,
  }));
  const ofSession = groupedBy(found, ({ sessionId }) => sessionId);
  return new Map([...ofSession].map(([id, expected]) => [id, expected.map(({ sessionId: _, ...one }) => one)]));
}

function idsOf(who: readonly Attendee[]): { participantIds: number[]; rosterRowIds: number[] } {
  return {
    participantIds: who.flatMap((one) => ("participantId" in one ? [one.participantId] : [])),
    rosterRowIds: who.flatMap((one) => ("rosterRowId" in one ? [one.rosterRowId] : [])),
  };
}
