// Why somebody got a message on a day, or did not: every reason there is, by the rows that jobs and delivery leave.
import { expect, test } from "vitest";
import { whenAwake } from "../../../src/delivery/boarding.js";
import { addDays, type Day } from "../../../src/domain/time/calendar.js";
import { createDelivery } from "../../../src/storage/queue/delivery.js";
import { dayOf, explainDay, remindOfPlans, remindOfSessions } from "../../../src/use-cases/index.js";
import { sayWhy } from "../../../src/why/say-why.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

// 01:00 in Jakarta on the Monday after the due day: the rung of this day opens, its message leaves at eight.
const stage = stageAt("2024-07-07T18:00:00Z");
const MONDAY: Day = "2024-07-08";

async function fates(personId: number, day: Day = MONDAY) {
  const person = await stage.world.store.people.find(personId);
  if (person === null) throw new Error("Nobody.");
  const { fates } = await dayOf(stage.world, person, day);
  return fates.map(({ kind, end, reason }) => [kind, end, reason].filter((one) => one !== null).join(" "));
}

const traces = () => stage.db.heldBack.findMany({ orderBy: [{ personId: "asc" }, { fact: "asc" }] });

test("A reminder is owed, waits, is sent; one that left with others says so", async () => {
  const { personId } = await berakit(stage.db);
  expect(await fates(personId)).toEqual([
    "plan_reminder coming not_yet",
    "plan_reminder coming not_yet",
    "plan_reminder coming not_yet",
  ]);
  await remindOfPlans(stage.world);
  expect(await fates(personId)).toEqual(["plan_reminder waiting"]);
  const sent = { state: "sent" as const, settledAt: new Date("2024-07-08T01:02:00Z"), telegramMessageId: 7n };
  const [post] = await stage.db.outbox.findMany();
  await stage.db.outbox.update({ where: { id: post?.id ?? 0 }, data: sent });
  const { id: _, ...row } = { ...post, ...sent };
  const beside = { ...row, key: "beside", kind: "nudge", message: undefined, variables: undefined } as never;
  await stage.db.outbox.create({ data: beside });
  expect(await fates(personId)).toEqual(["plan_reminder sent", "nudge sent"]);
  const person = await stage.world.store.people.find(personId);
  const told = await dayOf(stage.world, person as NonNullable<typeof person>, MONDAY);
  expect(told.fates.map(({ together, at }) => [together, at.toISOString()])).toEqual([
    [1, "2024-07-08T01:02:00.000Z"],
    [1, "2024-07-08T01:02:00.000Z"],
  ]);
  expect(await fates(personId, "2024-07-09")).toEqual([]);
});

test("Whoever cannot be reached, asked for none, or has no account is traced once, however often the job asks", async () => {
  const { trainingClass, personId } = await berakit(stage.db);
  const gone = await colleague(stage.db, trainingClass.id, "Budi");
  const deaf = await colleague(stage.db, trainingClass.id, "Citra");
  await stage.db.person.update({
    where: { id: gone },
    data: { unreachableSince: new Date("2024-07-01"), unreachableCause: "blocked" },
  });
  await stage.db.person.update({ where: { id: deaf }, data: { optedOut: ["reminders"] } });
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 1 });
  await stage.db.workPlan.updateMany({ data: { remindedOn: null } });
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
  const held = (await traces()).map(({ personId: id, reason, kind, day }) => ({ id, reason, kind, day }));
  const day = new Date("2024-07-08");
  expect(held).toEqual([
    { id: gone, reason: "unreachable", kind: "plan_reminder", day },
    { id: deaf, reason: "opted_out", kind: "plan_reminder", day },
  ]);
  expect(await fates(gone)).toContain("plan_reminder held unreachable");
  expect(await fates(deaf)).toContain("plan_reminder held opted_out");
  expect(await fates(personId)).toEqual(["plan_reminder waiting"]);
});

