// Whom an announcement is for, and that each of them is in its ledger once, whatever happens.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { audienceSize } from "../../../src/domain/announcements/announcement.js";
import type { Audience } from "../../../src/domain/announcements/audience.js";
import type { Reach } from "../../../src/domain/people/admin-reach.js";
import { nextWorkingInstant } from "../../../src/domain/time/working-hours.js";
import { zoneOfProvince } from "../../../src/domain/time/zone.js";
import type { AnnouncementsPort, AudienceTerms } from "../../../src/ports/announcements/announcements.js";
import type { AudiencesPort } from "../../../src/ports/announcements/audiences.js";
import { createReceivers } from "../../../src/storage/announcements/afterwards/receivers.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { createAudiences } from "../../../src/storage/announcements/audiences/saved-audiences.js";
import { dayToColumn } from "../../../src/storage/days.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

const NOW = new Date("2024-07-10T03:00:00Z");
const EVERYWHERE: Reach[] = [{ regionCode: null, cohortId: null }];
const ALL: Audience = { scope: { kind: "all" }, role: "everyone", plans: "any" };

let database: TestDatabase;
let announcements: AnnouncementsPort;
let audiences: AudiencesPort;
let db: TestDatabase["prisma"];
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.prisma;
  announcements = createAnnouncements(db);
  audiences = createAudiences(db);
});
beforeEach(() => database.empty());
afterAll(() => database.close());

/** The zones east of Jakarta are already asleep: theirs leaves tomorrow. */
const terms = (reach = EVERYWHERE): AudienceTerms => ({
  reach,
  zones: [
    { zone: "Asia/Jakarta", dueAt: NOW, waits: false, today: "2024-07-10" },
    { zone: "Asia/Pontianak", dueAt: NOW, waits: false, today: "2024-07-10" },
    { zone: "Asia/Makassar", dueAt: NOW, waits: false, today: "2024-07-10" },
    { zone: "Asia/Jayapura", dueAt: new Date("2024-07-10T22:30:00Z"), waits: true, today: "2024-07-10" },
  ],
});

let drafts = 0;
async function publish(audience = ALL, reach = EVERYWHERE, draftId = ++drafts) {
  const author = (await db.person.findFirst({ where: { name: "Admin Budi" } })) ?? (await buildAdmin(db));
  return announcements.publish(
    {
      authorId: author.id,
      draftId,
      content: { text: "Halo {nama} di {kelas}", marks: [] },
      audience,
      contentHash: "h",
    },
    terms(reach),
    NOW,
  );
}

async function recipientNames(id: number): Promise<string[]> {
  return (await createReceivers(database.prisma).all(id)).map(({ name }) => name).sort();
}

test("somebody in two classes is written to once, with the words of the latest class", async () => {
  const first = await buildClass(db, { name: "Bintan I" });
  const second = await buildClass(db, { name: "Bintan II", startsOn: "2024-06-10" });
  const { person } = await buildParticipant(db, first.id, { name: "Siti", libraryName: "Pelita" });
  await db.participant.create({
    data: { number: "x", personId: person.id, classId: second.id, kind: "desa", joinedAt: NOW },
  });
  await db.classTrainer.create({ data: { classId: second.id, personId: person.id } });

  const { id, posted } = await publish();

  expect(posted).toBe(1);
  expect(await db.announcementRecipient.count()).toBe(1);
  const row = await db.outbox.findFirstOrThrow();
  expect(row).toMatchObject({
    key: `announcement:${id}:${person.id}`,
    kind: "announcement",
    priority: 9,
    // What the text does not ask for is not kept.
    variables: { nama: "Siti", kelas: "Bintan II" },
  });
});

test("who cannot be written to is in the ledger with the cause and has no post", async () => {
  const trainingClass = await buildClass(db);
  await buildParticipant(db, trainingClass.id, { name: "Ani" });
  await buildRosterRow(db, trainingClass.id, { name: "Belum" });
  const change = async (name: string, data: object) => {
    const { person } = await buildParticipant(db, trainingClass.id, { name });
    await db.person.update({ where: { id: person.id }, data });
  };
  await change("Blokir", { unreachableSince: NOW, unreachableCause: "blocked" });
  await change("Hilang", { unreachableSince: NOW, unreachableCause: "gone" });
  await change("Berhenti", { optedOut: ["announcements"] });
  await change("Pengingat saja", { optedOut: ["reminders"] });
  await change("Tanpa akun", { telegramId: null });
  await change("Dihapus", { erasedAt: NOW });

  const preview = await announcements.preview(ALL, terms());
  const { id, posted } = await publish();

  expect(preview.skipped).toEqual({ not_joined: 2, blocked: 1, gone: 1, opted_out: 1 });
  expect(preview.reachable).toEqual([{ zone: "Asia/Jakarta", count: 2 }]);
  expect(posted).toBe(2);
  const tally = await announcements.tally(id);
  expect(tally).toMatchObject({ waiting: 2, not_joined: 2, blocked: 1, gone: 1, opted_out: 1 });
  expect(audienceSize(tally)).toBe(await db.announcementRecipient.count());
  expect((await createReceivers(database.prisma).all(id)).map(({ name, entry }) => `${name}: ${entry}`).sort()).toEqual(
    [
      "Ani: waiting",
      "Belum: not_joined",
      "Berhenti: opted_out",
      "Blokir: blocked",
      "Hilang: gone",
      "Pengingat saja: waiting",
      "Tanpa akun: not_joined",
    ],
  );
});

