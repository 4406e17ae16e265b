// Rosters as files fill them. Ten thousand rows go in by a few statements, all of them or none.

import { chunksOf } from "../../domain/chunks-of.js";
import type { KnownRow, RosterEntry } from "../../domain/roster/import-plan.js";
import type { RosterPort, SavedImport } from "../../ports/programme/roster.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma, type RosterImport } from "../generated/client.js";
import { codeNowOf } from "./places.js";

/** Rows a statement: so many are put into words for the database in some 5 ms, in which nobody else is answered. */
const CHUNK = 1_000;

export function createRoster(db: Db): RosterPort {
  return {
    async peopleBehind({ rowIds, phones, importId = 0 }) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT p.person_id AS id FROM roster_rows r JOIN participants p ON p.id = r.participant_id
        WHERE r.id = ANY(${rowIds}::int[])
          OR r.id IN (SELECT c.roster_row_id FROM roster_changes c WHERE c.import_id = ${importId})
        UNION SELECT id FROM people WHERE phone = ANY(${phones}::text[])
        UNION SELECT o.id FROM people o JOIN roster_rows r ON r.phone = o.phone
          JOIN roster_changes c ON c.roster_row_id = r.id WHERE c.import_id = ${importId}`;
      return rows.map(({ id }) => id);
    },
    async classesOf(importId) {
      const rows = await db.$queryRaw<{ id: number }[]>`
        SELECT DISTINCT r.class_id AS id FROM roster_rows r JOIN roster_changes c ON c.roster_row_id = r.id
        WHERE c.import_id = ${importId}`;
      return rows.map(({ id }) => id);
    },
    async rowsOf(classIds) {
      return db.$queryRaw<KnownRow[]>`
        SELECT id, class_id AS "classId", name, phone, kind, place_code AS "placeCode", library_name AS "libraryName",
          participant_id AS "participantId"
        FROM roster_rows WHERE class_id = ANY(${[...classIds]}::int[]) ORDER BY id`;
    },
    async findImport(by) {
      const row = await db.rosterImport.findUnique({ where: by });
      return row === null ? null : toSavedImport(row);
    },
    async save({ made, ...about }, added, changed) {
      const data = { ...about, ...(made !== null && { made: made as unknown as Prisma.InputJsonObject }) };
      const { id } = await db.rosterImport.create({ data });
      for (const chunk of chunksOf(added, CHUNK)) await addRows(db, id, chunk);
      for (const chunk of chunksOf(changed, CHUNK)) await changeRows(db, id, chunk);
      return { id, ...about, made, undoneAt: null };
    },
    async undo(importId, byId, now) {
      const isMarked = Prisma.sql`(c.before IS NULL AND EXISTS (
        SELECT 1 FROM roster_attendance marked WHERE marked.roster_row_id = r.id))`;
      const isTaken = Prisma.sql`(r.participant_id IS NOT NULL OR ${isMarked} OR EXISTS (
        SELECT 1 FROM roster_changes later WHERE later.roster_row_id = r.id AND later.import_id > ${importId}))`;
      const stayed = await db.$queryRaw<{ id: number; name: string }[]>`
        SELECT r.id, r.name FROM roster_changes c JOIN roster_rows r ON r.id = c.roster_row_id
        WHERE c.import_id = ${importId} AND ${isTaken} ORDER BY r.name, r.id`;
      const restored = await db.$executeRaw`
        UPDATE roster_rows r SET name = b.name, phone = b.phone, kind = b.kind::"ParticipantKind",
          library_name = b."libraryName", place_code = ${codeNowOf(Prisma.sql`b."placeCode"`)}
        FROM roster_changes c, jsonb_to_record(c.before)
          AS b(name text, phone text, kind text, "libraryName" text, "placeCode" text)
        WHERE c.import_id = ${importId} AND c.before IS NOT NULL AND r.id = c.roster_row_id AND NOT ${isTaken}`;
      const removed = await db.$executeRaw`
        DELETE FROM roster_rows r USING roster_changes c
        WHERE c.import_id = ${importId} AND c.before IS NULL AND r.id = c.roster_row_id AND NOT ${isTaken}`;
      await db.rosterChange.deleteMany({ where: { importId } });
      await db.rosterImport.update({ where: { id: importId }, data: { undoneAt: now, undoneById: byId } });
      return { undone: restored + removed, stayed };
    },
  };
}

/** By plain statements, as all of many rows here: Prisma's own take a second for a thousand of them, and hold up the bot meanwhile. */
async function addRows(db: Db, importId: number, added: readonly RosterEntry[]): Promise<void> {
  await db.$executeRaw`
    WITH added AS (
      INSERT INTO roster_rows (class_id, name, phone, kind, library_name, place_code)
      SELECT n.class_id, n.name, n.phone, n.kind::"ParticipantKind", n.library_name, ${codeNowOf(Prisma.sql`n.place_code`)}
      FROM ROWS FROM (
        jsonb_to_recordset(${toJsonText(added)}::jsonb)
          AS ("classId" int, name text, phone text, kind text, "libraryName" text, "placeCode" text)
      ) WITH ORDINALITY AS n(class_id, name, phone, kind, library_name, place_code, place)
      ORDER BY n.place RETURNING id
    )
    INSERT INTO roster_changes (import_id, roster_row_id) SELECT ${importId}::int, id FROM added`;
}

async function changeRows(
  db: Db,
  importId: number,
  changed: readonly { row: KnownRow; entry: RosterEntry }[],
): Promise<void> {
  const rows = changed.map(({ row: { participantId: _, ...before }, entry }) => ({
    ...{ ...entry, libraryName: entry.libraryName ?? before.libraryName },
    ...{ id: before.id, before },
  }));
  await db.$executeRaw`
    WITH n AS (
      SELECT * FROM jsonb_to_recordset(${toJsonText(rows)}::jsonb)
        AS n(id int, name text, phone text, kind text, "libraryName" text, "placeCode" text, before jsonb)
    ), kept AS (
      INSERT INTO roster_changes (import_id, roster_row_id, before) SELECT ${importId}::int, id, before FROM n
    )
    UPDATE roster_rows r SET name = n.name, phone = coalesce(n.phone, r.phone), kind = n.kind::"ParticipantKind",
      library_name = n."libraryName", place_code = ${codeNowOf(Prisma.sql`n."placeCode"`)}
    FROM n WHERE r.id = n.id`;
}

function toSavedImport({ draftId: _, undoneById: __, made, ...row }: RosterImport): SavedImport {
  return { ...row, made: made as unknown as SavedImport["made"] };
}
