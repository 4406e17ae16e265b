// How a plan stands with those who follow it up: what the database counts is what the domain says, plan by plan, in worlds by chance.
import { afterAll, beforeAll, expect, test } from "vitest";
import { latenessOf } from "../../../src/domain/caseload/follow-up.js";
import { lateCounts } from "../../../src/domain/caseload/summary.js";
import { urgencyOf } from "../../../src/domain/caseload/urgency.js";
import { careOf } from "../../../src/domain/people/permissions.js";
import { isOverdue } from "../../../src/domain/plans/deadline.js";
import { PLAN_STATES } from "../../../src/domain/plans/plan-state.js";
import { addDays, type Day, dayIn, instantAt } from "../../../src/domain/time/calendar.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import { dayToColumn } from "../../../src/storage/days.js";
import { factsOfCase } from "../../../src/use-cases/caseload/follow-up/facts-of-case.js";
import { lateDaysNow } from "../../../src/use-cases/caseload/follow-up/late-days.js";
import {
  alertOverdueFollowUps,
  currentPicture,
  listOverdue,
  listPeople,
  waitingCounts,
} from "../../../src/use-cases/index.js";
import { type Chance, chanceOf } from "../../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Half past eleven at night in Jakarta, when Makassar and Jayapura have the next day; and a working morning. */
const INSTANTS = ["2024-07-09T16:30:00Z", "2024-07-10T01:30:00Z"];

/** Plans of three zones with every state, due around now, reported, nudged, put off, asked for help or none of it. */
async function aWorld(chance: Chance) {
  const now = stage.clock.now();
  const trainers = [];
  for (const provinceCode of ["21", "63", "81"]) {
    const { id, zone } = await buildClass(stage.db, { provinceCode, name: `Kelas ${provinceCode}` });
    trainers.push(await buildTrainer(stage.db, [id], { name: `Pelatih ${provinceCode}`, provinceCode }));
    const today = dayIn(zone as Zone, now);
    for (let n = 0; n < 6; n++) {
      const { person, plans } = await buildParticipant(stage.db, id, {
        libraryName: `Perpustakaan ${provinceCode} ${n}`,
      });
      for (const plan of plans) await happensTo(chance, plan.id, person.id, zone as Zone, today);
    }
  }
  return trainers;
}

async function happensTo(chance: Chance, planId: number, personId: number, zone: Zone, today: Day): Promise<void> {
  const around = (from: number, to: number) => addDays(today, from + chance.below(to - from + 1));
  const dueOn = around(-9, 4);
  // Any hour of the day, so that the local day matters.
  const momentOf = (day: Day) => new Date(instantAt(zone, day, "00:00").getTime() + chance.below(24) * 3_600_000);
  const lastReportAt = chance.happens(0.4) ? momentOf(chance.happens(0.4) ? dueOn : around(-20, -1)) : null;
  const state = chance.oneOf(PLAN_STATES);
  await stage.db.workPlan.update({ where: { id: planId }, data: { state, dueOn: dayToColumn(dueOn), lastReportAt } });
  if (chance.happens(0.5)) {
    const restUntil = chance.happens(0.7) ? dayToColumn(around(-4, 4)) : null;
    const resolvedAt = chance.happens(0.5) ? momentOf(around(-6, -1)) : null;
    const reason = chance.oneOf(["overdue", "stuck", "help"] as const);
    await stage.db.followUp.create({
      data: {
        ...{
          key: `by-chance:${planId}`,
          planId,
          reason,
          dueOn: dayToColumn(dueOn),
          raisedAt: momentOf(around(-8, -6)),
        },
        ...{ restUntil, resolvedAt },
      },
    });
  }
  if (chance.happens(0.3)) {
    await stage.db.snooze.create({
      data: { planId, personId, messageId: planId, at: momentOf(around(-6, -1)), until: momentOf(around(-3, 3)) },
    });
  }
}

test("each plan has one standing, the same in the database, the domain and on every page that counts it", {
  timeout: 120_000,
}, async () => {
  const met = new Set<string>();
  for (const [n, instant] of [...INSTANTS, ...INSTANTS].entries()) {
    stage = await openStage(database, instant);
    const { world } = stage;
    const { rest } = world.settings;
    const trainers = await aWorld(chanceOf(n + 1));
    const admin = await actorOf(world, (await buildAdmin(stage.db)).id);
    const cases = (await world.store.caseloads.plansOf(null)).map(factsOfCase);
    const today = ({ zone }: { zone: Zone }) => dayIn(zone, stage.clock.now());
    const of = (trainerId: number) => cases.filter(({ trainerIds }) => trainerIds.includes(trainerId));

    // One plan a time, so that no two mistakes make up for each other.
    for (const plan of cases) {
      const care = { trainerId: null, regions: [{ regionCode: plan.placeCode, cohortId: plan.cohortId }] };
      const alike = cases.filter(({ placeCode }) => placeCode === plan.placeCode);
      const label = JSON.stringify(plan);
      expect(await world.store.caseloads.countLate(care, lateDaysNow(world)), label).toEqual(
        lateCounts(alike, today, rest),
      );
      met.add(latenessOf(plan, today(plan), rest));
    }

    for (const { id } of trainers) {
      const actor = await actorOf(world, id);
      const mine = of(id);
      const counts = lateCounts(mine, today, rest);
      const owed = mine.filter((plan) => latenessOf(plan, today(plan), rest) === "owed").map(({ planId }) => planId);

      const list = await listOverdue(world, actor);
      expect(list.items.map(({ plan }) => plan.planId).sort()).toEqual([...owed].sort());
      expect([list.askedOnly, list.resting]).toEqual([counts.asked, counts.resting]);
      expect((await currentPicture(world, actor)).picture.late).toEqual(counts);
      expect(await waitingCounts(world, actor)).toMatchObject({
        late: counts.owed,
        help: mine.filter(({ state, helpSince }) => state !== "done" && helpSince !== null).length,
      });
      expect(careOf(actor).trainerId).toBe(id);

      const { inNeed } = (await currentPicture(world, actor)).picture;
      const urgent = mine.filter((plan) => urgencyOf(plan, today(plan), rest) !== null);
      expect(new Set(inNeed.map(({ plan }) => plan.libraryId))).toEqual(
        new Set(urgent.map(({ libraryId }) => libraryId)),
      );

      for (const person of (await listPeople(world, actor, { filter: "all", search: "" })).people) {
        const late = person.plans.filter(({ state, dueOn }) => isOverdue(state, dueOn, person.today));
        expect(person.isLate).toBe(late.length > 0);
        const rests = late.length > 0 && late.every((plan) => latenessOf(plan, person.today, rest) === "resting");
        expect(person.restsTo !== null).toBe(rests);
      }
    }
    expect((await waitingCounts(world, admin)).late).toBe(lateCounts(cases, today, rest).owed);

    // Whose morning it is hears of exactly what is owed to them.
    const { alerted } = await alertOverdueFollowUps(world);
    const isMorning = n % 2 === 1;
    const owing = trainers.filter(({ id }) => lateCounts(of(id), today, rest).owed > 0);
    expect(alerted).toBe(isMorning ? owing.length : 0);
  }
  expect(met).toEqual(new Set(["in_time", "asked", "resting", "owed"]));
});
