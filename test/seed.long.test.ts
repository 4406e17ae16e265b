// The seeded cohort is what the press and the programme say, today's database or another day's.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FIRST_NUMBER, fictivePhone } from "../prisma/seed/people/identities.js";
import { readArguments } from "../prisma/seed/read-arguments.js";
import type { SeedResult } from "../prisma/seed/read-seed-result.js";
import { seed } from "../prisma/seed/seed.js";
import { readPhone } from "../src/domain/people/phone.js";
import { addDays, daysBetween } from "../src/domain/time/calendar.js";
import { readPlaces } from "../src/storage/migrations/place-files.js";
import { ensurePlaces } from "../src/storage/migrations/places.js";
import { createParticipants } from "../src/storage/people/participants.js";
import { NOTICES_IN_FORCE } from "../src/texts/notices-in-force.js";
import { openOwnTestDatabase, type TestDatabase } from "./support/database.js";

/** The evening before the class of Kepulauan Riau, 19:00 WIB: when the demo begins. */
const EVENING_BEFORE = new Date("2024-06-02T12:00:00Z");
const PRESS_PROVINCES = ["15", "18", "21", "63", "81"];

let database: TestDatabase;
let result: SeedResult;

beforeAll(async () => {
  database = await openOwnTestDatabase();
  const places = await readPlaces();
  await ensurePlaces(
    database.prisma,
    places.filter(({ code }) => PRESS_PROVINCES.includes(code.slice(0, 2))),
  );
  result = await seed(database.prisma, { now: EVENING_BEFORE });
});
afterAll(() => database.close());

function classOf(province: string) {
  const found = result.classes.find((trainingClass) => trainingClass.province === province);
  if (found === undefined) throw new Error(`No class in ${province}`);
  return found;
}

/** How many people of a class come from where: counted by the code of the regency, "18.12", or the province. */
async function peopleByOrigin(province: string, kinds?: string[]): Promise<Record<string, number>> {
  const rows = await database.prisma.rosterRow.findMany({ where: { classId: classOf(province).id } });
  const counts: Record<string, number> = {};
  for (const { kind, placeCode } of rows) {
    if (kinds !== undefined && !kinds.includes(kind)) continue;
    const origin = (placeCode ?? "").slice(0, 5);
    counts[origin] = (counts[origin] ?? 0) + 1;
  }
  return counts;
}

/** What every table holds, in the order in which it lies there: even a row written again with the same values would show. */
async function fingerprints(): Promise<Record<string, string>> {
  const tables = await database.prisma.$queryRaw<{ name: string; print: string }[]>`
    SELECT relname AS name, md5(query_to_xml(format('SELECT * FROM %I', relname), true, true, '')::text) AS print
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`;
  return Object.fromEntries(tables.map(({ name, print }) => [name, print]));
}