// Keeps A01.
test("a Jambi admin reaches nobody of Riau, whatever audience is asked for", async () => {
  const jambi = await buildClass(db, { provinceCode: "15", name: "Jambi" });
  const riau = await buildClass(db, { provinceCode: "14", name: "Riau" });
  await buildParticipant(db, jambi.id, { name: "Jambi 1", placeCode: "15.05" });
  await buildParticipant(db, riau.id, { name: "Riau 1", placeCode: "14.01" });
  // A Riau library that was sent to the class of the neighbours.
  await buildParticipant(db, jambi.id, { name: "Riau 2", placeCode: "14.01" });
  await buildRosterRow(db, riau.id, { name: "Riau 3" });
  await buildRosterRow(db, jambi.id, { name: "Riau 4", placeCode: "14.01" });
  await buildTrainer(db, [riau.id], { name: "Riau 5" });
  const reach = [{ regionCode: "15", cohortId: null }];
  const scopes: Audience["scope"][] = [
    { kind: "all" },
    { kind: "province", code: "14" },
    { kind: "class", classId: riau.id },
    { kind: "class", classId: jambi.id },
  ];

  const reached = new Set<string>();
  for (const scope of scopes) {
    const { id } = await publish({ ...ALL, scope }, reach);
    for (const name of await recipientNames(id)) reached.add(name);
  }

  expect([...reached]).toEqual(["Jambi 1"]);
  const wish = { places: [], typed: "", skip: 0, most: 9 };
  const offered = async (list: "places" | "classes" | "trainers", places: string[] = []) =>
    (await audiences.options(list, reach, { ...wish, places })).shown.map(({ name }) => name);
  expect(await offered("places")).toEqual(["Jambi"]);
  expect(await offered("classes")).toEqual(["Jambi"]);
  expect(await offered("classes", ["14"])).toEqual([]);
  expect(await offered("trainers")).toEqual([]);
});

test("the reach of an admin of one regency or one cohort is kept to", async () => {
  const [of2024, of2025] = [await buildClass(db), await buildClass(db, { startsOn: "2025-06-02" })];
  await buildParticipant(db, of2024.id, { name: "Bintan 2024", placeCode: "21.01.10.2001" });
  await buildParticipant(db, of2024.id, { name: "Karimun 2024", placeCode: "21.02" });
  await buildParticipant(db, of2025.id, { name: "Bintan 2025", placeCode: "21.01.10.2001" });
  const cohortId = (await db.cohort.findFirstOrThrow({ where: { year: 2025 } })).id;

  expect(await recipientNames((await publish(ALL, [{ regionCode: "21.01", cohortId: null }])).id)).toEqual([
    "Bintan 2024",
    "Bintan 2025",
  ]);
  expect(await recipientNames((await publish(ALL, [{ regionCode: null, cohortId }])).id)).toEqual(["Bintan 2025"]);
  expect(await recipientNames((await publish(ALL, [])).id)).toEqual([]);
});

test("the audience is narrowed by role and by the state of the plans", async () => {
  const trainingClass = await buildClass(db);
  await buildTrainer(db, [trainingClass.id], { name: "Rina" });
  await buildRosterRow(db, trainingClass.id, { name: "Belum" });
  const set = async (name: string, data: object) => {
    const { library } = await buildParticipant(db, trainingClass.id, { name });
    await db.workPlan.updateMany({ where: { libraryId: library.id }, data });
  };
  await set("Baru", { state: "unwritten" });
  await set("Terlambat", { state: "in_progress" });
  await set("Selesai", { state: "done" });
  await set("Diperpanjang", { state: "in_progress", dueOn: dayToColumn("2024-07-10") });
  const names = async (more: Partial<Audience>) => recipientNames((await publish({ ...ALL, ...more })).id);

  expect(await names({ role: "trainers" })).toEqual(["Rina"]);
  expect(await names({ role: "participants", plans: "unwritten" })).toEqual(["Baru"]);
  // Due on the day itself is not overdue yet.
  expect(await names({ role: "participants", plans: "overdue" })).toEqual(["Baru", "Terlambat"]);
  expect(await names({ role: "participants" })).toEqual(["Baru", "Belum", "Diperpanjang", "Selesai", "Terlambat"]);
  expect(await names({})).toHaveLength(6);
});

