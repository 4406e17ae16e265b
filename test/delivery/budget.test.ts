// The message budget where everything passes: what leaves today, what leaves with it, and what waits.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createBoarding, whenAwake } from "../../src/delivery/boarding.js";
import { createPace, UNPACED } from "../../src/delivery/pace.js";
import type { Message } from "../../src/domain/messages/message.js";
import type { MessageBudget } from "../../src/domain/messages/message-budget.js";
import type { KnownActor } from "../../src/domain/people/person.js";
import type { World } from "../../src/ports.js";
import { createAnnouncements } from "../../src/storage/announcements/announcements.js";
import { createStore } from "../../src/storage/store.js";
import { joinWorld, stopMessages } from "../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { buildClass } from "../support/world/builders.js";
import { later, openDelivery } from "./support.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.empty());

const HOUR = 3600;
const DAY = 24 * HOUR;
/** The line between what were two messages. */
const AND = "\n\n➖➖➖\n\n";

/** Monday 3 June 2024, 08:00 WIB; a class that is long over; Siti takes part in it. */
async function open(options: { budget?: MessageBudget; startsOn?: "2024-03-04" | "2024-06-03" } = {}) {
  const all = openDelivery(database);
  const settings = { rest: { holidays: new Set<never>() }, ...(options.budget && { budget: options.budget }) };
  const { id: classId } = await buildClass(database.prisma, { startsOn: options.startsOn ?? "2024-03-04" });
  const takesPart = (personId: number) =>
    database.prisma.participant.create({
      data: { number: `N${personId}`, personId, classId, kind: "desa", joinedAt: all.clock.now() },
    });
  const dispatcher = (more = {}) =>
    all.dispatcher({
      pace: createPace(UNPACED),
      postpone: (post, now) => whenAwake(settings, post, now),
      board: createBoarding(all.delivery, settings),
      ...more,
    });
  const deliver = (more = {}) => dispatcher(more).drain();
  const at = async (seconds: number) => {
    all.clock.set(later(seconds));
    await deliver();
  };
  const siti = await all.person("Siti");
  await takesPart(siti.id);
  return { ...all, dispatcher, deliver, at, siti, takesPart };
}

// Keeps P26.
test("what is due on one day leaves as one message, and each of its rows is sent", async () => {
  const { siti, post, deliver, arrived, states, world } = await open();
  await post(siti.id, "rencana");
  await post(siti.id, "sapaan", { kind: "nudge" });
  await post(siti.id, "sore", { dueAt: later(6 * HOUR) });
  await post(siti.id, "besok", { dueAt: later(DAY) });
  await deliver();
  expect(arrived()).toEqual([["sapaan", "rencana", "sore"].join(AND)]);
  expect(await states()).toEqual(["rencana sent", "sapaan sent", "sore sent", "besok waiting"]);
  const rows = await database.prisma.outbox.findMany({ where: { state: "sent" } });
  expect(new Set(rows.map(({ telegramMessageId }) => telegramMessageId))).toEqual(
    new Set([BigInt(world.ledger[0]!.messageId)]),
  );
});

// Keeps P26.
test("a second message of the day waits for the morning of the next, and a fifth of the week for room", async () => {
  const { siti, post, at, deliver, arrived, states, world } = await open();
  for (const [day, key] of ["a", "b", "c", "d", "e"].entries()) {
    await at(day * DAY);
    await post(siti.id, key, { dueAt: later(day * DAY) });
    await deliver();
    await post(siti.id, `${key}2`, { dueAt: later(day * DAY + HOUR), notAfter: later(day * DAY + 6 * HOUR) });
    await at(day * DAY + HOUR);
  }
  expect(arrived()).toEqual(["a", "b", "c", "d"]);
  expect((await states()).filter((state) => state.includes("expired"))).toHaveLength(5);
  expect((await states()).at(-2)).toBe("e waiting: message budget");
  // Saturday, Sunday: the four are within seven days still. On Monday the first is not.
  await at(5 * DAY + 3 * HOUR);
  await at(6 * DAY + 3 * HOUR);
  expect(world.ledger).toHaveLength(4);
  await at(7 * DAY);
  expect(arrived().at(-1)).toBe("e");
  const minutes = (world.ledger.at(-1)!.at.getTime() - later(7 * DAY - HOUR / 2).getTime()) / 60_000;
  expect(minutes).toBeGreaterThanOrEqual(0);
  expect(minutes).toBeLessThanOrEqual(30);
});