describe("the classes of the press", () => {
  test("Kepulauan Riau has 22 people from 3 to 7 June 2024", async () => {
    const { id, startsOn, endsOn, zone } = classOf("Kepulauan Riau");
    expect({ startsOn, endsOn, zone }).toEqual({ startsOn: "2024-06-03", endsOn: "2024-06-07", zone: "Asia/Jakarta" });
    expect(await database.prisma.rosterRow.count({ where: { classId: id } })).toBe(22);
  });

  test("Jambi lasts four days of May 2024", () => {
    const { startsOn, endsOn } = classOf("Jambi");
    expect(daysBetween(startsOn, endsOn)).toBe(3);
    expect([startsOn.slice(0, 7), endsOn.slice(0, 7)]).toEqual(["2024-05", "2024-05"]);
  });

  test("Lampung has 2 of the province, 4 of each of six offices and 9 village libraries", async () => {
    expect(await peopleByOrigin("Lampung", ["province_office"])).toEqual({ "18": 2 });
    // Lampung Utara, Tanggamus, Pesawaran, Tulang Bawang Barat (18.12; 18.05 is Tulang Bawang), Bandar Lampung, Metro.
    const offices = { "18.03": 4, "18.06": 4, "18.09": 4, "18.12": 4, "18.71": 4, "18.72": 4 };
    expect(await peopleByOrigin("Lampung", ["regency_office"])).toEqual(offices);
    const villages = await peopleByOrigin("Lampung", ["desa", "kelurahan"]);
    expect(Object.values(villages).reduce((sum, count) => sum + count, 0)).toBe(9);
    expect(await database.prisma.rosterRow.count({ where: { classId: classOf("Lampung").id } })).toBe(35);
  });

  test("Kalimantan Selatan has 43 people of four kabupaten and the province", async () => {
    // Barito Kuala, Hulu Sungai Tengah, Hulu Sungai Utara, Tanah Bumbu.
    const origins = { "63": 3, "63.04": 7, "63.07": 9, "63.08": 13, "63.10": 11 };
    expect(await peopleByOrigin("Kalimantan Selatan")).toEqual(origins);
  });

  test("they lie in four waves between 19 May and 14 June, and in all three time zones", async () => {
    const waves = await database.prisma.wave.findMany({ orderBy: { number: "asc" } });
    expect(waves.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(waves[0]?.startsOn).toEqual(new Date("2024-05-19T00:00:00Z"));
    expect(waves[3]?.endsOn).toEqual(new Date("2024-06-14T00:00:00Z"));
    const outside = result.classes.filter(({ startsOn, endsOn }) => startsOn < "2024-05-19" || endsOn > "2024-06-14");
    expect(outside).toEqual([]);
    const zones = new Set(result.classes.map(({ zone }) => zone));
    expect([...zones].sort()).toEqual(["Asia/Jakarta", "Asia/Jayapura", "Asia/Makassar"]);
  });

  test("plans are due 30 days after the class", () => {
    for (const { endsOn, plansDueOn } of result.classes) expect(plansDueOn).toBe(addDays(endsOn, 30));
  });
});

describe("links and people", () => {
  test("every link's token is its own, fits a deep link and tells nothing", () => {
    const tokens = [
      ...result.classes.map(({ joinToken }) => joinToken),
      ...[...result.trainers, ...result.admins].flatMap(({ invitationToken }) => invitationToken ?? []),
    ];
    expect(new Set(tokens).size).toBe(tokens.length);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  test("people without an account have an invitation, and nobody has both", () => {
    for (const { telegramId, invitationToken } of [...result.trainers, ...result.admins]) {
      expect(telegramId === null).toBe(invitationToken !== null);
    }
    expect(result.trainers.some(({ invitationToken }) => invitationToken !== null)).toBe(true);
  });

  test("phones are written as the bot writes them, each once, with a prefix that no operator has", () => {
    const phones = [...result.people, ...result.trainers, ...result.admins].flatMap(({ phone }) => phone ?? []);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) {
      expect(phone).toMatch(/^\+62890/);
      expect(readPhone(phone)).toEqual({ ok: true, phone });
    }
  });

  test.each([
    ["participants", NOTICES_IN_FORCE.participant, { none: {} }, 50],
    ["staff", NOTICES_IN_FORCE.staff, { some: {} }, 2],
  ])("%s who have an account have agreed to their notice in force", async (_who, noticeVersion, roles, least) => {
    const bound = { telegramId: { not: null }, roles };
    const agreed = { ...bound, consents: { some: { noticeVersion, withdrawnAt: null } } };
    const count = await database.prisma.person.count({ where: bound });
    expect(count).toBeGreaterThan(least);
    expect(await database.prisma.person.count({ where: agreed })).toBe(count);
  });

  test("every account is bound", async () => {
    const count = await database.prisma.person.count({ where: { telegramId: { not: null } } });
    expect(await database.prisma.accountBinding.count({ where: { unboundAt: null } })).toBe(count);
  });

  test("a village's library is of the kind that its code says", async () => {
    const rows = await database.prisma.rosterRow.findMany({ where: { kind: { in: ["desa", "kelurahan"] } } });
    expect(rows.length).toBeGreaterThan(80);
    for (const { kind, placeCode } of rows) expect(placeCode?.charAt(9)).toBe(kind === "kelurahan" ? "1" : "2");
  });

  test("the demo finds somebody to join, somebody with three written plans, their trainer and the national admin", async () => {
    const { participants, trainer, admin, classId } = result.demo;
    const [newcomer, participant] = participants;
    expect(newcomer).toMatchObject({ classId, id: null, telegramId: null, participantId: null });
    expect(newcomer.phone).not.toBeNull();
    expect(participant.telegramId).not.toBeNull();
    const plans = await database.prisma.workPlan.findMany({
      where: { library: { members: { some: { personId: participant.id ?? 0 } } } },
    });
    expect(plans.map(({ state }) => state)).toEqual(["not_started", "not_started", "not_started"]);
    expect(trainer.classIds).toEqual([classId]);
    expect(trainer.telegramId).not.toBeNull();
    expect(admin).toMatchObject({ regions: [null], phone: fictivePhone(FIRST_NUMBER.admins) });
    expect(admin.telegramId).not.toBeNull();
  });
});

describe("what has happened by now", () => {
  test("a class that is over has plans under way, done and stuck; one to come has none written but the demo's three", async () => {
    const statesIn = async (province: string) => {
      const plans = await database.prisma.workPlan.findMany({ where: { classId: classOf(province).id } });
      return new Set(plans.map(({ state }) => state));
    };
    expect([...(await statesIn("Jambi"))]).toEqual(
      expect.arrayContaining(["not_started", "in_progress", "done", "stuck"]),
    );
    const ahead = { trainingClass: { startsOn: { gte: new Date("2024-06-03") } } };
    expect(await database.prisma.workPlan.count({ where: { ...ahead, state: { not: "unwritten" } } })).toBe(3);
    expect(await database.prisma.progressReport.count({ where: { plan: ahead } })).toBe(0);
  });

  test("of a class that is over somebody has carried out all three plans, and two have told a story, one of them proposed", async () => {
    const reports = { orderBy: { id: "desc" as const }, take: 1 };
    const plans = await database.prisma.workPlan.findMany({ where: { state: "done" }, include: { reports } });
    const accepted = plans.filter(({ reports: [last] }) => last?.verdict === "accepted");
    const ofLibrary = (id: number) => accepted.filter(({ libraryId }) => libraryId === id).length;
    expect(accepted.filter(({ libraryId }) => ofLibrary(libraryId) === 3).length).toBeGreaterThanOrEqual(3);
    const stories = await database.prisma.story.findMany({ orderBy: { id: "asc" } });
    expect(stories.map(({ flaggedAt }) => flaggedAt !== null)).toEqual([true, false]);
    expect(stories.every(({ sentAt }) => sentAt < EVENING_BEFORE)).toBe(true);
  });

  test("plans that are not done fall due within the month after", async () => {
    const monthAfter = { gt: EVENING_BEFORE, lte: new Date("2024-07-02") };
    const falling = await database.prisma.workPlan.count({ where: { state: { not: "done" }, dueOn: monthAfter } });
    expect(falling).toBeGreaterThan(20);
  });

  test("nothing is told of the time to come", async () => {
    const later = { gt: EVENING_BEFORE };
    expect(await database.prisma.participant.count({ where: { joinedAt: later } })).toBe(0);
    expect(await database.prisma.person.count({ where: { createdAt: later } })).toBe(0);
    expect(await database.prisma.workPlan.count({ where: { writtenAt: later } })).toBe(0);
    const reports = { OR: [{ reportedAt: later }, { reviewedAt: later }] };
    expect(await database.prisma.progressReport.count({ where: reports })).toBe(0);
  });

  test("a plan's state and last report are those of its last report", async () => {
    const plans = await database.prisma.workPlan.findMany({
      where: { reports: { some: {} } },
      include: { reports: { orderBy: { reportedAt: "desc" }, take: 1 } },
    });
    expect(plans.length).toBeGreaterThan(20);
    for (const { state, lastReportAt, reports } of plans) {
      expect({ state, lastReportAt }).toEqual({ state: reports[0]?.state, lastReportAt: reports[0]?.reportedAt });
    }
  });

  test("every answer is typed in exactly one way", async () => {
    const answers = await database.prisma.reportAnswer.findMany();
    expect(answers.length).toBeGreaterThan(50);
    for (const { amount, text, choices, day } of answers) {
      const filled = [amount !== null, text !== null, choices.length > 0, day !== null];
      expect(filled.filter(Boolean).length).toBe(1);
    }
  });
});

describe("a second time", () => {
  test("changes no row and tells the same, whatever is asked for", async () => {
    const before = await fingerprints();
    expect(Object.keys(before)).toContain("work_plans");
    const again = await seed(database.prisma, { now: new Date("2026-11-22"), start: "2026-12-01" });
    expect(again).toEqual(result);
    expect(await fingerprints()).toEqual(before);
  });

  test("the newcomer can join: found by phone, numbered behind those who have joined", async () => {
    const participants = createParticipants(database.prisma);
    const [newcomer] = result.demo.participants;
    const { classId } = newcomer;
    const joined = await database.prisma.participant.count({ where: { classId } });
    const rows = await participants.rosterByPhone(newcomer.phone ?? "");
    expect(rows.map(({ id }) => id)).toEqual([newcomer.rosterRowId]);
    const last = await database.prisma.person.aggregate({ _max: { id: true } });
    const person = await database.prisma.person.create({ data: { name: newcomer.name, createdAt: EVENING_BEFORE } });
    expect(person.id).toBe((last._max.id ?? 0) + 1);
    const entry = {
      personId: person.id,
      classId,
      kind: newcomer.kind,
      flagged: false,
      libraryId: null,
      admission: "admitted" as const,
      askedAt: null,
      rosterRowId: newcomer.rosterRowId,
    };
    const { number } = await participants.add(entry, EVENING_BEFORE);
    expect(number).toBe(`21-243-${classId}-${String(joined + 1).padStart(3, "0")}`);
  });
});

test("a size that the programme cannot have is refused in words", async () => {
  await expect(seed(database.prisma, { now: EVENING_BEFORE, participants: 100 })).rejects.toThrow(
    /participants must be 154/,
  );
  await expect(seed(database.prisma, { now: EVENING_BEFORE, trainers: 2 })).rejects.toThrow(/trainers must be 9/);
});

describe("another start", () => {
  let moved: SeedResult;
  beforeAll(async () => {
    await database.empty();
    moved = await seed(database.prisma, {
      now: new Date("2026-12-01T00:00:00Z"),
      start: "2026-12-07",
      participants: 200,
    });
  });

  test("moves all classes by as many days and keeps who they are for", () => {
    const days = daysBetween("2024-06-03", "2026-12-07");
    result.classes.forEach((before, n) => {
      const { name, joinToken, startsOn, endsOn } = moved.classes[n] ?? before;
      expect({ name, joinToken }).toEqual({ name: before.name, joinToken: before.joinToken });
      expect([startsOn, endsOn]).toEqual([addDays(before.startsOn, days), addDays(before.endsOn, days)]);
    });
    expect(moved.demo.participants[0].name).toBe(result.demo.participants[0].name);
  });

  test("names the cohort after its year", async () => {
    const cohorts = await database.prisma.cohort.findMany();
    expect(cohorts).toMatchObject([{ year: 2026, name: "TPBIS 2026" }]);
  });

  test("and more people make more classes of 22 to 43, with trainers enough", () => {
    expect(moved.people.length).toBe(200);
    expect(moved.trainers.length).toBe(10);
    const sizes = moved.classes.map(({ id }) => moved.people.filter(({ classId }) => classId === id).length);
    expect(sizes.length).toBe(7);
    expect(sizes.every((size) => size >= 22 && size <= 43)).toBe(true);
    for (const { id } of moved.classes) expect(moved.trainers.some(({ classIds }) => classIds.includes(id))).toBe(true);
  });
});

describe("long after", () => {
  const now = new Date("2026-11-22T00:00:00Z");
  beforeAll(async () => {
    await database.empty();
    await seed(database.prisma, { now });
  });

  test("every class has plans done and plans that are overdue", async () => {
    const classes = await database.prisma.trainingClass.findMany({ include: { workPlans: true } });
    expect(classes.length).toBe(5);
    for (const { workPlans } of classes) {
      const done = workPlans.filter(({ state }) => state === "done").length;
      expect(done).toBeGreaterThan(0);
      expect(workPlans.filter(({ dueOn }) => dueOn < now).length).toBeGreaterThan(done);
    }
  });

  test("its links still open", async () => {
    const months = new Date("2027-02-01");
    expect(await database.prisma.trainingClass.count({ where: { joinTokenExpiresAt: { lt: months } } })).toBe(0);
    expect(await database.prisma.invitation.count({ where: { expiresAt: { lt: months } } })).toBe(0);
  });
});

describe("the command's arguments", () => {
  test("are read into options", () => {
    const typed =
      "--start 2026-12-07 --now 2026-12-06T19:00+07:00 --participants 10000 --trainers 189 --bot @tlb_bot --json";
    expect(readArguments(typed.split(" "), EVENING_BEFORE)).toEqual({
      kind: "seed",
      json: true,
      bot: "tlb_bot",
      options: { start: "2026-12-07", now: new Date("2026-12-06T12:00:00Z"), participants: 10_000, trainers: 189 },
    });
  });

  test("may be none: then it is now by the clock", () => {
    const nothing = { kind: "seed", json: false, bot: null, options: { now: EVENING_BEFORE } };
    expect(readArguments([], EVENING_BEFORE)).toEqual(nothing);
  });

  test.each([
    ["--start 3/6/2024", "--start"],
    ["--start 2024-02-30", "--start"],
    ["--now soon", "--now"],
    ["--participants many", "--participants"],
    ["--colour red", "--colour"],
    ["--seed", "--seed"],
  ])("%s is refused by name", (typed, name) => {
    const outcome = readArguments(typed.split(" "), EVENING_BEFORE);
    expect(outcome).toMatchObject({ kind: "fault", message: expect.stringContaining(name) });
  });
});