test("What was answered before, put off, or done is told apart, once a rung", async () => {
  const { personId, planIds } = await berakit(stage.db);
  await report(stage.world, personId, planIds[0]);
  await report(stage.world, personId, planIds[1], { state: "done" });
  await stage.db.snooze.create({
    data: {
      ...{
        personId,
        planId: planIds[2],
        messageId: 5n,
        at: new Date("2024-07-06"),
        until: new Date("2024-07-09T01:00Z"),
      },
    },
  });
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
  expect(await remindOfPlans(stage.world)).toEqual({ reminders: 0 });
  expect((await traces()).map(({ reason }) => reason)).toEqual(["answered", "snoozed"]);
  expect((await fates(personId)).sort()).toEqual([
    "plan_reminder held answered",
    "plan_reminder held snoozed",
    "plan_reminder not_owed done",
  ]);
});

test("A post that was put off for the hour or the budget keeps its reason after it has left", async () => {
  const { personId } = await berakit(stage.db);
  await remindOfPlans(stage.world);
  const delivery = createDelivery(stage.db);
  const claim = async (now: Date) => {
    const wish = { worker: "w", limit: 5, leaseSeconds: 50, now, restingChats: [] };
    const [post] = (await delivery.claim(wish)).claimed;
    if (post === undefined) throw new Error("Nothing was due.");
    return post;
  };
  // 20:00 in Jakarta: it waited past the evening.
  const evening = new Date("2024-07-08T13:00:00Z");
  const post = await claim(evening);
  const later = whenAwake(stage.world.settings, post, evening) as Date;
  const stays = { state: "waiting" as const, dueAt: later, burnsAttempt: false, cause: "quiet hours" };
  expect(await delivery.settle(post.id, post.fence, stays, evening)).toBe(true);
  // The same answer of a process that was asleep changes nothing and traces nothing.
  expect(await delivery.settle(post.id, post.fence, { ...stays, cause: "message budget" }, evening)).toBe(false);
  expect((await traces()).map(({ reason, until }) => [reason, until])).toEqual([["quiet_hours", later]]);
  const morning = new Date(later.getTime() + 60_000);
  const again = await claim(morning);
  await delivery.settle(again.id, again.fence, { state: "sent", messageId: 9 }, morning);
  expect(await fates(personId)).toContain("plan_reminder held quiet_hours");
  expect(await fates(personId, "2024-07-09")).toContain("plan_reminder sent");
});

test("Session reminders say whom they passed over; what the calendar owed and nobody posted is named", async () => {
  const trainingClass = await buildClass(stage.db, { startsOn: "2024-07-09" });
  const { id: classId } = trainingClass;
  await stage.db.trainingSession.create({
    data: {
      ...{ classId, title: "Pembukaan", place: "Aula" },
      ...{ startsAt: new Date("2024-07-09T02:00:00Z"), endsAt: new Date("2024-07-09T05:00:00Z") },
    },
  });
  const { person: siti } = await buildParticipant(stage.db, classId);
  const { person: deaf } = await buildParticipant(stage.db, classId);
  const { person: late } = await buildParticipant(stage.db, classId);
  await stage.db.person.update({ where: { id: deaf.id }, data: { optedOut: ["reminders"] } });
  await stage.db.participant.updateMany({ where: { personId: late.id }, data: { joinedAt: new Date("2024-07-12") } });
  expect(await fates(siti.id)).toContain("session_reminder coming not_yet");
  // Ten in the evening of that Monday, and no job has run all day.
  stage.clock.set(new Date("2024-07-08T15:00:00Z"));
  expect(await fates(siti.id)).toContain("session_reminder missing not_known");
  expect(await fates(late.id)).toContain("session_reminder held joined_later");

  stage.clock.set(new Date("2024-07-08T03:00:00Z"));
  await remindOfSessions(stage.world);
  await remindOfSessions(stage.world);
  expect(await fates(siti.id)).toContain("session_reminder waiting");
  expect((await traces()).map(({ personId, reason }) => [personId, reason])).toEqual([[deaf.id, "opted_out"]]);
  expect(await fates(deaf.id)).toContain("session_reminder held opted_out");
});

