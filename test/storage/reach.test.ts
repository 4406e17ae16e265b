// Each query that asks how far somebody's word reaches, held to the domain row by row: every kind of role in worlds made by chance.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Audience } from "../../src/domain/announcements/audience.js";
import { pageOf } from "../../src/domain/paging.js";
import { adminReach, type Reach, reachCovers } from "../../src/domain/people/admin-reach.js";
import {
  careOf,
  mayFollowUp,
  mayOperate,
  mayRunClass,
  maySteerAnnouncement,
} from "../../src/domain/people/permissions.js";
import { isReachable, type KnownActor, type Person } from "../../src/domain/people/person.js";
import { provinceCodeOf } from "../../src/domain/places/place.js";
import { ZONES } from "../../src/domain/time/zone.js";
import type { Store } from "../../src/ports.js";
import { createStore } from "../../src/storage/store.js";
import { type Chance, chanceOf } from "../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../support/database.js";
import { runs } from "../support/runs.js";
import {
  buildAdmin,
  buildClass,
  buildParticipant,
  buildPerson,
  buildRosterRow,
  buildTrainer,
} from "../support/world/builders.js";

const NOW = new Date("2024-07-10T03:00:00Z");
/** Villages of the three regencies that the test places hold whole, by province. */
const VILLAGES: Record<string, string[]> = { "21": [], "63": [], "81": [] };

let database: TestDatabase;
let db: TestDatabase["prisma"];
let store: Store;
beforeAll(async () => {
  database = await openTestDatabase();
  db = database.prisma;
  store = createStore(database);
  for (const [province, villages] of Object.entries(VILLAGES)) {
    const rows = await db.place.findMany({ where: { level: "village", code: { startsWith: province } }, take: 6 });
    villages.push(...rows.map(({ code }) => code));
  }
});
afterAll(() => database.close());

type Scope = { regionCode: string | null; cohortId: number | null };

/** Four classes of two years in three provinces, people from other provinces among theirs, and staff with every kind of role. */
async function aWorld(chance: Chance) {
  await database.empty();
  const classes = [];
  for (let n = 0; n < 4; n++) {
    const provinceCode = chance.oneOf(Object.keys(VILLAGES));
    const startsOn = chance.oneOf(["2023-06-05", "2024-06-03"] as const);
    classes.push(await buildClass(db, { provinceCode, startsOn, name: `Kelas ${n}`, joinToken: `token-${n}` }));
  }
  const village = () => chance.oneOf(Object.values(VILLAGES).flat());
  for (const { id } of classes) {
    for (let n = chance.below(4); n > 0; n--) {
      const kind = chance.oneOf(["desa", "tbm", "regency_office"] as const);
      const placeCode = kind === "regency_office" ? village().slice(0, 5) : village();
      await buildParticipant(db, id, { kind, flagged: chance.happens(0.5), placeCode });
    }
    for (let n = chance.below(3); n > 0; n--) {
      await buildRosterRow(db, id, chance.happens(0.5) ? { placeCode: village() } : {});
    }
  }
  const cohortIds = (await db.cohort.findMany()).map(({ id }) => id);
  const regions = () => {
    const code = village();
    return chance.oneOf([null, provinceCodeOf(code), code.slice(0, 5), code.slice(0, 8), code]);
  };
  for (let n = 0; n < 8; n++) {
    const person = chance.happens(0.4)
      ? await buildTrainer(
          db,
          classes.filter(() => chance.happens(0.4)).map(({ id }) => id),
        )
      : await buildPerson(db, chance.happens(0.8) ? {} : { telegramId: null });
    for (let roles = chance.below(3); roles > 0; roles--) {
      const scope: Scope = { regionCode: regions(), cohortId: chance.oneOf([null, ...cohortIds]) };
      const revokedAt = chance.happens(0.15) ? NOW : null;
      await db.roleBinding.create({
        data: { personId: person.id, role: "admin", ...scope, grantedAt: NOW, revokedAt },
      });
    }
    if (chance.happens(0.2)) {
      await db.person.update({
        where: { id: person.id },
        data: { unreachableCause: "blocked", unreachableSince: NOW },
      });
    }
  }
  // Whoever reaches the whole country is in every world.
  await buildAdmin(db, { name: "Perpusnas" });
  await db.roleBinding.create({
    data: { personId: (await buildPerson(db)).id, role: "admin", cohortId: cohortIds[0] ?? 0, grantedAt: NOW },
  });
  return { classes };
}

