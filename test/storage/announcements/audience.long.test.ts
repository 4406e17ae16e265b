// Whom an audience holds in the database, held to the domain in worlds made by chance: who is meant and within reach, and nobody else.
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  AUDIENCE_ROLES,
  type Audience,
  EVERYBODY,
  isMeant,
  JOINED_FILTERS,
  type Membership,
  PLAN_FILTERS,
} from "../../../src/domain/announcements/audience.js";
import { type Reach, reachCovers } from "../../../src/domain/people/admin-reach.js";
import { PARTICIPANT_KINDS } from "../../../src/domain/people/participant-kind.js";
import { isOverdue } from "../../../src/domain/plans/deadline.js";
import { PLAN_STATES } from "../../../src/domain/plans/plan-state.js";
import { ZONES } from "../../../src/domain/time/zone.js";
import type { AnnouncementsPort } from "../../../src/ports/announcements/announcements.js";
import { createAnnouncements } from "../../../src/storage/announcements/announcements.js";
import { dayFromColumn, dayToColumn } from "../../../src/storage/days.js";
import { type Chance, chanceOf } from "../../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { runs } from "../../support/runs.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildRosterRow,
  buildTrainer,
} from "../../support/world/builders.js";

const NOW = new Date("2024-07-10T03:00:00Z");
const TODAY = "2024-07-10";
const PROVINCES = ["21", "63", "81"] as const;

let database: TestDatabase;
let db: TestDatabase["prisma"];
let announcements: AnnouncementsPort;
let villages: string[];
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.prisma;
  announcements = createAnnouncements(db);
  const rows = await db.place.findMany({ where: { level: "village" }, orderBy: { code: "asc" } });
  villages = PROVINCES.flatMap((province) =>
    rows
      .filter(({ code }) => code.startsWith(province))
      .slice(0, 4)
      .map(({ code }) => code),
  );
});
afterAll(() => database.close());

/** Two years, two waves, classes in three provinces and one that somebody practises on; people of every kind, in two classes now and then. */
async function aWorld(chance: Chance) {
  await database.empty();
  const admin = await buildAdmin(db);
  for (let n = 0; n < 6; n++) {
    const startsOn = chance.oneOf(["2023-06-05", "2024-06-03"] as const);
    const trainingClass = await buildClass(db, { provinceCode: chance.oneOf(PROVINCES), startsOn, name: `Kelas ${n}` });
    if (chance.happens(0.4)) {
      const { cohortId } = await db.wave.findUniqueOrThrow({ where: { id: trainingClass.waveId } });
      const days = { startsOn: trainingClass.startsOn, endsOn: trainingClass.endsOn };
      const wave = await db.wave.upsert({
        where: { cohortId_number: { cohortId, number: 2 } },
        create: { cohortId, number: 2, ...days },
        update: {},
      });
      await db.trainingClass.update({ where: { id: trainingClass.id }, data: { waveId: wave.id } });
    }
  }
  const practice = await db.cohort.create({ data: { year: 2024, name: "Latihan", practiceOf: admin.id } });
  const wave = await db.wave.create({
    data: { cohortId: practice.id, number: 1, startsOn: dayToColumn("2024-06-03"), endsOn: dayToColumn("2024-06-07") },
  });
  const one = await buildClass(db, { name: "Kelas latihan" });
  await db.trainingClass.update({ where: { id: one.id }, data: { waveId: wave.id } });
  const classes = await db.trainingClass.findMany({ orderBy: { id: "asc" } });
  for (const { id } of classes) {
    for (let n = 1 + chance.below(4); n > 0; n--) await aParticipant(chance, id, classes);
    for (let n = chance.below(3); n > 0; n--) {
      const kind = chance.oneOf(PARTICIPANT_KINDS);
      await buildRosterRow(db, id, chance.happens(0.5) ? { kind, placeCode: chance.oneOf(villages) } : { kind });
    }
  }
  for (let n = 0; n < 3; n++) {
    const taught = classes.filter(() => chance.happens(0.4)).map(({ id }) => id);
    const trainer = await buildTrainer(db, taught, chance.happens(0.8) ? {} : { telegramId: null });
    // No trainer any more, though still on the lists.
    if (chance.happens(0.2)) {
      await db.roleBinding.updateMany({ where: { personId: trainer.id }, data: { revokedAt: NOW } });
    }
  }
  return { classes, practice, trainers: (await db.classTrainer.findMany()).map(({ personId }) => personId) };
}

