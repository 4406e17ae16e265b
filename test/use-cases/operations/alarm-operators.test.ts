// O06: the operators of the bot hear of trouble, once, and decide about what nobody knows.

import { expect, test } from "vitest";
import {
  alarmOperators,
  countLate,
  forgetOldTraces,
  judgeParkedUpdate,
  judgeUnknownPost,
  listParkedUpdates,
} from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 10:00 in Jakarta.
const stage = stageAt("2024-06-04T03:00:00Z");

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(stage.clock.now().getTime() - minutes * MINUTE);

async function operator(options: { language?: "en"; regionCode?: string } = {}) {
  const phone = stage.person({ name: "Budi", english: options.language === "en" });
  const person = await buildAdmin(stage.db, { telegramId: phone.id, ...options });
  phone.start();
  await stage.settle();
  stage.talk();
  return { phone, person };
}

/** A row of the outbox as some trouble has left it. */
async function row(key: string, more: Record<string, unknown>) {
  const trainingClass = await buildClass(stage.db);
  const { person } = await buildParticipant(stage.db, trainingClass.id, { name: `Penerima ${key}` });
  await stage.db.outbox.create({
    data: {
      key,
      kind: "plan_reminder",
      priority: 6,
      chatId: 5,
      personId: person.id,
      message: { text: key, marks: [] },
      dueAt: ago(60),
      createdAt: ago(60),
      ...more,
    },
  });
}

const alarms = () => stage.db.outbox.findMany({ where: { kind: "operator_alarm" }, orderBy: { id: "asc" } });
const told = async () => (await alarms()).map(({ key }) => key.split(":")[1]);

test("a reminder ten minutes late is told once, and again only after six hours", async () => {
  await operator();
  await row("r", { dueAt: ago(9) });
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  stage.clock.advance(2 * MINUTE);
  expect(await alarmOperators(stage.world)).toEqual({ told: 1 });
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  stage.clock.advance(5.5 * 60 * MINUTE);
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  stage.clock.advance(60 * MINUTE);
  expect(await alarmOperators(stage.world)).toEqual({ told: 1 });
});

test("what waits for the receiver's morning, for its announcement, or for nothing more is not late", async () => {
  await operator();
  stage.clock.set(new Date("2024-06-04T14:00:00Z"));
  await row("night", { dueAt: ago(120) });
  await row("announcement", { kind: "announcement", priority: 9, dueAt: ago(120) });
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  await row("change", { kind: "schedule_change", priority: 2, dueAt: ago(11) });
  expect(await alarmOperators(stage.world)).toEqual({ told: 1 });
});

test("while a restored backup is to be decided about nothing is late, neither in the chat nor in the figures", async () => {
  await row("r", { dueAt: ago(60) });
  expect(await countLate(stage.world, stage.clock.now())).toBe(1);
  const home = { identity: "copy", restoredAt: ago(30), decidedAt: null };
  await stage.db.databaseHome.upsert({ where: { id: 1 }, create: home, update: home });
  expect(await countLate(stage.world, stage.clock.now())).toBe(0);
});

test("an announcement of which nothing has left for half an hour is told, and one that is paused or on its way is not", async () => {
  const { person } = await operator();
  const announcement = await stage.db.announcement.create({
    data: {
      ...{ authorId: person.id, draftId: 1, content: {}, audience: {}, contentHash: "x" },
      ...{ state: "paused", createdAt: ago(40) },
    },
  });
  const post = { kind: "announcement", priority: 9, announcementId: announcement.id, dueAt: ago(31) };
  await row("waits", post);
  await row("left", { ...post, state: "sent", settledAt: ago(5) });
  const { id } = announcement;
  const change = (data: object) => stage.db.announcement.update({ where: { id }, data });
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  await change({ state: "sending" });
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  await stage.db.outbox.updateMany({ where: { key: "left" }, data: { settledAt: ago(31) } });
  await change({ resumedAt: ago(2) });
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  await change({ resumedAt: ago(31) });
  expect(await alarmOperators(stage.world)).toEqual({ told: 1 });
  expect(await told()).toEqual(["late"]);
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
});

test("messages given up, updates set aside and unknown ones are told to every operator, and only what is new", async () => {
  await operator();
  await operator({ language: "en" });
  await operator({ regionCode: "21" });
  await row("content", { state: "dead", cause: "message is too long", settledAt: ago(5) });
  await row("blocked", { state: "dead", cause: "blocked", settledAt: ago(5) });
  await row("lost", { state: "unknown", cause: "time-out", settledAt: ago(5) });
  await stage.db.inbox.create({
    data: { updateId: 5n, chatId: 5n, payload: {}, state: "parked", receivedAt: ago(9), settledAt: ago(5) },
  });
  expect(await alarmOperators(stage.world)).toEqual({ told: 6 });
  await stage.settle();
  expect(await told()).toEqual(["given_up", "given_up", "parked", "parked", "unknown", "unknown"]);
  await expect(stage.talk()).toMatchFileSnapshot("../../walks/transcripts/operators-alarmed.txt");
  stage.clock.advance(7 * 60 * MINUTE);
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
  await row("lost too", { state: "unknown", cause: "time-out", settledAt: ago(5) });
  expect(await alarmOperators(stage.world)).toEqual({ told: 2 });
});

