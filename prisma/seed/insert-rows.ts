// Writes the seed's rows: one statement a table and chunk, the rows as one JSON text that PostgreSQL itself reads into columns.
import type { Db } from "../../src/storage/engine/database.js";
import type { Prisma } from "../../src/storage/generated/client.js";

/** By table; a row names every column, because what is left out of the JSON becomes NULL and not the column's default. */
export interface Rows {
  people: WrittenByUs<Prisma.PersonCreateManyInput>[];
  accounts: Required<Prisma.AccountBindingCreateManyInput>[];
  consents: Required<Prisma.ConsentReceiptCreateManyInput>[];
  roles: Required<Prisma.RoleBindingCreateManyInput>[];
  invitations: Required<Prisma.InvitationCreateManyInput>[];
  classes: Required<Prisma.TrainingClassCreateManyInput>[];
  sessions: Required<Prisma.TrainingSessionCreateManyInput>[];
  classTrainers: Required<Prisma.ClassTrainerCreateManyInput>[];
  libraries: WrittenByUs<Prisma.LibraryCreateManyInput>[];
  members: Required<Prisma.LibraryMemberCreateManyInput>[];
  participants: Required<Prisma.ParticipantCreateManyInput>[];
  roster: WrittenByUs<Prisma.RosterRowCreateManyInput>[];
  /** Rows are written as JSON, which has one null only. */
  plans: (Omit<Required<Prisma.WorkPlanCreateManyInput>, "replaced"> & { replaced: null })[];
  reports: Required<Prisma.ProgressReportCreateManyInput>[];
  answers: Required<Prisma.ReportAnswerCreateManyInput>[];
  stories: (Omit<Required<Prisma.StoryCreateManyInput>, "guardian"> & { guardian: null })[];
}

/** What a name is searched for by is written by the database. */
type WrittenByUs<Row> = Omit<Required<Row>, "searchName">;

export function noRows(): Rows {
  return {
    people: [],
    accounts: [],
    consents: [],
    roles: [],
    invitations: [],
    classes: [],
    sessions: [],
    classTrainers: [],
    libraries: [],
    members: [],
    participants: [],
    roster: [],
    plans: [],
    reports: [],
    answers: [],
    stories: [],
  };
}

/** The first free id of each table that numbers its rows. */
export type FirstIds = Record<Exclude<keyof Rows, "invitations" | "classTrainers" | "answers">, number>;

/** Keeps everybody else from adding to these tables until the transaction ends: ids are counted here, not by the database. */
export async function lockTables(db: Db): Promise<void> {
  await db.$executeRaw`
    LOCK TABLE cohorts, waves, training_classes, training_sessions, people, account_bindings, consent_receipts, role_bindings,
      libraries, library_members, participants, roster_rows, work_plans, progress_reports, stories IN EXCLUSIVE MODE`;
}

export async function firstIds(db: Db): Promise<FirstIds> {
  const [ids] = await db.$queryRaw<[FirstIds]>`
    SELECT nextval('people_id_seq')::int AS people, nextval('account_bindings_id_seq')::int AS accounts,
      nextval('consent_receipts_id_seq')::int AS consents, nextval('role_bindings_id_seq')::int AS roles,
      nextval('training_classes_id_seq')::int AS classes, nextval('training_sessions_id_seq')::int AS sessions,
      nextval('libraries_id_seq')::int AS libraries, nextval('library_members_id_seq')::int AS members,
      nextval('participants_id_seq')::int AS participants, nextval('roster_rows_id_seq')::int AS roster,
      nextval('work_plans_id_seq')::int AS plans, nextval('progress_reports_id_seq')::int AS reports,
      nextval('stories_id_seq')::int AS stories`;
  return ids;
}

/** Lets the database go on counting behind the rows that were written with ids of ours. */
async function advanceIds(db: Db): Promise<void> {
  await db.$queryRaw`
    SELECT setval('people_id_seq', (SELECT max(id) FROM people))::int,
      setval('account_bindings_id_seq', (SELECT max(id) FROM account_bindings))::int,
      setval('consent_receipts_id_seq', (SELECT max(id) FROM consent_receipts))::int,
      setval('role_bindings_id_seq', (SELECT max(id) FROM role_bindings))::int,
      setval('training_classes_id_seq', (SELECT max(id) FROM training_classes))::int,
      setval('training_sessions_id_seq', (SELECT max(id) FROM training_sessions))::int,
      setval('libraries_id_seq', (SELECT max(id) FROM libraries))::int,
      setval('library_members_id_seq', (SELECT max(id) FROM library_members))::int,
      setval('participants_id_seq', (SELECT max(id) FROM participants))::int,
      setval('roster_rows_id_seq', (SELECT max(id) FROM roster_rows))::int,
      setval('work_plans_id_seq', (SELECT max(id) FROM work_plans))::int,
      setval('progress_reports_id_seq', (SELECT max(id) FROM progress_reports))::int,
      setval('stories_id_seq', (SELECT coalesce(max(id), 1) FROM stories))::int`;
}