async function aParticipant(chance: Chance, classId: number, classes: { id: number }[]): Promise<void> {
  const { person, participant, plans } = await buildParticipant(db, classId, {
    kind: chance.oneOf(PARTICIPANT_KINDS),
    flagged: chance.happens(0.5),
    placeCode: chance.oneOf(villages),
    ...(chance.happens(0.3) && { libraryName: "Perpustakaan bersama" }),
    ...(chance.happens(0.1) && { telegramId: null }),
  });
  for (const { id } of plans) {
    const state = chance.happens(0.4) ? "done" : chance.oneOf(PLAN_STATES);
    const dueOn = dayToColumn(chance.oneOf(["2024-07-09", "2024-07-10", "2024-07-20"] as const));
    const lastReportAt = state === "unwritten" || chance.happens(0.5) ? null : NOW;
    await db.workPlan.update({ where: { id }, data: { state, dueOn, lastReportAt } });
  }
  // Of a library that others manage now.
  if (chance.happens(0.15)) {
    await db.libraryMember.updateMany({ where: { personId: person.id }, data: { untilAt: NOW } });
  }
  if (chance.happens(0.1)) await db.participant.update({ where: { id: participant.id }, data: { leftAt: NOW } });
  const other = chance.oneOf(classes).id;
  if (other !== classId && chance.happens(0.2)) {
    const again = { personId: person.id, classId: other, kind: chance.oneOf(PARTICIPANT_KINDS), joinedAt: NOW };
    await db.participant.create({
      data: { ...again, number: `lagi-${person.id}`, libraryId: chance.happens(0.5) ? participant.libraryId : null },
    });
  }
}

/** Who is what in which class, read plainly: who is in two classes is there twice. */
async function memberships(): Promise<(Membership & { who: string })[]> {
  const classes = await db.trainingClass.findMany({
    include: { wave: true, trainers: { include: { person: { include: { roles: true } } } } },
  });
  const people = await db.person.findMany();
  const joined = await db.participant.findMany({
    where: { leftAt: null },
    include: { library: { include: { members: { where: { untilAt: null } }, workPlans: true } } },
  });
  const invited = await db.rosterRow.findMany({ where: { participantId: null } });
  const inClass = (classId: number) => {
    const found = classes.find(({ id }) => id === classId);
    if (found === undefined) throw new Error("A class that is not there.");
    const teach = found.trainers.filter(({ person }) =>
      person.roles.some(({ role, revokedAt }) => role === "trainer" && revokedAt === null),
    );
    const { waveId, provinceCode, wave } = found;
    const trainerIds = teach.map(({ personId }) => personId);
    return { classId, waveId, provinceCode, cohortId: wave.cohortId, trainerIds };
  };
  const hasAccount = (id: number) => people.find((person) => person.id === id)?.telegramId != null;
  const plain = { placeCode: null, plans: [], kind: null, personId: null, hasAccount: false };
  return [
    ...joined.map(({ personId, classId, library, kind }): Membership & { who: string } => {
      const where = inClass(classId);
      const manages = library?.members.some((member) => member.personId === personId) === true;
      const plans = manages ? library.workPlans.filter(({ cohortId }) => cohortId === where.cohortId) : [];
      return {
        ...{ ...plain, ...where, who: `p${personId}`, as: "participant", personId, kind },
        ...{ hasAccount: hasAccount(personId), placeCode: library?.placeCode ?? null },
        plans: plans.map(({ state, dueOn, lastReportAt }) => ({
          ...{ state, hasReport: lastReportAt !== null },
          isOverdue: isOverdue(state, dayFromColumn(dueOn), TODAY),
        })),
      };
    }),
    ...invited.map(({ id, classId, kind, placeCode }): Membership & { who: string } => ({
      ...{ ...plain, ...inClass(classId), who: `r${id}`, as: "invited", kind, placeCode },
    })),
    ...classes.flatMap(({ id }) =>
      inClass(id).trainerIds.map((personId): Membership & { who: string } => ({
        ...{ ...plain, ...inClass(id), who: `p${personId}`, as: "trainer", personId, hasAccount: hasAccount(personId) },
      })),
    ),
  ];
}

type Made = Awaited<ReturnType<typeof aWorld>>;

function anAudience(chance: Chance, { classes, practice, trainers }: Made): Audience {
  const some = <Value>(values: readonly Value[], probability: number): Value[] => {
    const chosen = values.length === 0 ? [] : [chance.oneOf(values), chance.oneOf(values)];
    return chance.happens(probability) ? [...new Set(chosen)] : [];
  };
  const places = villages.flatMap((code) => [code.slice(0, 2), code.slice(0, 5)]);
  const waves = [...new Set(classes.map(({ waveId }) => waveId))];
  const province = chance.oneOf(classes).provinceCode;
  return {
    scope: chance.oneOf<Audience["scope"]>([
      ...Array.from({ length: 6 }, () => ({ kind: "all" }) as const),
      { kind: "province", code: province },
      { kind: "class", classId: chance.oneOf(classes).id },
      { kind: "practice", cohortId: practice.id },
    ]),
    role: chance.oneOf(AUDIENCE_ROLES),
    plans: chance.happens(0.5) ? "any" : chance.oneOf(PLAN_FILTERS),
    joined: chance.happens(0.6) ? "any" : chance.oneOf(JOINED_FILTERS),
    places: some(places, 0.4),
    waves: some(waves, 0.25),
    classes: some(
      classes.map(({ id }) => id),
      0.25,
    ),
    kinds: some(PARTICIPANT_KINDS, 0.3),
    trainers: some(trainers, 0.25),
  };
}

