// P08: whoever moves to another province gets everything that waits for them by their new clock.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Day, instantAt, timeIn } from "../../../../src/domain/time/calendar.js";
import type { Zone } from "../../../../src/domain/time/zone.js";
import {
  cancelTrainingSession,
  moveTrainingSession,
  registerParticipant,
  remindOfPlans,
  remindOfSessions,
  remindOfSnoozed,
} from "../../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../../support/database.js";
import { openStage, type Stage } from "../../../support/stage/stage.js";
import { buildClass, buildParticipant, buildSession, buildTrainer } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
/** Tuesday. */
const TODAY = "2024-06-04";
const wib = (time: string, day: Day = TODAY) => instantAt("Asia/Jakarta", day, time);
beforeEach(async () => {
  stage = await openStage(database, wib("20:30").toISOString());
});
afterAll(() => database.close());

/** Siti of Riau, in a class of tomorrow; `move` registers her again, for a class of that province. */
async function siti() {
  const { id: classId } = await buildClass(stage.db, { startsOn: "2024-06-05" });
  const session = await buildSession(stage.db, classId, { title: "Advokasi", startsAt: wib("13:00", "2024-06-05") });
  const rina = await buildTrainer(stage.db, [classId]);
  const { person, plans } = await buildParticipant(stage.db, classId, { name: "Siti" });
  const move = async (provinceCode: "81" | "63") => {
    const there = await buildClass(stage.db, { provinceCode, startsOn: "2024-08-05", name: provinceCode });
    return registerParticipant(stage.world, await actorOf(stage.world, person.id), {
      ...{ name: "Siti", phone: null, kind: "province_office", classId: there.id, placeCode: provinceCode },
      ...{ libraryName: "Dinas", rosterRowId: null },
    });
  };
  return { classId, session, person, plans, rina: await actorOf(stage.world, rina.id), move };
}

async function waiting(personId: number) {
  const rows = await stage.db.outbox.findMany({
    where: { personId, state: { in: ["waiting", "claimed"] } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...row, text: (row.message as { text: string } | null)?.text ?? "" }));
}

/** A post as it waits for an hour of some day. */
async function postWaits(personId: number, kind: string, dueAt: Date, notAfter: Date | null = null) {
  const { telegramId } = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  await stage.db.outbox.create({
    data: {
      ...{ key: kind, kind, priority: 6, chatId: telegramId ?? 0n, personId, message: { text: kind, marks: [] } },
      ...{ dueAt, notAfter, createdAt: stage.clock.now() },
    },
  });
}

// Keeps P08.
test("a class day's agenda that waits is taken back, and said once by the new clock", async () => {
  const { person, session, move } = await siti();
  stage.clock.set(wib("07:30", "2024-06-05"));
  await remindOfSessions(stage.world);
  expect((await waiting(person.id))[0]?.text).toContain("13.00–14.30 WIB");
  await move("81");
  expect(await waiting(person.id)).toEqual([]);
  await remindOfSessions(stage.world);
  await remindOfSessions(stage.world);
  const [agenda, ...more] = await waiting(person.id);
  expect(more).toEqual([]);
  expect(agenda?.text).toContain("15.00–16.30 WIT");
  expect(agenda?.subjects).toContain(`session:${session.id}`);
});

// Keeps P08.
test("the link of an online session that waits is said by the new clock", async () => {
  const { person, classId, move } = await siti();
  await buildSession(stage.db, classId, {
    startsAt: wib("19:00", "2024-06-05"),
    mode: "online",
    place: "https://x.id",
  });
  stage.clock.set(wib("18:46", "2024-06-05"));
  await remindOfSessions(stage.world);
  const link = async () => (await waiting(person.id)).find(({ kind }) => kind === "online_link");
  expect((await link())?.text).toContain("WIB");
  await move("63");
  expect(await link()).toBeUndefined();
  await remindOfSessions(stage.world);
  // 20:00 in Makassar would be 19:00 in Jakarta: that is still before the hours end there.
  expect((await link())?.text).toContain("20.00");
  expect((await link())?.text).toContain("WITA");
});

// Keeps P08.
test.each([
  ["moved", (revision: number, sessionId: number) => ({ sessionId, revision, startsAt: wib("15:00", "2024-06-06") })],
  ["cancelled", null],
] as const)(
  "a notice that waits of a session that is %s is said by the new clock in that very transaction",
  async (what, to) => {
    const { person, session, rina, move } = await siti();
    // They know of it; at night the change waits for the morning.
    stage.clock.set(wib("18:30"));
    await stage.db.outbox.create({
      data: {
        ...{ key: "known", kind: "session_reminder", priority: 3, chatId: 1, personId: person.id, state: "sent" },
        ...{ subjects: [`session:${session.id}`], dueAt: stage.clock.now(), createdAt: stage.clock.now() },
      },
    });
    stage.clock.set(wib("21:00"));
    const saidAt = stage.clock.now();
    if (to === null) await cancelTrainingSession(stage.world, rina, { sessionId: session.id, revision: 0, saidAt });
    else await moveTrainingSession(stage.world, rina, { ...to(0, session.id), saidAt });
    const before = await waiting(person.id);
    expect(before.map(({ kind }) => kind)).toEqual(["schedule_change"]);
    expect(before[0]?.text).toContain("13.00 WIB");

    await move("81");

    const [notice, ...more] = await waiting(person.id);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ kind: "schedule_change", key: before[0]?.key, subjects: before[0]?.subjects });
    expect(notice?.text).toContain("15.00 WIT");
    if (what === "moved") expect(notice?.text).toContain("17.00 WIT");
    expect(notice?.text).not.toContain("WIB");
    expect(timeIn("Asia/Jayapura", notice?.dueAt ?? new Date(0))).toBe("07:30");
    // Once more is once.
    await move("81");
    expect(await waiting(person.id)).toHaveLength(1);
  },
);

