// P21: a form that somebody left: told once on the next working day which question is open, gone on with, and one day forgotten.

import { expect, test } from "vitest";
import { forgetOldTraces, rescueDrafts } from "../../../src/use-cases/index.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin } from "../../support/world/builders.js";
import { berakit, report } from "../../support/world/plans.js";

// Saturday 22 June 2024, 14:00 in Jakarta: tomorrow nobody is disturbed.
const stage = stageAt("2024-06-22T07:00:00Z");

async function siti(options: { english?: boolean } = {}) {
  const { personId, planIds, trainingClass } = await berakit(stage.db);
  // Neither a reminder nor an alert in these days: the nudge alone is looked at.
  await stage.db.workPlan.updateMany({ data: { dueOn: new Date("2024-08-20") } });
  const language = options.english === true ? ("en" as const) : ("id" as const);
  const person = await stage.db.person.update({ where: { id: personId }, data: { language } });
  const phone = stage.person({ id: Number(person.telegramId), name: "Siti", english: options.english === true });
  await inTurn(() => phone.start());
  stage.talk();
  return { phone, person, planIds, trainingClass };
}

const inTurn = actsOn(stage);

async function at(...instants: string[]): Promise<void> {
  for (const instant of instants) {
    stage.clock.set(new Date(instant));
    await stage.tick();
  }
}

const nudges = () => stage.db.outbox.findMany({ where: { kind: "draft_nudge" }, orderBy: { id: "asc" } });

// Keeps P21.
test("a report left half-way is told of once, on the next working day, with its question and a button that goes on", async () => {
  const { phone } = await siti();
  await inTurn(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Pelibatan Masyarakat"),
    () => phone.presses("🔄 Berjalan"),
    () => phone.presses("➕ Tambah rincian"),
    () => phone.says("Pelatihan membuat keripik"),
    () => phone.presses("Kemarin (Jum 21 Jun)"),
  );
  stage.talk();
  await at("2024-06-22T12:00:00Z", "2024-06-23T05:00:00Z", "2024-06-24T02:45:00Z");
  expect(await nudges()).toHaveLength(0);
  stage.restart();
  await at("2024-06-24T03:00:00Z");
  expect(await rescueDrafts(stage.world)).toEqual({ nudges: 0 });
  await inTurn(
    () => phone.presses("▶️ Lanjutkan"),
    () => phone.presses("Ekonomi/UMKM"),
  );
  // Left again: it was told of once, and that was that.
  await at("2024-06-25T05:00:00Z", "2024-06-26T05:00:00Z");

  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/draft-rescue.txt");
  expect((await nudges()).map(({ state, dueAt }) => `${state} ${dueAt.toISOString()}`)).toEqual([
    "sent 2024-06-24T03:00:00.000Z",
  ]);
  expect(stage.errors).toEqual([]);
});

test("nobody is told of a form in the week after they told of mourning", async () => {
  const { phone } = await siti();
  await inTurn(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Pelibatan Masyarakat"),
    () => phone.presses("🔄 Berjalan"),
  );
  const until = new Date("2024-06-29T01:00:00Z");
  await stage.db.person.updateMany({ data: { quietUntil: until, pausedUntil: until } });
  await at("2024-06-24T03:00:00Z", "2024-06-25T05:00:00Z");
  expect(await nudges()).toHaveLength(0);
});

// Keeps P21.
test("registration, a plan and a question are rescued alike, in English too", async () => {
  const { phone } = await siti({ english: true });
  const newcomer = stage.person({ name: "Dewi" });
  await inTurn(
    () => phone.says("/plan"),
    () => phone.presses("📄 Advocacy"),
    () => phone.presses("✏️ Change plan"),
    () => phone.says("Ask for a line in the village budget"),
  );
  await inTurn(
    () => newcomer.start(),
    () => newcomer.presses("✅ Setuju"),
    () => newcomer.says("Lewati"),
  );
  stage.clock.set(new Date("2024-06-22T07:05:00Z"));
  await inTurn(() => phone.says("/ask"));
  stage.talk();
  await at("2024-06-24T03:00:00Z");
  await inTurn(() => phone.presses("▶️ Continue (2)"));
  await expect(stage.talk()).toMatchFileSnapshot("../transcripts/draft-rescue-in-english.txt");
  expect(await nudges()).toHaveLength(3);
});

// Keeps P21.
test("nobody is told of what they stopped, or of what was done in another way", async () => {
  const { phone, person, planIds } = await siti();
  await inTurn(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
    () => phone.presses("Batal"),
    () => phone.presses("💾 Simpan untuk nanti"),
    () => phone.says("/tanya"),
    () => phone.says("/batal"),
    () => phone.presses("🗑 Buang isian"),
    () => phone.says("/lapor"),
    () => phone.presses("📝 Layanan Informasi"),
    () => phone.presses("🔄 Berjalan"),
  );
  stage.clock.set(new Date("2024-06-22T08:00:00Z"));
  await report(stage.world, person.id, planIds[0]);
  await at("2024-06-24T03:00:00Z", "2024-06-25T03:00:00Z");
  expect(await nudges()).toEqual([]);
  expect((await stage.world.store.drafts.unfinishedOf(phone.id)).map(({ form }) => form)).toEqual(["report", "report"]);
});

