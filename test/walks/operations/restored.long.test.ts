// The data comes from a backup: everything waits, the operators hear of it, and what they decide holds.
import { expect, test } from "vitest";
import { noticeRestore } from "../../../src/storage/upkeep/restores.js";
import { alarmOperators, decideRestore, viewRestore } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 10:00 in Jakarta.
const stage = stageAt("2024-06-04T03:00:00Z");
const MINUTE = 60_000;
const inMinutes = (minutes: number) => new Date(stage.clock.now().getTime() + minutes * MINUTE);

/** Home, and an operator who has said hello. */
async function office(english = false) {
  await noticeRestore({ prisma: stage.db, embedded: true }, null, stage.clock.now());
  const phone = stage.person({ name: "Sri", english });
  const { id } = await buildAdmin(stage.db, { name: "Sri", telegramId: phone.id, ...(english && { language: "en" }) });
  phone.start();
  await stage.settle();
  return { phone, id };
}

async function reader(name: string) {
  const trainingClass = await buildClass(stage.db);
  const phone = stage.person({ name });
  const { person } = await buildParticipant(stage.db, trainingClass.id, { name, telegramId: phone.id });
  phone.start();
  await stage.settle();
  return { phone, person };
}

async function post(to: { person: { id: number }; phone: { id: number } }, key: string, more: Record<string, unknown>) {
  const base = {
    chatId: to.phone.id,
    personId: to.person.id,
    message: { text: key, marks: [] },
    createdAt: inMinutes(-60),
  };
  await stage.db.outbox.create({
    data: { key, kind: "plan_reminder", priority: 6, dueAt: inMinutes(-30), ...base, ...more },
  });
}

/** Put back from a backup: this program remembers a post that the database has never heard of. */
async function restored() {
  const { identity, noted } = await stage.db.databaseHome.findUniqueOrThrow({ where: { id: 1 } });
  const [{ posted }] = await stage.db.$queryRaw<
    [{ posted: number }]
  >`SELECT last_value::int AS posted FROM outbox_id_seq`;
  const mark = { identity, noted, posted: posted + 1 };
  const { isNoticed } = await noticeRestore({ prisma: stage.db, embedded: true }, mark, stage.clock.now());
  expect(isNoticed).toBe(true);
}

const stateOf = async (key: string) => (await stage.db.outbox.findUniqueOrThrow({ where: { key } })).state;
const heard = (phone: { received(): { text?: string }[] }) => phone.received().map(({ text }) => text);

async function announcementUnderWay(authorId: number, to: Parameters<typeof post>[0]) {
  const content = { text: "Halo", marks: [] };
  const { id } = await stage.db.announcement.create({
    data: {
      authorId,
      draftId: 1,
      content,
      audience: {
        scope: { kind: "all" },
        role: "participants",
        plans: "any",
        reach: [{ regionCode: null, cohortId: null }],
      },
      contentHash: "a",
      createdAt: inMinutes(-60),
    },
  });
  await stage.db.announcementRecipient.create({ data: { announcementId: id, personId: to.person.id } });
  await post(to, "news", { kind: "announcement", priority: 9, announcementId: id, message: undefined, variables: {} });
  return id;
}

// Keeps O08.
test.each([
  { language: "id", labels: ["Lihat dan putuskan", /^🗑 Jangan kirim/, "Ya, jangan kirim"] },
  { language: "en", labels: ["Look and decide", /^🗑 Do not send/, "Yes, do not send"] },
] as const)(
  "nothing that a backup brought leaves by itself; an operator decides ($language)",
  async ({ language, labels }) => {
    const { phone, id } = await office(language === "en");
    const ani = await reader("Ani");
    await post(ani, "late", {});
    await post(ani, "change", { kind: "schedule_change", priority: 2 });
    await post(ani, "later", { dueAt: inMinutes(240) });
    await announcementUnderWay(id, ani);
    stage.talk();
    await restored();
    await stage.tick();
    expect(heard(ani.phone)).not.toContain("late");
    for (const label of labels) {
      phone.presses(label);
      await stage.settle();
    }
    phone.presses(/^📣 (Lihat|See)/);
    await stage.settle();
    phone.presses(/ · Halo$/);
    await stage.settle();
    await expect(stage.talk()).toMatchFileSnapshot(`../transcripts/restored-${language}.txt`);
    const states = await Promise.all(["late", "change", "later", "news"].map(stateOf));
    expect(states).toEqual(["expired", "unknown", "waiting", "waiting"]);
    expect((await stage.db.announcement.findFirstOrThrow()).state).toBe("paused");
    await stage.moveTo(inMinutes(300));
    expect(heard(ani.phone)).toContain("later");
    expect(heard(ani.phone)).not.toContain("late");
    expect(stage.errors).toEqual([]);
  },
);

