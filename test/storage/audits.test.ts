// The account of who did what is append-only: the database itself refuses, whoever asks, but for what a leave names.
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { createAudit } from "../../src/storage/own-data/audit.js";
import { withAuditLeave } from "../../src/storage/own-data/audit-leave.js";
import { createRetention } from "../../src/storage/upkeep/retention.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildPerson,
  buildRosterRow,
  buildTrainer,
} from "../support/world/builders.js";

let database: TestDatabase;
let db: TestDatabase["prisma"];
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.prisma;
});
beforeEach(() => database.empty());
afterAll(() => database.close());

const NOW = new Date("2024-06-11T03:00:00Z");
const LONG_AGO = new Date("2022-01-01T03:00:00Z");

async function lines(...at: Date[]): Promise<number[]> {
  const { id: actorId } = await buildPerson(db);
  for (const when of at) {
    const details = { count: 3 };
    await createAudit(db).record({ actorId, action: "people.list", subject: "people", details, purpose: "Cek" }, when);
  }
  return (await db.audit.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
}

const REFUSED = /append-only/;

describe("the database refuses", () => {
  // Keeps A22.
  test("to change a line, in any column", async () => {
    const [id = 0] = await lines(NOW);
    for (const data of [
      ...[{ action: "people.list2" }, { subject: "staff" }, { at: LONG_AGO }, { actorId: null }, { about: ["x"] }],
      ...[{ purpose: "Lain" }, { purpose: null }, { details: {} }, { provinceCode: "15" }, { cohortId: 9 }],
    ]) {
      await expect(db.audit.update({ where: { id }, data }), JSON.stringify(data)).rejects.toThrow(REFUSED);
    }
  });

  // Keeps A22.
  test("to delete one, or all of them", async () => {
    await lines(LONG_AGO, NOW);
    await expect(db.audit.deleteMany()).rejects.toThrow(REFUSED);
    await expect(db.$executeRaw`DELETE FROM audits WHERE at < now()`).rejects.toThrow(REFUSED);
    await expect(db.$executeRaw`TRUNCATE audits`).rejects.toThrow(REFUSED);
    expect(await db.audit.count()).toBe(2);
  });

  test("to delete a person together with what they did", async () => {
    await lines(NOW);
    await expect(db.$executeRaw`TRUNCATE people CASCADE`).rejects.toThrow(REFUSED);
    expect(await db.audit.count()).toBe(1);
  });
});

describe("a leave", () => {
  test("to forget what is old deletes nothing younger, even where it is asked to", async () => {
    await lines(LONG_AGO, NOW);
    const before = new Date("2023-01-01T00:00:00Z");
    const all = db.$transaction((tx) =>
      withAuditLeave(tx, { kind: "older", than: before }, () => tx.audit.deleteMany()),
    );
    await expect(all).rejects.toThrow(REFUSED);
    expect(await db.$transaction((tx) => createRetention(tx).forgetAudits(before))).toBe(1);
    expect(await db.$transaction((tx) => createRetention(tx).forgetAudits(before))).toBe(0);
    expect((await db.audit.findMany()).map(({ at }) => at)).toEqual([NOW]);
  });

  test("to blank empties details and purpose, and changes nothing else", async () => {
    const [id = 0] = await lines(NOW);
    const blank = <T>(work: (tx: typeof db) => Promise<T>) =>
      db.$transaction((tx) => withAuditLeave(tx, { kind: "blank" }, () => work(tx as typeof db)));
    await expect(blank((tx) => tx.audit.update({ where: { id }, data: { subject: "staff" } }))).rejects.toThrow(
      REFUSED,
    );
    await expect(blank((tx) => tx.audit.update({ where: { id }, data: { purpose: "Lain" } }))).rejects.toThrow(REFUSED);
    await expect(blank((tx) => tx.audit.deleteMany())).rejects.toThrow(REFUSED);
    await blank((tx) => tx.$executeRaw`UPDATE audits SET details = NULL, purpose = NULL`);
    expect(await db.audit.findUnique({ where: { id } })).toMatchObject({
      subject: "people",
      details: null,
      purpose: null,
    });
  });

  test("for a practice deletes no line of another cohort, and none for a cohort of the programme", async () => {
    const { id: classId, waveId } = await buildClass(db);
    const { cohortId } = await db.wave.findUniqueOrThrow({ where: { id: waveId } });
    await createAudit(db).record({ actorId: null, action: "class.view", subject: `class:${classId}` }, NOW);
    const practice = await db.cohort.create({ data: { year: 2024, name: "Latihan", practiceOf: 77 } });
    for (const leave of [practice.id, cohortId]) {
      const deleting = db.$transaction((tx) =>
        withAuditLeave(tx, { kind: "practice", cohortId: leave }, () => tx.audit.deleteMany()),
      );
      await expect(deleting, String(leave)).rejects.toThrow(REFUSED);
    }
    await createAudit(db).record({ actorId: null, action: "cohort.open", subject: `cohort:${practice.id}` }, NOW);
    const own = { where: { cohortId: practice.id } };
    await db.$transaction((tx) =>
      withAuditLeave(tx, { kind: "practice", cohortId: practice.id }, () => tx.audit.deleteMany(own)),
    );
    expect(await db.audit.count()).toBe(1);
  });

  test("ends with its transaction, whether that failed or not", async () => {
    const [id = 0] = await lines(LONG_AGO, NOW);
    const leave = { kind: "older", than: NOW } as const;
    await db.$transaction((tx) => withAuditLeave(tx, leave, async () => 0));
    await expect(db.audit.delete({ where: { id } })).rejects.toThrow(REFUSED);
    const failing = db.$transaction((tx) =>
      withAuditLeave(tx, leave, async () => {
        throw new Error("in the middle");
      }),
    );
    await expect(failing).rejects.toThrow("in the middle");
    await expect(db.audit.delete({ where: { id } })).rejects.toThrow(REFUSED);
    const after = db.$transaction(async (tx) => {
      await withAuditLeave(tx, leave, async () => 0);
      await tx.audit.delete({ where: { id } });
    });
    await expect(after).rejects.toThrow(REFUSED);
  });

  test.skipIf(inject("database").kind !== "postgres")("of one transaction is none of another's", async () => {
    const [id = 0] = await lines(LONG_AGO);
    await db.$transaction((tx) =>
      withAuditLeave(tx, { kind: "older", than: NOW }, async () => {
        await expect(db.audit.delete({ where: { id } })).rejects.toThrow(REFUSED);
      }),
    );
  });
});

test("a line is placed where what it is about lies, of many things at once", async () => {
  const jambi = await buildClass(db, { provinceCode: "21", joinToken: "satu" });
  const maluku = await buildClass(db, { provinceCode: "81", joinToken: "dua" });
  const siti = await buildParticipant(db, jambi.id, { placeCode: "21.01.10.2001" });
  const row = await buildRosterRow(db, maluku.id);
  const trainer = await buildTrainer(db, [jambi.id], {});
  const admin = await buildAdmin(db, { regionCode: "81" });
  const country = await buildAdmin(db, {});
  const two = await buildTrainer(db, [jambi.id, maluku.id], {});
  const plan = siti.plans[0]?.id ?? 0;
  const on = (actorId: number, subject: string) => ({ actorId, action: "people.list" as const, subject });
  await createAudit(db).recordAll(
    [
      on(country.id, `plan:${plan}`),
      on(country.id, `participant:${siti.participant.id}`),
      on(country.id, `person:${siti.person.id}`),
      on(country.id, `roster_row:${row.id}`),
      on(country.id, `class:${maluku.id}`),
      on(country.id, `person:${trainer.id}`),
      on(country.id, `person:${admin.id}`),
      on(country.id, "regency:21.01"),
      on(trainer.id, "people"),
      on(admin.id, "staff"),
      on(country.id, "people"),
      on(two.id, "people"),
      on(country.id, "plan:999999"),
      on(country.id, "class:9999999999"),
    ],
    NOW,
  );
  const placed = await db.audit.findMany({ orderBy: { id: "asc" } });
  expect(placed.map(({ provinceCode, regencyCode }) => [provinceCode, regencyCode])).toEqual([
    ...[
      ["21", "21.01"],
      ["21", "21.01"],
      ["21", "21.01"],
    ],
    ...[
      ["81", null],
      ["81", null],
      ["21", null],
      ["81", null],
      ["21", "21.01"],
    ],
    ...[
      ["21", null],
      ["81", null],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ],
  ]);
  expect(placed.map(({ cohortId }) => cohortId === null)).toEqual([
    ...[false, false, false, false, false, false, true, true, false, true, true],
    ...[placed[11]?.cohortId === null, true, true],
  ]);
});
