// P23: "later" under a reminder, three times, and what the trainer sees of it.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { remindOfSnoozed } from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildTrainer } from "../../support/world/builders.js";
import { berakit, report } from "../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  // 01:00 in Jakarta on Monday 8 July, the day after the due day; at 08:00 people are asked.
  stage = await openStage(database, "2024-07-07T18:00:00Z");
});
afterAll(() => database.close());

async function siti(options: { english?: boolean } = {}) {
  const { personId, planIds, trainingClass } = await berakit(stage.db);
  const language = options.english === true ? ("en" as const) : ("id" as const);
  const person = await stage.db.person.update({ where: { id: personId }, data: { language } });
  const phone = stage.person({ id: Number(person.telegramId), name: "Siti", english: options.english === true });
  phone.start();
  await stage.settle();
  stage.talk();
  const presses = async (...buttons: string[]) => {
    for (const button of buttons) {
      phone.presses(button);
      await stage.settle();
    }
  };
  const reminders = () =>
    stage.db.outbox.findMany({
      where: { kind: { in: ["plan_reminder", "snoozed_reminder"] } },
      orderBy: { id: "asc" },
    });
  return { phone, person, planIds, trainingClass, presses, reminders };
}

/** Moves the clock there, one instant after the other, and lets all that is due happen. */
async function at(...instants: string[]) {
  for (const instant of instants) {
    stage.clock.set(new Date(instant));
    await stage.tick();
  }
}

// Keeps P23.
test("a reminder put off comes again at the chosen moment, three times at most; then the trainer sees it", async () => {
  const { phone, planIds, trainingClass, presses, reminders } = await siti();
  const trainer = await buildTrainer(stage.db, [trainingClass.id], { name: "Rina Marlina" });
  const rina = stage.person({ id: Number(trainer.telegramId), name: "Rina" });
  rina.start();
  await stage.settle();
  stage.talk();

  await at("2024-07-07T18:00:00Z", "2024-07-08T01:40:00Z");
  await presses("⏰ Nanti saja");
  expect(phone.buttons().slice(0, 5)).toEqual([
    "[Sore: Sen 8 Jul 16.00 WIB]",
    "[Besok: Sel 9 Jul 08.00 WIB]",
    "[3 hari: Kam 11 Jul 08.00 WIB]",
    "[Senin: Sen 15 Jul 08.00 WIB]",
    "[⏸ Jeda]",
  ]);
  await presses("Sore: Sen 8 Jul 16.00 WIB");
  stage.restart();
  await at("2024-07-08T08:45:00Z");
  expect(await reminders()).toHaveLength(1);
  await at("2024-07-08T09:30:00Z");
  expect(await reminders()).toHaveLength(2);
  await presses("⏰ Nanti saja", "Besok: Sel 9 Jul 08.00 WIB");
  await at("2024-07-09T01:30:00Z");
  await presses("⏰ Nanti saja", "3 hari: Jum 12 Jul 08.00 WIB");
  await at("2024-07-12T02:00:00Z");
  expect(phone.buttons()[0]).toBe("[📝 Lapor]");
  expect(phone.buttons()[1]).not.toBe("[⏰ Nanti saja]");
  // They have the day to which they put it off; on the next one it is the trainer's turn.
  await at("2024-07-13T02:00:00Z");
  rina.says("/terlambat");
  await stage.settle();
  rina.presses("1");
  await stage.settle();
  rina.presses(/Informasi/);
  await stage.settle();

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/snooze.txt");
  expect((await reminders()).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    "plan_reminder sent",
    "snoozed_reminder sent",
    "snoozed_reminder sent",
    "snoozed_reminder sent",
  ]);
  expect(await stage.db.snooze.count()).toBe(3 * planIds.length);
  expect(stage.errors).toEqual([]);
});

// Keeps P23.
test("double taps and old buttons have one effect", async () => {
  const { phone, planIds, presses } = await siti();
  await at("2024-07-07T18:00:00Z", "2024-07-08T01:40:00Z");
  const reminder = phone.lastMessage()?.message_id ?? 0;
  stage.handlesTwice = true;
  const until = (instant: string) => `snooze_until:${reminder}:${new Date(instant).getTime() / 60_000}`;
  phone.pressesOn(reminder, until("2024-07-08T09:00:00Z"));
  phone.pressesOn(reminder, until("2024-07-09T01:00:00Z"));
  phone.pressesOn(reminder, until("2024-07-09T01:00:00Z"));
  await stage.settle();
  const kept = await stage.db.snooze.findMany();
  expect(kept).toHaveLength(planIds.length);
  expect(new Set(kept.map((one) => one.until.toISOString()))).toEqual(new Set(["2024-07-08T09:00:00.000Z"]));
  expect(phone.lastMessage()?.text).toContain("Senin, 8 Juli 2024 pukul 16.00 WIB");

  // On the next day the menu of moments is old: what is past is not taken, but asked for anew.
  await at("2024-07-08T09:30:00Z");
  await presses("⏰ Nanti saja");
  const menu = phone.lastMessage()?.message_id ?? 0;
  stage.clock.set(new Date("2024-07-09T03:00:00Z"));
  phone.pressesOn(menu, `snooze_until:${menu}:${new Date("2024-07-09T01:00:00Z").getTime() / 60_000}`);
  await stage.settle();
  expect(phone.lastMessage()?.text).toContain("Waktu itu sudah lewat");
  expect(await stage.db.snooze.count()).toBe(planIds.length);
  expect(stage.errors).toEqual([]);
});

