// Whoever asks to be forgotten, whatever they are called: nothing of theirs stays, and every row of everybody else is what it was.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  askTrainers,
  erasePerson,
  extendDeadline,
  finishErasures,
  nudgeParticipant,
  publishAnnouncement,
  recordContact,
  replyInThread,
} from "../../src/use-cases/index.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow, buildTrainer } from "../support/builders.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { actorOf, report } from "../support/plans.js";
import { openStage, type Stage } from "../support/stage.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // The second working day after the due day: late plans are followed up.
  stage = await openStage(database, "2024-07-09T02:00:00Z");
});
afterEach(() => expect(stage.errors).toEqual([]));
afterAll(() => database.close());

const WORLDS = Number(process.env.ERASE_WORLDS ?? 5);

/** A letter, words of the texts, keys of JSON, signs that mean something to a pattern, and names inside of each other. */
const NAMES = [
  ...[
    "a",
    "te",
    "E",
    "nama",
    "text",
    "marks",
    "kind",
    "variables",
    "person",
    "Bapak/Ibu",
    "Kepulauan Riau",
    "Perpustakaan",
  ],
  ...[
    "%",
    "_",
    "\\",
    "null",
    "1",
    "sent",
    "Siti",
    "Siti Rahmawati",
    "Rahmawati",
    "Rina",
    "Rina Marlina",
    'O\'Brien "Ja"an"',
  ],
];

/** Always the same sequence, so that a failure can be looked at again (mulberry32). */
function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    upTo: (n: number) => Math.floor(next() * n),
    one: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T,
  };
}

type Rows = Map<string, string>;

/** Every row of every table as text, by its table and key. */
async function everyRow(): Promise<Rows> {
  const tables = await stage.db.$queryRaw<{ name: string; key: string }[]>`
    SELECT t.relname AS name, string_agg('t.' || quote_ident(a.attname) || '::text', ' || ''/'' || ' ORDER BY a.attnum) AS key
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY(i.indkey)
    WHERE i.indisprimary AND t.relnamespace = 'public'::regnamespace AND t.relname NOT IN ('places', '_prisma_migrations')
    GROUP BY t.relname`;
  const rows: Rows = new Map();
  for (const { name, key } of tables) {
    const found = await stage.db.$queryRawUnsafe<{ key: string; row: string }[]>(
      `SELECT ${key} AS key, to_jsonb(t)::text AS row FROM "${name}" t`,
    );
    for (const one of found) rows.set(`${name} ${one.key}`, one.row);
  }
  return rows;
}

/** A class in which things have happened for a while, between people with such names. */
async function randomWorld(seed: number) {
  const { one, upTo } = randomFrom(seed);
  const { db, world } = stage;
  const { id: classId } = await buildClass(db);
  const trainer = await buildTrainer(db, [classId], { name: one(NAMES) });
  const admin = await buildAdmin(db, { name: one(NAMES) });
  const people: (Awaited<ReturnType<typeof buildParticipant>> & { words: string })[] = [];
  for (let n = 0; n < 5; n++) {
    const name = one(NAMES);
    // The last two look after one library.
    const library = n >= 3 ? { libraryName: "Perpustakaan Bersama", placeCode: "21.01.10.2001" } : {};
    const built = await buildParticipant(db, classId, { name, telegramId: 7_900_000_100 + n, ...library });
    const row = await buildRosterRow(db, classId, {
      name,
      ...(built.person.phone !== null && { phone: built.person.phone }),
    });
    await db.rosterRow.update({ where: { id: row.id }, data: { participantId: built.participant.id } });
    people.push({ ...built, words: `kata-${seed}-${n}-milik` });
  }
  await db.workPlan.updateMany({
    data: { state: "not_started", activity: "Membaca", writtenAt: new Date("2024-06-08") },
  });
  let updateId = 9_000_000;
  const about = () => `Sudah bicara dengan ${one(people).person.name} dan ${one(NAMES)}`;
  for (let act = 0; act < 24; act++) {
    const who = one(people);
    const actor = await actorOf(world, who.person.id);
    const staff = await actorOf(world, trainer.id);
    const planId = who.plans[upTo(3)]?.id ?? 0;
    updateId += 1;
    switch (upTo(7)) {
      case 0:
        await askTrainers(world, actor, { text: `${who.words} tanya`, photoId: null, updateId });
        break;
      case 1: {
        const thread = await db.questionThread.findFirst({ where: { participant: { personId: who.person.id } } });
        if (thread !== null)
          await replyInThread(world, staff, { threadId: thread.id, text: about(), photoId: null, updateId });
        break;
      }
      case 2:
        await report(world, who.person.id, planId, { story: `${who.words} cerita`, updateId });
        break;
      case 3:
        await recordContact(world, staff, { planId, way: "phoned", note: about(), updateId } as never);
        break;
      case 4:
        await extendDeadline(world, staff, { planId, days: 7, reason: "funds", updateId } as never).catch(
          () => undefined,
        );
        break;
      case 5:
        await nudgeParticipant(world, staff, { planId });
        break;
      case 6:
        await publishAnnouncement(world, await actorOf(world, admin.id), {
          draftId: updateId,
          content: { text: `Halo {nama}, kabar ${act}`, marks: [] },
          audience: { scope: { kind: "all" }, role: "everyone", plans: "any" },
        });
        break;
    }
    // Some of it has left by now, the rest waits.
    if (upTo(4) === 0) await stage.tick();
  }
  return { people, trainer, admin, erased: one(people) };
}

