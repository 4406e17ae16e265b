// One class with everything in it, every word of it marked, and around it those to whom none of it belongs.
import type { Kind, Thing } from "../../../src/domain/messages/id-shape.js";
import type { Person } from "../../../src/sandbox/shapes.js";
import { openTwoClasses } from "../../faults/forms/hostile-scene.js";
import type { Stage } from "../../support/stage/stage.js";
import { buildClass, buildParticipant, buildTrainer, TEST_NOTICE } from "../../support/world/builders.js";
import { practiceMade } from "../../support/world/practice.js";

/** Stands in every name and text of the class, and of what its admin practises on; and their phones begin like this. */
export const MARK = "RAHASIA";
export const PHONE_MARK = "6281190";

/** Numbers of rows: up to 5,000 and above 20,000 are the class's and its people's; between them those of the others. */
const OTHERS = [5_000, 20_000] as const;

/** Rows that came during a test are nobody's yet. */
const NEW = 2 * OTHERS[1];

export const isTheirs = (id: number) => (id > 0 && id <= OTHERS[0]) || (id > OTHERS[1] && id <= NEW);

const TABLES: Record<Thing, string> = {
  draft: "drafts",
  thread: "question_threads",
  outbox: "outbox",
  announcement: "announcements",
  correction: "announcement_corrections",
  receiver: "announcement_recipients",
  person: "people",
  participant: "participants",
  roster_row: "roster_rows",
  role: "role_bindings",
  import: "roster_imports",
  cohort: "cohorts",
  wave: "waves",
  class: "training_classes",
  session: "training_sessions",
  plan: "work_plans",
  report_version: "progress_reports",
  act: "care_acts",
  absence: "absences",
  quick_answer: "quick_answers",
  material: "materials",
  story: "stories",
  account_move: "account_moves",
  pause: "pauses",
  library: "libraries",
  merge: "merges",
};

export interface ForeignScene {
  /** Whose it is. */
  own: Record<"participant" | "trainer" | "admin", Person>;
  /** Whose it is not. */
  others: Record<string, Person>;
  /** What can stand in a button: of the class, and of the others. */
  theirs: Record<Kind, string[]>;
  foreign: Partial<Record<Kind, string[]>>;
}

export async function openForeignScene(stage: Stage): Promise<ForeignScene> {
  const { riau, maluku, stranger } = await openTwoClasses(stage);
  const { db } = stage;
  const neighbours = await buildClass(db, { provinceCode: "21", name: "Tetangga" });
  const phones = ["Tetangga", "Pelatih tetangga", "Pelatih dulu"].map((name) => stage.person({ name }));
  const [neighbour, theirTrainer, former] = phones as [Person, Person, Person];
  await buildParticipant(db, neighbours.id, { name: "Tetangga", telegramId: neighbour.id });
  await buildTrainer(db, [neighbours.id], { name: "Pelatih tetangga", telegramId: theirTrainer.id });
  const left = await buildTrainer(db, [riau.class.id], {
    ...{ name: "Pelatih dulu", telegramId: former.id, noticeVersion: TEST_NOTICE },
  });
  await db.roleBinding.updateMany({ where: { personId: left.id }, data: { revokedAt: stage.clock.now() } });
  const names = ["Pengganti dulu", "Pengganti nanti", "Pengganti yang menolak"];
  const coverPhones = names.map((name) => stage.person({ name }));
  const [over, later, declined] = coverPhones as [Person, Person, Person];
  const away = await db.person.findFirstOrThrow({ where: { telegramId: riau.trainer.id } });
  for (const [n, [phone, from, until]] of (
    [
      [over, -9, -1],
      [later, 5, 9],
      [declined, -1, 3],
    ] as const
  ).entries()) {
    const cover = await buildTrainer(db, [neighbours.id], { name: names[n] ?? "", telegramId: phone.id });
    const inDays = (days: number) => new Date(stage.clock.now().getTime() + days * 86_400_000);
    const span = { startsAt: inDays(from), endsAt: inDays(until), updateId: -1_000 - n };
    const coverId = phone === declined ? null : cover.id;
    await db.absence.create({ data: { ...span, coverId, personId: away.id, setById: away.id, at: inDays(-10) } });
  }
  for (const phone of [...phones, ...coverPhones]) phone.start();
  await stage.settle();
  await numberFrom(stage, OTHERS[1]);
  await fill(stage, riau);
  await numberFrom(stage, NEW);
  await mark(stage);
  return {
    own: riau,
    others: {
      "a stranger": stranger,
      "a participant of another province": maluku.participant,
      "a trainer of another province": maluku.trainer,
      "an admin of another province": maluku.admin,
      "a participant of another class": neighbour,
      "a trainer of another class": theirTrainer,
      "a trainer whose role was revoked": former,
      "a trainer whose cover is over": over,
      "a trainer who covers next week": later,
      "a trainer who said no to covering": declined,
    },
    ...(await idsOf(stage)),
  };
}

async function numberFrom({ db }: Stage, first: number): Promise<void> {
  await db.$executeRaw`
    SELECT setval(quote_ident(sequencename)::regclass, ${first}::bigint) FROM pg_sequences WHERE schemaname = 'public'`;
}

