// Removes a practice as a whole: its rows, what was said and done about it, and what its owner entered in it. Nothing of it is anybody's
// real data, so nothing stays: test/use-cases/programme/practice.long.test.ts counts the rows of every table.
import type { Db } from "../engine/database.js";
import { Prisma } from "../generated/client.js";
import { withAuditLeave } from "../own-data/audit-leave.js";
import { copiesOf, unusedCopies } from "../reports/evidence.js";

/** Call it in a transaction. */
export async function removePractice(db: Db, cohortId: number): Promise<{ files: string[] }> {
  const { practiceOf: ownerId } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  const found = await idsOf(db, cohortId, ownerId);
  const about = subjectsOf(cohortId, found);
  const [classes, plans, people] = [inList(found.classes), inList(found.plans), inList(found.people)];
  const copies = await copiesOf(db, Prisma.sql`t.plan_id ${plans}`);
  const { accounts, tokens } = await traces(db, ownerId, found.classes);

  const isAbout = (subject: Prisma.Sql) =>
    Prisma.sql`(split_part(${subject}, ':', 1) || ':' || split_part(${subject}, ':', 2)) = ANY(${about}::text[])`;
  const announcements = inList(found.announcements);
  const statements = [
    // By index, since the outbox holds months: subjects with more behind them (class:5:venue) are told to its owner alone.
    ...["outbox", "outbox_archive"].map(
      (posts) => Prisma.sql`DELETE FROM ${Prisma.raw(posts)} o
        WHERE o.announcement_id ${announcements} OR o.subjects && ${about}::text[]
          OR (o.person_id = ${ownerId}
            AND EXISTS (SELECT 1 FROM unnest(o.subjects) AS s (subject) WHERE ${isAbout(Prisma.sql`s.subject`)}))`,
    ),
    Prisma.sql`DELETE FROM announcement_recipients WHERE announcement_id ${announcements} OR person_id ${people}`,
    // The owner's own, since they began: what a trace is about stands in no column. Everybody made up takes theirs along.
    Prisma.sql`DELETE FROM held_back h WHERE h.person_id = ${ownerId}
      AND h.at >= (SELECT min(created_at) FROM people WHERE id ${people})`,
    // What is over stays for a moment, to be told again: by whom it is told again is the press that asks for this.
    Prisma.sql`DELETE FROM drafts d WHERE ${isAbout(Prisma.sql`d.subject`)} OR d.subject = ANY(${tokens}::text[])
      OR (d.telegram_id = ANY(${accounts}::bigint[]) AND d.result IS NOT NULL)
      OR d.id IN (SELECT draft_id FROM announcements WHERE id ${announcements})`,
    Prisma.sql`DELETE FROM announcements WHERE id ${announcements}`,
    Prisma.sql`DELETE FROM saved_audiences WHERE audience->'scope'->>'cohortId' = ${String(cohortId)}`,
    // None is older than its trainer, who was made with it. A look at its lists is noted as one at the practice itself
    // (use-cases/caseload/care-wanted.ts).
    Prisma.sql`DELETE FROM audits a WHERE a.at >= (SELECT max(created_at) FROM people WHERE id ${people})
      AND (${isAbout(Prisma.sql`a.subject`)} OR a.actor_id ${people})`,
    Prisma.sql`DELETE FROM report_answers WHERE report_id IN (SELECT id FROM progress_reports WHERE plan_id ${plans})`,
    Prisma.sql`DELETE FROM evidence WHERE plan_id ${plans}`,
    Prisma.sql`DELETE FROM progress_reports WHERE plan_id ${plans}`,
    Prisma.sql`DELETE FROM snoozes WHERE plan_id ${plans}`,
    Prisma.sql`DELETE FROM deadline_extensions WHERE plan_id ${plans}`,
    // Both kinds go before what they are about; those of the programme are told by whom they are about.
    Prisma.sql`DELETE FROM care_act_changes WHERE follow_up_id IN (SELECT id FROM follow_ups WHERE plan_id ${plans})`,
    Prisma.sql`DELETE FROM care_acts a WHERE a.actor_id = ${ownerId} AND ${isAbout(Prisma.sql`a.scope`)}`,
    Prisma.sql`DELETE FROM follow_ups WHERE plan_id ${plans} OR thread_id ${inList(found.threads)}`,
    Prisma.sql`DELETE FROM thread_messages WHERE thread_id ${inList(found.threads)}`,
    Prisma.sql`DELETE FROM question_threads WHERE id ${inList(found.threads)}`,
    Prisma.sql`DELETE FROM work_plans WHERE id ${plans}`,
    Prisma.sql`DELETE FROM roster_changes WHERE roster_row_id ${inList(found.rosterRows)} OR import_id ${inList(found.imports)}`,
    Prisma.sql`DELETE FROM roster_imports WHERE id ${inList(found.imports)}`,
    Prisma.sql`DELETE FROM roster_attendance WHERE session_id ${inList(found.sessions)}`,
    Prisma.sql`DELETE FROM class_boards WHERE class_id ${classes}`,
    Prisma.sql`DELETE FROM roster_rows WHERE id ${inList(found.rosterRows)}`,
    Prisma.sql`DELETE FROM attendance WHERE session_id ${inList(found.sessions)}`,
    Prisma.sql`DELETE FROM stories WHERE id ${inList(found.stories)}`,
    Prisma.sql`DELETE FROM champions WHERE participant_id ${inList(found.participants)}`,
    Prisma.sql`DELETE FROM completion_letters WHERE participant_id ${inList(found.participants)}`,
    Prisma.sql`DELETE FROM participants WHERE id ${inList(found.participants)}`,
    // Who takes part in nothing else has asked for stories to try it.
    Prisma.sql`DELETE FROM story_subscriptions WHERE person_id = ${ownerId}
      AND NOT EXISTS (SELECT 1 FROM participants own WHERE own.person_id = ${ownerId})`,
    Prisma.sql`DELETE FROM library_members WHERE library_id ${inList(found.libraries)}`,
    Prisma.sql`DELETE FROM libraries WHERE id ${inList(found.libraries)}`,
    Prisma.sql`DELETE FROM class_trainers WHERE class_id ${classes}`,
    Prisma.sql`DELETE FROM training_sessions WHERE class_id ${classes}`,
    Prisma.sql`DELETE FROM former_links WHERE class_id ${classes}`,
    Prisma.sql`DELETE FROM training_classes WHERE id ${classes}`,
    Prisma.sql`DELETE FROM waves WHERE cohort_id = ${cohortId}`,
    Prisma.sql`DELETE FROM invitations WHERE person_id ${people}`,
    Prisma.sql`DELETE FROM role_bindings WHERE person_id ${people} OR cohort_id = ${cohortId}`,
    Prisma.sql`DELETE FROM cohorts WHERE id = ${cohortId}`,
    Prisma.sql`DELETE FROM people WHERE id ${people}`,
  ];
  await withAuditLeave(db, { kind: "practice", cohortId }, async () => {
    for (const statement of statements) await db.$executeRaw(statement);
  });
  return { files: await unusedCopies(db, copies) };
}

