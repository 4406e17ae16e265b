// The job that reminds of class days: owed, of use, not posted yet.

import { describe, expect, test } from "vitest";
import { instantAt } from "../../../../src/domain/time/calendar.js";
import { remindOfSessions } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildClass, buildParticipant, buildSession } from "../../../support/world/builders.js";

const JAKARTA = "Asia/Jakarta";
const THURSDAY = "2024-06-06";

const stage = stageAt("2024-06-02T12:00:00Z");

async function classFromThursday(at = "08:30") {
  const { id } = await buildClass(stage.db, { startsOn: THURSDAY });
  const session = await buildSession(stage.db, id, { startsAt: instantAt(JAKARTA, THURSDAY, at) });
  const { person, participant } = await buildParticipant(stage.db, id);
  return { id, session, person, participant };
}

async function runAt(instant: string) {
  stage.clock.set(new Date(instant));
  return remindOfSessions(stage.world);
}

const posts = () => stage.db.outbox.findMany({ where: { NOT: { state: "cancelled" } }, orderBy: { id: "asc" } });
const textOf = (post: { message: unknown } | undefined) => (post?.message as { text: string } | undefined)?.text ?? "";

test("each reminder is posted once, however often the job runs", async () => {
  const { id, session, person } = await classFromThursday();
  expect(await runAt("2024-06-03T00:59:00Z")).toEqual({ classes: 0, reminded: 0 });
  expect(await runAt("2024-06-03T01:00:00Z")).toEqual({ classes: 1, reminded: 1 });
  expect(await runAt("2024-06-03T01:00:00Z")).toEqual({ classes: 0, reminded: 0 });
  expect(await runAt("2024-06-03T05:00:00Z")).toEqual({ classes: 0, reminded: 0 });

  const [post, ...more] = await posts();
  expect(more).toEqual([]);
  expect(post).toMatchObject({
    key: `session-reminder:${id}:H-3:${THURSDAY}:${person.id}`,
    kind: "session_reminder",
    subjects: [`class:${id}:day:${THURSDAY}`, `session:${session.id}`],
  });
});

test("two runs at the same moment post once", async () => {
  await classFromThursday();
  stage.clock.set(new Date("2024-06-03T01:00:00Z"));
  const counts = await Promise.all([remindOfSessions(stage.world), remindOfSessions(stage.world)]);
  expect(counts.map(({ reminded }) => reminded).sort()).toEqual([0, 1]);
});

test("a tick that was missed loses nothing while the reminder is of use", async () => {
  await classFromThursday();
  expect((await runAt("2024-06-03T10:00:00Z")).reminded).toBe(1);
});

test("after a day's outage what is stale is not said, and nothing comes in a heap", async () => {
  await classFromThursday();
  expect((await runAt("2024-06-06T00:45:00Z")).reminded).toBe(1);
  expect((await posts()).map(({ key }) => key.split(":")[2])).toEqual(["agenda"]);
});

// Keeps P13.
test("a session created ten hours ahead gets its agenda in the morning, and neither H-3 nor H-1", async () => {
  stage.clock.set(new Date("2024-06-05T15:30:00Z"));
  await classFromThursday();
  for (let minute = 0; minute <= 600; minute += 15) {
    await runAt(new Date(Date.parse("2024-06-05T15:30:00Z") + minute * 60_000).toISOString());
  }
  const all = await posts();
  expect(all.map(({ key, dueAt }) => [key.split(":")[2], dueAt.toISOString()])).toEqual([
    ["agenda", "2024-06-06T00:30:00.000Z"],
  ]);
});

test("in the three zones the agenda comes at 07:30 of the class's own morning", async () => {
  for (const [provinceCode, zone] of [
    ["21", "Asia/Jakarta"],
    ["63", "Asia/Makassar"],
    ["81", "Asia/Jayapura"],
  ] as const) {
    const { id } = await buildClass(stage.db, { provinceCode, startsOn: THURSDAY });
    await buildSession(stage.db, id, { startsAt: instantAt(zone, THURSDAY, "08:30") });
    await buildParticipant(stage.db, id, { name: zone });
  }
  const times: string[] = [];
  for (const instant of ["22:29", "22:30", "23:29", "23:30"].map((time) => `2024-06-05T${time}:00Z`)) {
    times.push(`${instant.slice(11, 16)} ${(await runAt(instant)).reminded}`);
  }
  times.push(`00:29 ${(await runAt("2024-06-06T00:29:00Z")).reminded}`);
  times.push(`00:30 ${(await runAt("2024-06-06T00:30:00Z")).reminded}`);
  expect(times).toEqual(["22:29 0", "22:30 1", "23:29 0", "23:30 1", "00:29 0", "00:30 1"]);
  const texts = (await posts()).map(textOf);
  expect(texts.map((text) => /08\.30–10\.00 (WI\w+)/.exec(text)?.[1])).toEqual(["WIT", "WITA", "WIB"]);
});

test("somebody at home in another zone reads the class's times by their own clock, and is not woken", async () => {
  const { id } = await buildClass(stage.db, { provinceCode: "81", startsOn: THURSDAY });
  await buildSession(stage.db, id, { startsAt: instantAt("Asia/Jayapura", THURSDAY, "10:00") });
  const { person } = await buildParticipant(stage.db, id);
  await stage.db.person.update({ where: { id: person.id }, data: { zone: JAKARTA } });

  await runAt("2024-06-05T22:30:00Z");

  const [post] = await posts();
  expect(textOf(post)).toContain("08.00–09.30 WIB");
  // 07:30 in Maluku is 05:30 in Java: it waits for Java's half past seven.
  expect(post?.dueAt.getTime()).toBeGreaterThanOrEqual(Date.parse("2024-06-06T00:30:00Z"));
  expect(post?.notAfter?.toISOString()).toBe("2024-06-06T02:30:00.000Z");
});

describe("who is reminded", () => {
  test("somebody who joins during the first session still gets that day's agenda, once", async () => {
    const { id } = await classFromThursday();
    expect((await runAt("2024-06-06T00:30:00Z")).reminded).toBe(1);
    await buildParticipant(stage.db, id, { name: "Datang terlambat" });
    expect((await runAt("2024-06-06T02:00:00Z")).reminded).toBe(1);
    expect((await runAt("2024-06-06T02:01:00Z")).reminded).toBe(0);
  });

  test("who has left, blocked the bot, asked for no reminders or has no account is passed over", async () => {
    const { id, participant } = await classFromThursday();
    await stage.db.participant.update({ where: { id: participant.id }, data: { leftAt: new Date() } });
    const blocked = await buildParticipant(stage.db, id);
    const silent = await buildParticipant(stage.db, id);
    await buildParticipant(stage.db, id, { telegramId: null });
    await stage.db.person.update({
      where: { id: blocked.person.id },
      data: { unreachableSince: new Date(), unreachableCause: "blocked" },
    });
    await stage.db.person.update({ where: { id: silent.person.id }, data: { optedOut: ["reminders"] } });
    expect((await runAt("2024-06-03T01:00:00Z")).reminded).toBe(0);
  });

  test("a class without sessions, or with cancelled ones only, is not reminded", async () => {
    const { session } = await classFromThursday();
    await stage.db.trainingSession.update({ where: { id: session.id }, data: { cancelledAt: new Date() } });
    expect((await runAt("2024-06-06T00:30:00Z")).reminded).toBe(0);
  });
});
