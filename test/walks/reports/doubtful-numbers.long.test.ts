// Numbers in a report that may mean something else, are not known, or do not fit beside each other: asked about, once.

import { expect, test } from "vitest";
import type { Person as SandboxPerson } from "../../../src/sandbox/shapes.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant } from "../../support/world/builders.js";

const stage = stageAt("2024-06-10T02:00:00Z");

async function siti(language: "id" | "en" = "id") {
  const trainingClass = await buildClass(stage.db);
  const phone = stage.person({ name: "Siti", english: language === "en" });
  const { plans } = await buildParticipant(stage.db, trainingClass.id, {
    ...{ name: "Siti Rahmawati", telegramId: phone.id, language },
  });
  await stage.db.workPlan.updateMany({
    data: { state: "not_started", activity: "Keripik", writtenAt: stage.clock.now() },
  });
  phone.start();
  await stage.settle();
  stage.talk();
  return { phone, plans };
}

async function says(phone: SandboxPerson, ...texts: string[]) {
  for (const text of texts) {
    phone.says(text);
    await stage.settle();
  }
}

async function presses(phone: SandboxPerson, ...buttons: string[]) {
  for (const button of buttons) {
    phone.presses(button);
    await stage.settle();
  }
}

/** Up to the first number of the report on information services: visitors, then computer users, then books. */
async function atVisitors(phone: SandboxPerson) {
  await says(phone, "/lapor");
  await presses(phone, "📝 Layanan Informasi", "🔄 Berjalan", "➕ Tambah rincian", "⬜ Promosi", "✅ Selesai");
}

async function amounts() {
  const answers = (await stage.db.reportAnswer.findMany()).filter(({ question }) => question !== "changed");
  return Object.fromEntries(answers.map(({ question, amount, unknown }) => [question, unknown ? "unknown" : amount]));
}

const lastTo = (phone: SandboxPerson) => phone.received().at(-1)?.text ?? "";

test("what may mean another number is asked about, and the person says", async () => {
  const { phone } = await siti();
  await atVisitors(phone);
  await says(phone, "25 tidak");
  expect(lastTo(phone)).toContain("Yang saya baca: 25.");
  // Not meant: the right one is typed instead.
  await says(phone, "3 ratus");
  await says(phone, "12 kelompok");
  await presses(phone, "Ya, 12");
  await says(phone, "5 M");
  expect(lastTo(phone)).toContain("Yang saya baca: 5.");
  await says(phone, "5 ribu");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/doubtful-numbers.txt");
  expect(await amounts()).toEqual({ visitors: 300, computer_users: 12, books_lent: 5000 });
  expect(stage.errors).toEqual([]);
});

test("a number meant and yet too large is asked about for its size too", async () => {
  const { phone } = await siti();
  await atVisitors(phone);
  await says(phone, "50k tidak");
  await presses(phone, "Ya, 50.000");
  expect(lastTo(phone)).toContain("itu cukup besar");
  // Read first: a second tap at once would be one too many.
  stage.clock.set(new Date(stage.clock.now().getTime() + 5_000));
  await presses(phone, "Ya, 50.000");
  expect(lastTo(phone)).toContain("komputer");
  expect(stage.errors).toEqual([]);
});

test("a number that nobody knows yet is kept as such and shown as such, by a button or in words", async () => {
  const { phone, plans } = await siti();
  await atVisitors(phone);
  await presses(phone, "Belum tahu");
  await says(phone, "belum dihitung", "40");
  await presses(phone, "Lewati", "Lewati", "Lewati");
  expect(lastTo(phone)).toContain("Pengunjung: belum tahu");
  await presses(phone, "✅ Kirim laporan");
  expect(await amounts()).toEqual({ visitors: "unknown", computer_users: "unknown", books_lent: 40 });
  const report = await stage.db.progressReport.findFirstOrThrow();
  await says(phone, `/rapor ${report.number}`);
  expect(lastTo(phone)).toContain("Pengunjung: belum tahu");

  // The next report offers what was known, not that it was unknown.
  await atVisitors(phone);
  expect(phone.buttons()[0]).toBe("[Belum tahu]");
  await says(phone, "80", "10");
  expect(phone.buttons()).toContain("[Tetap: 40]");
  expect(plans).toHaveLength(3);
  expect(stage.errors).toEqual([]);
});

