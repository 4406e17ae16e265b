// Lists whose length comes from the data, and texts that are too long: every screen fits, and says what is too much.

import { expect, test } from "vitest";
import { addDays } from "../../../src/domain/time/calendar.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildRosterRow } from "../../support/world/builders.js";

// Tuesday, 10 a.m. in Jakarta.
const stage = stageAt("2024-07-09T03:00:00Z");

async function admin(english = false) {
  const phone = stage.person({ name: "Budi", english });
  await buildAdmin(stage.db, { name: "Budi Santoso", telegramId: phone.id, language: english ? "en" : "id" });
  return phone;
}

type Phone = Awaited<ReturnType<typeof admin>>;
const presses = async (phone: Phone, ...choices: (string | RegExp)[]) => {
  for (const choice of choices) {
    phone.presses(choice);
    await stage.settle();
  }
};
const says = async (phone: Phone, text: string) => {
  phone.says(text);
  await stage.settle();
};
/** Of the newest message with buttons: what stood below older ones is not on the screen any more. */
const labels = (phone: Phone) =>
  phone
    .received()
    .at(-1)
    ?.reply_markup?.inline_keyboard.flat()
    .map(({ text }) => text) ?? [];
const lastText = (phone: Phone) => phone.received().at(-1)?.text ?? "";

test.each([
  {
    language: "Indonesian",
    english: false,
    confirm: /^✅ Kirim/,
    said: "Kelebihan 20 huruf: nama terpanjang 57 huruf",
  },
  {
    language: "English",
    english: true,
    confirm: /^✅ Send/,
    said: "20 characters too long: the longest name has 57 characters",
  },
])(
  "in $language a caption that the longest name makes too long is said in numbers, and changing it is the way out",
  async (one) => {
    const { id: classId } = await buildClass(stage.db);
    for (const name of ["Siti", "N".repeat(57)]) await buildParticipant(stage.db, classId, { name });
    const phone = await admin(one.english);
    await says(phone, "/pengumuman");
    // With the name of 57 letters it has 1,044 of 1,024.
    phone.sendsPhoto({ caption: `${"x".repeat(986)} {nama}` });
    await stage.settle();
    await presses(phone, /Kepada|Recipients/, /^✅ (Selesai|Done)/);
    expect(stage.errors).toEqual([]);
    expect(lastText(phone)).toContain(one.said);
    expect(labels(phone).some((label) => one.confirm.test(label))).toBe(false);
    await presses(phone, /^✏️ (isi|text)/i);
    phone.sendsPhoto({ caption: "Halo {nama}" });
    await stage.settle();
    expect(labels(phone).filter((label) => one.confirm.test(label))).toHaveLength(1);
  },
);

test("the classes of a province are chosen from pages, newest first, however many there are", async () => {
  for (let n = 0; n < 130; n++) {
    await buildClass(stage.db, { name: `Kelas ${n}`, startsOn: addDays("2024-01-01", n), joinToken: `t${n}` });
  }
  const phone = await admin();
  await says(phone, "/pengumuman");
  await says(phone, "Halo semua");
  await presses(phone, "👥 Kepada", "🏫 Kelas");
  expect(stage.errors).toEqual([]);
  const seen: string[] = [];
  for (;;) {
    const shown = labels(phone).filter((label) => /Kelas \d/.test(label));
    expect(shown.length).toBeLessThanOrEqual(8);
    seen.push(...shown.map((label) => /Kelas \d+/.exec(label)?.[0] ?? ""));
    if (!labels(phone).includes("Berikutnya ➡️")) break;
    await presses(phone, "Berikutnya ➡️");
  }
  expect(seen).toEqual(Array.from({ length: 130 }, (_, n) => `Kelas ${129 - n}`));
  await presses(phone, "⬅️ Sebelumnya");
  const [first = ""] = labels(phone);
  await presses(phone, first);
  expect(labels(phone)).toContain(first.replace("⬜", "☑️"));
});

test("somebody whose number stands in a hundred rows of the roster chooses from pages, and may say none of them on each", async () => {
  const { id: classId } = await buildClass(stage.db, { startsOn: "2024-07-08", joinToken: "rame" });
  const phone = stage.person({ name: "Siti" });
  const number = stage.sandbox.users.get(phone.id)?.phone ?? "";
  for (let n = 0; n < 110; n++) await buildRosterRow(stage.db, classId, { name: `Orang ${n}`, phone: number });
  phone.start("rame");
  await stage.settle();
  await presses(phone, /Setuju/);
  phone.sharesContact();
  await stage.settle();
  expect(stage.errors).toEqual([]);
  const seen = new Set<string>();
  for (;;) {
    for (const label of labels(phone)) {
      const [name] = /Orang \d+/.exec(label) ?? [];
      if (name !== undefined) seen.add(name);
    }
    expect(labels(phone)).toContain("Tidak ada yang cocok");
    expect(labels(phone).length).toBeLessThan(15);
    if (!labels(phone).includes("Berikutnya ➡️")) break;
    await presses(phone, "Berikutnya ➡️");
  }
  expect(seen.size).toBe(110);
});
