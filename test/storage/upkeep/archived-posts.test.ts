// Posts that are over leave the table of those that are to leave, and are still known to everybody who asks what was said.
import { expect, inject, test } from "vitest";
import { POST_COLUMNS } from "../../../src/storage/upkeep/posts.js";
import { archivePosts, forgetOldTraces } from "../../../src/use-cases/index.js";
import { heldOpen, untilWaiting } from "../../support/held-open.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildParticipant } from "../../support/world/builders.js";

const stage = stageAt("2024-06-30T00:00:00Z");
const daysAgo = (days: number) => new Date(stage.clock.now().getTime() - days * 86_400_000);

async function siti() {
  const { id: classId } = await buildClass(stage.db);
  return (await buildParticipant(stage.db, classId, { name: "Siti" })).person;
}

async function post(key: string, days: number, more: Record<string, unknown> = {}) {
  const { personId = null, ...rest } = more as { personId?: number | null };
  return stage.db.outbox.create({
    data: {
      ...{ key, kind: "nudge", priority: 5, chatId: 5, personId, message: { text: "Halo Siti", marks: [] } },
      ...{
        subjects: ["plan:1"],
        dueAt: daysAgo(days),
        createdAt: daysAgo(days),
        settledAt: daysAgo(days),
        state: "sent",
      },
      ...rest,
    },
  });
}

const hot = async () => (await stage.db.outbox.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);
const cold = async () => (await stage.db.archivedPost.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key);

test("After two weeks what is over is moved as it was; what waits or may still be brought stays; twice is once", async () => {
  const old = await post("sent", 20, { telegramMessageId: 7n, countsOn: new Date("2024-06-10"), exempt: true });
  await post("young", 13);
  await post("waiting", 90, { state: "waiting", settledAt: null });
  await post("blocked", 90, { state: "cancelled", cause: "blocked" });
  await post("dead", 90, { state: "dead", cause: "400" });
  await post("long dead", 181, { state: "dead", cause: "400" });
  await post("taken back", 20, { state: "cancelled", cause: "reported" });
  expect(await archivePosts(stage.world)).toEqual({ archived: 3 });
  expect(await archivePosts(stage.world)).toEqual({ archived: 0 });
  expect(await hot()).toEqual(["blocked", "dead", "waiting", "young"]);
  expect(await cold()).toEqual(["long dead", "sent", "taken back"]);
  expect(await stage.db.archivedPost.findUnique({ where: { key: "sent" } })).toEqual(old);
});

test("The archive has the outbox's columns, and no other", async () => {
  const columnsOf = async (table: string) =>
    (
      await stage.db.$queryRaw<{ name: string }[]>`
        SELECT column_name::text AS name FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = ${table} ORDER BY 1`
    ).map(({ name }) => name);
  expect(await columnsOf("outbox")).toEqual([...POST_COLUMNS].sort());
  expect(await columnsOf("outbox_archive")).toEqual([...POST_COLUMNS].sort());
});

test("Its key is taken, and whoever asks who was told still hears of it", async () => {
  const person = await siti();
  const { outbox, threads, snoozes } = stage.world.store;
  await post("told", 20, { personId: person.id, telegramMessageId: 9n, subjects: ["plan:1", "thread:4"] });
  const asked = async () => ({
    keys: [...(await outbox.knownKeys(["told", "never"]))],
    told: await outbox.toldAbout([person.id], ["plan:1"]),
    people: [...(await outbox.peopleTold("plan:1", ["nudge"]))],
    about: await outbox.postsAbout("plan:1"),
    threads: await threads.threadsOfPost(5, 9),
    last: await threads.lastPostIn(4, 5),
    behind: await snoozes.reminderBehind(5, 9),
  });
  const before = await asked();
  expect(before.people).toEqual([person.id]);
  expect(before.threads).toMatchObject([{ threadId: 4 }]);
  expect(before.behind?.planIds).toEqual([1]);
  await archivePosts(stage.world);
  expect(await hot()).toEqual([]);
  expect(await asked()).toEqual(before);
  const again = { key: "told", kind: "nudge" as const, personId: person.id, dueAt: stage.clock.now() };
  expect(await outbox.post([{ ...again, message: { text: "Halo", marks: [] } }], stage.clock.now())).toBe(0);
  expect(await hot()).toEqual([]);
});

