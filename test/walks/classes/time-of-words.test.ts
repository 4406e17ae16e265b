// A day that somebody names is counted from when they wrote it, and a button means the day that is printed on it.

import { expect, test } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { shortDay } from "../../../src/texts/dates.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildSession } from "../../support/world/builders.js";

// Thursday 13 June, 23:30 in Bintan.
const stage = stageAt("2024-06-13T16:30:00Z");

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

test("a weekday is the one that is past, where only past days can be meant; more than one is asked about", async () => {
  const phone = await atTheDay();
  phone.says("senin");
  await stage.listen();
  expect(await dayAnswered()).toBe("2024-06-10");

  await presses(phone, "⬅️ Kembali");
  phone.says("minggu lalu");
  await stage.listen();
  expect(await dayAnswered()).toBeUndefined();
  expect(phone.lastMessage()?.text).toContain("bisa berarti beberapa tanggal");
  await presses(phone, "Rabu, 5 Juni 2024");
  expect(await dayAnswered()).toBe("2024-06-05");
  expect(stage.errors).toEqual([]);
});

test("tomorrow, written before midnight, is ahead, though it is today when it is read", async () => {
  const phone = await atTheDay();
  phone.says("besok");
  stage.receive();
  stage.clock.set(new Date("2024-06-13T23:30:00Z"));
  await stage.listen();
  expect(await dayAnswered()).toBeUndefined();
  expect(stage.errors).toEqual([]);
});

test("coming, pressed before the session ended, is coming, whenever it is read", async () => {
  const trainingClass = await buildClass(stage.db);
  const phone = stage.person({ name: "Siti" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati", telegramId: phone.id });
  const session = await buildSession(stage.db, trainingClass.id, { startsAt: new Date("2024-06-14T01:00:00Z") });
  phone.start();
  await stage.settle();
  phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `attend:${session.id}:present`);
  stage.receive();
  stage.clock.set(new Date("2024-06-14T09:00:00Z"));
  await stage.listen();
  expect(await stage.db.attendance.count()).toBe(1);
  phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `attend:${session.id}:absent`);
  await stage.listen();
  expect(await stage.db.attendance.findFirst()).toMatchObject({ answer: "present" });
  expect(stage.errors).toEqual([]);
});

test("a month is asked about by its days, those ahead left out, and the day's number alone is an answer to that", async () => {
  const phone = await atTheDay();
  phone.says("bulan ini");
  await stage.listen();
  expect(phone.lastMessage()?.text).toContain("“bulan ini” bisa berarti beberapa tanggal");
  const offered =
    phone
      .lastMessage()
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text) ?? [];
  expect(offered.slice(0, 13)).toEqual(Array.from({ length: 13 }, (_, n) => shortDay("id", `2024-06-${pad(n + 1)}`)));
  expect(offered.some((label) => label.includes("14 Jun"))).toBe(false);
  phone.says("bulan lalu");
  await stage.listen();
  phone.says("17");
  await stage.listen();
  expect(await dayAnswered()).toBe("2024-05-17");
  expect(stage.errors).toEqual([]);
});

const pad = (n: number) => String(n).padStart(2, "0") as `${number}`;

test("a day's page offers answers to the sessions that are not over", async () => {
  const trainingClass = await buildClass(stage.db);
  const phone = stage.person({ name: "Siti" });
  await buildParticipant(stage.db, trainingClass.id, { name: "Siti Rahmawati", telegramId: phone.id });
  await buildSession(stage.db, trainingClass.id, { title: "Pembukaan", startsAt: new Date("2024-06-14T01:00:00Z") });
  await buildSession(stage.db, trainingClass.id, { title: "Penutupan", startsAt: new Date("2024-06-14T06:00:00Z") });
  phone.start();
  await stage.settle();
  const buttonsAt = async (instant: string) => {
    stage.clock.set(new Date(instant));
    phone.pressesOn(phone.lastMessage()?.message_id ?? 0, `agenda:${trainingClass.id}:2024-06-14`);
    await stage.settle();
    return phone
      .lastMessage()
      ?.reply_markup?.inline_keyboard.flat()
      .map(({ text }) => text);
  };
  expect(await buttonsAt("2024-06-14T00:30:00Z")).toEqual(["08.00 WIB · Pembukaan", "13.00 WIB · Penutupan"]);
  expect(await buttonsAt("2024-06-14T05:30:00Z")).toEqual(["13.00 WIB · Penutupan"]);
  expect(await buttonsAt("2024-06-14T09:00:00Z")).toEqual(["🗓 Lihat jadwal"]);
  expect(stage.errors).toEqual([]);
});
