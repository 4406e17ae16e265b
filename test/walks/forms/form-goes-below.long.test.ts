// P21: what arrives in the middle of a form stands below its question; the next question then comes at the bottom, where they look.

import { expect, test } from "vitest";
import type { Stage } from "../../support/stage/stage.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildSession } from "../../support/world/builders.js";
import { berakit } from "../../support/world/plans.js";

// Wednesday 12 June 2024, 14:00 in Jakarta.
const stage = stageAt("2024-06-12T07:00:00Z");

/** Siti in the middle of a report, and an online session half an hour away. */
async function sitiInTheMiddle() {
  const { personId, trainingClass } = await berakit(stage.db);
  await buildSession(stage.db, trainingClass.id, {
    ...{ title: "Pendampingan daring", mode: "online", place: "https://temu.example/kepri" },
    startsAt: new Date("2024-06-12T07:30:00Z"),
  });
  const person = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  const siti = stage.person({ id: Number(person.telegramId), name: "Siti" });
  // The day's agenda has come before.
  await stage.tick();
  await inTurn(
    () => siti.start(),
    () => siti.says("/lapor"),
    () => siti.presses("📝 Advokasi"),
    () => siti.presses("🔄 Berjalan"),
  );
  stage.talk();
  return siti;
}

const inTurn = actsOn(stage);

const reminderArrives = () => stage.moveTo("2024-06-12T07:15:00Z");

/** Messages that still have a button of the form. */
const questions = (phone: ReturnType<Stage["person"]>) =>
  phone
    .received()
    .filter(({ reply_markup }) =>
      reply_markup?.inline_keyboard
        .flat()
        .some((button) => "callback_data" in button && /^f\|/.test(button.callback_data)),
    );

test("an answer by a button of the question's older copy is followed in place of its newer copy", async () => {
  const siti = await sitiInTheMiddle();
  await inTurn(
    () => siti.says("/lapor"),
    () => siti.presses("📝 Pelibatan Masyarakat"),
    () => siti.presses("🔄 Berjalan"),
    () => siti.presses(/Tambah rincian/),
  );
  // The second was written before the next question was there, so that question is put once more.
  siti.says("Pelatihan keripik pisang");
  siti.says("untuk ibu-ibu PKK");
  await stage.settle();
  const [older, newer] = questions(siti).slice(-2);
  const day = older?.reply_markup?.inline_keyboard.flat().find((button) => "callback_data" in button);
  if (older === undefined || newer === undefined || day === undefined || !("callback_data" in day))
    throw new Error("?");
  expect(newer.text).toContain("terkirim sebelum pertanyaan ini muncul");
  siti.pressesOn(older.message_id, day.callback_data);
  await stage.settle();
  expect(siti.lastMessage()?.message_id).toBe(newer.message_id);
  expect(siti.received().find(({ message_id }) => message_id === older.message_id)?.reply_markup).toBeUndefined();
  expect(siti.lastMessage()?.text).toContain("tema");
  expect(stage.errors).toEqual([]);
});

// Keeps P21.
test("the question after a reminder that came meanwhile follows below it, and the one above loses its buttons", async () => {
  const siti = await sitiInTheMiddle();
  await reminderArrives();
  stage.restart();
  await inTurn(
    () => siti.presses("➕ Tambah rincian"),
    () => siti.presses("⬜ Camat"),
    () => siti.presses("✅ Selesai"),
  );
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/form-goes-below.txt");
  expect(questions(siti)).toEqual([siti.lastMessage()]);
  expect(stage.errors).toEqual([]);
});

// Keeps P21.
test("the receipt too comes below a reminder", async () => {
  const siti = await sitiInTheMiddle();
  await reminderArrives();
  await inTurn(() => siti.presses("✅ Kirim sekarang"));
  expect(siti.lastMessage()?.text).toContain("sudah kami terima");
  expect(questions(siti)).toEqual([]);
});

// Keeps P21.
test("so it does after something else was asked for in between", async () => {
  const siti = await sitiInTheMiddle();
  await inTurn(
    () => siti.says("/jadwal"),
    () => siti.presses("➕ Tambah rincian"),
  );
  expect(questions(siti)).toEqual([siti.lastMessage()]);
  expect(siti.received().at(-2)?.text).toContain("Pendampingan daring");
});

// Keeps P21.
test("a form opened from a menu further up begins at the bottom, and the menu loses its buttons", async () => {
  const siti = await sitiInTheMiddle();
  await inTurn(() => siti.says("/lapor"));
  const menu = siti.lastMessage()?.message_id ?? 0;
  await inTurn(
    () => siti.says("/jadwal"),
    () => siti.presses("📝 Pelibatan Masyarakat"),
  );
  expect(siti.lastMessage()?.text).toContain("Langkah 1 dari 2");
  expect(siti.received().find(({ message_id }) => message_id === menu)?.reply_markup).toBeUndefined();
  expect(stage.errors).toEqual([]);
});

// Keeps P35, P21.
test("five taps on the question above a reminder bring one question below", async () => {
  const siti = await sitiInTheMiddle();
  await reminderArrives();
  const [above] = questions(siti);
  const data = above?.reply_markup?.inline_keyboard
    .flat()
    .flatMap((one) => ("callback_data" in one ? one.callback_data : []));
  const before = siti.received().length;
  for (let tap = 0; tap < 5; tap++) {
    siti.pressesOn(above?.message_id ?? 0, data?.find((one) => one.endsWith("add")) ?? "");
    stage.clock.advance(200);
  }
  await stage.settle();
  expect(siti.received()).toHaveLength(before + 1);
  expect(questions(siti)).toEqual([siti.lastMessage()]);
  expect(siti.answers()).toHaveLength(7);
});

// Keeps P35, P21.
test("handled again after a crash, the answer counts once and the next question stands once, below the reminder", async () => {
  const siti = await sitiInTheMiddle();
  await reminderArrives();
  stage.handlesTwice = true;
  await inTurn(() => siti.presses("➕ Tambah rincian"));
  const [above, ...below] = siti.received().slice(-3);
  expect(above?.reply_markup).toBeUndefined();
  expect(below.map(({ text }) => text?.split("\n")[0])).toEqual([
    ...[expect.stringContaining("sesi daring"), "Langkah 2 dari 7"],
  ]);
  const [draft] = await stage.db.draft.findMany();
  expect(draft?.answers).toEqual({ state: "in_progress", details: "add" });
  expect(stage.errors).toEqual([]);
});
