// Where the programme stands: what the database counts is what the domain says of each person and each plan, in programmes by chance.
import { afterAll, beforeAll, expect, test } from "vitest";
import { STANDINGS } from "../../../src/domain/caseload/diagnosis.js";
import { PEOPLE_FILTERS } from "../../../src/domain/caseload/people-filter.js";
import { isNewWithProvince } from "../../../src/domain/caseload/with-province.js";
import { type Numbers, noNumbers, sumOf } from "../../../src/domain/overview/numbers.js";
import type { Care } from "../../../src/domain/people/permissions.js";
import { isWritten, PLAN_TYPES } from "../../../src/domain/plans/work-plan.js";
import { dayIn } from "../../../src/domain/time/calendar.js";
import { factsOfCase } from "../../../src/use-cases/caseload/follow-up/facts-of-case.js";
import { lateDaysNow } from "../../../src/use-cases/caseload/follow-up/late-days.js";
import { personInCare } from "../../../src/use-cases/caseload/person-in-care.js";
import { plansToldOf } from "../../../src/use-cases/caseload/told-of.js";
import { chanceOf } from "../../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { someOf } from "../../support/runs.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { casesByChance } from "../../support/world/cases-by-chance.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Half past eleven at night in Jakarta, when Makassar and Jayapura have the next day; and a working morning. */
const INSTANTS = ["2024-07-09T16:30:00Z", "2024-07-10T01:30:00Z"];
const KEYS = {
  province: ({ placeCode }: Where) => placeCode.slice(0, 2),
  regency: ({ placeCode }: Where) => placeCode.slice(0, 5),
  class: ({ classId }: Where) => String(classId),
};
interface Where {
  placeCode: string;
  classId: number;
}

/** As the domain counts it, person by person and plan by plan. */
async function counted(care: Care, keyOf: (where: Where) => string, classId: number | null) {
  const { caseloads } = stage.world.store;
  const plans = await caseloads.plansOf(care);
  const facts = plans.map(factsOfCase);
  const told = new Set((await stage.db.progressReport.findMany()).map(({ planId }) => planId));
  const found = new Map<string, Numbers>();
  const at = (where: Where) => {
    const key = keyOf(where);
    const numbers = found.get(key) ?? noNumbers();
    found.set(key, numbers);
    return numbers;
  };
  const rows = await caseloads.peopleOf(care);
  const toldFor = await plansToldOf(stage.world, care, rows);
  for (const row of rows) {
    if (classId !== null && row.classId !== classId) continue;
    const { standing, late, withProvinceSince, today } = personInCare(
      stage.world,
      row,
      row.participantId === null
        ? (toldFor.get(row.rosterRowId) ?? []).map(factsOfCase)
        : facts.filter(({ libraryId }) => libraryId === row.libraryId),
    );
    const { people } = at(row);
    people.people += 1;
    people[standing] += 1;
    if (late > 0) people.late += 1;
    if (withProvinceSince !== null) {
      people.with_province += 1;
      if (isNewWithProvince(withProvinceSince, today)) people.new_with_province += 1;
    }
    if (row.participantId !== null) people.joined += 1;
  }
  for (const plan of plans) {
    if (classId !== null && plan.classId !== classId) continue;
    const numbers = at(plan).plans[plan.type];
    numbers.plans += 1;
    if (isWritten(plan.state)) numbers.written += 1;
    if (plan.lastReportAt !== null) numbers.reported += 1;
    if (told.has(plan.planId) && !plan.awaitsReview) numbers.reviewed += 1;
    if (plan.state === "done") numbers.done += 1;
    else if (dayIn(plan.zone, stage.clock.now()) > plan.dueOn) numbers.late += 1;
  }
  return found;
}