// Keeps P26.
test("changed schedules, links and answers neither wait nor make others wait", async () => {
  const { siti, post, deliver, arrived } = await open();
  await post(siti.id, "pengingat");
  await deliver();
  for (const kind of ["schedule_change", "online_link", "answer"] as const) await post(siti.id, kind, { kind });
  await post(siti.id, "diminta", { exempt: true });
  await deliver();
  expect(arrived().sort()).toEqual(["answer", "diminta", "online_link", "pengingat", "schedule_change"]);
});

// Keeps P26.
test("in the week of the class there is one a day, and the agenda of tomorrow is tomorrow's", async () => {
  const { siti, post, at, deliver, arrived } = await open({ startsOn: "2024-06-03" });
  for (let day = 0; day < 5; day++) {
    await at(day * DAY);
    await post(siti.id, `agenda ${day}`, { kind: "session_reminder", dueAt: later(day * DAY) });
    await deliver();
  }
  expect(arrived()).toHaveLength(5);
  await at(4 * DAY + 10 * HOUR);
  await post(siti.id, "agenda 5", { kind: "session_reminder", dueAt: later(4 * DAY), countsOn: "2024-06-08" });
  await deliver();
  // Saturday is no day of the class any more, and the week has had five.
  expect(arrived()).toHaveLength(5);
  await database.prisma.trainingClass.updateMany({ data: { endsOn: new Date("2024-06-08") } });
  await database.prisma.outbox.updateMany({ where: { state: "waiting" }, data: { dueAt: later(4 * DAY) } });
  await deliver();
  expect(arrived().at(-1)).toBe("agenda 5");
  await post(siti.id, "lagi", { dueAt: later(5 * DAY) });
  await at(5 * DAY);
  expect(arrived()).toHaveLength(6);
});

// Keeps P26.
test("an announcement counts as any other, and merges with what is due", async () => {
  const { siti, post, deliver, arrived, states } = await open();
  const { id } = await database.prisma.announcement.create({
    data: {
      authorId: siti.id,
      draftId: 1,
      content: { text: "Halo {nama}", marks: [] },
      audience: { reach: [] },
      contentHash: "x",
      createdAt: later(0),
    },
  });
  const row = (key: string) =>
    database.prisma.outbox.create({
      data: {
        ...{ key, kind: "announcement", priority: 9, chatId: siti.chatId, personId: siti.id, announcementId: id },
        ...{ variables: { nama: "Siti" }, dueAt: later(0), createdAt: later(0) },
      },
    });
  await row("pengumuman");
  await post(siti.id, "pengingat");
  await deliver();
  await row("kedua");
  await deliver();
  expect(arrived()).toEqual([`pengingat${AND}Halo Siti`]);
  // Paused, it is nobody's companion.
  await database.prisma.announcement.update({ where: { id }, data: { state: "paused" } });
  await post(siti.id, "besok", { dueAt: later(DAY) });
  await database.prisma.outbox.updateMany({ where: { key: "kedua" }, data: { dueAt: later(DAY) } });
  await deliver();
  expect(await states()).toEqual([
    "pengumuman sent",
    "pengingat sent",
    "kedua waiting: message budget",
    "besok waiting",
  ]);
});

// Keeps P26.
test("an emergency leaves to somebody who has had the day's message, and counts: what is ordinary waits behind it", async () => {
  const { siti, person, takesPart, post, deliver, at, clock, arrived, states } = await open();
  const ani = await person("Ani");
  await takesPart(ani.id);
  await database.prisma.person.updateMany({ data: { zone: "Asia/Jakarta" } });
  await post(siti.id, "pengingat");
  await deliver();
  const announcements = createAnnouncements(database.prisma);
  const publish = (draftId: number, emergency: boolean) =>
    announcements.publish(
      {
        ...{ authorId: siti.id, draftId, contentHash: String(draftId), emergency },
        content: { text: emergency ? "Banjir" : "Rapat", marks: [] },
        audience: { scope: { kind: "all" }, role: "participants", plans: "any" },
      },
      {
        reach: [{ regionCode: null, cohortId: null }],
        zones: [{ zone: "Asia/Jakarta", dueAt: clock.now(), waits: false, today: "2024-06-03" }],
      },
      clock.now(),
    );
  await publish(1, true);
  await deliver();
  await publish(2, false);
  await deliver();

  expect(arrived().sort()).toEqual(["Banjir", "Banjir", "pengingat"]);
  expect((await states()).filter((state) => state.endsWith(": message budget"))).toHaveLength(2);
  // At night it waits as all do.
  clock.set(later(14 * HOUR));
  await publish(3, true);
  await deliver();
  expect(arrived()).toHaveLength(3);
  await at(DAY);
  expect(arrived().filter((text) => text.includes("Banjir"))).toHaveLength(4);
});

