// Who looks after whom in worlds made by chance: the database says what the domain says, nobody is without somebody unless the province
// was told, and nobody is told the same twice.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Absence, lookingAfter } from "../../../../src/domain/caseload/cover.js";
import { isReachable } from "../../../../src/domain/people/person.js";
import { addDays, type Day, dayIn } from "../../../../src/domain/time/calendar.js";
import { lookingAfter as inDatabase } from "../../../../src/storage/caseload/looking-after.js";
import {
  greetTrainers,
  repeatQuestions,
  summariseDay,
  tellOfClassDays,
  tellOfUntended,
} from "../../../../src/use-cases/index.js";
import { type Chance, chanceOf } from "../../../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../../../support/database.js";
import { runs } from "../../../support/runs.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildSession,
  buildTrainer,
} from "../../../support/world/builders.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const WORLDS = runs("COVER_WORLDS", { quick: 1, long: 40 });
const FIRST: Day = "2024-07-08";
const TWO_WEEKS = 12;

/** Eight trainers of two provinces, four classes, and absences that overlap, chain and go in circles. */
async function aWorld(chance: Chance) {
  const { db } = stage;
  const classes = [];
  for (const provinceCode of ["21", "21", "81", "81"]) classes.push(await buildClass(db, { provinceCode }));
  const trainers = [];
  for (let n = 0; n < 8; n++) {
    const provinceCode = n < 4 ? "21" : "81";
    const taught = classes.filter((one) => one.provinceCode === provinceCode && chance.happens(0.5));
    const account = chance.happens(0.85) ? {} : { telegramId: null };
    trainers.push(
      await buildTrainer(
        db,
        taught.map(({ id }) => id),
        { provinceCode, ...account },
      ),
    );
  }
  for (const { id } of trainers.filter(() => chance.happens(0.1))) {
    const unreachable = { unreachableCause: "blocked", unreachableSince: stage.clock.now() } as const;
    await db.person.update({ where: { id }, data: unreachable });
  }
  for (const { id } of trainers.filter(() => chance.happens(0.1))) {
    await db.roleBinding.updateMany({ where: { personId: id }, data: { revokedAt: stage.clock.now() } });
  }
  for (const [n, { id, zone }] of trainers.entries()) {
    if (chance.happens(0.3)) continue;
    const from = addDays(FIRST, chance.below(8) - 2);
    const offset = zone === "Asia/Jayapura" ? 9 : 7;
    const startsAt = new Date(Date.parse(`${from}T00:00:00Z`) - offset * 3_600_000);
    const endsAt = new Date(startsAt.getTime() + (1 + chance.below(6)) * 86_400_000);
    const coverId = chance.happens(0.2) ? null : chance.oneOf(trainers.filter((one) => one.id !== id)).id;
    await db.absence.create({
      data: { personId: id, startsAt, endsAt, coverId, setById: id, at: startsAt, updateId: n },
    });
  }
  for (const { id: classId, provinceCode } of classes) {
    await buildAdmin(db, { provinceCode, regionCode: provinceCode });
    await buildSession(db, classId, { startsAt: new Date(`${addDays(FIRST, chance.below(6))}T03:00:00Z`) });
    for (let n = 0; n < 2; n++) {
      const { participant, person } = await buildParticipant(db, classId, { provinceCode });
      const at = new Date(stage.clock.now().getTime() - chance.below(4) * 86_400_000);
      await db.questionThread.create({
        data: {
          ...{ participantId: participant.id, askedAt: at, lastAt: at },
          messages: { create: { authorId: person.id, text: "Boleh?", sentAt: at, updateId: 9_000 + n } },
        },
      });
    }
  }
  return { classes, trainers };
}

const carerWith = (personId: number) => expect.objectContaining({ personId });