test.each(Array.from({ length: WORLDS }, (_, n) => n + 1))(
  "in the random world %i only rows that a key ties to the person change, and none of theirs tells who it was",
  async (seed) => {
    const { people, erased } = await randomWorld(seed);
    const { person, participant, library } = erased;
    const telegramId = Number(person.telegramId);
    const threads = await stage.db.questionThread.findMany({ where: { participantId: participant.id } });
    const isAlone = people.filter((one) => one.library.id === library.id).length === 1;
    const plans = isAlone ? erased.plans.map(({ id }) => id) : [];
    const reports = await stage.db.progressReport.findMany({ where: { planId: { in: plans } }, select: { id: true } });
    const before = await everyRow();

    expect(await erasePerson(stage.world, await actorOf(stage.world, person.id), person.id)).toMatchObject({
      kind: "erased",
    });
    await finishErasures(stage.world);
    const after = await everyRow();

    const tied = (name: string, row: Record<string, unknown>): boolean => {
      const points = (suffix: string, ids: readonly number[]) =>
        Object.entries(row).some(([column, value]) => column.endsWith(suffix) && ids.includes(Number(value)));
      const subjects = (row.subjects as string[] | undefined) ?? [];
      return (
        points("person_id", [person.id]) ||
        ["author_id", "actor_id", "resolved_by_id"].some((column) => Number(row[column]) === person.id) ||
        points("participant_id", [participant.id]) ||
        points("telegram_id", [telegramId]) ||
        points("chat_id", [telegramId]) ||
        points(
          "thread_id",
          threads.map(({ id }) => id),
        ) ||
        points("plan_id", plans) ||
        points(
          "report_id",
          reports.map(({ id }) => id),
        ) ||
        (name === "people" && row.id === person.id) ||
        (name === "participants" && row.id === participant.id) ||
        (name === "question_threads" && threads.some(({ id }) => id === row.id)) ||
        (name === "libraries" && isAlone && row.id === library.id) ||
        (name === "work_plans" && plans.includes(Number(row.id))) ||
        (name === "progress_reports" && reports.some(({ id }) => id === row.id)) ||
        (name === "roster_rows" && row.participant_id === participant.id) ||
        subjects.includes(`person:${person.id}`) ||
        row.subject === `person:${person.id}` ||
        plans.some((id) => row.subject === `plan:${id}`) ||
        row.subject === `participant:${participant.id}` ||
        JSON.stringify(row.details ?? "").includes(`"person:${person.id}"`)
      );
    };
    const changedOfOthers = [...before].filter(
      ([key, row]) =>
        after.get(key) !== row && !tied(key.split(" ")[0] ?? "", JSON.parse(row)) && !key.startsWith("counters "),
    );
    expect(changedOfOthers.map(([key, row]) => `${key}: ${row}`)).toEqual([]);

    const everything = [...after.values()].join("\n");
    for (const theirs of [String(telegramId), person.phone?.slice(1) ?? "?", erased.words]) {
      expect(everything.includes(theirs), theirs).toBe(false);
    }
    // Their own name stands in none of their rows any more, however short it is.
    const own = [...after].filter(([key, row]) => key.startsWith("people ") && JSON.parse(row).id === person.id);
    for (const [, row] of own) expect(JSON.parse(row).name).not.toBe(person.name);
    expect(
      await erasePerson(
        stage.world,
        await actorOf(stage.world, people.find((one) => one !== erased)!.person.id),
        person.id,
      ),
    ).toEqual({ kind: "nobody" });
  },
  60_000,
);