// Keeps P26.
test("an announcement with a file goes alone, after what would be worthless tomorrow", async () => {
  const { siti, post, deliver, at, arrived, states } = await open();
  const photo: Message = { text: "foto", marks: [], attachment: { kind: "photo", fileId: "unknown" } };
  await post(siti.id, "foto", { kind: "nudge", message: { ...photo, attachment: undefined as never } });
  await post(siti.id, "panjang", {
    message: { text: "x".repeat(4090), marks: [] },
    notAfter: later(8 * HOUR),
  });
  await deliver();
  expect(arrived()).toEqual(["x".repeat(4090)]);
  expect(await states()).toEqual(["foto waiting: message budget", "panjang sent"]);
  await at(DAY);
  expect(arrived().at(-1)).toBe("foto");
});

// Keeps P26.
test("people without a part in a class have no budget: those who run the programme are told what they must know", async () => {
  const { person, post, deliver, arrived } = await open();
  const rina = await person("Rina");
  await post(rina.id, "a");
  await post(rina.id, "b");
  await deliver();
  expect(arrived()).toEqual(["a", "b"]);
});

// Keeps P26.
test("the numbers of the settings hold: with two a day a second one leaves", async () => {
  const { siti, post, deliver, arrived } = await open({ budget: { perDay: 2, perWeek: 9, perClassDay: 1 } });
  for (const key of ["a", "b", "c"]) {
    await post(siti.id, key);
    await deliver();
  }
  expect(arrived()).toEqual(["a", "b"]);
});

// Keeps P27.
test("a companion whose receiver stops it, or whose fact takes it back, falls out of the message", async () => {
  const { siti, post, deliver, delivery, outbox, arrived, states } = await open();
  await post(siti.id, "a");
  await post(siti.id, "b", { subjects: ["plan:2"] });
  await post(siti.id, "c");
  // Looked for and found; then the fact is written; then they depart.
  const waitingBeside = async (...args: Parameters<typeof delivery.waitingBeside>) => {
    const found = await delivery.waitingBeside(...args);
    await outbox.cancelAbout("plan:2", "reported", later(0));
    return found;
  };
  await deliver({ board: createBoarding({ ...delivery, waitingBeside }, { rest: { holidays: new Set() } }) });
  expect(arrived()).toEqual([`a${AND}c`]);
  expect(await states()).toEqual(["a sent", "b cancelled: reported", "c sent"]);
});

// Keeps P27.
test("what was claimed when somebody stops reminders does not leave any more", async () => {
  const { siti, post, deliver, delivery, clock, arrived, states } = await open();
  await post(siti.id, "a");
  await post(siti.id, "b");
  const world = joinWorld({ store: createStore(database), clock } as unknown as World);
  const person = await world.store.people.find(siti.id);
  const actor: KnownActor = {
    person: person!,
    roles: [],
    agreed: [],
    takesPart: true,
    telegramId: siti.chatId,
    language: "id",
  };
  const board = createBoarding(delivery, { rest: { holidays: new Set() } });
  // She stops them between the claim and the departure: that is the latest.
  const stopped = async (...args: Parameters<typeof board>) => {
    const boarding = await board(...args);
    await stopMessages(world, actor, ["reminders"]);
    return boarding;
  };
  await deliver({ board: stopped });
  expect(arrived()).toEqual([]);
  expect(await states()).toEqual(["a~1 cancelled: opted out", "b~2 cancelled: opted out"]);
});

// Keeps P25.
test("what the night or a day of rest holds back leaves next morning, spread over its first half hour", async () => {
  const { person, takesPart, post, deliver, clock, world } = await open();
  // Saturday, 20:05: Sunday rests.
  clock.set(later(5 * DAY + 12 * HOUR + 300));
  for (let i = 0; i < 40; i++) {
    const { id } = await person(`P${i}`);
    await takesPart(id);
    await post(id, `p${i}`);
  }
  await deliver();
  expect(world.ledger).toEqual([]);
  const due = (await database.prisma.outbox.findMany()).map(({ dueAt }) => dueAt.getTime() - later(7 * DAY).getTime());
  expect(Math.min(...due)).toBeGreaterThanOrEqual(-1800_000);
  expect(Math.max(...due)).toBeLessThan(0);
  expect(new Set(due.map((at) => Math.floor(at / 60_000))).size).toBeGreaterThan(20);
});

