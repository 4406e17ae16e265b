// An announcement with a time: it leaves for each zone once, whatever happens meanwhile, and changes until the last one.
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { type Audience, EVERYBODY } from "../../../src/domain/announcements/audience.js";
import type { LocalTime } from "../../../src/domain/announcements/local-time.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";
import {
  announcementProgress,
  approveAnnouncement,
  cancelAnnouncement,
  changeAnnouncement,
  pauseAnnouncement,
  publishAnnouncement,
  resumeAnnouncement,
  sendScheduled,
} from "../../../src/use-cases/index.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const MONDAY: LocalTime = "2024-07-08T08:00";
/** 08:00 of that Monday in Maluku, Kalimantan Selatan and Kepulauan Riau. */
const [WIT, WITA, WIB] = ["2024-07-07T23:00:00Z", "2024-07-08T00:00:00Z", "2024-07-08T01:00:00Z"] as const;
const TEXT = { text: "Halo {nama}", marks: [] };

let database: TestDatabase;
let stage: Stage;
let world: World;
let author: KnownActor;
/** What fails, once. */
let failing: string | null;
/** What happens just before that step, once. */
let meanwhile: { step: string; act(): Promise<unknown> } | null;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  [failing, meanwhile] = [null, null];
  stage = await openStage(database, "2024-07-05T03:00:00Z", {
    step: async (name, call) => {
      if (meanwhile?.step === name) {
        const { act } = meanwhile;
        meanwhile = null;
        await act();
      }
      if (name !== failing) return call();
      failing = null;
      throw new Error("killed");
    },
  });
  world = stage.world;
  for (const [name, provinceCode] of [
    ["Siti", "21"],
    ["Norma", "63"],
    ["Maria", "81"],
  ] as const) {
    const { id } = await buildClass(stage.db, { provinceCode, name: `Kelas ${name}` });
    await buildParticipant(stage.db, id, { name, provinceCode });
  }
  author = await anAdmin("Budi");
});
afterAll(() => database.close());

async function anAdmin(name: string, regionCode?: string): Promise<KnownActor> {
  const { id } = await buildAdmin(stage.db, { name, ...(regionCode !== undefined && { regionCode }) });
  return actorOf(world, id);
}