test("each zone is written to at its own time", async () => {
  for (const provinceCode of ["21", "63", "81"]) {
    const { id } = await buildClass(db, { provinceCode });
    await buildParticipant(db, id);
  }
  const { id } = await publish();
  const rows = await db.outbox.findMany({ where: { announcementId: id }, orderBy: { dueAt: "asc" } });
  const night = new Date("2024-07-10T12:00:00Z");
  // Whoever has to wait gets a moment of their own, the same that the domain would give.
  const morning = nextWorkingInstant("Asia/Jayapura", night, { holidays: new Set() }, rows.at(-1)!.personId!);
  expect(rows.map(({ dueAt }) => dueAt)).toEqual([NOW, NOW, morning]);
  expect(await announcements.nextDueAt(id)).toEqual(NOW);
  expect((await announcements.preview(ALL, terms())).reachable.map(({ zone }) => zone)).toEqual(
    ["21", "63", "81"].map(zoneOfProvince),
  );
});

test("published twice from one draft it is one announcement with the posts of the first time", async () => {
  const { id: classId } = await buildClass(db);
  await buildParticipant(db, classId);
  const first = await publish(ALL, EVERYWHERE, 77);
  const second = await publish(ALL, EVERYWHERE, 77);
  expect(first).toEqual({ id: first.id, isNew: true, posted: 1 });
  expect(second).toEqual({ id: first.id, isNew: false, posted: 0 });
  expect(await db.outbox.count()).toBe(1);
  expect(await db.announcementRecipient.count()).toBe(1);
});

test("the preview shows the longest, the middle and the shortest name, and who lacks a word", async () => {
  const { id: classId } = await buildClass(db, { name: "Bintan" });
  for (const name of ["Jo", "Siti", "Maria Goreti Wulandari", "Rahmat"]) await buildParticipant(db, classId, { name });
  await buildTrainer(db, [classId], { name: "Pelatih Rina" });
  const { samples, variables } = await announcements.preview(ALL, terms());
  expect(samples.map(({ words }) => words.nama)).toEqual(["Maria Goreti Wulandari", "Rahmat", "Jo"]);
  expect(variables.perpustakaan).toMatchObject({ missing: 1, example: "Pelatih Rina" });
  expect(variables.nama).toMatchObject({ missing: 0, longest: 22 });
});

test("only what surely failed is sent again, and only to those who can be reached now", async () => {
  const { id: classId } = await buildClass(db);
  const cases = [
    ["Gagal", "dead", "400"],
    ["Pernah blokir", "dead", "blocked"],
    ["Batal blokir", "cancelled", "unreachable"],
    ["Masih blokir", "dead", "blocked"],
    ["Sampai", "sent", null],
    ["Tidak pasti", "unknown", "timeout"],
  ] as const;
  const people = [];
  for (const [name] of cases) people.push((await buildParticipant(db, classId, { name })).person);
  const { id } = await publish();
  for (const [at, [, state, cause]] of cases.entries()) {
    await db.outbox.updateMany({ where: { personId: people[at]!.id }, data: { state, cause, settledAt: NOW } });
  }
  const still = people[3]!.id;
  await db.person.update({ where: { id: still }, data: { unreachableSince: NOW, unreachableCause: "blocked" } });

  expect(await announcements.requeueFailed(id, terms())).toBe(3);
  expect(await announcements.requeueFailed(id, terms())).toBe(0);
  expect(await announcements.tally(id)).toMatchObject({ waiting: 3, blocked: 1, sent: 1, unknown: 1, failed: 0 });
});

test("what nobody knows is decided once", async () => {
  const { id: classId } = await buildClass(db);
  await buildParticipant(db, classId, { name: "Ani" });
  await buildParticipant(db, classId, { name: "Budi" });
  const { id } = await publish();
  await db.outbox.updateMany({ data: { state: "unknown", cause: "timeout", settledAt: NOW } });
  const [ani, budi] = await announcements.unknownOf(id, 5);

  expect(await announcements.settleUnknown(id, ani!.outboxId, "send_again", terms(), NOW)).toBe(true);
  expect(await announcements.settleUnknown(id, ani!.outboxId, "taken_as_sent", terms(), NOW)).toBe(false);
  expect(await announcements.settleUnknown(id + 1, budi!.outboxId, "taken_as_sent", terms(), NOW)).toBe(false);
  expect(await announcements.settleUnknown(id, budi!.outboxId, "taken_as_sent", terms(), NOW)).toBe(true);
  expect(await announcements.tally(id)).toMatchObject({ waiting: 1, sent: 1, unknown: 0 });
});
