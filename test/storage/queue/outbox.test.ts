// Posting, cancelling and claiming at the table: keys, lanes, the order of leaving, and what two workers may not do.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST_KINDS, type PostKindRules } from "../../../src/domain/messages/post-kind.js";
import type { Post, PostedKind } from "../../../src/ports/queue/outbox.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { createOutbox } from "../../../src/storage/queue/outbox.js";
import { createTroubles } from "../../../src/storage/upkeep/troubles.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";

const NOW = new Date("2024-06-03T01:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

let database: TestDatabase;
let outbox: ReturnType<typeof createOutbox>;
let delivery: ReturnType<typeof createDelivery>;
beforeAll(async () => {
  database = await openTestDatabase();
  outbox = createOutbox(database.prisma);
  delivery = createDelivery(database.prisma);
});
afterAll(() => database.close());
beforeEach(() => database.empty());

let account = 5_000_000_000;
async function person(more: object = {}): Promise<number> {
  const data = { name: "Siti", zone: "Asia/Makassar", telegramId: ++account, createdAt: NOW, ...more };
  return (await database.prisma.person.create({ data })).id;
}
const trainer = () => person({ roles: { create: { role: "trainer", grantedAt: NOW } } });
function post(personId: number, key: string, more: Partial<Post> = {}): Post {
  return { key, kind: "plan_reminder", personId, message: { text: key, marks: [] }, dueAt: NOW, ...more };
}
const claimWish = (more: object = {}) => ({
  worker: "a",
  limit: 10,
  leaseSeconds: 50,
  now: NOW,
  restingChats: [],
  ...more,
});
const claim = async (more: object = {}) => (await delivery.claim(claimWish(more))).claimed;
const textsOf = (claimed: Awaited<ReturnType<typeof claim>>) =>
  claimed.map(({ content }) => ("message" in content ? content.message.text : "?"));
const states = async () =>
  (await database.prisma.outbox.findMany({ orderBy: { id: "asc" } })).map(({ key, state }) => `${key} ${state}`);

describe("posting", () => {
  test("the same key twice is posted once, in one call, in two, and at once", async () => {
    const siti = await person();
    expect(await outbox.post([post(siti, "a"), post(siti, "a"), post(siti, "b")], NOW)).toBe(2);
    const counts = await Promise.all([1, 2, 3].map(() => outbox.post([post(siti, "b"), post(siti, "c")], NOW)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect((await states()).map((state) => state.split(" ")[0]).sort()).toEqual(["a", "b", "c"]);
  });

  test("somebody who cannot or will not be written to gets nothing", async () => {
    const people = [
      await person({ telegramId: null }),
      await person({ erasedAt: NOW }),
      await person({ unreachableSince: NOW, unreachableCause: "blocked" }),
      await person({ optedOut: ["reminders"] }),
      await person(),
    ];
    expect(
      await outbox.post(
        people.map((id) => post(id, `p${id}`)),
        NOW,
      ),
    ).toBe(1);
  });

  test("what cannot be stopped is posted even to people who want no reminders", async () => {
    const siti = await person({ optedOut: ["reminders", "announcements"] });
    expect(await outbox.post([post(siti, "a", { kind: "schedule_change" })], NOW)).toBe(1);
  });

  test("a post is rolled back with the fact it tells", async () => {
    const siti = await person();
    const undone = database.prisma.$transaction(async (tx) => {
      await createOutbox(tx).post([post(siti, "a")], NOW);
      throw new Error("the fact could not be written");
    });
    await expect(undone).rejects.toThrow("the fact");
    expect(await states()).toEqual([]);
  });

  test("a message comes back as it was posted", async () => {
    const message: Post["message"] = {
      text: 'Yth. Ja"an 👋',
      marks: [{ type: "text_link", offset: 0, length: 3, url: "https://example.org" }],
      buttons: [
        [
          { label: "Ya", tone: "success", data: "y" },
          { label: "Buka", url: "https://example.org" },
        ],
      ],
      attachment: { kind: "document", name: "a.csv", base64: "YQ==" },
    };
    const siti = await person();
    const notAfter = later(3600);
    await outbox.post([post(siti, "a", { message, notAfter })], NOW);
    const [claimed] = await claim();
    expect(claimed).toEqual({
      id: expect.any(Number),
      fence: expect.any(Number),
      kind: "plan_reminder",
      chatId: account,
      personId: siti,
      zone: "Asia/Makassar",
      announcementId: null,
      attempts: 0,
      dueAt: NOW,
      notAfter,
      budgeted: false,
      countsOn: null,
      apart: false,
      suspect: false,
      content: { message },
    });
  });
});

describe("cancelling", () => {
  test("a fact cancels what waits about it, of the kinds it names, and nothing else", async () => {
    const siti = await person();
    const about17 = { subjects: ["plan:17", "class:3"] };
    await outbox.post(
      [
        post(siti, "a", about17),
        post(siti, "b", { ...about17, kind: "nudge" }),
        post(siti, "c", { subjects: ["plan:171"] }),
      ],
      NOW,
    );
    expect(await outbox.cancelAbout("plan:17", "reported", NOW, ["plan_reminder"])).toBe(1);
    expect(await outbox.cancelAbout("plan:17", "reported", NOW)).toBe(1);
    expect(await outbox.cancelAbout("plan:17", "reported", NOW)).toBe(0);
    expect(await states()).toEqual(["a cancelled", "b cancelled", "c waiting"]);
  });

  test("all that waits for one person can be cancelled", async () => {
    const [siti, budi] = [await person(), await person()];
    await outbox.post([post(siti, "a"), post(budi, "b")], NOW);
    expect(await outbox.cancelFor(siti, "left", NOW)).toBe(1);
    expect(await outbox.cancelFor(siti, "left", NOW)).toBe(0);
    expect(await states()).toEqual(["a cancelled", "b waiting"]);
  });
});

describe("claiming", () => {
  const STAFF_KINDS = (Object.entries(POST_KINDS) as [PostedKind, PostKindRules][]).filter(([, { roles }]) => roles);
  const revoke = () => database.prisma.roleBinding.updateMany({ data: { revokedAt: NOW } });

  test.each(STAFF_KINDS)("a post of kind %s leaves only for somebody who holds its role then", async (kind, rules) => {
    for (const role of ["trainer", "admin"] as const) {
      const id = await person({ roles: { create: { role, grantedAt: NOW } } });
      await outbox.post([post(id, role, { kind })], NOW);
    }
    await outbox.post([post(await person(), "nobody", { kind })], NOW);
    expect(textsOf(await claim()).sort()).toEqual([...(rules.roles ?? [])].sort());
  });

  test("a role taken back keeps back what waits for it, and nothing else", async () => {
    const rina = await trainer();
    const posts = [...STAFF_KINDS.map(([kind]) => post(rina, kind, { kind })), post(rina, "mine", { kind: "answer" })];
    await outbox.post(posts, NOW);
    await revoke();
    // One of a chat is looked at in a claim.
    const left: string[] = [];
    for (const _ of posts) {
      left.push(...textsOf(await claim({ limit: 20 })));
      await database.prisma.outbox.updateMany({ where: { state: "claimed" }, data: { state: "sent" } });
    }
    expect(left).toEqual(["mine"]);
    const rows = await database.prisma.outbox.findMany({ where: { state: "cancelled" }, orderBy: { id: "asc" } });
    expect(rows.map(({ key, cause }) => `${key}: ${cause}`)).toEqual(STAFF_KINDS.map(([kind]) => `${kind}: no right`));
  });

  test("the most urgent leaves first, then what was due first", async () => {
    const [a, b, c, d] = [await person(), await person(), await trainer(), await person()];
    await outbox.post(
      [
        post(a, "reminder", { dueAt: later(-10) }),
        post(b, "older reminder", { dueAt: later(-20) }),
        post(c, "alert", { kind: "overdue_alert" }),
        post(d, "answer", { kind: "answer" }),
      ],
      NOW,
    );
    expect(textsOf(await claim())).toEqual(["answer", "alert", "older reminder", "reminder"]);
  });

  test("of one chat only one is in flight", async () => {
    const siti = await person();
    await outbox.post([post(siti, "a"), post(siti, "b")], NOW);
    const [first] = await claim();
    expect(await claim({ worker: "b" })).toEqual([]);
    await delivery.settle(first!.id, first!.fence, { state: "sent", messageId: 1 }, NOW);
    expect(textsOf(await claim({ restingChats: [first!.chatId] }))).toEqual([]);
    expect(textsOf(await claim())).toEqual(["b"]);
  });

  test("one busy chat with many posts does not hide the others", async () => {
    const [busy, other] = [await person(), await person()];
    const many = Array.from({ length: 50 }, (_, i) => post(busy, `busy ${i}`, { dueAt: later(-100) }));
    await outbox.post([...many, post(other, "other")], NOW);
    expect(textsOf(await claim({ limit: 2 }))).toEqual(["busy 0"]);
    expect(textsOf(await claim({ limit: 2 }))).toEqual(["other"]);
  });

  test("four workers at once never take the same post", async () => {
    const people = await Promise.all(Array.from({ length: 60 }, () => person()));
    await outbox.post(
      people.map((id) => post(id, `p${id}`)),
      NOW,
    );
    const taken: number[] = [];
    for (let round = 0; round < 20 && taken.length < 60; round++) {
      const claims = await Promise.all(["a", "b", "c", "d"].map((worker) => claim({ worker, limit: 4 })));
      taken.push(...claims.flat().map(({ id }) => id));
    }
    expect(new Set(taken).size).toBe(60);
    expect(taken).toHaveLength(60);
  });

  test("blocked lanes are silent until their time, and a block is never shortened", async () => {
    const [siti, budi, asker] = [await person(), await person(), await person()];
    await outbox.post([post(siti, "a"), post(budi, "b"), post(asker, "answer", { kind: "answer" })], NOW);
    const chat = (await database.prisma.person.findUniqueOrThrow({ where: { id: siti } })).telegramId;
    await delivery.hold(`chat:${Number(chat)}`, later(30));
    await delivery.hold("bulk", later(60));
    await delivery.hold("bulk", later(10));
    expect(textsOf(await claim())).toEqual(["answer"]);
    expect(await delivery.nextDueAt(NOW)).toEqual(later(30));
    expect(textsOf(await claim({ now: later(59) }))).toEqual([]);
    expect(textsOf(await claim({ now: later(60) }))).toEqual(["a", "b"]);
  });
});

describe("announcements", () => {
  async function announce(state: "sending" | "paused" | "cancelled", receivers: number[]) {
    const author = await person();
    const content = { text: "Halo {nama}", marks: [{ type: "bold", offset: 5, length: 6 }] };
    const { id } = await database.prisma.announcement.create({
      data: { authorId: author, draftId: author, content, audience: {}, contentHash: "x", state, createdAt: NOW },
    });
    const people = await database.prisma.person.findMany({ where: { id: { in: receivers } } });
    await database.prisma.outbox.createMany({
      data: people.map(({ id: personId, telegramId }) => ({
        key: `announcement:${id}:${personId}`,
        kind: "announcement",
        priority: 9,
        chatId: telegramId!,
        personId,
        announcementId: id,
        variables: { nama: `Siti ${personId}` },
        dueAt: NOW,
        createdAt: NOW,
      })),
    });
    return id;
  }

  test("an announcement leaves last, as one text with each receiver's words", async () => {
    const [siti, budi] = [await person(), await person()];
    const id = await announce("sending", [siti]);
    await outbox.post([post(budi, "reminder")], NOW);
    const claimed = await claim();
    expect(textsOf(claimed)).toEqual(["reminder", "?"]);
    expect(claimed[1]).toMatchObject({
      announcementId: id,
      content: { template: { text: "Halo {nama}" }, variables: { nama: `Siti ${siti}` } },
    });
  });

  test.each(["paused", "cancelled"] as const)("a %s announcement does not leave, and others go on", async (state) => {
    const [siti, budi] = [await person(), await person()];
    await announce(state, [siti]);
    await announce("sending", [budi]);
    expect(await claim()).toMatchObject([{ personId: budi }]);
    await database.prisma.announcement.updateMany({ data: { state: "sending" } });
    expect(await claim()).toMatchObject([{ personId: siti }]);
  });
});

describe("settling", () => {
  const claimOne = async () => {
    await outbox.post([post(await person(), "a")], NOW);
    return (await claim())[0]!;
  };

  test("a settlement counts once", async () => {
    const { id, fence } = await claimOne();
    expect(await delivery.settle(id, fence, { state: "sent", messageId: 5 }, NOW)).toBe(true);
    expect(await delivery.settle(id, fence, { state: "dead", cause: "x" }, NOW)).toBe(false);
    expect(await states()).toEqual(["a sent"]);
  });

  test("a claim that a crash of the server took back neither departs nor settles, also when another has it by then", async () => {
    const lost = await claimOne();
    const asBefore = { state: "waiting", fence: 0, claimedBy: null, leaseUntil: null } as const;
    await database.prisma.outbox.update({ where: { id: lost.id }, data: asBefore });
    expect(await delivery.depart(lost.id, lost.fence, NOW)).toBe(false);
    const [again] = await claim();
    expect(await delivery.depart(lost.id, lost.fence, NOW)).toBe(false);
    expect(await delivery.depart(again!.id, again!.fence, NOW)).toBe(true);
    expect(await delivery.settle(lost.id, lost.fence, { state: "waiting", burnsAttempt: false, cause: "x" }, NOW)).toBe(
      false,
    );
    expect(await delivery.settle(again!.id, again!.fence, { state: "sent", messageId: 5 }, NOW)).toBe(true);
  });

  test("an old fence is refused", async () => {
    const { id, fence } = await claimOne();
    await delivery.settle(id, fence, { state: "waiting", burnsAttempt: false, cause: "429" }, NOW);
    const [again] = await claim({ worker: "b" });
    expect(again!.fence).not.toBe(fence);
    expect(await delivery.settle(id, fence, { state: "dead", cause: "x" }, NOW)).toBe(false);
    expect(await delivery.settle(id, again!.fence, { state: "sent", messageId: 5 }, NOW)).toBe(true);
  });

  test("back in the queue a post keeps its due time unless it gets a later one", async () => {
    const { id, fence } = await claimOne();
    await delivery.settle(id, fence, { state: "waiting", burnsAttempt: false, cause: "429" }, NOW);
    expect(await database.prisma.outbox.findFirst()).toMatchObject({ dueAt: NOW, attempts: 0 });
    const [again] = await claim();
    await delivery.settle(id, again!.fence, { state: "waiting", dueAt: later(9), burnsAttempt: true, cause: "x" }, NOW);
    expect(await database.prisma.outbox.findFirst()).toMatchObject({ dueAt: later(9), attempts: 1 });
    expect(await delivery.nextDueAt(NOW)).toEqual(later(9));
  });

  test("a lease that is not over is left alone, and so is what one holds oneself", async () => {
    const { id, fence } = await claimOne();
    expect(await delivery.depart(id, fence, NOW)).toBe(true);
    const nothing = { unknown: 0, waiting: 0, lost: 0 };
    expect(await delivery.reclaim({ worker: "b", alone: false, inHand: [], now: later(49) })).toEqual(nothing);
    expect(await delivery.reclaim({ worker: "a", alone: true, inHand: [], now: later(9999) })).toEqual(nothing);
    expect(await delivery.reclaim({ worker: "b", alone: false, inHand: [], now: later(51) })).toEqual({
      ...nothing,
      unknown: 1,
    });
    expect(await delivery.reclaim({ worker: "b", alone: false, inHand: [], now: later(51) })).toEqual(nothing);
  });

  test("what had not departed when its process died waits again, without an attempt burnt", async () => {
    await claimOne();
    expect(await delivery.reclaim({ worker: "b", alone: false, inHand: [], now: later(51) })).toEqual({
      unknown: 0,
      waiting: 1,
      lost: 0,
    });
    expect(await database.prisma.outbox.findFirst()).toMatchObject({ attempts: 0 });
    const [again] = await claim({ worker: "b", now: later(51) });
    expect(await delivery.depart(again!.id, again!.fence, later(51))).toBe(true);
  });

  test("what one has claimed and does not know of waits again at once; what has departed, or is in hand, never", async () => {
    const [siti, budi, tuti] = [await person(), await person(), await person()];
    await outbox.post([post(siti, "a"), post(budi, "b"), post(tuti, "c")], NOW);
    const [unheard, inHand, departed] = await claim();
    await delivery.depart(departed!.id, departed!.fence, NOW);
    const wish = { worker: "a", alone: false, inHand: [inHand!.id], now: later(1) };
    expect(await delivery.reclaim(wish)).toEqual({ unknown: 0, waiting: 0, lost: 1 });
    expect(await delivery.reclaim(wish)).toEqual({ unknown: 0, waiting: 0, lost: 0 });
    const again = await claim({ worker: "b", now: later(2) });
    expect(again.map(({ id, attempts }) => ({ id, attempts }))).toEqual([{ id: unheard!.id, attempts: 0 }]);
    expect(await delivery.depart(unheard!.id, unheard!.fence, later(3))).toBe(false);
  });

  test("what one surely has not sent is put back, others' posts and settled ones are left alone", async () => {
    const [siti, budi, tuti] = [await person(), await person(), await person()];
    await outbox.post([post(siti, "a"), post(budi, "b")], NOW);
    const [departed, sent] = await claim();
    await delivery.depart(departed!.id, departed!.fence, NOW);
    await delivery.settle(sent!.id, sent!.fence, { state: "sent", messageId: 1 }, NOW);
    await outbox.post([post(tuti, "c")], NOW);
    const [others] = await claim({ worker: "b" });
    for (const _ of ["once", "twice"]) await delivery.release([departed!.id, sent!.id, others!.id], "a");
    const rows = await database.prisma.outbox.findMany({ orderBy: { key: "asc" } });
    expect(rows.map(({ state }) => state)).toEqual(["waiting", "sent", "claimed"]);
  });

  test("a claimed post can be taken back until it departs", async () => {
    const [siti, budi] = [await person(), await person()];
    await outbox.post([post(siti, "a", { subjects: ["x"] }), post(budi, "b", { subjects: ["x"] })], NOW);
    const [first, second] = await claim();
    await delivery.depart(first!.id, first!.fence, NOW);
    const tooLate: number[] = [];
    const noting = createOutbox(database.prisma, async (ids) => void tooLate.push(...ids));
    expect(await noting.cancelAbout("x", "reported", NOW)).toBe(1);
    expect(tooLate).toEqual([first!.id]);
    expect(await delivery.depart(second!.id, second!.fence, NOW)).toBe(false);
    expect(await delivery.settle(first!.id, first!.fence, { state: "sent", messageId: 1 }, NOW)).toBe(true);
    expect(await states()).toEqual(["a sent", "b cancelled"]);
  });

  test("processes see each other while they live, and are forgotten when they leave or fall silent", async () => {
    const since = later(-5);
    expect(await delivery.beat("a", NOW, since)).toEqual({ count: 0, lastSeenAt: null });
    expect(await delivery.beat("b", later(1), since)).toEqual({ count: 1, lastSeenAt: NOW });
    expect(await delivery.beat("a", later(2), since)).toEqual({ count: 1, lastSeenAt: later(1) });
    await delivery.leave("b");
    expect(await delivery.beat("a", NOW, since)).toEqual({ count: 0, lastSeenAt: null });
    expect(await delivery.beat("c", later(6), later(1))).toEqual({ count: 0, lastSeenAt: null });
  });

  test("marking somebody unreachable twice changes nothing more", async () => {
    const siti = await person();
    await outbox.post([post(siti, "a"), post(siti, "b")], NOW);
    expect(await delivery.markUnreachable(account, "gone", NOW)).toBe(2);
    expect(await delivery.markUnreachable(account, "blocked", later(5))).toBe(0);
    const row = await database.prisma.person.findUniqueOrThrow({ where: { id: siti } });
    expect(row).toMatchObject({ unreachableCause: "gone", unreachableSince: NOW });
  });

  test("what is there is counted by state and kind", async () => {
    const { id, fence } = await claimOne();
    await outbox.post([post(await person(), "b", { kind: "nudge" })], NOW);
    await delivery.settle(id, fence, { state: "unknown", cause: "time-out" }, NOW);
    expect(await delivery.counts()).toEqual([
      { state: "unknown", kind: "plan_reminder", count: 1 },
      { state: "waiting", kind: "nudge", count: 1 },
    ]);
    expect(await createTroubles(database.prisma).unknownPosts(5)).toMatchObject([{ id, kind: "plan_reminder" }]);
  });

  test("nothing waiting means nothing is due next", async () => {
    expect(await delivery.nextDueAt(NOW)).toBeUndefined();
  });
});