// Keeps P21.
test("a draft whose question cannot be found keeps no other from being told of, and is reported", async () => {
  const { phone } = await siti();
  const newcomer = stage.person({ name: "Dewi" });
  await inTurn(
    () => newcomer.start(),
    () => newcomer.presses("✅ Setuju"),
    () => newcomer.says("Lewati"),
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
  );
  const { openQuestion } = stage.world.forms;
  const broken = {
    ...stage.world,
    forms: {
      openQuestion: (draft: Parameters<typeof openQuestion>[0]) =>
        draft.form === "registration" ? Promise.reject(new RangeError("Not a place code")) : openQuestion(draft),
    },
  };
  stage.clock.set(new Date("2024-06-24T03:00:00Z"));
  await expect(rescueDrafts(broken)).rejects.toThrow("Not a place code");
  expect((await nudges()).map(({ chatId }) => Number(chatId))).toEqual([phone.id]);
  await expect(rescueDrafts(broken)).rejects.toThrow("Not a place code");
  expect(await nudges()).toHaveLength(1);
});

// Keeps P21.
test("somebody who goes on before the nudge leaves does not get it", async () => {
  const { phone } = await siti();
  await inTurn(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
  );
  stage.clock.set(new Date("2024-06-24T03:00:00Z"));
  expect(await rescueDrafts(stage.world)).toEqual({ nudges: 1 });
  phone.presses("🔄 Berjalan");
  await stage.settle();
  expect((await nudges()).map(({ state, cause }) => `${state} ${cause}`)).toEqual(["cancelled continued"]);
});

// Keeps P21.
test("a reminder or an announcement that arrives in the middle leaves the draft as it is", async () => {
  const { phone, person } = await siti();
  const admin = await buildAdmin(stage.db);
  await inTurn(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
    () => phone.presses("🔄 Berjalan"),
    () => phone.presses("➕ Tambah rincian"),
    () => phone.presses("⬜ Camat"),
  );
  const before = await stage.db.draft.findFirstOrThrow();
  const at = stage.clock.now();
  const announcement = await stage.db.announcement.create({
    data: {
      ...{ authorId: admin.id, draftId: 99, contentHash: "x", createdAt: at, audience: {} },
      content: { text: "Perpustakaan libur pada hari Senin.", marks: [] },
    },
  });
  const post = { chatId: phone.id, personId: person.id, dueAt: at, createdAt: at };
  const message = { text: "Batas waktu rencana kerja sudah dekat.", marks: [] };
  await stage.db.outbox.createMany({
    data: [
      { ...post, key: "plan-reminder:x", kind: "plan_reminder", priority: 6, message },
      { ...post, key: "announcement:x", kind: "announcement", priority: 9, announcementId: announcement.id },
    ],
  });
  await stage.settle();
  expect(phone.lastMessage()?.text).not.toContain("ditemui");
  expect(await stage.db.draft.findFirstOrThrow()).toEqual(before);
  await inTurn(
    () => phone.presses("✅ Selesai"),
    () => phone.presses("SK"),
  );
  expect((await stage.db.draft.findFirstOrThrow()).answers).toMatchObject({
    "q.met": ["subdistrict_head"],
    "q.result": "decree",
  });
  expect(stage.errors).toEqual([]);
});

// Keeps P21.
test("a draft about a plan is kept until 30 days after the plan's close, then forgotten with its files", async () => {
  const { phone } = await siti();
  await inTurn(
    () => phone.says("/lapor"),
    () => phone.presses("📝 Advokasi"),
    () => phone.presses("⚠️ Ada kendala"),
  );
  const draft = await stage.db.draft.findFirstOrThrow();
  const planId = Number(draft.subject.replace("plan:", ""));
  const picture = stage.sandbox.files.add({
    kind: "photo",
    name: "a.jpg",
    mime: "image/jpeg",
    bytes: Buffer.from("x"),
  });
  const copy = await stage.world.files.keep(picture.fileId);
  if (copy.kind !== "kept") throw new Error("The picture was not kept");
  const evidence = await stage.db.evidence.create({
    data: {
      ...{ planId, kind: "photo", fileId: "f", fileUniqueId: "u", storedAs: copy.storedAs },
      receivedAt: stage.clock.now(),
    },
  });
  await stage.db.draft.update({
    where: { id: draft.id },
    data: { answers: { state: "in_progress", files: { evidenceIds: [evidence.id] } } },
  });

  // Due on 20 August: on 19 September it is thirty days past.
  stage.clock.set(new Date("2024-09-19T02:00:00Z"));
  expect(await forgetOldTraces(stage.world)).toMatchObject({ leftDrafts: 0 });
  stage.clock.set(new Date("2024-09-20T02:00:00Z"));
  expect(await forgetOldTraces(stage.world)).toMatchObject({ leftDrafts: 1 });
  expect(await forgetOldTraces(stage.world)).toMatchObject({ leftDrafts: 0 });
  expect(await stage.db.evidence.count()).toBe(0);
  expect(stage.files.size).toBe(0);
});