test("what was not known is put right in the report itself, and the change is told", async () => {
  const { phone } = await siti();
  await atVisitors(phone);
  await presses(phone, "Belum tahu", "Belum tahu", "Belum tahu", "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  await presses(phone, "✏️ Ubah", "✏️ Pengunjung");
  await says(phone, "75 orang");
  await presses(phone, "✅ Simpan perubahan");
  const answers = await stage.db.reportAnswer.findMany({
    where: { question: "visitors" },
    orderBy: { reportId: "asc" },
  });
  expect(answers).toMatchObject([
    { unknown: true, amount: null },
    { unknown: false, amount: 75 },
  ]);
  expect(stage.errors).toEqual([]);
});

test("more computer users than visitors are asked about once", async () => {
  const { phone } = await siti();
  await atVisitors(phone);
  await says(phone, "25", "30");
  expect(lastTo(phone)).toContain("lebih banyak daripada pengunjung 25");
  await presses(phone, "Ya, 30");
  await says(phone, "7");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✅ Kirim laporan");
  expect(await amounts()).toEqual({ visitors: 25, computer_users: 30, books_lent: 7 });
  expect(stage.errors).toEqual([]);
});

test("women and children beyond the participants are asked about, one alone or both together", async () => {
  const { phone } = await siti("en");
  await says(phone, "/report");
  await presses(phone, "📝 Community engagement", "✅ Done", "➕ Add details", "As planned");
  await says(phone, "yesterday");
  await presses(phone, "Health");
  await says(phone, "20", "21");
  expect(lastTo(phone)).toContain("more than participants 20");
  await says(phone, "12", "15");
  expect(lastTo(phone)).toContain("27, more than participants 20");
  await presses(phone, "Yes, 15", "Skip", "Skip", "Skip", "Skip");
  // And when the whole is made smaller afterwards.
  await presses(phone, "✏️ Participants");
  await says(phone, "10");
  expect(lastTo(phone)).toContain("more than participants 10");
  await says(phone, "30");
  await presses(phone, "✅ Send the report");
  expect(await amounts()).toMatchObject({ participants: 30, women: 12, children: 15 });
  expect(stage.errors).toEqual([]);
});

test.each([
  ["id", "lewati"],
  ["en", "skip"],
] as const)(
  "who leaves a number out (%s) says that it is not known, also where one is in doubt",
  async (language, word) => {
    const { phone } = await siti();
    await atVisitors(phone);
    await stage.db.person.updateMany({ data: { language } });
    await says(phone, word, "25 tidak", word, "7");
    await presses(phone, ...Array<string>(3).fill(language === "id" ? "Lewati" : "Skip"));
    await presses(phone, language === "id" ? "✅ Kirim laporan" : "✅ Send the report");
    expect(await amounts()).toEqual({ visitors: "unknown", computer_users: "unknown", books_lent: 7 });
    expect(stage.errors).toEqual([]);
  },
);

test("what was left with an unknown number says so when it is taken up again and when it is put right", async () => {
  const { phone } = await siti();
  await atVisitors(phone);
  await presses(phone, "Belum tahu");
  await says(phone, "/batal");
  await presses(phone, "💾 Simpan untuk nanti");
  await says(phone, "/lapor");
  await presses(phone, "▶️ Lanjutkan");
  const taken = phone.received().map(({ text }) => text ?? "");
  expect(taken.join("\n")).toContain("Belum tahu");
  await says(phone, "12", "40");
  await presses(phone, "Lewati", "Lewati", "Lewati", "✏️ Pengunjung");
  expect(lastTo(phone)).toContain("Belum tahu");
  expect(phone.received().filter(({ text }) => text?.includes("NaN"))).toEqual([]);
});
