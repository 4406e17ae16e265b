// The jobs of a morning, over ten thousand people and 189 trainers: by how many statements, and how much of the processor each takes. The
// bounds are those of a busy machine of two cores; a quiet one needs a third.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { addDays, type Day, dayIn, instantAt } from "../../src/domain/time/calendar.js";
import { DEFAULT_HOLIDAYS, restDaysOf } from "../../src/domain/time/holidays.js";
import { addWorkingDays } from "../../src/domain/time/working-hours.js";
import { handlingOf } from "../../src/ports/queue/handling.js";
import type { World } from "../../src/ports.js";
import { dayToColumn } from "../../src/storage/days.js";
import { createStore } from "../../src/storage/store.js";
import { greetTrainers, remindOfPlans, remindOfSessions } from "../../src/use-cases/index.js";
import { joinWorld } from "../../src/use-cases/join-world.js";
import { fillProgramme } from "../bench/rows/lists/programme.js";
import { dropTemplate, openScratchDatabase, type ScratchDatabase } from "../faults/process/scratch-database.js";

const TRAINERS = 189;
const PEOPLE = 10_000;
const isSkipped = inject("database").kind !== "postgres" || process.env.LONG_TESTS === undefined;
const rest = restDaysOf(DEFAULT_HOLIDAYS);
const TEN_MINUTES = 600_000;

let database: ScratchDatabase;
let world: World;
let now: Date;
let today: Day;

beforeAll(async () => {
  if (isSkipped) return;
  database = await openScratchDatabase();
  const filled = await fillProgramme(database, PEOPLE, TRAINERS);
  today = addWorkingDays(dayIn("Asia/Jakarta", filled.now), 2, rest);
  now = instantAt("Asia/Jakarta", today, "08:05");
  world = joinWorld({
    store: createStore({ ...database, embedded: false } as never),
    clock: { now: () => now },
    settings: { rest },
  } as never);
}, TEN_MINUTES);
afterAll(async () => {
  await database?.close();
  await dropTemplate();
});

/** How long it takes, and how many statements it asks the database for. */
async function measured<T>(name: string, job: () => Promise<T>) {
  const handling = { chatId: 0, saidAt: now, steps: 0, isOver: false };
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const result = await handlingOf(handling, job);
  const milliseconds = Math.round(performance.now() - startedAt);
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpu = Math.round((user + system) / 1000);
  console.log(
    `${name}: ${milliseconds} ms, ${cpu} of them ours, ${handling.steps} statements, ${JSON.stringify(result)}`,
  );
  return { result, cpu, statements: handling.steps };
}

describe.skipIf(isSkipped)("for ten thousand people", () => {
  test(
    "the mornings of all trainers are asked for by a few statements, however many trainers there are",
    async () => {
      const { result, cpu, statements } = await measured("mornings", () => greetTrainers(world));
      expect(result.alerted).toBe(TRAINERS);
      expect(statements).toBeLessThan(40);
      expect(cpu).toBeLessThan(2500);
      const again = await measured("mornings again", () => greetTrainers(world));
      expect(again.result).toEqual({ raised: 0, alerted: 0 });
    },
    TEN_MINUTES,
  );

  test(
    "reminders of plans for 5,500 people take some statements for each two hundred libraries",
    async () => {
      await database.prisma.trainingClass.updateMany({ data: { endsOn: dayToColumn(addDays(today, -30)) } });
      await database.prisma.workPlan.updateMany({
        data: { dueOn: dayToColumn(addDays(today, 40)), remindedOn: dayToColumn(today) },
      });
      await database.prisma.$executeRaw`
        UPDATE work_plans SET due_on = ${dayToColumn(addDays(today, 7))}, reminded_on = NULL, state = 'in_progress', last_report_at = NULL
        WHERE library_id <= 2750`;
      await database.prisma.$executeRaw`ANALYZE work_plans`;
      const { result, cpu, statements } = await measured("plans", () => remindOfPlans(world));
      expect(result).toEqual({ reminders: 5500 });
      expect(statements).toBeLessThan(20 * Math.ceil(2750 / 200));
      expect(cpu).toBeLessThan(6000);
      const again = await measured("plans again", () => remindOfPlans(world));
      expect(again.result).toEqual({ reminders: 0 });
      expect(again.statements).toBe(1);
    },
    TEN_MINUTES,
  );

  test(
    "reminders of sessions take a dozen statements for each twenty classes, and two when all is said",
    async () => {
      const next = addWorkingDays(today, 1, rest);
      const startsAt = instantAt("Asia/Jakarta", next, "09:00");
      await database.prisma.$executeRaw`
        INSERT INTO training_sessions (class_id, title, starts_at, ends_at, place)
        SELECT id, 'Pembukaan', ${startsAt}::timestamp, ${startsAt}::timestamp + interval '2 hours', 'Aula' FROM training_classes`;
      now = instantAt("Asia/Jakarta", today, "09:05");
      const { result, cpu, statements } = await measured("sessions", () => remindOfSessions(world));
      expect(result.reminded).toBeGreaterThanOrEqual(PEOPLE);
      expect(statements).toBeLessThan(15 * Math.ceil(TRAINERS / 20));
      expect(cpu).toBeLessThan(5000);
      const again = await measured("sessions again", () => remindOfSessions(world));
      expect(again.result).toEqual({ classes: 0, reminded: 0 });
      expect(again.statements).toBe(2);
    },
    TEN_MINUTES,
  );
});