// Keeps P26.
test("when the first is taken back at the last moment, the others go without it", async () => {
  const { siti, post, deliver, delivery, outbox, arrived, states } = await open();
  await post(siti.id, "a", { subjects: ["plan:1"] });
  await post(siti.id, "b");
  const departTogether: typeof delivery.departTogether = async (wish) => {
    await outbox.cancelAbout("plan:1", "reported", later(0));
    return delivery.departTogether(wish);
  };
  await deliver({ delivery: { ...delivery, departTogether } });
  expect(arrived()).toEqual(["b"]);
  expect(await states()).toEqual(["a cancelled: reported", "b sent"]);
});

// Keeps F14.
test("one part that Telegram never takes does not kill the others: they go apart, and it alone is given up", async () => {
  const { siti, post, deliver, at, arrived, states } = await open();
  const poisoned: Message = { text: "b", marks: [], buttons: [[{ label: "x", data: "y".repeat(65) }]] };
  await post(siti.id, "a");
  await post(siti.id, "b", { message: poisoned });
  await deliver();
  expect(arrived()).toEqual(["a"]);
  expect(await states()).toEqual(["a sent", "b waiting: sent apart"]);
  await post(siti.id, "c", { dueAt: later(DAY + 2 * HOUR) });
  await at(DAY);
  expect((await states())[1]).toMatch(/^b dead/);
  await at(DAY + 2 * HOUR);
  expect(arrived()).toEqual(["a", "c"]);
});

// Keeps F12.
test("when nobody knows whether a merged message arrived, none of it is sent again", async () => {
  const { siti, post, deliver, states, world } = await open();
  await post(siti.id, "a");
  await post(siti.id, "b");
  world.faults.add({ times: 1, fault: { kind: "reset-after" } });
  await deliver();
  await deliver();
  expect(await states()).toEqual(["a unknown: ECONNRESET", "b unknown: ECONNRESET"]);
  expect(world.calls).toHaveLength(1);
});

// Keeps F8, F10.
test("a merged message that is refused for a while waits whole; blocked, each of its rows is dead and marked once", async () => {
  const { siti, post, deliver, states, world, clock } = await open();
  await post(siti.id, "a");
  await post(siti.id, "b");
  const wait = {
    kind: "status",
    code: 429,
    description: "Too Many Requests",
    parameters: { retry_after: 60 },
  } as const;
  world.faults.add({ times: 1, fault: wait });
  await deliver();
  expect(await states()).toEqual(["a waiting: 429", "b waiting: 429"]);
  clock.advance(60_000);
  siti.phone.blocks();
  await deliver();
  expect(await states()).toEqual(["a dead: blocked", "b dead: blocked"]);
  expect(world.calls.filter(({ code }) => code === 403)).toHaveLength(1);
});

// Keeps F2.
test("of a merged message in flight when its process died every row becomes unknown, and a zombie changes none", async () => {
  const { siti, post, deliver, delivery, states, arrived } = await open();
  await post(siti.id, "a");
  await post(siti.id, "b");
  const now = later(0);
  const { claimed } = await delivery.claim({ worker: "dead", limit: 2, leaseSeconds: 50, now, restingChats: [] });
  expect(claimed).toHaveLength(1);
  const beside = await delivery.waitingBeside(claimed[0]!, later(DAY), now);
  const wish = { lead: claimed[0]!, beside, worker: "dead", leaseSeconds: 50, now };
  const party = await delivery.departTogether(wish);
  expect(party?.map(({ fence }) => fence)).toEqual([claimed[0]!.fence, beside[0]!.fence + 1]);
  await deliver();
  expect(await states()).toEqual(["a unknown: process died", "b unknown: process died"]);
  expect(arrived()).toEqual([]);
  expect(await delivery.departTogether(wish)).toBeNull();
  for (const one of party ?? []) {
    expect(await delivery.settle(one.id, one.fence, { state: "sent", messageId: 1 }, now)).toBe(false);
  }
});
