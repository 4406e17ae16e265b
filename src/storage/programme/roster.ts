// Rosters as files fill them. Ten thousand rows go in by a few statements, all of them or none.
import type { KnownRow, RosterEntry } from "../../domain/roster/import-plan.js";
import type { RosterPort, SavedImport } from "../../ports/programme/roster.js";
import type { Db } from "../engine/database.js";
import { toJsonText } from "../engine/json-text.js";
import { Prisma, type RosterImport } from "../generated/client.js";

/** Rows a statement: far below the 65,535 parameters of one. */
const CHUNK = 4_000;

const SHOWN = {
  id: true,
  classId: true,
  name: true,
  phone: true,
  kind: true,
  placeCode: true,
  libraryName: true,
  participantId: true,
} satisfies Prisma.RosterRowSelect;

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
      return db.rosterRow.findMany({
        where: { classId: { in: [...classIds] } },
        select: SHOWN,
        orderBy: { id: "asc" },
      });
    },
    async findImport(by) {
      const row = await db.rosterImport.findUnique({ where: by });
      return row === null ? null : toSavedImport(row);
    },
    async lastImport(authorId, since) {
      const row = await db.rosterImport.findFirst({
        where: { authorId, undoneAt: null, savedAt: { gt: since } },
        orderBy: { id: "desc" },
      });
      return row === null ? null : toSavedImport(row);
    },
    async save({ made, ...about }, added, changed) {
      const data = { ...about, ...(made !== null && { made: made as unknown as Prisma.InputJsonObject }) };
      const { id } = await db.rosterImport.create({ data });
      const ids: number[] = [];
      for (const chunk of chunksOf(added)) {
        const data = chunk.map(rowOf);
        const rows = await db.rosterRow.createManyAndReturn({ data, select: { id: true } });
        ids.push(...rows.map((row) => row.id));
      }
      for (const chunk of chunksOf(changed)) await changeRows(db, chunk);
      const changes = [
        ...ids.map((rosterRowId) => ({ importId: id, rosterRowId })),
        ...changed.map(({ row: { id: rosterRowId, participantId: _, ...before } }) => ({
          ...{ importId: id, rosterRowId },
          before: before as Prisma.InputJsonObject,
        })),
      ];
      for (const chunk of chunksOf(changes)) await db.rosterChange.createMany({ data: [...chunk] });
      return { id, ...about, made, undoneAt: null };
    },
    async undo(importId, byId, now) {
      const isTaken = Prisma.sql`(r.participant_id IS NOT NULL OR EXISTS (
        SELECT 1 FROM roster_changes later WHERE later.roster_row_id = r.id AND later.import_id > ${importId}))`;
      const stayed = await db.$queryRaw<{ id: number; name: string }[]>`
        SELECT r.id, r.name FROM roster_changes c JOIN roster_rows r ON r.id = c.roster_row_id
        WHERE c.import_id = ${importId} AND ${isTaken} ORDER BY r.name, r.id`;
      const restored = await db.$executeRaw`
        UPDATE roster_rows r SET name = b.name, phone = b.phone, kind = b.kind::"ParticipantKind",
          library_name = b."libraryName", place_code = b."placeCode"
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

async function changeRows(db: Db, changed: readonly { row: KnownRow; entry: RosterEntry }[]): Promise<void> {
  const rows = changed.map(({ row, entry }) => ({
    ...rowOf(entry),
    libraryName: entry.libraryName ?? row.libraryName,
    id: row.id,
  }));
  await db.$executeRaw`
    UPDATE roster_rows r SET name = n.name, phone = coalesce(n.phone, r.phone), kind = n.kind::"ParticipantKind",
      library_name = n."libraryName", place_code = n."placeCode"
    FROM jsonb_to_recordset(${toJsonText(rows)}::jsonb)
      AS n(id int, name text, phone text, kind text, "libraryName" text, "placeCode" text)
    WHERE r.id = n.id`;
}

function rowOf({ line: _, ...row }: RosterEntry) {
  return row;
}

function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK);
}

function toSavedImport({ draftId: _, undoneById: __, made, ...row }: RosterImport): SavedImport {
  return { ...row, made: made as unknown as SavedImport["made"] };
}