interface Found {
  classes: number[];
  waves: number[];
  sessions: number[];
  participants: number[];
  rosterRows: number[];
  imports: number[];
  libraries: number[];
  people: number[];
  plans: number[];
  reports: string[];
  threads: number[];
  messages: number[];
  stories: number[];
  announcements: number[];
}

async function idsOf(db: Db, cohortId: number, ownerId: number): Promise<Found> {
  const class_ids = Prisma.sql`(SELECT c.id FROM training_classes c JOIN waves w ON w.id = c.wave_id WHERE w.cohort_id = ${cohortId})`;
  const library_ids = Prisma.sql`(SELECT id FROM libraries WHERE practice_of = ${ownerId})`;
  const plan_ids = Prisma.sql`(SELECT id FROM work_plans WHERE cohort_id = ${cohortId} OR library_id IN ${library_ids})`;
  const thread_ids = Prisma.sql`(SELECT t.id FROM question_threads t JOIN participants p ON p.id = t.participant_id
    WHERE p.class_id IN ${class_ids})`;
  const [found] = await db.$queryRaw<[Found]>`
    SELECT ARRAY${class_ids} AS classes,
      ARRAY(SELECT id FROM waves WHERE cohort_id = ${cohortId}) AS waves,
      ARRAY(SELECT id FROM training_sessions WHERE class_id IN ${class_ids}) AS sessions,
      ARRAY(SELECT id FROM participants WHERE class_id IN ${class_ids}) AS participants,
      ARRAY(SELECT id FROM roster_rows WHERE class_id IN ${class_ids}) AS "rosterRows",
      ARRAY(SELECT id FROM roster_imports WHERE class_id IN ${class_ids}) AS imports,
      ARRAY${library_ids} AS libraries,
      ARRAY(SELECT id FROM people WHERE practice_of = ${ownerId}) AS people,
      ARRAY${plan_ids} AS plans,
      ARRAY(SELECT number FROM progress_reports WHERE plan_id IN ${plan_ids}) AS reports,
      ARRAY${thread_ids} AS threads,
      ARRAY(SELECT id FROM thread_messages WHERE thread_id IN ${thread_ids}) AS messages,
      ARRAY(SELECT s.id FROM stories s JOIN participants p ON p.id = s.participant_id WHERE p.class_id IN ${class_ids}) AS stories,
      ARRAY(SELECT id FROM announcements WHERE audience->'scope'->>'cohortId' = ${String(cohortId)}) AS announcements`;
  return found;
}

/** As whom and what audits, posts and drafts speak of it. */
function subjectsOf(cohortId: number, found: Found): string[] {
  const as = (kind: string, ids: readonly (number | string)[]) => ids.map((id) => `${kind}:${id}`);
  return [
    ...[`practice:${cohortId}`, `cohort:${cohortId}`],
    ...[...as("wave", found.waves), ...as("class", found.classes), ...as("trainer", found.classes)],
    ...[...as("session", found.sessions), ...as("roster_row", found.rosterRows), ...as("roster-import", found.imports)],
    ...[...as("participant", found.participants), ...as("admission", found.participants)],
    ...[...as("unasked", found.participants), ...as("person", found.people)],
    ...[...as("plan", found.plans), ...as("rung", found.plans), ...as("report", found.reports)],
    ...[...as("thread", found.threads), ...as("thread_message", found.messages)],
    ...[...as("story", found.stories), ...as("announcement", found.announcements)],
  ];
}

/** The owner's accounts, and the links of the classes: forms are kept under them. */
async function traces(db: Db, ownerId: number, classIds: number[]): Promise<{ accounts: string[]; tokens: string[] }> {
  const owner = await db.person.findUnique({ where: { id: ownerId } });
  const where = { id: { in: classIds } };
  const classes = await db.trainingClass.findMany({ where, include: { formerLinks: true } });
  return {
    accounts: owner?.telegramId == null ? [] : [String(owner.telegramId)],
    tokens: classes.flatMap(({ joinToken, formerLinks }) => [joinToken, ...formerLinks.map(({ token }) => token)]),
  };
}

function inList(ids: readonly number[]): Prisma.Sql {
  return Prisma.sql`= ANY(${ids}::int[])`;
}