// Keeps P08.
test("a notice in a process's hands is said by the new clock too, unless it has left", async () => {
  const { person, session, move } = await siti();
  const at = stage.clock.now();
  const claimed = { state: "claimed" as const, claimedBy: "w", leaseUntil: at, subjects: [`session:${session.id}`] };
  await postWaits(person.id, "session_reminder", at);
  await stage.db.outbox.updateMany({ where: { key: "session_reminder" }, data: claimed });
  await move("81");
  expect(await waiting(person.id)).toEqual([]);
});

const LATER: [kind: string, from: Zone, to: "81" | "63"][] = [
  ["plan_reminder", "Asia/Jakarta", "81"],
  ["draft_nudge", "Asia/Jakarta", "63"],
  ["nudge", "Asia/Jakarta", "81"],
  ["snoozed_reminder", "Asia/Jakarta", "63"],
  ["deadline_change", "Asia/Jakarta", "81"],
  ["announcement", "Asia/Jakarta", "63"],
  ["daily_summary", "Asia/Jakarta", "81"],
];
// Keeps P08.
test.each(LATER)("the %s that waits for tomorrow's 08:15 leaves at 08:15 of the new clock", async (kind, from, to) => {
  const { person, move } = await siti();
  await postWaits(person.id, kind, instantAt(from, "2024-06-05", "08:15"), instantAt(from, "2024-06-06", "00:00"));
  await move(to);
  await move(to);
  const [post, ...more] = await waiting(person.id);
  expect(more).toEqual([]);
  const zone = to === "81" ? "Asia/Jayapura" : "Asia/Makassar";
  expect(post?.dueAt).toEqual(instantAt(zone, "2024-06-05", "08:15"));
  expect(post?.notAfter).toEqual(instantAt(zone, "2024-06-06", "00:00"));
});

// Keeps P08.
test("what would have left by the new clock already leaves now, and not twice", async () => {
  const { person, move } = await siti();
  stage.clock.set(wib("07:00", "2024-06-05"));
  await postWaits(person.id, "plan_reminder", wib("08:00", "2024-06-05"));
  await move("81");
  expect((await waiting(person.id)).map(({ dueAt }) => dueAt)).toEqual([stage.clock.now()]);
});

// Keeps P08.
test("a plan's reminder posted before the move is not posted again after it", async () => {
  const { person, plans, move } = await siti();
  // A week before the plans are due.
  stage.clock.set(wib("00:30", "2024-07-02"));
  await remindOfPlans(stage.world);
  const before = await waiting(person.id);
  expect(before.map(({ kind }) => kind)).toEqual(["plan_reminder"]);
  expect(before[0]?.subjects).toContain(`plan:${plans[0]?.id}`);
  await move("81");
  await remindOfPlans(stage.world);
  const after = await waiting(person.id);
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  expect(timeIn("Asia/Jayapura", after[0]?.dueAt ?? new Date(0))).toBe(
    timeIn("Asia/Jakarta", before[0]?.dueAt ?? new Date(0)),
  );
});

// Keeps P08.
test("what was put off to tomorrow's 08:00 comes at 08:00 of the new clock", async () => {
  const { person, plans, move } = await siti();
  const planId = plans[0]?.id ?? 0;
  await stage.db.snooze.create({
    data: { planId, personId: person.id, messageId: 5, until: wib("08:00", "2024-06-05"), at: stage.clock.now() },
  });
  await move("81");
  expect(await stage.db.snooze.findMany()).toMatchObject([
    { until: instantAt("Asia/Jayapura", "2024-06-05", "08:00") },
  ]);
  stage.clock.set(instantAt("Asia/Jayapura", "2024-06-05", "08:00"));
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 1 });
  expect(await remindOfSnoozed(stage.world)).toEqual({ reminders: 0 });
});

// Keeps P08.
test("when the registration fails, what waits is as it was", async () => {
  const { person, move } = await siti();
  await postWaits(person.id, "plan_reminder", wib("08:15", "2024-06-05"));
  const { transaction } = stage.world.store;
  stage.world.store.transaction = (work) =>
    transaction((store) =>
      work({
        ...store,
        participants: { ...store.participants, add: () => Promise.reject(new Error("the wire is cut")) },
      }),
    );
  await expect(move("81")).rejects.toThrow("the wire is cut");
  expect((await waiting(person.id)).map(({ dueAt }) => dueAt)).toEqual([wib("08:15", "2024-06-05")]);
  expect((await stage.db.person.findUniqueOrThrow({ where: { id: person.id } })).zone).toBe("Asia/Jakarta");
});
