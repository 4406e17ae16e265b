// An announcement that waits for an answer of somebody who is not there any more does not wait for ever: another admin of it is asked.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { EVERYBODY } from "../../../src/domain/announcements/audience.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import {
  erasePerson,
  pauseAnnouncement,
  publishAnnouncement,
  resumeAnnouncement,
  sendScheduled,
} from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
let budi: KnownActor;
let sri: KnownActor;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  stage = await openStage(database, "2024-07-05T03:00:00Z");
  const { id } = await buildClass(stage.db, { provinceCode: "21" });
  await buildParticipant(stage.db, id, { name: "Siti" });
  budi = await anAdmin("Budi");
  sri = await anAdmin("Sri");
  // Of another province: what is said to the whole country is not theirs to decide.
  await anAdmin("Joko", "15");
});
afterAll(() => database.close());

async function anAdmin(name: string, regionCode?: string): Promise<KnownActor> {
  const { id } = await buildAdmin(stage.db, { name, ...(regionCode !== undefined && { regionCode }) });
  return actorOf(stage.world, id);
}

/** Scheduled for Monday at eight. */
async function schedule(): Promise<number> {
  const content = { text: "Halo {nama}", marks: [] };
  const wish = { draftId: 1, content, audience: EVERYBODY, localTime: "2024-07-08T08:00" as const };
  const outcome = await publishAnnouncement(stage.world, budi, wish);
  if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.announcementId;
}

async function at(instant: string) {
  stage.clock.set(new Date(instant));
  return (await sendScheduled(stage.world)).asked;
}

const dismissBudi = () =>
  stage.db.roleBinding.updateMany({
    where: { personId: budi.person.id },
    data: { revokedAt: stage.world.clock.now() },
  });

/** Who has a role gives it back first. */
async function eraseBudi() {
  await dismissBudi();
  const bare = await actorOf(stage.world, budi.person.id);
  expect(await erasePerson(stage.world, bare, { personId: budi.person.id })).toMatchObject({ kind: "erased" });
}

/** Who was asked in the author's place, and what they read. */
async function asked() {
  const rows = await stage.db.outbox.findMany({ where: { key: { startsWith: "announcement-decider:" } } });
  return rows.map(({ personId, message }) => ({ personId, ...(message as { text: string; buttons: object[] }) }));
}

const LATE = "2024-07-11T02:00:00Z";

test("its author is erased while it waits for their answer: the other admin of it is asked, once, and decides", async () => {
  const id = await schedule();
  expect(await at(LATE)).toBe(0);
  expect(await asked()).toEqual([]);
  await eraseBudi();
  expect(await at("2024-07-11T02:01:00Z")).toBe(1);
  expect(await at("2024-07-11T02:02:00Z")).toBe(0);
  const [one, ...more] = await asked();
  expect(more).toEqual([]);
  expect(one?.personId).toBe(sri.person.id);
  expect(one?.text).toContain("pembuatnya tidak dapat dihubungi lagi");
  expect(one?.buttons).toHaveLength(3);
  expect((await resumeAnnouncement(stage.world, sri, id)).kind).toBe("changed");
  expect(await sendScheduled(stage.world)).toMatchObject({ posted: 1, asked: 0 });
});

test("erased before it is held, the other is asked as soon as it is", async () => {
  await schedule();
  await eraseBudi();
  expect(await at(LATE)).toBe(1);
  expect(await at(LATE)).toBe(0);
});

test("who is no admin any more decides nothing: the other is asked, and by day", async () => {
  await schedule();
  await dismissBudi();
  expect(await at("2024-07-10T19:00:00Z")).toBe(1);
  const [row] = await stage.db.outbox.findMany({ where: { key: { startsWith: "announcement-decider:" } } });
  // Half past seven in Jakarta at the earliest.
  expect(row?.dueAt.getTime()).toBeGreaterThanOrEqual(Date.parse("2024-07-11T00:30:00Z"));
});

test("where its author has blocked the bot, the other is asked", async () => {
  await schedule();
  await stage.db.person.update({ where: { id: budi.person.id }, data: { unreachableCause: "blocked" } });
  expect(await at(LATE)).toBe(1);
  expect(await at(LATE)).toBe(0);
});

test("an author who can answer is not passed over, and what is held before its time asks nobody", async () => {
  const id = await schedule();
  await pauseAnnouncement(stage.world, sri, id);
  await eraseBudi();
  expect(await at("2024-07-06T02:00:00Z")).toBe(0);
});