async function everybody(): Promise<KnownActor[]> {
  const people = await db.person.findMany({ orderBy: { id: "asc" } });
  return Promise.all(
    people.map(async ({ id }): Promise<KnownActor> => {
      const person = (await store.people.find(id)) as Person;
      return {
        person,
        telegramId: id,
        language: "id",
        roles: await store.people.rolesOf(id),
        agreed: [],
        takesPart: false,
      };
    }),
  );
}

const sorted = (keys: (number | string | null)[]) => keys.map(String).sort();

/** Whom an announcement to this role may be for, with what decides whether they are within reach. */
async function members(role: Audience["role"]) {
  const classes = await db.trainingClass.findMany({ include: { wave: true } });
  const where = (classId: number, placeCode: string | null) => {
    const one = classes.find(({ id }) => id === classId);
    return { regionCode: placeCode ?? one?.provinceCode ?? "", cohortId: one?.wave.cohortId ?? 0, classId };
  };
  const joined = await db.participant.findMany({ include: { library: true } });
  const invited = await db.rosterRow.findMany({ where: { participantId: null } });
  const trainers = await db.classTrainer.findMany();
  return [
    ...(role === "trainers"
      ? []
      : [
          ...joined.map((one) => ({ who: `p${one.personId}`, ...where(one.classId, one.library?.placeCode ?? null) })),
          ...invited.map((one) => ({ who: `r${one.id}`, ...where(one.classId, one.placeCode) })),
        ]),
    ...(role === "participants"
      ? []
      : trainers.map((one) => ({ who: `p${one.personId}`, ...where(one.classId, null) }))),
  ];
}

const zones = ZONES.map((zone) => ({ zone, dueAt: NOW, waits: false, today: "2024-07-10" as const }));

test("every list shows exactly what the law lets each person see, whatever roles they hold", {
  timeout: 120_000,
}, async () => {
  const met = { nothing: 0, some: 0, all: 0 };
  for (let seed = 1; seed <= runs("REACH_WORLDS", { quick: 3, long: 12 }); seed++) {
    const { classes } = await aWorld(chanceOf(seed));
    const people = await store.caseloads.peopleOf(null);
    const plans = await store.caseloads.plansOf(null);
    const all = await Promise.all(classes.map(({ id }) => store.classes.find(id)));
    for (const actor of await everybody()) {
      const label = `world ${seed}, ${JSON.stringify(actor.roles)}`;
      const care = careOf(actor);
      const reach = adminReach(actor.roles);

      const seen = await store.caseloads.peopleOf(care);
      const keyOf = ({ participantId, rosterRowId }: (typeof people)[number]) => `${participantId} ${rosterRowId}`;
      expect(sorted(seen.map(keyOf)), `${label}: people`).toEqual(
        sorted(people.filter((row) => mayFollowUp(actor, row)).map(keyOf)),
      );
      met[seen.length === 0 ? "nothing" : seen.length === people.length ? "all" : "some"] += 1;

      const cases = await store.caseloads.plansOf(care);
      expect(sorted(cases.map(({ planId }) => planId)), `${label}: plans`).toEqual(
        sorted(plans.filter((plan) => mayFollowUp(actor, plan)).map(({ planId }) => planId)),
      );

      const run = [];
      for (const one of all) {
        if (one !== null && mayRunClass(actor, one, await store.classes.trainersOf(one.id))) run.push(one.id);
      }
      const listed = await store.schedule.classesInCare(care);
      for (const wanted of [0, 1, 99]) {
        const { shown, page } = pageOf(listed, 2, wanted);
        const wish = { page: wanted, most: 2 };
        expect(await store.schedule.classesPage(care, wish)).toEqual({ total: listed.length, page, shown });
      }
      expect(sorted(listed.map(({ id }) => id)), `${label}: classes`).toEqual(sorted(run));

      for (const role of ["everyone", "participants", "trainers"] as const) {
        const audience: Audience = { scope: { kind: "all" }, role, plans: "any" };
        const preview = await store.announcements.preview(audience, { reach, zones });
        const skipped = Object.values(preview.skipped).reduce((sum, count) => sum + count, 0);
        const total = preview.reachable.reduce((sum, { count }) => sum + count, skipped);
        const wanted = (await members(role)).filter((one) => reachCovers(reach, [one]));
        expect(total, `${label}: audience of ${role}`).toBe(new Set(wanted.map(({ who }) => who)).size);
      }

      const wish = { places: [], typed: "", skip: 0, most: 99 };
      const offered = (await store.audiences.options("classes", reach, wish)).shown.map(({ value }) => Number(value));
      const within = new Set([
        ...(await members("participants")).filter((one) => reachCovers(reach, [one])).map(({ classId }) => classId),
        ...all.flatMap((one) => {
          if (one === null) return [];
          return reachCovers(reach, [{ regionCode: one.provinceCode, cohortId: one.cohortId }]) ? [one.id] : [];
        }),
      ]);
      expect(sorted(offered), `${label}: classes to announce to`).toEqual(sorted([...within]));
    }
  }
  expect(met.nothing).toBeGreaterThan(5);
  expect(met.some).toBeGreaterThan(5);
  expect(met.all).toBeGreaterThan(5);
});

