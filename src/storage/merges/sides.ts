// Both sides of a pair, as an admin compares them, and what one of them would bring.

import type { LibrarySide, PersonSide, Sides, WhatMoves } from "../../domain/merges/merge-side.js";
import { bareName } from "../../domain/people/names/names-alike.js";
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { isReachable } from "../reachable.js";

const { sql } = Prisma;

const isWritten = sql`wp.state NOT IN ('unwritten', 'none_yet')`;

export async function personSide(db: Db, id: number): Promise<PersonSide | null> {
  const [row] = await db.$queryRaw<(Omit<PersonSide, "telegramId" | "entries"> & { telegramId: bigint | null })[]>`
    WITH mine AS (SELECT pa.* FROM participants pa WHERE pa.person_id = ${id}::int),
    library AS (
      SELECT l.id, l.name, v.name AS village FROM libraries l JOIN places v ON v.code = l.place_code
      WHERE l.id IN (SELECT library_id FROM mine)
        OR l.id IN (SELECT m.library_id FROM library_members m WHERE m.person_id = ${id}::int AND m.until_at IS NULL))
    SELECT p.id, p.name, p.telegram_id AS "telegramId", p.telegram_id IS NOT NULL AS "hasJoined", ${isReachable()} AS "isReachable",
      p.erased_at IS NOT NULL AS "isGone",
      EXISTS (SELECT 1 FROM role_bindings r WHERE r.person_id = p.id) AS "isStaff",
      (SELECT count(*)::int FROM work_plans wp WHERE wp.library_id IN (SELECT id FROM library) AND wp.moved_to_id IS NULL AND ${isWritten}) AS plans,
      (SELECT count(*)::int FROM progress_reports r WHERE r.author_id = p.id AND r.version = 1) AS reports,
      (SELECT count(*)::int FROM question_threads t WHERE t.participant_id IN (SELECT id FROM mine)) AS questions,
      GREATEST((SELECT max(r.reported_at) FROM progress_reports r WHERE r.author_id = p.id),
        (SELECT max(m.sent_at) FROM thread_messages m WHERE m.author_id = p.id),
        (SELECT max(a.answered_at) FROM attendance a WHERE a.marked_by_id IS NULL AND a.participant_id IN (SELECT id FROM mine)),
        (SELECT max(mine.joined_at) FROM mine)) AS "lastWordAt",
      ARRAY(SELECT name || ', ' || village FROM library ORDER BY id) AS places,
      ARRAY(SELECT c.name FROM mine JOIN training_classes c ON c.id = mine.class_id ORDER BY c.starts_on, c.id) AS classes,
      ARRAY(SELECT number FROM mine ORDER BY id) AS numbers
    FROM people p WHERE p.id = ${id}::int AND p.practice_of = 0`;
  if (row === undefined) return null;
  const telegramId = row.telegramId === null ? null : Number(row.telegramId);
  return { ...row, telegramId, entries: row.plans + row.reports + row.questions };
}

export async function librarySide(db: Db, id: number): Promise<LibrarySide | null> {
  const [row] = await db.$queryRaw<Omit<LibrarySide, "entries" | "hasJoined" | "isReachable">[]>`
    SELECT l.id, l.name, l.kind::text AS kind, l.holder_id <> 0 AS "isGone", ARRAY[v.name] AS places,
      (SELECT count(*)::int FROM work_plans wp WHERE wp.library_id = l.id AND wp.moved_to_id IS NULL AND ${isWritten}) AS plans,
      (SELECT count(*)::int FROM progress_reports r JOIN work_plans wp ON wp.id = r.plan_id
        WHERE wp.library_id = l.id AND r.version = 1) AS reports,
      (SELECT count(*)::int FROM question_threads t JOIN participants pa ON pa.id = t.participant_id
        WHERE pa.library_id = l.id) AS questions,
      (SELECT max(wp.last_report_at) FROM work_plans wp WHERE wp.library_id = l.id) AS "lastWordAt",
      ARRAY(SELECT DISTINCT p.name FROM library_members m JOIN people p ON p.id = m.person_id
        WHERE m.library_id = l.id AND m.until_at IS NULL AND p.erased_at IS NULL ORDER BY p.name) AS people,
      ARRAY(SELECT c.name FROM participants pa JOIN training_classes c ON c.id = pa.class_id
        WHERE pa.library_id = l.id AND pa.left_at IS NULL GROUP BY c.id ORDER BY c.starts_on, c.id) AS classes
    FROM libraries l JOIN places v ON v.code = l.place_code
    WHERE l.id = ${id}::int AND l.practice_of = 0 AND l.holder_id <= 0`;
  if (row === undefined) return null;
  const hasJoined = row.people.length > 0;
  return { ...row, hasJoined, isReachable: hasJoined, entries: row.plans + row.reports + row.questions };
}

/** Beside what the sides tell of themselves. */
export async function whatMoves(db: Db, sides: Sides): Promise<WhatMoves> {
  const { reports, questions, plans } = sides.goes;
  if (sides.kind === "people") {
    const { attendance, drafts } = await whatPersonBrings(db, sides.goes.id);
    return { reports, questions, plans, attendance, drafts, people: 0, doublePlans: 0 };
  }
  const doublePlans = await countDoublePlans(db, sides.stays.id, sides.goes.id);
  return { reports, questions, plans, people: sides.goes.people.length, doublePlans, attendance: 0, drafts: 0 };
}

async function whatPersonBrings(db: Db, id: number): Promise<Pick<WhatMoves, "attendance" | "drafts">> {
  const [row] = await db.$queryRaw<[{ attendance: number; drafts: number }]>`
    SELECT (SELECT count(*)::int FROM attendance a JOIN participants pa ON pa.id = a.participant_id WHERE pa.person_id = ${id}) AS attendance,
      (SELECT count(*)::int FROM drafts d JOIN people p ON p.telegram_id = d.telegram_id
        WHERE p.id = ${id} AND d.result IS NULL AND d.form IN ('plan', 'report', 'question')) AS drafts`;
  return row;
}

async function countDoublePlans(db: Db, staysId: number, goesId: number): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM work_plans a JOIN work_plans b ON b.cohort_id = a.cohort_id AND b.type = a.type
    WHERE a.library_id = ${staysId}::int AND b.library_id = ${goesId}::int AND a.activity IS NOT NULL AND b.activity IS NOT NULL`;
  return row.count;
}

/** As its people wrote them: but for those that are word by word the plan's own. */
export async function wordsMergedInto(db: Db, planId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ activity: string; own: string | null }[]>`
    SELECT m.activity, own.activity AS own FROM work_plans m JOIN work_plans own ON own.id = m.moved_to_id
    WHERE m.moved_to_id = ${planId}::int AND m.activity IS NOT NULL ORDER BY m.id`;
  return rows
    .filter(({ activity, own }) => own === null || bareName(activity) !== bareName(own))
    .map((row) => row.activity);
}