const zones = ZONES.map((zone) => ({ zone, dueAt: NOW, waits: false, today: TODAY as typeof TODAY }));

/** Whom it would be written to or passed over, as the ledger of an announcement holds them. */
async function held(audience: Audience, reach: Reach[], draftId: number): Promise<string[]> {
  const { id: authorId } = await db.person.findFirstOrThrow({ where: { name: "Admin Budi" } });
  const content = { text: "Halo", marks: [] };
  const announcement = { authorId, draftId, content, audience, contentHash: "h" };
  const { id } = await announcements.publish(announcement, { reach, zones }, NOW);
  const rows = await db.announcementRecipient.findMany({ where: { announcementId: id } });
  return rows.map(({ personId, rosterRowId }) => (personId === null ? `r${rosterRowId}` : `p${personId}`)).sort();
}

test("an audience holds exactly those whom the domain means, within reach, once each, and the count says the same", {
  timeout: 240_000,
}, async () => {
  const met = { nobody: 0, some: 0, practice: 0 };
  for (let seed = 1; seed <= runs("AUDIENCE_WORLDS", { quick: 5, long: 40 }); seed++) {
    const chance = chanceOf(seed);
    const made = await aWorld(chance);
    const all = await memberships();
    const cohortIds = (await db.cohort.findMany({ where: { practiceOf: 0 } })).map(({ id }) => id);
    for (let n = 1; n <= 25; n++) {
      const audience = anAudience(chance, made);
      const code = chance.oneOf(villages);
      const reach: Reach[] =
        audience.scope.kind === "practice"
          ? [{ regionCode: null, cohortId: made.practice.id }]
          : [
              { regionCode: chance.oneOf([null, null, code.slice(0, 2), code.slice(0, 5)]), cohortId: null },
              { regionCode: chance.oneOf(villages).slice(0, 2), cohortId: chance.oneOf(cohortIds) },
            ].slice(0, 1 + chance.below(2));
      const isWithin = ({ placeCode, provinceCode, cohortId }: Membership) => {
        const isPractised = cohortId === made.practice.id && audience.scope.kind !== "practice";
        return !isPractised && reachCovers(reach, [{ regionCode: placeCode ?? provinceCode, cohortId }]);
      };
      const wanted = all.filter((one) => isWithin(one) && isMeant(audience, one));
      const expected = [...new Set(wanted.map(({ who }) => who))].sort();
      const label = `world ${seed}: ${JSON.stringify(audience)} within ${JSON.stringify(reach)}`;
      expect(await held(audience, reach, n), label).toEqual(expected);
      const { reachable, skipped } = await announcements.preview(audience, { reach, zones });
      const counts = [...reachable.map(({ count }) => count), ...Object.values(skipped)];
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        `${label}: count`,
      ).toBe(expected.length);
      met[expected.length === 0 ? "nobody" : "some"] += 1;
      if (audience.scope.kind === "practice" && expected.length > 0) met.practice += 1;
    }
  }
  expect(met.some).toBeGreaterThan(40);
  expect(met.practice).toBeGreaterThan(0);
});

test("whom a condition asks nothing about is meant, and an audience of years ago means whom it meant then", () => {
  const siti: Membership = {
    ...{ as: "participant", personId: 1, hasAccount: true, cohortId: 1, waveId: 1, classId: 1, provinceCode: "21" },
    ...{ placeCode: "21.01.10.2001", kind: "desa", trainerIds: [9], plans: [] },
  };
  expect(isMeant(EVERYBODY, siti)).toBe(true);
  expect(isMeant({ ...EVERYBODY, places: [], kinds: [], trainers: [] }, siti)).toBe(true);
  expect(isMeant({ ...EVERYBODY, scope: { kind: "province", code: "21" } }, siti)).toBe(true);
  expect(isMeant({ ...EVERYBODY, scope: { kind: "class", classId: 2 } }, siti)).toBe(false);
  expect(isMeant({ ...EVERYBODY, plans: "done" }, siti)).toBe(false);
});
