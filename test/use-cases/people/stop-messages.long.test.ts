// P27: what somebody stops does not leave any more, wherever on its way it is, and comes back when they want it back.

import { expect, test } from "vitest";
import {
  kindsStoppedBy,
  OPT_OUTS,
  type OptOut,
  POST_KINDS,
  type PostKind,
} from "../../../src/domain/messages/post-kind.js";
import { type Day, instantAt } from "../../../src/domain/time/calendar.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { remindOfPlans, remindOfSessions, resumeMessages, stopMessages } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildSession } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

// Tuesday, 10:00 in Tanjungpinang.
const stage = stageAt("2024-06-04T03:00:00Z");

const KINDS = Object.keys(POST_KINDS) as PostKind[];

async function sitiInClass(startsOn: Day = "2024-06-03") {
  const { id: classId } = await buildClass(stage.db, { startsOn });
  const phone = stage.person({ name: "Siti" });
  const built = await buildParticipant(stage.db, classId, { name: "Siti", telegramId: phone.id });
  phone.start();
  await stage.settle();
  return { ...built, classId, phone, actor: await actorOf(stage.world, built.person.id) };
}

/** One of every kind there is: due, due tomorrow, and in a process's hands. */
async function postsOfEveryKind(personId: number, chatId: number) {
  const { id: authorId } = await buildAdmin(stage.db);
  const now = stage.clock.now();
  const { id: announcementId } = await stage.db.announcement.create({
    data: {
      ...{ authorId, draftId: 1, content: { text: "kabar", marks: [] }, audience: {}, contentHash: "h" },
      ...{ createdAt: now, state: "sending" },
    },
  });
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000);
  const post = (kind: PostKind, how: string) => ({
    ...{ key: `${kind} ${how}`, kind, priority: POST_KINDS[kind].priority, chatId, personId, createdAt: now },
    ...{ dueAt: how === "tomorrow" ? tomorrow : now, message: { text: `${kind} ${how}`, marks: [] } },
    ...(kind === "announcement" && { announcementId }),
    ...(how === "claimed" && { state: "claimed" as const, claimedBy: "another", leaseUntil: tomorrow, fence: 1 }),
  });
  for (const how of ["due", "tomorrow", "claimed"]) {
    await stage.db.outbox.createMany({ data: KINDS.map((kind) => post(kind, how)) });
  }
}

const states = async () => {
  const rows = await stage.db.outbox.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ id, kind, state, fence, leftAt }) => ({ id, kind: kind as PostKind, state, fence, leftAt }));
};

const WISHES: [name: string, stop: OptOut[]][] = [
  ["reminders", ["reminders"]],
  ["announcements", ["announcements"]],
  ["all", [...OPT_OUTS]],
];

// Keeps P27.
test.each(WISHES)(
  "once /berhenti for %s is over, no such post is left to leave, waiting or claimed",
  async (_, stop) => {
    const { person, actor, phone } = await sitiInClass();
    await postsOfEveryKind(person.id, phone.id);
    const stopped = stop.flatMap(kindsStoppedBy);
    const delivery = createDelivery(stage.db);

    await stopMessages(stage.world, actor, stop);
    await stopMessages(stage.world, actor, stop);

    for (const { id, kind, state, fence } of await states()) {
      const isStopped = stopped.includes(kind);
      expect([kind, state === "cancelled"]).toEqual([kind, isStopped]);
      // The other process asks just before it sends; nothing it took before may go.
      if (fence === 1) expect(await delivery.depart(id, fence, stage.clock.now())).toBe(!isStopped);
    }
    // The other process is done with its own; then all that is due leaves, today and on the days that follow.
    await stage.db.outbox.updateMany({ where: { state: "claimed" }, data: { state: "sent" } });
    const heard = phone.received().length;
    await stage.settle();
    stage.clock.set(new Date("2024-06-05T04:00:00Z"));
    await stage.settle();
    const arrived = phone
      .received()
      .slice(heard)
      .map(({ text }) => text ?? "");
    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.filter((text) => stopped.some((kind) => text.includes(`${kind} `)))).toEqual([]);
    expect(stage.errors).toEqual([]);
  },
);