let drafts = 0;
async function schedule(audience: Audience = EVERYBODY, localTime = MONDAY): Promise<number> {
  const wish = { draftId: ++drafts, content: TEXT, audience, localTime };
  const outcome = await publishAnnouncement(world, author, wish);
  if (!("announcementId" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.announcementId;
}

async function at(instant: string) {
  stage.clock.set(new Date(instant));
  return sendScheduled(world);
}

async function posted(): Promise<string[]> {
  const rows = await stage.db.outbox.findMany({ where: { kind: "announcement" }, orderBy: { id: "asc" } });
  return rows.map(({ variables }) => (variables as { nama: string }).nama);
}

const change = (id: number, more: object = {}, who = author) =>
  changeAnnouncement(world, who, {
    ...{ announcementId: id, content: TEXT, audience: EVERYBODY, emergency: false, localTime: MONDAY },
    ...more,
  });

// Keeps A12.
test("it leaves for each zone at its own time, once, however often the job looks", async () => {
  const id = await schedule();
  expect(await at("2024-07-07T22:59:59Z")).toMatchObject({ zones: 0, posted: 0 });
  expect(await posted()).toEqual([]);
  for (const [instant, names] of [
    [WIT, ["Maria"]],
    [WITA, ["Maria", "Norma"]],
    [WIB, ["Maria", "Norma", "Siti"]],
  ] as const) {
    expect((await at(instant)).posted).toBe(1);
    expect(await at(instant)).toMatchObject({ zones: 0, posted: 0 });
    expect(await posted()).toEqual(names);
  }
  const rows = await stage.db.outbox.findMany({ where: { kind: "announcement" }, orderBy: { id: "asc" } });
  expect(rows.map(({ dueAt }) => dueAt.toISOString())).toEqual(
    [WIT, WITA, WIB].map((one) => new Date(one).toISOString()),
  );
  expect(await announcementProgress(world, author, id)).toMatchObject({ toGo: [], tally: { waiting: 3 } });
});

// Keeps A12.
test("killed while it leaves for a zone, or while it is scheduled, nothing is lost and nothing is there twice", async () => {
  failing = "audit.record";
  await expect(schedule()).rejects.toThrow("killed");
  expect(await stage.db.announcement.count()).toBe(0);
  drafts -= 1;
  const id = await schedule();
  for (const [instant, step] of [
    [WIT, "announcements.noteZonesLeft"],
    [WITA, "announcements.fanOut"],
    [WIB, "announcements.findLocked"],
  ] as const) {
    stage.clock.set(new Date(instant));
    failing = step;
    await expect(sendScheduled(world)).rejects.toThrow("killed");
    await sendScheduled(world);
  }
  expect(await posted()).toEqual(["Maria", "Norma", "Siti"]);
  expect(await stage.db.announcementRecipient.count({ where: { announcementId: id } })).toBe(3);
});

test("after an outage over all its times it leaves for everybody, once, and not at night", async () => {
  await schedule();
  expect(await at("2024-07-08T15:00:00Z")).toMatchObject({ zones: 4, posted: 3 });
  const rows = await stage.db.outbox.findMany({ where: { kind: "announcement" } });
  // On Tuesday, from half past seven in each zone.
  for (const { dueAt } of rows) expect(dueAt.getTime()).toBeGreaterThanOrEqual(Date.parse("2024-07-08T22:30:00Z"));
});

// Keeps A12.
test("an outage of days over its time lets nothing leave by itself: its author is told once, and sends it or does not", async () => {
  const id = await schedule();
  const told = async () => {
    const rows = await stage.db.outbox.findMany({ where: { kind: "answer" }, orderBy: { id: "asc" } });
    return rows.map(({ message }) => message as { text: string; buttons: { data: string }[][] });
  };
  // Maluku has it, and then the bot is off until a day after the time of Kepulauan Riau.
  await at(WIT);
  expect(await at("2024-07-09T00:00:00.001Z")).toMatchObject({ zones: 0, posted: 0 });
  expect(await at("2024-07-12T01:00:00Z")).toMatchObject({ zones: 0, posted: 0 });
  expect(await posted()).toEqual(["Maria"]);
  expect(await stage.db.announcement.findFirst()).toMatchObject({ state: "paused", zonesLeft: ["Asia/Jayapura"] });
  const [message] = await told();
  expect(message?.text).toContain(
    "belum berangkat ke WIB dan WITA. Waktunya Senin, 8 Juli 2024 pukul 08.00 waktu setempat",
  );
  expect(message?.buttons.map(([button]) => button?.data)).toEqual([
    `resume_announcement:${id}`,
    `change_announcement:${id}`,
    `ask_stop_announcement:${id}`,
  ]);
  expect(await told()).toHaveLength(1);
  // Told to go on, and off again for days before anything has left.
  expect((await resumeAnnouncement(world, author, id)).kind).toBe("changed");
  expect(await at("2024-07-15T01:00:00Z")).toMatchObject({ zones: 0, posted: 0 });
  expect(await told()).toHaveLength(2);
  await resumeAnnouncement(world, author, id);
  expect((await at("2024-07-15T01:01:00Z")).posted).toBe(2);
  expect(await at("2024-07-15T01:02:00Z")).toMatchObject({ zones: 0, posted: 0 });
  expect((await posted()).sort()).toEqual(["Maria", "Norma", "Siti"]);
});

test("a day late to the second it still leaves; changed to a new time after an outage, it leaves then", async () => {
  await schedule();
  expect((await at("2024-07-08T23:00:00Z")).posted).toBe(3);
  const late = await schedule({ ...EVERYBODY, places: ["21"] }, "2024-07-10T08:00");
  await at("2024-07-12T03:00:00Z");
  expect(await posted()).toHaveLength(3);
  expect(
    await change(late, { audience: { ...EVERYBODY, places: ["21"] }, localTime: "2024-07-15T08:00" as LocalTime }),
  ).toEqual({ kind: "changed" });
  await resumeAnnouncement(world, author, late);
  expect((await at("2024-07-15T01:00:00Z")).posted).toBe(1);
});

test("who moves between two zones in the meantime has it once, whichever way they go", async () => {
  await schedule();
  await at(WIT);
  await stage.db.person.updateMany({ where: { name: "Maria" }, data: { zone: "Asia/Jakarta" } });
  await stage.db.person.updateMany({ where: { name: "Siti" }, data: { zone: "Asia/Jayapura" } });
  await at(WITA);
  await at(WIB);
  expect((await posted()).sort()).toEqual(["Maria", "Norma", "Siti"]);
});

test("who is meant is found when it leaves: one who has reported meanwhile is not told that they have not", async () => {
  await schedule({ ...EVERYBODY, plans: "unreported" });
  const { id: libraryId } = await stage.db.library.findFirstOrThrow({
    where: { members: { some: { person: { name: "Norma" } } } },
  });
  await stage.db.workPlan.updateMany({
    where: { libraryId },
    data: { lastReportAt: new Date(WIT), state: "in_progress" },
  });
  for (const instant of [WIT, WITA, WIB]) await at(instant);
  expect(await posted()).toEqual(["Maria", "Siti"]);
});

test("where somebody has come since without a word that the text asks for, it is held, and its author is told once", async () => {
  const wish = { draftId: ++drafts, content: { text: "Halo {perpustakaan}", marks: [] }, audience: EVERYBODY };
  const outcome = await publishAnnouncement(world, author, { ...wish, localTime: MONDAY });
  if (!("announcementId" in outcome)) throw new Error(outcome.kind);
  const { id: classId } = await stage.db.trainingClass.findFirstOrThrow({ where: { provinceCode: "81" } });
  const { participant } = await buildParticipant(stage.db, classId, { name: "Tanpa", provinceCode: "81" });
  await stage.db.participant.update({ where: { id: participant.id }, data: { libraryId: null } });
  expect(await at(WIT)).toMatchObject({ zones: 0, posted: 0 });
  await at(WIT);
  expect(await stage.db.announcement.findFirst()).toMatchObject({ state: "paused", zonesLeft: [] });
  const told = await stage.db.outbox.findMany({ where: { kind: "answer" } });
  expect(told.map(({ message }) => (message as { text: string }).text).join()).toContain(
    "1 orang tidak punya {perpustakaan}",
  );
  expect(told).toHaveLength(1);
  const { announcementId } = outcome;
  const mended = { content: { text: "Halo semua", marks: [] }, localTime: "2024-07-08T10:00" as LocalTime };
  expect((await change(announcementId, mended)).kind).toBe("changed");
  await resumeAnnouncement(world, author, announcementId);
  expect((await at("2024-07-08T03:00:00Z")).posted).toBe(4);
});

test("two processes that look at the same instant send it once", async () => {
  await schedule();
  stage.clock.set(new Date(WIB));
  await Promise.all([sendScheduled(world), sendScheduled(world)]);
  expect((await posted()).sort()).toEqual(["Maria", "Norma", "Siti"]);
});

// Keeps A12.
test("held, it waits for the one who goes on with it; stopped between two zones, it leaves for no other", async () => {
  const held = await schedule();
  await pauseAnnouncement(world, author, held);
  await at(WIT);
  expect(await posted()).toEqual([]);
  await resumeAnnouncement(world, author, held);
  await at(WIT);
  expect(await posted()).toEqual(["Maria"]);
  await cancelAnnouncement(world, author, held);
  await at(WIB);
  expect(await posted()).toEqual(["Maria"]);
  expect(await change(held, { content: { text: "Lain", marks: [] } })).toEqual({ kind: "too_late" });
});

// Keeps A12.
test("changed between two zones, the others get the new words at the new time, and those who have it nothing more", async () => {
  const id = await schedule();
  await at(WIT);
  const later = { content: { text: "Baru {nama}", marks: [] }, localTime: "2024-07-08T10:00" as LocalTime };
  expect(await change(id, later)).toEqual({ kind: "changed" });
  expect(await change(id, later)).toEqual({ kind: "unchanged" });
  await at(WIB);
  expect(await posted()).toEqual(["Maria"]);
  await at("2024-07-08T03:00:00Z");
  expect((await posted()).sort()).toEqual(["Maria", "Norma", "Siti"]);
  const { content } = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
  expect(content).toMatchObject({ text: "Baru {nama}" });
  expect(await stage.db.audit.count({ where: { action: "announcement.change" } })).toBe(1);
});

test("sent at once after all, it leaves for everybody who does not have it yet", async () => {
  const id = await schedule();
  await at(WIT);
  expect(await change(id, { localTime: null })).toEqual({ kind: "changed" });
  expect((await posted()).sort()).toEqual(["Maria", "Norma", "Siti"]);
  expect(await at(WIB)).toMatchObject({ zones: 0, posted: 0 });
});

// Keeps A12.
test("a time that is past, at night or on a day of rest is refused, and nothing is written down", async () => {
  const refused = async (localTime: LocalTime) => {
    const wish = { draftId: ++drafts, content: TEXT, audience: EVERYBODY, localTime };
    const outcome = await publishAnnouncement(world, author, wish);
    return outcome.kind === "problem" ? outcome.problem : outcome;
  };
  expect(await refused("2024-07-04T08:00")).toMatchObject({ kind: "too_late" });
  // 10:00 in Jakarta: it is past 11:30 in Maluku, and Maria is there.
  expect(await refused("2024-07-05T11:30")).toMatchObject({ kind: "too_late", zones: ["Asia/Jayapura"] });
  expect(await refused("2024-07-07T08:00")).toMatchObject({ kind: "rest_day" });
  expect(await refused("2024-07-08T21:00")).toMatchObject({ kind: "at_night" });
  expect(await stage.db.announcement.count()).toBe(0);
  // With nobody in Maluku it is still to come.
  const wish = { draftId: ++drafts, content: TEXT, audience: { ...EVERYBODY, places: ["21"] } };
  expect((await publishAnnouncement(world, author, { ...wish, localTime: "2024-07-05T11:30" })).kind).toBe("published");
});

// Keeps A08, A12.
test("a change takes back an approval: the old button approves nothing, and the new text is asked about", async () => {
  world.settings.approvalAbove = 1;
  const second = await anAdmin("Dewi");
  const id = await schedule();
  const seenIn = async () => {
    const { contentHash } = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
    return contentHash.slice(0, 16);
  };
  const first = await seenIn();
  // Dewi has read the first request on Friday: it is not what she is asked about on Sunday.
  await stage.db.outbox.updateMany({ data: { state: "sent", settledAt: stage.clock.now() } });
  expect(await change(id, { content: { text: "Lain {nama}", marks: [] } })).toEqual({ kind: "proposed" });
  const approve = (seen: string) =>
    approveAnnouncement(world, second, { announcementId: id, seen, saidAt: stage.clock.now() });
  expect(await approve(first)).toEqual({ kind: "decided_before" });
  expect(await approve(await seenIn())).toEqual({ kind: "approved" });
  expect(await posted()).toEqual([]);
  stage.clock.set(new Date("2024-07-07T03:00:00Z"));
  // Approved, it is changed once more: nothing leaves before somebody has read that too.
  expect(await change(id, { content: { text: "Lagi {nama}", marks: [] } })).toEqual({ kind: "proposed" });
  await at(WIB);
  expect(await posted()).toEqual([]);
  expect(await approve(await seenIn())).toMatchObject({ kind: "too_late" });
  expect(await posted()).toEqual([]);
  const requests = await stage.db.outbox.findMany({ where: { kind: "approval_request" }, orderBy: { id: "asc" } });
  expect(requests).toHaveLength(3);
});

test.skipIf(inject("database").kind !== "postgres")(
  "held or stopped between the job's look and its turn, it does not leave",
  async () => {
    for (const steer of [pauseAnnouncement, cancelAnnouncement]) {
      const id = await schedule({ ...EVERYBODY, places: steer === pauseAnnouncement ? ["81"] : ["81", "63"] });
      meanwhile = { step: "announcements.findLocked", act: () => steer(world, author, id) };
      await at(WIT);
      expect(await posted()).toEqual([]);
      stage.clock.set(new Date("2024-07-05T03:00:00Z"));
    }
  },
);

test.skipIf(inject("database").kind !== "postgres")(
  "approved at the very moment of a change, either what was read leaves, or nothing does",
  async () => {
    world.settings.approvalAbove = 1;
    const second = await anAdmin("Dewi");
    for (let n = 0; n < 10; n++) {
      const id = await schedule(
        { ...EVERYBODY, places: n % 2 === 0 ? ["21", "63"] : ["21", "81"] },
        `2024-07-08T1${n % 6}:0${n % 10}`,
      );
      const { contentHash, localTime } = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
      const [approved, changed] = await Promise.all([
        approveAnnouncement(world, second, {
          announcementId: id,
          seen: contentHash.slice(0, 16),
          saidAt: stage.clock.now(),
        }),
        change(id, { content: { text: `Lain ${n} {nama}`, marks: [] }, localTime }),
      ]);
      const after = await stage.db.announcement.findUniqueOrThrow({ where: { id } });
      // Changed last, it waits for somebody who reads it.
      expect([approved.kind, changed.kind, after.state]).toEqual([expect.any(String), "proposed", "awaiting"]);
      expect(after.approverId).toBeNull();
    }
  },
);

// Keeps A01.
test("an admin of Jambi changes no announcement of the whole country, and counts nobody of Riau into their own", async () => {
  const jambi = await anAdmin("Dewi", "15");
  const id = await schedule();
  expect(await change(id, { content: { text: "Lain", marks: [] } }, jambi)).toEqual({ kind: "out_of_reach" });
  const wish = { draftId: ++drafts, content: TEXT, audience: { ...EVERYBODY, places: ["21"] }, localTime: MONDAY };
  expect(await publishAnnouncement(world, jambi, wish)).toEqual({ kind: "problem", problem: { kind: "nobody" } });
});

const LATER: LocalTime = "2024-07-09T08:00";
const zonesOn = async (id: number) => {
  const progress = await announcementProgress(world, author, id);
  if (progress.kind !== "progress") throw new Error(progress.kind);
  return { toGo: progress.toGo, gone: progress.gone, phase: progress.phase };
};

// Keeps A12.
test("its card names the zones of its audience alone, and it is over when it has left for the last of them", async () => {
  const whole = await schedule();
  expect((await zonesOn(whole)).toGo).toHaveLength(4);
  const west = await schedule({ ...EVERYBODY, places: ["21"] });
  const east = await schedule({ ...EVERYBODY, places: ["81"] });
  expect(await zonesOn(west)).toEqual({ toGo: ["Asia/Jakarta"], gone: [], phase: "scheduled" });
  expect(await zonesOn(east)).toEqual({ toGo: ["Asia/Jayapura"], gone: [], phase: "scheduled" });
  await at(WITA);
  expect(await zonesOn(west)).toEqual({ toGo: ["Asia/Jakarta"], gone: [], phase: "scheduled" });
  expect(await zonesOn(east)).toMatchObject({ toGo: [], gone: ["Asia/Jayapura"] });
  await at(WIB);
  expect(await zonesOn(west)).toMatchObject({ toGo: [], gone: ["Asia/Jakarta"] });
  // Of nobody so far: whoever joins until then may be anywhere.
  const nobody = await schedule({ ...EVERYBODY, joined: "joined", places: ["15"] }, LATER).catch(() => null);
  if (nobody !== null) expect((await zonesOn(nobody)).toGo).toHaveLength(4);
});