test("a backup that is overdue is told once a day in both languages, until there is a new one", async () => {
  await operator();
  await operator({ language: "en" });
  let hours: number | undefined = 29;
  const world = { ...stage.world, backupAgeSeconds: async () => (hours === undefined ? undefined : hours * 3600) };
  expect(await alarmOperators(world)).toEqual({ told: 0 });
  hours = 30;
  expect(await alarmOperators(world)).toEqual({ told: 2 });
  await stage.settle();
  stage.clock.advance(23 * 60 * MINUTE);
  hours = 53;
  expect(await alarmOperators(world)).toEqual({ told: 0 });
  stage.clock.advance(60 * MINUTE);
  hours = 54;
  expect(await alarmOperators(world)).toEqual({ told: 2 });
  await stage.settle();
  expect(await told()).toEqual(["backup", "backup", "backup", "backup"]);
  expect((await alarms()).map(({ message }) => (message as { text: string }).text.split("\n")[0])).toEqual([
    "⚠️ Sudah 30 jam tidak ada cadangan data baru.",
    "⚠️ There has been no new backup for 30 hours.",
    "⚠️ Sudah 2 hari tidak ada cadangan data baru.",
    "⚠️ There has been no new backup for 2 days.",
  ]);
  // Where they are made elsewhere, nobody here can say how old they are.
  stage.clock.advance(25 * 60 * MINUTE);
  for (const unseen of [1, undefined]) {
    hours = unseen;
    expect(await alarmOperators(world)).toEqual({ told: 0 });
  }
});

test("an operator decides about each unknown message, once", async () => {
  const { phone } = await operator();
  await row("a", { state: "unknown", cause: "time-out", settledAt: ago(6) });
  await row("b", { state: "unknown", cause: "process died", settledAt: ago(5) });
  await alarmOperators(stage.world);
  await stage.settle();
  for (const label of ["Lihat dan putuskan", "1. Sudah sampai", "1. Kirim lagi"]) {
    phone.presses(label);
    await stage.settle();
  }
  await expect(stage.talk()).toMatchFileSnapshot("../../walks/transcripts/unknown-decided.txt");
  const [a, b] = await stage.db.outbox.findMany({ where: { kind: "plan_reminder" }, orderBy: { id: "asc" } });
  expect([a?.state, a?.cause]).toEqual(["sent", "taken as sent"]);
  expect(b?.state).not.toBe("unknown");
  expect(await stage.db.audit.count({ where: { action: "post.decide_unknown" } })).toBe(2);
  expect(stage.errors).toEqual([]);
});

test("of an unknown message whose text was forgotten it is said that it cannot be sent again", async () => {
  const { phone } = await operator();
  await row("a", { state: "unknown", cause: "time-out", settledAt: ago(6) });
  await alarmOperators(stage.world);
  await stage.settle();
  phone.presses("Lihat dan putuskan");
  await stage.settle();
  stage.clock.advance(91 * 24 * 60 * MINUTE);
  await forgetOldTraces(stage.world);
  stage.talk();
  phone.presses("1. Kirim lagi");
  await stage.settle();
  expect(stage.talk()).toContain("sudah tidak disimpan karena sudah lama, jadi tidak bisa dikirim lagi.");
  expect(await stage.db.outbox.findFirst({ where: { key: "a" } })).toMatchObject({ state: "unknown" });
  phone.presses("1. Sudah sampai");
  await stage.settle();
  expect(await stage.db.outbox.findFirst({ where: { key: "a" } })).toMatchObject({ state: "sent" });
  expect(stage.errors).toEqual([]);
});

test("an operator tries a parked update again or lets it go, once", async () => {
  const { phone, person } = await operator();
  for (const updateId of [7n, 8n]) {
    const data = { updateId, chatId: updateId, payload: { text: "rahasia" }, state: "parked" as const, attempts: 12 };
    await stage.db.inbox.create({
      data: { ...data, cause: "TypeError", receivedAt: ago(9), settledAt: ago(5 - Number(updateId % 2n)) },
    });
  }
  await alarmOperators(stage.world);
  await stage.settle();
  for (const label of ["Lihat dan putuskan", "1. Coba lagi", "1. Sudahi"]) {
    phone.presses(label);
    await stage.settle();
  }
  await expect(stage.talk()).toMatchFileSnapshot("../../walks/transcripts/parked-decided.txt");
  const rows = await stage.db.inbox.findMany({ where: { updateId: { in: [7n, 8n] } }, orderBy: { updateId: "asc" } });
  expect(rows).toMatchObject([
    { state: "waiting", attempts: 0, payload: { text: "rahasia" } },
    { state: "done", payload: null },
  ]);
  expect(await stage.db.audit.count({ where: { action: "update.decide_parked" } })).toBe(2);
  const decision = { updateId: 7, decision: "let_go" } as const;
  expect(await judgeParkedUpdate(stage.world, await actorOf(stage.world, person.id), decision)).toEqual({
    kind: "decided_before",
  });
  expect(stage.errors).toEqual([]);
});

test("an admin of one province decides nothing about the bot", async () => {
  const { phone, person } = await operator({ regionCode: "21" });
  await row("a", { state: "unknown", cause: "time-out", settledAt: ago(6) });
  const roles = await stage.world.store.people.rolesOf(person.id);
  const known = (await stage.world.store.people.find(person.id))!;
  const actor = { telegramId: phone.id, language: "id" as const, person: known, roles, agreed: [], takesPart: false };
  const { id } = await stage.db.outbox.findFirstOrThrow({ where: { key: "a" } });
  expect(await judgeUnknownPost(stage.world, actor, { outboxId: id, decision: "send_again" })).toEqual({
    kind: "not_allowed",
  });
  expect(await listParkedUpdates(stage.world, actor)).toEqual({ kind: "not_allowed" });
  expect(await judgeParkedUpdate(stage.world, actor, { updateId: 1, decision: "try_again" })).toEqual({
    kind: "not_allowed",
  });
});