// Keeps P27.
test("the answer to /berhenti comes when what was on its way has arrived: after it there is silence", async () => {
  const { person, actor, phone } = await sitiInClass();
  await stage.db.outbox.create({
    data: {
      ...{ key: "r", kind: "plan_reminder", priority: 6, chatId: phone.id, personId: person.id },
      ...{ message: { text: "r", marks: [] }, dueAt: stage.clock.now(), createdAt: stage.clock.now() },
    },
  });
  const delivery = createDelivery(stage.db);
  const now = stage.clock.now();
  const wish = { worker: "another", limit: 5, leaseSeconds: 60, now, restingChats: [] };
  const { claimed } = await delivery.claim(wish);
  const [post] = claimed;
  if (post === undefined) throw new Error("Nothing was claimed");
  expect(await delivery.depart(post.id, post.fence, now)).toBe(true);
  const order: string[] = [];
  const stopping = stopMessages(stage.world, actor, ["reminders"]).then(() => order.push("stopped"));
  // Telegram's answer comes once the wish is committed, and not before.
  await expect.poll(async () => (await stage.world.store.people.find(person.id))?.optedOut).toEqual(["reminders"]);
  order.push("arrived");
  await delivery.settle(post.id, post.fence, { state: "sent", messageId: 5 }, now);
  await stopping;
  expect(order).toEqual(["arrived", "stopped"]);
});

// Keeps P27.
test("an answer that never comes is waited for less than 5 s, and nothing else leaves meanwhile", async () => {
  const { person, actor, phone } = await sitiInClass();
  const now = stage.clock.now();
  const post = { kind: "plan_reminder", priority: 6, chatId: phone.id, personId: person.id, createdAt: now };
  const lost = {
    state: "claimed" as const,
    claimedBy: "dead",
    leftAt: now,
    leaseUntil: new Date(now.getTime() + 60_000),
  };
  await stage.db.outbox.create({ data: { ...post, key: "lost", dueAt: now, ...lost } });
  await stage.db.outbox.create({ data: { ...post, key: "waiting", dueAt: now, message: { text: "x", marks: [] } } });
  const from = performance.now();
  await stopMessages(stage.world, actor, ["reminders"]);
  expect(performance.now() - from).toBeLessThan(5000);
  expect((await states()).map(({ state }) => state)).toEqual(["claimed", "cancelled"]);
});

/** Everything but the outbox and the answer to the wish itself. */
async function everythingElse() {
  const tables = await stage.db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('places', 'outbox', '_prisma_migrations') ORDER BY 1`;
  const rows = [];
  for (const { name } of tables)
    rows.push([name, await stage.db.$queryRawUnsafe(`SELECT t::text FROM "${name}" t ORDER BY 1`)]);
  return rows;
}

// Keeps P27.
test("/mulai brings back the reminders whose time has not passed, each once, and nothing else has changed", async () => {
  const { actor, classId, person } = await sitiInClass("2024-06-05");
  await buildSession(stage.db, classId, { startsAt: instantAt("Asia/Jakarta", "2024-06-05", "09:00") });
  const live = async () => {
    const rows = await stage.db.outbox.findMany({ where: { personId: person.id, state: "waiting" } });
    return rows.map(({ kind, subjects }) => `${kind} ${[...subjects].sort().join(" ")}`).sort();
  };
  // The day before the class, and its first reminder of the plans long after it.
  await remindOfSessions(stage.world);
  const before = await everythingElse();
  const reminders = await live();
  expect(reminders).toHaveLength(1);
  await stopMessages(stage.world, actor, [...OPT_OUTS]);
  await remindOfSessions(stage.world);
  expect(await live()).toEqual([]);
  expect(await resumeMessages(stage.world, actor)).toBe(true);
  expect(await resumeMessages(stage.world, actor)).toBe(false);
  await remindOfSessions(stage.world);
  await remindOfSessions(stage.world);
  expect(await live()).toEqual(reminders);
  expect(await everythingElse()).toEqual(before);
});

// Keeps P27.
test("a plan's reminder taken back in the night comes in the morning, when they are back before it", async () => {
  const { actor, person } = await sitiInClass();
  // A week before the plans are due, long before 08:00.
  stage.clock.set(instantAt("Asia/Jakarta", "2024-06-30", "00:30"));
  await remindOfPlans(stage.world);
  const waiting = () => stage.db.outbox.findMany({ where: { personId: person.id, state: "waiting" } });
  const [before] = await waiting();
  expect(before?.kind).toBe("plan_reminder");
  await stopMessages(stage.world, actor, ["reminders"]);
  await remindOfPlans(stage.world);
  expect(await waiting()).toEqual([]);
  await resumeMessages(stage.world, actor);
  await remindOfPlans(stage.world);
  await remindOfPlans(stage.world);
  expect((await waiting()).map(({ key, dueAt }) => ({ key, dueAt }))).toEqual([
    { key: before?.key, dueAt: before?.dueAt },
  ]);
});