type Insert = (db: Db, json: string) => Promise<number>;

/** In the order that foreign keys ask for. */
const INSERTS: readonly (readonly [table: keyof Rows, insert: Insert])[] = [
  [
    "people",
    (db, json) => db.$executeRaw`
      INSERT INTO people (id, name, phone, language, zone, telegram_id, unreachable_since, unreachable_cause, opted_out, quiet_until, created_at, erased_at, practice_of)
      SELECT id, name, phone, language, zone, telegram_id, unreachable_since, unreachable_cause, opted_out, quiet_until, created_at, erased_at, practice_of
      FROM json_populate_recordset(NULL::people, ${json}::json)`,
  ],
  [
    "accounts",
    (db, json) =>
      db.$executeRaw`INSERT INTO account_bindings SELECT * FROM json_populate_recordset(NULL::account_bindings, ${json}::json)`,
  ],
  [
    "consents",
    (db, json) =>
      db.$executeRaw`INSERT INTO consent_receipts SELECT * FROM json_populate_recordset(NULL::consent_receipts, ${json}::json)`,
  ],
  [
    "roles",
    (db, json) =>
      db.$executeRaw`INSERT INTO role_bindings SELECT * FROM json_populate_recordset(NULL::role_bindings, ${json}::json)`,
  ],
  [
    "invitations",
    (db, json) =>
      db.$executeRaw`INSERT INTO invitations SELECT * FROM json_populate_recordset(NULL::invitations, ${json}::json)`,
  ],
  [
    "classes",
    (db, json) =>
      db.$executeRaw`INSERT INTO training_classes SELECT * FROM json_populate_recordset(NULL::training_classes, ${json}::json)`,
  ],
  [
    "sessions",
    (db, json) =>
      db.$executeRaw`INSERT INTO training_sessions SELECT * FROM json_populate_recordset(NULL::training_sessions, ${json}::json)`,
  ],
  [
    "classTrainers",
    (db, json) =>
      db.$executeRaw`INSERT INTO class_trainers SELECT * FROM json_populate_recordset(NULL::class_trainers, ${json}::json)`,
  ],
  [
    "libraries",
    (db, json) =>
      db.$executeRaw`
      INSERT INTO libraries (id, kind, name, place_code, holder_id, practice_of)
      SELECT id, kind, name, place_code, holder_id, practice_of
      FROM json_populate_recordset(NULL::libraries, ${json}::json)`,
  ],
  [
    "members",
    (db, json) =>
      db.$executeRaw`INSERT INTO library_members SELECT * FROM json_populate_recordset(NULL::library_members, ${json}::json)`,
  ],
  [
    "participants",
    (db, json) =>
      db.$executeRaw`INSERT INTO participants SELECT * FROM json_populate_recordset(NULL::participants, ${json}::json)`,
  ],
  [
    "roster",
    (db, json) =>
      db.$executeRaw`
      INSERT INTO roster_rows (id, class_id, name, phone, kind, library_name, place_code, flagged, participant_id)
      SELECT id, class_id, name, phone, kind, library_name, place_code, flagged, participant_id
      FROM json_populate_recordset(NULL::roster_rows, ${json}::json)`,
  ],
  [
    "plans",
    (db, json) =>
      db.$executeRaw`INSERT INTO work_plans SELECT * FROM json_populate_recordset(NULL::work_plans, ${json}::json)`,
  ],
  [
    "reports",
    (db, json) =>
      db.$executeRaw`INSERT INTO progress_reports SELECT * FROM json_populate_recordset(NULL::progress_reports, ${json}::json)`,
  ],
  [
    "answers",
    (db, json) =>
      db.$executeRaw`INSERT INTO report_answers SELECT * FROM json_populate_recordset(NULL::report_answers, ${json}::json)`,
  ],
  [
    "stories",
    (db, json) =>
      db.$executeRaw`
      INSERT INTO stories (id, participant_id, update_id, sent_at, answers, awaits_typing, photos, shows_children, consent, consent_at, flagged_at, flagged_by_id)
      SELECT id, participant_id, update_id, sent_at, answers, awaits_typing, photos, shows_children, consent, consent_at, flagged_at, flagged_by_id
      FROM json_populate_recordset(NULL::stories, ${json}::json)`,
  ],
];

/** About 1 MB of JSON a statement. */
const CHUNK = 5_000;

export async function insertRows(db: Db, rows: Rows): Promise<void> {
  for (const [table, insert] of INSERTS) {
    for (let from = 0; from < rows[table].length; from += CHUNK) {
      await insert(db, JSON.stringify(rows[table].slice(from, from + CHUNK).map(toColumns)));
    }
  }
  await advanceIds(db);
}

/** Columns are named as in the tables: joinToken is join_token. */
function toColumns(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}
