// A day that somebody names is counted from when they wrote it, and a button means the day that is printed on it.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Person as SandboxPerson } from "../../src/sandbox/people.js";
import { buildClass, buildParticipant } from "../support/builders.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { openStage, type Stage } from "../support/stage.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // Thursday 13 June, 23:30 in Bintan.
  stage = await openStage(database, "2024-06-13T16:30:00Z");
});
afterAll(() => database.close());

async function presses(phone: SandboxPerson, ...buttons: string[]) {
  for (const button of buttons) {
    phone.presses(button);
    await stage.settle();
  }
}

async function atTheDay() {
  const trainingClass = await buildClass(stage.db);
  const phone = stage.person({ name: "Siti" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati", telegramId: phone.id });
  await stage.db.workPlan.updateMany({
    data: { state: "not_started", activity: "Keripik", writtenAt: stage.clock.now() },
  });
  phone.start();
  await stage.settle();
  phone.says("/lapor");
  await stage.settle();
  await presses(phone, "📝 Pelibatan Masyarakat", "🔄 Berjalan", "➕ Tambah rincian", "Sesuai rencana");
  return phone;
}

async function dayAnswered() {
  const { answers } = await stage.db.draft.findFirstOrThrow({ where: { form: "report" } });
  return (answers as Record<string, unknown>)["q.held_on"];
}

test("yesterday, written before midnight and read in the morning, is the day before it was written", async () => {
  const phone = await atTheDay();
  phone.says("kemarin");
  // Our server was away until 06:30.
  stage.clock.set(new Date("2024-06-13T23:30:00Z"));
  await stage.listen();
  expect(await dayAnswered()).toBe("2024-06-12");
  expect(stage.errors).toEqual([]);
});

test("today's button pressed a day later means the day that it names", async () => {
  const phone = await atTheDay();
  stage.clock.set(new Date("2024-06-14T03:00:00Z"));
  phone.presses("Hari ini (Kam 13 Jun)");
  await stage.listen();
  expect(await dayAnswered()).toBe("2024-06-13");
  expect(stage.errors).toEqual([]);
});

test("today's button, its words typed a day later, means the day that it names", async () => {
  const phone = await atTheDay();
  stage.clock.set(new Date("2024-06-14T03:00:00Z"));
  phone.says("hari ini (kam 13 jun)");
  await stage.listen();
  expect(await dayAnswered()).toBe("2024-06-13");
  expect(stage.errors).toEqual([]);
});