test("what is done after the restore is told once the decision is made, and answers leave at once", async () => {
  const { id } = await office();
  const ani = await reader("Ani");
  await restored();
  stage.clock.advance(MINUTE);
  await post(ani, "moved", { kind: "schedule_change", priority: 2, createdAt: inMinutes(0), dueAt: inMinutes(0) });
  await post(ani, "answer", { kind: "answer", priority: 1, createdAt: inMinutes(0), dueAt: inMinutes(0) });
  await stage.settle();
  expect(heard(ani.phone)).toContain("answer");
  expect(heard(ani.phone)).not.toContain("moved");
  const sri = await actorOf(stage.world, id);
  expect(await decideRestore(stage.world, sri, "drop")).toMatchObject({ kind: "decided", dropped: 0, unknown: 0 });
  await stage.settle();
  expect(heard(ani.phone)).toContain("moved");
});

test("after a move on purpose everything leaves, once, and the second who decides finds nothing held", async () => {
  const { id } = await office();
  const ani = await reader("Ani");
  await post(ani, "late", {});
  await restored();
  const sri = await actorOf(stage.world, id);
  expect(await viewRestore(stage.world, sri)).toMatchObject({ kind: "held", restored: { overdue: 1 } });
  expect(await decideRestore(stage.world, sri, "send")).toMatchObject({ kind: "decided", decision: "send" });
  expect(await decideRestore(stage.world, sri, "drop")).toEqual({ kind: "nothing_held" });
  await stage.settle();
  expect(heard(ani.phone).filter((text) => text === "late")).toHaveLength(1);
});

test("what was on its way when the backup was made is listed, and an answer that waited in it too", async () => {
  await office();
  const ani = await reader("Ani");
  await post(ani, "claimed", {
    kind: "nudge",
    priority: 5,
    state: "claimed",
    claimedBy: "lost",
    leaseUntil: inMinutes(-50),
  });
  await post(ani, "answer", { kind: "answer", priority: 1 });
  await restored();
  await stage.settle();
  expect([await stateOf("claimed"), await stateOf("answer")]).toEqual(["unknown", "unknown"]);
  expect(heard(ani.phone)).not.toContain("answer");
});

test("a database that is at home, or ahead of what is remembered, holds nothing; noticing twice holds once", async () => {
  await office();
  const at = () => noticeRestore({ prisma: stage.db, embedded: true }, null, stage.clock.now());
  expect((await at()).isNoticed).toBe(false);
  const { standing } = await at();
  const behind = { ...standing, posted: standing.posted - 1 };
  const notice = (mark: typeof standing) =>
    noticeRestore({ prisma: stage.db, embedded: true }, mark, stage.clock.now());
  expect((await notice(behind)).isNoticed).toBe(false);
  // The folder of another database says nothing about this one.
  expect((await notice({ identity: "another", noted: 9_999_999, posted: 9_999_999 })).isNoticed).toBe(false);
  await restored();
  expect((await notice(standing)).isNoticed).toBe(false);
  expect(await alarmOperators(stage.world)).toMatchObject({ told: 1 });
  expect(await alarmOperators(stage.world)).toEqual({ told: 0 });
});

test("an admin of one province neither sees nor decides it", async () => {
  await office();
  const { id } = await buildAdmin(stage.db, { regionCode: "21" });
  const jambi = await actorOf(stage.world, id);
  await restored();
  expect(await viewRestore(stage.world, jambi)).toEqual({ kind: "not_allowed" });
  expect(await decideRestore(stage.world, jambi, "send")).toEqual({ kind: "not_allowed" });
  expect((await stage.db.databaseHome.findUniqueOrThrow({ where: { id: 1 } })).decidedAt).toBeNull();
});