test("A trainer's morning with nothing new, an announcement that passed somebody over, and what is unknown", async () => {
  const { trainingClass, personId } = await berakit(stage.db);
  const trainer = await buildTrainer(stage.db, [trainingClass.id]);
  const at = new Date("2024-07-08T02:00:00Z");
  await stage.db.morning.create({
    data: { trainerId: trainer.id, day: new Date("2024-07-08"), needs: [], shown: 0, fresh: 0, at },
  });
  const content = { text: "Halo", marks: [] };
  const announcement = await stage.db.announcement.create({
    data: { authorId: trainer.id, draftId: 1, content, audience: {}, contentHash: "x", createdAt: at },
  });
  await stage.db.announcementRecipient.create({
    data: { announcementId: announcement.id, personId, skipped: "opted_out" },
  });
  const row = { chatId: 1, personId, message: content, priority: 6, dueAt: at, createdAt: at, settledAt: at };
  await stage.db.outbox.create({
    data: { ...row, key: "u", kind: "nudge", state: "unknown", cause: "process died" },
  });
  await stage.db.outbox.create({
    data: { ...row, key: "d", kind: "nudge", state: "dead", cause: "400 Bad Request" },
  });
  expect(await fates(trainer.id)).toEqual(["overdue_alert not_owed nothing_new"]);
  expect(await fates(personId)).toEqual(
    expect.arrayContaining(["announcement held opted_out", "nudge unknown process_died", "nudge given_up refused"]),
  );
});

test("Only a national admin asks, a trainer and an admin of a province are refused, and the look is noted", async () => {
  const { trainingClass, personId } = await berakit(stage.db);
  const { id: participantId } = await stage.db.participant.findFirstOrThrow({ where: { personId } });
  const national = await actorOf(stage.world, (await buildAdmin(stage.db)).id);
  const provincial = await actorOf(stage.world, (await buildAdmin(stage.db, { regionCode: "21" })).id);
  const trainer = await actorOf(stage.world, (await buildTrainer(stage.db, [trainingClass.id])).id);
  const ask = (actor: typeof trainer) => explainDay(stage.world, actor, { participantId, day: null });
  expect((await ask(provincial)).kind).toBe("not_yours");
  expect((await ask(trainer)).kind).toBe("not_yours");
  expect(await stage.db.audit.count()).toBe(0);
  // Without a day it is today of the person's own clock.
  expect(await ask(national)).toMatchObject({ kind: "explained", day: MONDAY, person: { id: personId } });
  expect((await stage.db.audit.findMany()).map(({ action, subject }) => [action, subject])).toEqual([
    ["person.view", `participant:${participantId}`],
  ]);
  expect((await explainDay(stage.world, national, { participantId: 999, day: null })).kind).toBe("gone");
});

test("The terminal says the same in both languages, by telephone, participant's number or ours", async () => {
  const { personId } = await berakit(stage.db);
  await remindOfPlans(stage.world);
  const { number } = await stage.db.participant.findFirstOrThrow({ where: { personId } });
  const { phone } = await stage.db.person.findUniqueOrThrow({ where: { id: personId } });
  const say = (person: string, language: "id" | "en", day = MONDAY as string) =>
    sayWhy({ prisma: stage.db, embedded: true } as never, {
      ...{ person, day, language, now: stage.clock.now() },
      holidays: { added: [], removed: [] },
    });
  const said = await say(number, "en");
  expect(said).toContain("Siti Rahmawati");
  expect(said).toMatch(/Monday,? 8 July 2024 · 1 message/);
  expect(said).toMatch(/08:\d\d WIB · work plan reminder\n⏳ waiting/);
  expect(await say(String(personId), "en")).toBe(said);
  expect(await say(phone?.replace("+62", "0") ?? "", "en")).toBe(said);
  expect(await say(number, "id")).toMatch(/pengingat rencana kerja\n⏳ menunggu/);
  await expect(say("0812000000", "id")).rejects.toThrow(RangeError);
  await expect(say(number, "id", "8 July")).rejects.toThrow("--day");
  expect(await say(number, "id", addDays(MONDAY, -5))).toContain("tidak ada pesan untuknya");
});