test("those who reach a class, an announcement or the whole programme are exactly those the law names", {
  timeout: 60_000,
}, async () => {
  for (let seed = 21; seed <= 25; seed++) {
    const chance = chanceOf(seed);
    const { classes } = await aWorld(chance);
    const staff = await everybody();
    const ids = (actors: KnownActor[]) => sorted(actors.map(({ person }) => person.id));
    const covering = (reach: Reach[]) => staff.filter(({ roles }) => reachCovers(adminReach(roles), reach));

    for (const { id } of classes) {
      const one = await store.classes.find(id);
      if (one === null) throw new Error(`No class ${id}.`);
      const over = covering([{ regionCode: one.provinceCode, cohortId: one.cohortId }]);
      const reachable = over.filter(({ person }) => isReachable(person));
      const ofProvince = reachable.filter(({ roles }) =>
        adminReach(roles).every(({ regionCode }) => regionCode !== null),
      );
      const told = sorted((await store.classes.adminsOver(id)).map((person) => person.id));
      expect(told, `world ${seed}, class ${id}`).toEqual(ids(ofProvince.length > 0 ? ofProvince : reachable));
    }

    const operators = await store.troubles.operators();
    expect(sorted(operators.map(({ id }) => id))).toEqual(
      ids(staff.filter((actor) => mayOperate(actor) && actor.person.telegramId !== null)),
    );

    // Announcements with the reach of whoever wrote them: each sees those that their own reach covers.
    const authors = staff.filter(({ roles }) => adminReach(roles).length > 0);
    for (const [n, { person, roles }] of authors.entries()) {
      await store.announcements.propose(
        {
          authorId: person.id,
          draftId: n + 1,
          content: { text: "Halo", marks: [] },
          audience: { scope: { kind: "all" }, role: "everyone", plans: "any" },
          contentHash: `hash ${n}`,
        },
        adminReach(roles),
        NOW,
      );
    }
    const announced = await db.announcement.findMany({ orderBy: { id: "asc" } });
    for (const actor of staff) {
      const label = `world ${seed}, ${JSON.stringify(actor.roles)}`;
      const found = await Promise.all(announced.map(({ id }) => store.announcements.find(id)));
      const mine = found.flatMap((one) => (one !== null && maySteerAnnouncement(actor, one) ? [one.id] : []));
      const latest = await store.announcements.latest(adminReach(actor.roles), 100);
      expect(sorted(latest.map(({ id }) => id)), label).toEqual(sorted(mine));
      const approvers = await store.announcements.approversFor(adminReach(actor.roles), actor.person.id);
      const reach = adminReach(actor.roles);
      if (reach.length > 0) {
        const others = covering(reach).filter(({ person }) => person.id !== actor.person.id);
        expect(sorted(approvers.map(({ id }) => id)), label).toEqual(
          ids(others.filter(({ person }) => person.telegramId !== null)),
        );
      }
    }
  }
});