test("An announcement stays where it can be corrected for half a year, and its account is the same afterwards", async () => {
  const person = await siti();
  const content = { text: "Halo", marks: [] };
  const { id } = await stage.db.announcement.create({
    data: { authorId: person.id, draftId: 1, content, audience: {}, contentHash: "h", createdAt: daysAgo(190) },
  });
  await stage.db.announcementRecipient.create({ data: { announcementId: id, personId: person.id } });
  await post("announcement", 181, { kind: "announcement", personId: person.id, announcementId: id });
  const account = async () => ({
    tally: await stage.world.store.announcements.tally(id),
    ledger: await stage.world.store.receivers.all(id),
  });
  const before = await account();
  expect(before.ledger).toHaveLength(1);
  await stage.db.outbox.updateMany({ data: { settledAt: daysAgo(179) } });
  expect(await archivePosts(stage.world)).toEqual({ archived: 0 });
  await stage.db.outbox.updateMany({ data: { settledAt: daysAgo(181) } });
  expect(await archivePosts(stage.world)).toEqual({ archived: 1 });
  expect(await account()).toEqual(before);
});

test("The text goes after its age, wherever it lies", async () => {
  await post("a", 91);
  await post("b", 89);
  await post("c", 91, { state: "dead", cause: "400" });
  await archivePosts(stage.world);
  expect((await forgetOldTraces(stage.world)).sentTexts).toBe(2);
  expect((await forgetOldTraces(stage.world)).sentTexts).toBe(0);
  const texts = [...(await stage.db.archivedPost.findMany()), ...(await stage.db.outbox.findMany())];
  expect(texts.filter(({ message }) => message !== null).map(({ key }) => key)).toEqual(["b"]);
});

test("What was brought back between the choice and the move stays", async () => {
  const { traces } = stage.world.store;
  await post("moved", 20);
  const back = await post("brought back", 181, { state: "dead", cause: "400" });
  const before = { over: daysAgo(14), undelivered: daysAgo(180) };
  const ids = await traces.postsOver(before, 0);
  expect(ids).toHaveLength(2);
  expect(await traces.postsOver(before, back.id)).toEqual([]);
  await stage.db.outbox.update({ where: { id: back.id }, data: { state: "waiting", settledAt: null } });
  expect(await stage.world.transaction(({ store }) => store.traces.archivePosts(ids, before))).toBe(1);
  expect([await hot(), await cold()]).toEqual([["brought back"], ["moved"]]);
});

test.skipIf(inject("database").kind !== "postgres")(
  "While somebody writes for long nothing is moved, and that is no failure: it is done the next time",
  async () => {
    const person = await siti();
    await post("over", 20);
    const now = stage.clock.now();
    const wish = { key: "written", kind: "nudge" as const, personId: person.id, dueAt: now };
    const writing = heldOpen(stage.world, ({ store }) =>
      store.outbox.post([{ ...wish, message: { text: "Halo", marks: [] } }], now),
    );
    await writing.done;
    expect(await archivePosts(stage.world)).toEqual({ archived: 0 });
    writing.commit();
    await writing.committed;
    expect(await archivePosts(stage.world)).toEqual({ archived: 1 });
  },
);

test.skipIf(inject("database").kind !== "postgres")(
  "Whoever posts the key that is just being moved waits, and then finds it taken",
  async () => {
    const person = await siti();
    await post("moving", 20, { personId: person.id });
    const before = { over: daysAgo(14), undelivered: daysAgo(180) };
    const ids = await stage.world.store.traces.postsOver(before, 0);
    const moving = heldOpen(stage.world, ({ store }) => store.traces.archivePosts(ids, before));
    await moving.done;
    const wish = { key: "moving", kind: "nudge" as const, personId: person.id, dueAt: stage.clock.now() };
    const posted = stage.world.store.outbox.post(
      [{ ...wish, message: { text: "Halo", marks: [] } }],
      stage.clock.now(),
    );
    await untilWaiting(stage.db, 1);
    moving.commit();
    await moving.committed;
    expect(await posted).toBe(0);
    expect(await hot()).toEqual([]);
  },
);