test("nothing is put off beyond the due day: it is not offered, an old button is not taken, and on the last evening it is said", async () => {
  // Saturday, a day before the due day.
  stage = await openStage(database, "2024-07-05T20:00:00Z");
  const { phone, presses } = await siti();
  await at("2024-07-05T20:00:00Z", "2024-07-06T01:40:00Z");
  const reminder = phone.lastMessage()?.message_id ?? 0;
  await presses("⏰ Nanti saja");
  expect(phone.buttons().slice(0, 2)).toEqual(["[Sore: Sab 6 Jul 16.00 WIB]", "[⏸ Jeda]"]);
  phone.pressesOn(reminder, `snooze_until:${reminder}:${new Date("2024-07-09T01:00:00Z").getTime() / 60_000}`);
  await stage.settle();
  expect(phone.lastMessage()?.text).toContain("sesudah batas waktunya");
  expect(await stage.db.snooze.count()).toBe(0);
  stage.clock.set(new Date("2024-07-06T11:00:00Z"));
  phone.pressesOn(reminder, "snooze");
  await stage.settle();
  expect(phone.lastMessage()?.text).toContain("sudah terlalu dekat untuk ditunda");
  expect(stage.errors).toEqual([]);
});

// Keeps P23.
test("what is reported meanwhile is not reminded of again, the rest exactly once", async () => {
  const { person, planIds, presses, reminders } = await siti();
  await at("2024-07-07T18:00:00Z", "2024-07-08T01:40:00Z");
  await presses("⏰ Nanti saja", "Besok: Sel 9 Jul 08.00 WIB");
  await report(stage.world, person.id, planIds[0]);

  stage.clock.set(new Date("2024-07-09T01:00:00Z"));
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 1 });
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 0 });
  expect((await reminders()).at(-1)?.subjects).not.toContain(`plan:${planIds[0]}`);
  // Before it leaves, the second plan is reported too: the third is still owed its reminder, and no more.
  await report(stage.world, person.id, planIds[1]);
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 1 });
  const waiting = (await reminders()).filter(({ state }) => state === "waiting");
  expect(waiting).toHaveLength(1);
  expect(waiting[0]?.subjects.filter((subject) => subject.startsWith("plan:"))).toEqual([`plan:${planIds[2]}`]);
  await report(stage.world, person.id, planIds[2], { state: "done" });
  await at("2024-07-10T02:00:00Z");
  expect((await reminders()).filter(({ state }) => state === "sent")).toHaveLength(1);
});

// Keeps P23.
test("while a reminder is put off, the next rung of the ladder comes neither before it nor once more after it", async () => {
  // Monday, a week before the due day, 03:00 in Jakarta.
  stage = await openStage(database, "2024-06-30T20:00:00Z");
  const { presses, reminders } = await siti();
  await at("2024-06-30T20:00:00Z", "2024-07-01T01:40:00Z");
  stage.clock.set(new Date("2024-07-03T03:00:00Z"));
  await presses("⏰ Nanti saja", "3 hari: Sab 6 Jul 08.00 WIB");
  // On Saturday the rung of the day before the due day would open.
  await at("2024-07-05T18:00:00Z");
  expect(await reminders()).toHaveLength(1);
  await at("2024-07-06T01:00:00Z", "2024-07-06T02:00:00Z", "2024-07-06T09:00:00Z");
  expect((await reminders()).map(({ kind }) => kind)).toEqual(["plan_reminder", "snoozed_reminder"]);
});

// Keeps P23.
test("in English, and by a button of which no message is known", async () => {
  const { phone, planIds, presses } = await siti({ english: true });
  await at("2024-07-07T18:00:00Z", "2024-07-08T01:40:00Z");
  // The answer to the sending was lost: nobody knows the message's number.
  await stage.db.outbox.updateMany({ data: { state: "unknown", telegramMessageId: null } });
  await presses("⏰ Later", "Monday: Mon 15 Jul 08:00 WIB");
  expect(phone.lastMessage()?.text).toContain("Monday, 15 July 2024 at 08:00 WIB");
  expect(await stage.db.snooze.count()).toBe(planIds.length);
});

// Keeps P23.
test("two messages about the same plans, put off to the same moment, come again as one", async () => {
  const { person, planIds, reminders } = await siti();
  const until = new Date("2024-07-09T01:00:00Z");
  for (const messageId of [501, 502]) {
    await stage.world.store.snoozes.add({ personId: person.id, messageId, planIds, until }, stage.clock.now());
  }
  await at("2024-07-09T01:30:00Z", "2024-07-09T01:35:00Z");
  const again = (await reminders()).filter(({ kind }) => kind === "snoozed_reminder");
  expect(again).toHaveLength(1);
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 0 });
});