/** What the two classes do not have: an import, a form that is open, an update that failed, and a practice. */
async function fill(stage: Stage, { participant, admin }: { participant: Person; admin: Person }): Promise<void> {
  const { db } = stage;
  const now = stage.clock.now();
  const author = await db.person.findFirstOrThrow({ where: { telegramId: participant.id } });
  const office = await db.person.findFirstOrThrow({ where: { telegramId: admin.id } });
  const part = await db.participant.findFirstOrThrow({ where: { personId: author.id } });
  const row = await db.rosterRow.findFirstOrThrow({ where: { classId: part.classId } });
  await db.rosterImport.create({
    data: {
      ...{ draftId: 1, authorId: office.id, classId: part.classId, inserted: 1, changed: 0, same: 0, savedAt: now },
      changes: { create: { rosterRowId: row.id } },
    },
  });
  const times = { createdAt: now, updatedAt: now, savedAt: now };
  await db.draft.create({
    data: {
      telegramId: participant.id,
      form: "question",
      subject: "new",
      version: 1,
      answers: { text: MARK },
      ...times,
    },
  });
  const update = { updateId: 4_001, chatId: participant.id, state: "parked" as const, receivedAt: now, settledAt: now };
  await db.inbox.create({ data: { ...update, payload: { text: MARK } } });
  // Somebody who is there twice, and a merge of the day before.
  const { trainingClass } = await db.participant.findUniqueOrThrow({
    where: { id: part.id },
    include: { trainingClass: true },
  });
  const twin = await buildParticipant(db, trainingClass.id, { name: author.name, telegramId: null });
  await db.merge.create({
    data: { kind: "people", staysId: author.id, goesId: twin.person.id, byId: office.id, at: now, undoneAt: now },
  });
  await db.merge.create({
    data: { kind: "libraries", staysId: part.libraryId ?? 0, goesId: 0, byId: office.id, at: now },
  });
  await practiceMade(stage, office.id);
}

const ROWS_OF_THEIRS = `id NOT BETWEEN ${OTHERS[0] + 1} AND ${OTHERS[1]}`;

async function mark({ db }: Stage): Promise<void> {
  const words: [table: string, ...columns: string[]][] = [
    ["people", "name"],
    ["roster_rows", "name", "library_name"],
    ["training_classes", "name", "venue", "join_token"],
    ["training_sessions", "title", "place"],
    ["libraries", "name"],
    ["work_plans", "activity", "measure", "partner"],
    ["thread_messages", "text"],
    ["quick_answers", "text"],
    ["progress_reports", "story", "next_step", "obstacle"],
  ];
  for (const [table, ...columns] of words) {
    const set = columns.map((column) => `${column} = '${MARK} ' || id`).join(", ");
    await db.$executeRawUnsafe(
      `UPDATE ${table} SET ${set.replace("join_token = 'RAHASIA ", "join_token = 'RAHASIA-")} WHERE ${ROWS_OF_THEIRS}`,
    );
  }
  for (const table of ["people", "roster_rows"]) {
    await db.$executeRawUnsafe(
      `UPDATE ${table} SET phone = '+${PHONE_MARK}' || lpad(id::text, 6, '0') WHERE phone IS NOT NULL AND ${ROWS_OF_THEIRS}`,
    );
  }
  await db.$executeRawUnsafe(`
    UPDATE announcements SET content = '{"text": "${MARK} {nama}", "marks": []}' WHERE ${ROWS_OF_THEIRS}`);
  await db.$executeRawUnsafe(`
    UPDATE announcement_corrections SET content = '{"text": "${MARK} {nama}", "marks": []}' WHERE ${ROWS_OF_THEIRS}`);
  await db.$executeRawUnsafe(
    `UPDATE outbox SET variables = '{"nama": "${MARK}"}' WHERE announcement_id IS NOT NULL AND ${ROWS_OF_THEIRS}`,
  );
}

/** As many of each kind as tell something: rows of the class and of the practice, first and last. */
async function idsOf({ db, clock }: Stage): Promise<Pick<ForeignScene, "theirs" | "foreign">> {
  const rowsOf = async (where: string): Promise<Record<Thing, string[]>> => {
    const found = Object.entries(TABLES).map(async ([thing, table]) => {
      const rows = await db.$queryRawUnsafe<{ id: number }[]>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`);
      const ids = rows.map(({ id }) => String(id));
      return [thing, [...new Set([...ids.slice(0, 2), ...ids.slice(-1)])]] as const;
    });
    return Object.fromEntries(await Promise.all(found)) as Record<Thing, string[]>;
  };
  const rows = await rowsOf(ROWS_OF_THEIRS);
  const foreign = await rowsOf(`NOT (${ROWS_OF_THEIRS})`);
  const scopesOf = ({ class: classes, plan, participant }: Record<Thing, string[]>) =>
    Object.entries({ class: classes, plan, participant }).flatMap(([kind, ids]) =>
      ids.slice(0, 1).map((id) => `${kind}-${id}`),
    );
  const invitation = await db.invitation.findFirstOrThrow({ orderBy: { token: "desc" } });
  const report = await db.progressReport.findFirstOrThrow({ orderBy: { id: "asc" } });
  const minute = Math.floor(clock.now().getTime() / 60_000) + 60;
  return {
    theirs: {
      ...rows,
      scope: [...scopesOf(rows), "regency-21.01", "late", "late-21.01", "filter-all", "filter-silent.c1"],
      report: [report.number],
      // The link of a class is no secret of the class: who has it may read what it is about.
      token: [invitation.token],
      version: [TEST_NOTICE],
      line: ["zz.zy", "zz-1"],
      mark: ["0123456789abcdef", `${MARK}-1`.slice(-8), "0"],
      place: ["21"],
      area: ["all", "21", "21.01", `c${rows.class[0]}`],
      update: ["4001"],
      message: ["1"],
      count: ["0", "2"],
      day: ["2024-06-03", "2024-06-18"],
      instant: [String(Date.parse("2024-05-01")), String(Date.parse("2024-07-01"))],
      minute: [String(minute)],
      page: ["0"],
      word: [],
    },
    foreign: { ...foreign, scope: scopesOf(foreign) },
  };
}