test("each province, regency and class has the numbers that the domain gives it, for everybody who looks", {
  timeout: 180_000,
}, async () => {
  const met = noNumbers();
  for (const [n, instant] of someOf(INSTANTS.length + 2, [...INSTANTS, ...INSTANTS]).entries()) {
    stage = await openStage(database, instant);
    const trainers = await casesByChance(stage.db, chanceOf(n + 301), stage.clock.now());
    const days = lateDaysNow(stage.world);
    const classes = await stage.db.trainingClass.findMany({ orderBy: { id: "asc" } });
    const cares: Care[] = [
      { trainerId: null, regions: [{ regionCode: null, cohortId: null }] },
      { trainerId: null, regions: [{ regionCode: "63", cohortId: classes[0]?.waveId === undefined ? null : 1 }] },
      { trainerId: trainers[1]?.id ?? 0, regions: [{ regionCode: "21.01", cohortId: null }] },
      { trainerId: null, regions: [] },
    ];
    for (const care of cares) {
      for (const part of ["province", "regency", "class"] as const) {
        for (const classId of [null, classes[0]?.id ?? null]) {
          const parts = await stage.world.store.overviews.parts(care, days, { part, classId });
          const expected = await counted(care, KEYS[part], classId);
          expect(Object.fromEntries(parts.map(({ key, numbers }) => [key, numbers]))).toEqual(
            Object.fromEntries(expected),
          );
          if (classId === null) {
            const people = parts.map(({ key, name, numbers }) => ({ key, name, people: numbers.people.people }));
            expect(await stage.world.store.overviews.people(care, days, { part, filter: "all" })).toEqual(people);
            for (const filter of PEOPLE_FILTERS) {
              const found = await stage.world.store.overviews.people(care, days, { part, filter });
              const { total } = await stage.world.store.caseloads.peoplePage(care, days, { filter, page: 0, most: 1 });
              expect(found.reduce((sum, one) => sum + one.people, 0)).toBe(total);
              const named = filter === "done" ? "finished" : filter;
              if (!(named in met.people)) continue;
              const ofPart = parts.map(({ key, name, numbers }) => ({
                key,
                name,
                people: numbers.people[named as never],
              }));
              expect(found).toEqual(ofPart.filter((one) => one.people > 0));
            }
          }
          const sum = sumOf(parts.map(({ numbers }) => numbers));
          for (const name of Object.keys(met.people) as (keyof typeof met.people)[])
            met.people[name] += sum.people[name];
          for (const type of PLAN_TYPES) met.plans[type].reviewed += sum.plans[type].reviewed;
        }
      }
    }
  }
  // Nothing above held because there was nobody.
  expect(Object.entries(met.people).filter(([, count]) => count === 0)).toEqual([]);
});

test("a week is kept once, with the numbers of its first look, and each care finds its own part of it", async () => {
  stage = await openStage(database, INSTANTS[1] ?? "");
  await casesByChance(stage.db, chanceOf(77), stage.clock.now());
  const { overviews } = stage.world.store;
  const days = lateDaysNow(stage.world);
  expect(
    await overviews.week("2024-07-08", { trainerId: null, regions: [{ regionCode: null, cohortId: null }] }, null),
  ).toBeNull();
  expect(await overviews.keepWeek("2024-07-08", days)).toBeGreaterThan(3);
  const nation: Care = { trainerId: null, regions: [{ regionCode: null, cohortId: null }] };
  const before = sumOf(
    (await overviews.parts(nation, days, { part: "province", classId: null })).map(({ numbers }) => numbers),
  );
  await stage.db.workPlan.updateMany({ data: { state: "done" } });
  expect(await overviews.keepWeek("2024-07-08", days)).toBe(0);
  expect(await overviews.week("2024-07-08", nation, null)).toEqual(before);
  const riau: Care = { trainerId: null, regions: [{ regionCode: "21", cohortId: null }] };
  const ofRiau = await overviews.week("2024-07-08", riau, null);
  expect(ofRiau?.people.people).toBeGreaterThan(0);
  expect(ofRiau?.people.people).toBeLessThan(before.people.people);
  expect(
    await overviews.week("2024-07-08", { trainerId: null, regions: [{ regionCode: "99", cohortId: null }] }, null),
  ).toBeNull();
});

// Keeps T15, A17.
test("a class, a regency and a province have as many people of each kind as the list of its people, joined or not", async () => {
  stage = await openStage(database, INSTANTS[1]!);
  await casesByChance(stage.db, chanceOf(78), stage.clock.now());
  const { caseloads, overviews } = stage.world.store;
  const days = lateDaysNow(stage.world);
  const [class1] = await stage.db.trainingClass.findMany({ orderBy: { id: "asc" } });
  let compared = 0;
  for (const regionCode of [null, "21", "63", "21.01"]) {
    for (const classId of [null, class1?.id ?? null]) {
      const care = { trainerId: null, regions: [{ regionCode, cohortId: null }] };
      const parts = await overviews.parts(care, days, { part: "class", classId });
      const { people } = sumOf(parts.map(({ numbers }) => numbers));
      const { counts } = await caseloads.peoplePage(care, days, { filter: "all", page: 0, most: 1, classId });
      for (const name of [...STANDINGS, "late", "with_province"] as const) expect(counts[name]).toBe(people[name]);
      expect(counts.all).toBe(people.people);
      compared += people.late;
    }
  }
  expect(compared).toBeGreaterThan(20);
});