/** As the domain sees it, from every row there is. */
async function byDomain(classId: number, now: Date) {
  const people = await stage.db.person.findMany({ include: { roles: true, classesTaught: true } });
  const absences: Absence[] = await stage.db.absence.findMany();
  const known = new Map(
    people.map((person) => [
      person.id,
      {
        isTrainer: person.roles.some(({ role, revokedAt }) => role === "trainer" && revokedAt === null),
        isReachable: isReachable({ ...person, telegramId: person.telegramId === null ? null : 1 }),
      },
    ]),
  );
  const taughtBy = people.filter(
    ({ id, classesTaught }) =>
      known.get(id)?.isTrainer === true && classesTaught.some((one) => one.classId === classId),
  );
  const carers = lookingAfter(
    taughtBy.map(({ id }) => id),
    absences,
    known,
    now,
  );
  return { carers, isTended: carers.some((one) => !one.isAway && known.get(one.personId)?.isReachable === true) };
}

// Keeps T14.
test("everybody is looked after on every day, or the province was told; and nobody is told the same twice", {
  timeout: 300_000,
}, async () => {
  let untended = 0;
  let covered = 0;
  for (let seed = 1; seed <= WORLDS; seed++) {
    stage = await openStage(database, `${FIRST}T00:00:00Z`);
    const { classes } = await aWorld(chanceOf(seed));
    for (let day = 0; day < TWO_WEEKS; day++) {
      for (const hour of [1, 4, 10]) {
        stage.clock.set(new Date(`${addDays(FIRST, day)}T${String(hour).padStart(2, "0")}:00:00Z`));
        const now = stage.clock.now();
        for (let twice = 0; twice < 2; twice++) {
          await tellOfUntended(stage.world);
          await tellOfClassDays(stage.world);
          await greetTrainers(stage.world);
          await repeatQuestions(stage.world);
          await summariseDay(stage.world);
        }
        for (const { id } of classes) {
          const { carers, isTended } = await byDomain(id, now);
          const rows = await stage.db.$queryRaw<{ personId: number; forId: number | null; isAway: boolean }[]>`
            SELECT person_id AS "personId", for_id AS "forId", is_away AS "isAway" FROM ${inDatabase(now)} c
            WHERE class_id = ${id} ORDER BY person_id`;
          expect(rows, `seed ${seed}, class ${id}, ${now.toISOString()}`).toEqual(carers);
          const carersOf = await stage.world.store.classes.carersOf(id, now);
          expect(carersOf.map((one) => [one.id, one.insteadOf?.personId ?? null])).toEqual(
            carers.flatMap((one) => (one.isAway ? [] : [[one.personId, one.forId]])),
          );
          const away = await stage.world.store.absences.awayIn({ classIds: [id] }, now);
          const awayIds = carers.flatMap((one) => (one.isAway ? [one.personId] : []));
          expect(away.map(({ personId }) => personId).sort((a, b) => a - b)).toEqual(awayIds);
          for (const { cover } of away) {
            if (cover !== null) expect(carers.filter((one) => !one.isAway)).toContainEqual(carerWith(cover.personId));
          }
          const { untendedAt } = await stage.db.trainingClass.findUniqueOrThrow({ where: { id } });
          expect(untendedAt !== null, `seed ${seed}, class ${id}, ${now.toISOString()}`).toBe(!isTended);
          if (!isTended) untended += 1;
          covered += carers.filter(({ forId }) => forId !== null).length;
        }
      }
    }
    const posts = await stage.db.outbox.findMany();
    const told = posts.filter(({ kind }) => kind === "untended");
    // Each gap is told once to each admin of the province: as often as the class was left alone anew.
    for (const { id, message } of told) expect((message as { text: string }).text, String(id)).toContain("kelas");
    const perDay = posts
      .filter(({ kind }) => kind === "overdue_alert" || kind === "daily_summary" || kind === "class_day")
      .map(({ kind, personId, key }) => `${kind} ${personId} ${key}`);
    expect(new Set(perDay).size).toBe(perDay.length);
    const repeated = posts
      .filter(({ key }) => key.startsWith("questions-waiting:"))
      .map(({ personId, dueAt }) => `${personId} ${dayIn("Asia/Jakarta", dueAt)}`);
    expect(new Set(repeated).size).toBe(repeated.length);
  }
  // Else the worlds would prove nothing.
  expect(untended).toBeGreaterThan(10);
  expect(covered).toBeGreaterThan(10);
});
