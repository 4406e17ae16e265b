// A story told twice: handled at once, and with our server away for eight hours. What is stored in the end must be the same.
import { expect } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { Prisma } from "../../../src/storage/generated/client.js";
import type { TestDatabase } from "../database.js";
import { buildTrainer } from "../world/builders.js";
import { berakit } from "../world/plans.js";
import { openStage, type Stage } from "./stage.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Turn = () => unknown;

export interface Story {
  /** Each turn is so much later than the one before; a day where nothing is said. */
  begins: string;
  everyMilliseconds?: number;
  /** From which turn on our server is away; those before are handled at once. */
  awayFrom?: number;
  /** Sets the scene, and returns what is then said, in turn. */
  cast(stage: Stage): Promise<Turn[]>;
}

/** What is stored in the end when each turn is handled so much later than it was said. */
async function lived(
  database: TestDatabase,
  { begins, everyMilliseconds = DAY, awayFrom = 0, cast }: Story,
  awayMilliseconds: number,
): Promise<string[]> {
  const stage = await openStage(database, begins);
  const turns = await cast(stage);
  for (const [n, turn] of turns.entries()) {
    const saidAt = new Date(begins).getTime() + (n + 1) * everyMilliseconds;
    stage.clock.set(new Date(saidAt));
    turn();
    stage.receive();
    const late = n < awayFrom ? 0 : awayMilliseconds;
    // What is said before we are back lies in the inbox with it.
    if (late > everyMilliseconds && n < turns.length - 1) continue;
    stage.clock.set(new Date(saidAt + late));
    await stage.listen();
  }
  expect(stage.errors).toEqual([]);
  return storedDays(stage);
}

/** Every day in the database, with what decides about days without being one. */
async function storedDays({ db }: Stage): Promise<string[]> {
  const columns = await db.$queryRaw<{ name: string; column: string }[]>`
    SELECT table_name AS name, column_name AS column FROM information_schema.columns
    WHERE table_schema = current_schema() AND data_type = 'date' ORDER BY table_name, column_name`;
  expect(columns.length).toBeGreaterThan(10);
  const days = await Promise.all(
    columns.map(async ({ name, column }) => {
      const rows = await db.$queryRawUnsafe<{ day: string }[]>(
        `SELECT DISTINCT "${column}"::text AS day FROM "${name}" WHERE "${column}" IS NOT NULL ORDER BY 1`,
      );
      return rows.map(({ day }) => `${name}.${column} ${day}`);
    }),
  );
  const sessions = await db.trainingSession.findMany({ orderBy: { id: "asc" } });
  const attendance = await db.attendance.findMany();
  const snoozes = await db.snooze.findMany();
  const drafts = await db.draft.findMany({ where: { result: { equals: Prisma.DbNull } }, orderBy: { id: "asc" } });
  const keys = [
    ...(await db.followUp.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key),
    ...(await db.outbox.findMany({ where: { kind: "nudge" }, orderBy: { key: "asc" } })).map(({ key }) => key),
  ];
  return [
    ...days.flat(),
    ...sessions.map((one) => `session ${one.startsAt.toISOString()}${one.cancelledAt === null ? "" : " cancelled"}`),
    ...attendance.map(({ answer }) => `attendance ${answer}`),
    ...snoozes.map(({ until }) => `snooze ${until.toISOString()}`),
    ...keys,
    ...drafts.map(({ form, subject, answers }) => `draft ${form} ${subject} ${JSON.stringify(answers)}`),
  ];
}

/** The same days, whether it was handled at once or hours later; returns them. */
export async function sameWhenReadLate(database: TestDatabase, story: Story): Promise<string[]> {
  const atOnce = await lived(database, story, 0);
  expect(await lived(database, story, 8 * HOUR)).toEqual(atOnce);
  return atOnce;
}

export async function siti(stage: Stage): Promise<{ phone: SandboxPerson; planIds: number[]; classId: number }> {
  const { personId, planIds, trainingClass } = await berakit(stage.db);
  const { telegramId } = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  const phone = stage.person({ id: Number(telegramId), name: "Siti" });
  phone.start();
  await stage.listen();
  return { phone, planIds, classId: trainingClass.id };
}

export async function withRina(stage: Stage): Promise<{ rina: SandboxPerson; siti: SandboxPerson; classId: number }> {
  const { phone, classId } = await siti(stage);
  const trainer = await buildTrainer(stage.db, [classId], { name: "Rina Marlina" });
  const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
  rina.start();
  await stage.listen();
  return { rina, siti: phone, classId };
}

export const pressing =
  (phone: SandboxPerson, ...buttons: string[]) =>
  () =>
    buttons.map(
      (button): Turn =>
        () =>
          phone.presses(button),
    );
