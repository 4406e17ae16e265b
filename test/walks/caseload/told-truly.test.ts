// What is said about days and sessions holds: who knew the old time is told the new one, each reminder counts, an answer is remembered.

import { expect, test } from "vitest";
import { addDays } from "../../../src/domain/time/calendar.js";
import type { Stage } from "../../support/stage/stage.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildSession, buildTrainer } from "../../support/world/builders.js";

// Saturday, a week and two days before the class: nobody has been reminded of anything.
const stage = stageAt("2024-05-25T03:00:00Z");

/** A class of five days from Monday, 3 June, with two sessions a day. */
async function aClass() {
  const { id: classId } = await buildClass(stage.db);
  const sessions = [];
  for (let day = 0; day < 5; day++) {
    for (const [n, hour] of [
      [1, 2],
      [2, 6],
    ] as const) {
      const startsAt = new Date(`${addDays("2024-06-03", day)}T0${hour}:00:00Z`);
      sessions.push(await buildSession(stage.db, classId, { title: `Sesi ${day * 2 + n}`, startsAt }));
    }
  }
  const trainer = stage.person({ name: "Rina" });
  await buildTrainer(stage.db, [classId], { name: "Rina", telegramId: trainer.id });
  trainer.start();
  const joins = async (name: string) => {
    const phone = stage.person({ name });
    const built = await buildParticipant(stage.db, classId, { name, telegramId: phone.id });
    phone.start();
    await stage.settle();
    return { phone, ...built };
  };
  return { classId, sessions, trainer, joins };
}

const says = async (phone: { says(text: string): unknown }, text: string) => {
  phone.says(text);
  await stage.settle();
};
const presses = async (phone: { presses(choice: string | RegExp): unknown }, ...choices: (string | RegExp)[]) => {
  for (const choice of choices) {
    phone.presses(choice);
    await stage.settle();
  }
};
type Phone = ReturnType<Stage["person"]>;
const heard = (phone: Phone, words: string | RegExp) =>
  phone.received().filter(({ text }) => (typeof words === "string" ? text?.includes(words) : words.test(text ?? "")));

test("somebody who has looked at the schedule or taken the calendar file hears of a moved session, and somebody who knew nothing does not", async () => {
  const { trainer, joins, sessions } = await aClass();
  const looked = await joins("Siti");
  const took = await joins("Ani");
  const knows = await joins("Budi");
  await says(looked.phone, "/jadwal");
  await says(took.phone, "/jadwal");
  await presses(took.phone, /kalender/i);
  await says(trainer, "/kelas");
  await presses(trainer, /3 Jun/, /Sesi 1\b/, /Hari lain/);
  await presses(trainer, /4 Jun/, "✏️ Jam");
  await presses(trainer, "13.00");
  await presses(trainer, /^(Ya|✅)/);
  await stage.tick();
  expect(await stage.db.trainingSession.findUnique({ where: { id: sessions[0]!.id } })).toMatchObject({ revision: 1 });
  expect(heard(looked.phone, "Semula")).toHaveLength(1);
  expect(heard(took.phone, "Semula")).toHaveLength(1);
  expect(heard(knows.phone, "Semula")).toHaveLength(0);
  await stage.tick();
  expect(heard(looked.phone, "Semula")).toHaveLength(1);
});

test("/jadwal shows every day of the class, by pages, in either direction", async () => {
  const { joins } = await aClass();
  const { phone } = await joins("Siti");
  await says(phone, "/jadwal");
  const titles = () => [...(phone.lastMessage()?.text ?? "").matchAll(/Sesi \d+/g)].map(([title]) => title);
  const first = titles();
  await presses(phone, "Berikutnya ➡️");
  const second = titles();
  expect([...new Set([...first, ...second])]).toEqual(Array.from({ length: 10 }, (_, n) => `Sesi ${n + 1}`));
  await presses(phone, "⬅️ Sebelumnya");
  expect(titles()).toEqual(first);
});

test("present, said the evening before, stands in the agenda of the morning", async () => {
  const { joins } = await aClass();
  const { phone } = await joins("Siti");
  stage.clock.set(new Date("2024-06-02T12:00:00Z"));
  await says(phone, "/jadwal");
  await presses(phone, /Sesi 1\b/, "Hadir");
  stage.clock.set(new Date("2024-06-02T23:50:00Z"));
  await stage.tick();
  stage.clock.set(new Date("2024-06-03T00:40:00Z"));
  await stage.tick();
  const agenda = phone.received().at(-1);
  expect(agenda?.text).toMatch(/^🗓 Jadwal Senin, 3 Juni 2024/);
  expect(agenda?.text).toContain("Sesi 1\n✅ Hadir");
  expect(agenda?.edit_date).toBeUndefined();
});

test("each reminder before the due day says another number of days, and the last ones that it is the last", async () => {
  const { joins } = await aClass();
  const { phone, plans } = await joins("Siti");
  for (const { id } of plans) {
    await stage.db.workPlan.update({
      where: { id },
      data: { state: "not_started", activity: "Membaca", writtenAt: new Date("2024-06-08T03:00:00Z") },
    });
  }
  // Due on Sunday, 7 July.
  for (const day of ["2024-06-24", "2024-07-01", "2024-07-06"]) {
    stage.clock.set(new Date(`${day}T00:40:00Z`));
    await stage.tick();
    stage.clock.set(new Date(`${day}T01:30:00Z`));
    await stage.tick();
  }
  const counted = heard(phone, /hari (lagi|terakhir)/).map(
    ({ text }) => /tinggal \d+ hari lagi|besok hari terakhir|hari ini hari terakhir/.exec(text ?? "")?.[0],
  );
  expect(counted).toEqual(["tinggal 13 hari lagi", "tinggal 6 hari lagi", "besok hari terakhir"]);
  expect(stage.errors).toEqual([]);
});

test("somebody who has not told us a plan is led to the plans, with some told to both", async () => {
  const { joins } = await aClass();
  const none = await joins("Siti");
  const some = await joins("Ani");
  await stage.db.workPlan.update({
    where: { id: some.plans[0]!.id },
    data: { state: "in_progress", activity: "Membaca" },
  });
  stage.clock.set(new Date("2024-07-01T01:30:00Z"));
  await stage.tick();
  const labelsOf = (phone: Phone) =>
    heard(phone, "tinggal 6 hari lagi")
      .at(-1)
      ?.reply_markup?.inline_keyboard[0]?.map(({ text }) => text);
  expect(labelsOf(none.phone)).toEqual(["📋 Rencana"]);
  expect(labelsOf(some.phone)).toEqual(["📝 Lapor", "📋 Rencana"]);
});