async function publishNow(wish: object = {}): Promise<number> {
  const content = { text: "Halo {nama}", marks: [] };
  const outcome = await publishAnnouncement(stage.world, budi, { draftId: 1, content, audience: EVERYBODY, ...wish });
  if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.announcementId;
}

const GONE: [why: string, how: () => Promise<unknown>][] = [
  ["is erased", eraseBudi],
  ["is no admin any more", dismissBudi],
  [
    "has no account any more",
    () =>
      stage.db.person.update({
        where: { id: budi.person.id },
        data: { unreachableCause: "gone", unreachableSince: stage.clock.now() },
      }),
  ],
];

const speak = (language: "id" | "en") => stage.db.person.update({ where: { id: sri.person.id }, data: { language } });
const dataOf = (buttons: object[] = []) => JSON.stringify(buttons);

// Keeps A10.
test.each(GONE)(
  "one that left at once, is paused, and whose author %s: the other is asked once, and goes on with it",
  async (_, how) => {
    for (const language of ["id", "en"] as const) {
      stage = await openStage(database, "2024-07-05T03:00:00Z");
      const { id: classId } = await buildClass(stage.db, { provinceCode: "21" });
      await buildParticipant(stage.db, classId, { name: "Siti" });
      [budi, sri] = [await anAdmin("Budi"), await anAdmin("Sri")];
      await speak(language);
      const id = await publishNow();
      await pauseAnnouncement(stage.world, sri, id);
      // Its author is there, and decides.
      expect(await at("2024-07-05T03:01:00Z")).toBe(0);
      await how();
      expect(await at("2024-07-05T03:02:00Z")).toBe(1);
      expect(await at("2024-07-05T03:03:00Z")).toBe(0);
      const [one, ...more] = await asked();
      expect(more).toEqual([]);
      expect(one?.personId).toBe(sri.person.id);
      expect(one?.text).toContain(
        language === "id" ? "dijeda, dan 1 orang belum menerimanya" : "1 person has not got it yet",
      );
      expect(dataOf(one?.buttons)).toMatch(/resume_announcement:\d+.*ask_stop_announcement:\d+/);
      expect((await resumeAnnouncement(stage.world, sri, id)).kind).toBe("changed");
      expect(await at("2024-07-05T03:04:00Z")).toBe(0);
    }
  },
);

test("one that is paused when nobody waits for it any more asks nobody", async () => {
  const id = await publishNow();
  await pauseAnnouncement(stage.world, sri, id);
  await stage.db.outbox.updateMany({ where: { announcementId: id }, data: { state: "sent" } });
  await eraseBudi();
  expect(await at("2024-07-05T03:02:00Z")).toBe(0);
});

// Keeps A10.
test.each(GONE)(
  "one that waits for an approval, and whose author %s: those who may decide are asked once",
  async (_, how) => {
    stage.world.settings.approvalAbove = 0;
    const id = await publishNow();
    expect(await at("2024-07-05T03:01:00Z")).toBe(0);
    await how();
    expect(await at("2024-07-05T03:02:00Z")).toBe(1);
    expect(await at("2024-07-05T03:03:00Z")).toBe(0);
    // A day later nobody can approve it any more, and they have been asked.
    expect(await at("2024-07-08T03:03:00Z")).toBe(0);
    const [one] = await asked();
    expect(one?.personId).toBe(sri.person.id);
    expect(one?.text).toContain("menunggu persetujuan, dan pembuatnya tidak dapat dihubungi lagi");
    expect(dataOf(one?.buttons)).toContain(`review_announcement:${id}`);
  },
);

test("one that nobody approved in time, and whose author is gone, can be asked for anew or withdrawn; an old one is history", async () => {
  stage.world.settings.approvalAbove = 0;
  await publishNow();
  await at("2024-07-08T03:00:00Z");
  await dismissBudi();
  await speak("en");
  expect(await at("2024-07-08T03:01:00Z")).toBe(1);
  const [one] = await asked();
  expect(one?.text).toContain("within 24 hours");
  expect(dataOf(one?.buttons)).not.toContain("review_announcement");
  expect(dataOf(one?.buttons)).toMatch(/change_announcement:\d+.*stop_announcement:\d+/);
  await stage.db.outbox.deleteMany({ where: { key: { startsWith: "announcement-decider:" } } });
  expect(await at("2024-08-08T03:01:00Z")).toBe(0);
});
