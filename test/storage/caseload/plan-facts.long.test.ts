// How a plan stands with those who follow it up: what the database counts is what the domain says, plan by plan, in worlds by chance.
import { afterAll, beforeAll, expect, test } from "vitest";
import { entriesOf } from "../../../src/domain/caseload/case-entry.js";
import { type Lateness, latenessOf } from "../../../src/domain/caseload/follow-up.js";
import { countPeople, lateCounts, whoIsMeant } from "../../../src/domain/caseload/summary.js";
import { byUrgency, URGENCIES, urgencyOf } from "../../../src/domain/caseload/urgency.js";
import { pageOf } from "../../../src/domain/paging.js";
import { careOf } from "../../../src/domain/people/permissions.js";
import { isReachable } from "../../../src/domain/people/person.js";
import { isOverdue } from "../../../src/domain/plans/deadline.js";
import { addDays, type Day, dayIn, instantAt } from "../../../src/domain/time/calendar.js";
import type { Zone } from "../../../src/domain/time/zone.js";
import { BY_URGENCY, judgedOn, plansThat, STANDING } from "../../../src/storage/caseload/plan-facts.js";
import { dayFromColumn } from "../../../src/storage/days.js";
import { Prisma } from "../../../src/storage/generated/client.js";
import { type CaseFacts, factsOfCase } from "../../../src/use-cases/caseload/follow-up/facts-of-case.js";
import { lateDaysNow } from "../../../src/use-cases/caseload/follow-up/late-days.js";
import { currentPicture, greetTrainers, listOverdue, listPeople, waitingCounts } from "../../../src/use-cases/index.js";
import { chanceOf } from "../../simulation/random.js";
import { openTestDatabase, type TestDatabase } from "../../support/database.js";
import { someOf } from "../../support/runs.js";
import { openStage, type Stage } from "../../support/stage/stage.js";
import { buildAdmin } from "../../support/world/builders.js";
import { casesByChance } from "../../support/world/cases-by-chance.js";
import { actorOf } from "../../support/world/plans.js";

let database: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Half past eleven at night in Jakarta, when Makassar and Jayapura have the next day; and a working morning. */
const INSTANTS = ["2024-07-09T16:30:00Z", "2024-07-10T01:30:00Z"];
const ALL_WORLDS = [...INSTANTS, ...INSTANTS, ...INSTANTS].map((instant, n) => ({ instant, seed: n + 1 }));
const WORLDS = someOf(INSTANTS.length, ALL_WORLDS);

const EVERYWHERE = { trainerId: null, regions: [{ regionCode: null, cohortId: null }] };

interface Judged {
  id: number;
  lateness: Lateness;
  urgency: number | null;
}

/** All plans that are asked for, as the domain sees them. */
async function allCases(): Promise<CaseFacts[]> {
  return (await stage.world.store.caseloads.plansOf(null)).map(factsOfCase);
}

/** The first moment after a pause. */
const back = (pausedUntil: Day | null, zone: Zone) =>
  pausedUntil === null ? null : instantAt(zone, addDays(pausedUntil, 1), "00:00");

const today = ({ zone }: { zone: Zone }) => dayIn(zone, stage.clock.now());

test("what is known of each plan is what its follow-ups, snoozes, reports and letters say", {
  timeout: 120_000,
}, async () => {
  for (const { instant, seed } of WORLDS) {
    stage = await openStage(database, instant);
    await casesByChance(stage.db, chanceOf(seed), stage.clock.now());
    const plans = await stage.db.workPlan.findMany({
      include: {
        followUps: true,
        snoozes: true,
        library: { include: { participants: { include: { questions: { include: { messages: true } } } } } },
      },
    });
    for (const found of await stage.world.store.caseloads.plansOf(null)) {
      const plan = plans.find(({ id }) => id === found.planId)!;
      const since = plan.snoozes.filter(({ at }) => plan.lastReportAt === null || at > plan.lastReportAt);
      const open = plan.followUps.filter(({ resolvedAt }) => resolvedAt === null);
      const alike = plans.filter((one) => one.libraryId === plan.libraryId && one.cohortId === plan.cohortId);
      const letters = plan.library.participants.flatMap(({ personId, questions }) =>
        questions.flatMap(({ messages }) => messages.filter(({ authorId }) => authorId === personId)),
      );
      const timesOf = (personId: number) => since.filter((one) => one.personId === personId).length;
      expect(found).toMatchObject({
        restUntil: dayOf(last(plan.followUps.map(({ restUntil }) => restUntil))),
        putOffUntil: last([...since.map(({ until }) => until), back(found.pausedUntil, found.zone)]),
        snoozed: Math.max(0, ...since.map(({ personId }) => timesOf(personId))),
        helpSinceAt: first(open.filter(({ reason }) => reason === "help").map(({ raisedAt }) => raisedAt)),
        isOpen: open.some(({ reason }) => reason === "overdue"),
        isStuck: open.some(({ reason }) => reason === "stuck"),
        lastContactAt: last(
          plan.followUps.filter(({ resolution }) => resolution === "contacted").map(({ resolvedAt }) => resolvedAt),
        ),
        triedAt: inOrder(
          plan.followUps
            .filter(({ key, resolution }) => resolution === "contacted" || key.startsWith("nudge:"))
            .map(({ resolvedAt }) => resolvedAt),
        ),
        lastHeardAt: last([
          ...alike.map(({ lastReportAt }) => lastReportAt),
          ...alike.flatMap(({ followUps }) =>
            followUps.filter(({ reason }) => reason === "help").map(({ raisedAt }) => raisedAt),
          ),
          ...letters.map(({ sentAt }) => sentAt),
        ]),
      });
    }
  }
});

test("the database judges each plan as the domain does, and sorts them as urgently", { timeout: 120_000 }, async () => {
  const met = new Set<string>();
  for (const { instant, seed } of WORLDS) {
    stage = await openStage(database, instant);
    await casesByChance(stage.db, chanceOf(seed), stage.clock.now());
    const { rest } = stage.world.settings;
    const cases = await allCases();
    const days = lateDaysNow(stage.world);
    const judged = await stage.db.$queryRaw<Judged[]>`
      WITH ${plansThat(Prisma.sql`TRUE`)}, ${STANDING} SELECT id, lateness, urgency FROM ${judgedOn(days)} ORDER BY ${BY_URGENCY}`;

    expect(judged).toHaveLength(cases.length);
    for (const { id, lateness, urgency } of judged) {
      const plan = cases.find(({ planId }) => planId === id)!;
      const kind = urgencyOf(plan, today(plan), rest)?.kind ?? null;
      expect([lateness, urgency === null ? null : URGENCIES[urgency]], JSON.stringify(plan)).toEqual([
        latenessOf(plan, today(plan), rest),
        kind,
      ]);
      met.add(`${lateness} ${kind}`);
    }
    const urgent = judged.filter(({ urgency }) => urgency !== null).map(({ id }) => id);
    expect(urgent).toEqual(byUrgency(cases, today, rest).map(({ plan }) => plan.planId));
  }
  expect([...met].sort()).toEqual([
    ...["asked help", "asked null", "asked stuck", "in_time close", "in_time help", "in_time null", "in_time stuck"],
    ...["owed help", "owed moving", "owed silent", "owed stuck", "resting help", "resting null"],
  ]);
});

test("pages of what is owed are those of the domain's list, whoever looks", { timeout: 120_000 }, async () => {
  for (const { instant, seed } of WORLDS) {
    stage = await openStage(database, instant);
    const { world } = stage;
    const trainers = await casesByChance(stage.db, chanceOf(seed), stage.clock.now());
    const { rest } = world.settings;
    const days = lateDaysNow(world);
    const cares = [
      EVERYWHERE,
      { trainerId: null, regions: [{ regionCode: "63", cohortId: null }] },
      ...trainers.map(({ id }) => ({ trainerId: id, regions: [] })),
    ];
    for (const care of cares) {
      const plans = (await world.store.caseloads.plansOf(care)).map(factsOfCase);
      const owed = plans.filter((plan) => latenessOf(plan, today(plan), rest) === "owed");
      const entries = entriesOf(byUrgency(owed, today, rest), ({ libraryId, cohortId }) => `${libraryId}:${cohortId}`);
      const ids = entries.map((entry) => entry.map(({ plan }) => plan.planId));
      const acting = await Promise.all(
        [...new Set(owed.flatMap(({ personIds }) => personIds))].map((id) => world.store.people.find(id)),
      );
      const meantOf = (who: string) => new Set(owed.flatMap(whoIsMeant).filter((one) => one.startsWith(who)));
      const facts = {
        ...{ late: lateCounts(plans, today, rest), count: ids.length },
        unmanned: meantOf("library").size,
        notJoined: meantOf("invited").size,
        remindable: acting.filter((one) => one !== null && isReachable(one) && !one.optedOut.includes("reminders"))
          .length,
      };

      expect(await world.store.caseloads.owedPlans(care, days, null)).toEqual({ ...facts, entries: ids, page: 0 });
      for (const wanted of [-1, 0, 1, 2, 99]) {
        const { shown, page } = pageOf(ids, 2, wanted);
        const wish = { page: wanted, most: 2 };
        expect(await world.store.caseloads.owedPlans(care, days, wish)).toEqual({ ...facts, entries: shown, page });
      }
    }
  }
});

test("each plan has one standing, the same in the database, the domain and on every page that counts it", {
  timeout: 120_000,
}, async () => {
  const met = new Set<string>();
  for (const [n, { instant, seed }] of WORLDS.slice(0, 4).entries()) {
    stage = await openStage(database, instant);
    const { world } = stage;
    const { rest } = world.settings;
    const trainers = await casesByChance(stage.db, chanceOf(seed), stage.clock.now());
    const admin = await actorOf(world, (await buildAdmin(stage.db)).id);
    const cases = await allCases();
    const of = (trainerId: number) => cases.filter(({ trainerIds }) => trainerIds.includes(trainerId));

    // One plan a time, so that no two mistakes make up for each other.
    for (const plan of cases) {
      const care = { trainerId: null, regions: [{ regionCode: plan.placeCode, cohortId: plan.cohortId }] };
      const alike = cases.filter(
        ({ placeCode, cohortId }) => cohortId === plan.cohortId && `${placeCode}.`.startsWith(`${plan.placeCode}.`),
      );
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

      const list = await listOverdue(world, actor);
      expect([list.total, list.askedOnly, list.resting]).toEqual([counts.owed, counts.asked, counts.resting]);
      expect((await currentPicture(world, actor))?.picture.late).toEqual(counts);
      expect(await waitingCounts(world, actor)).toMatchObject({
        late: counts.owed,
        help: countPeople(mine.filter(({ state, helpSince }) => state !== "done" && helpSince !== null)),
      });
      expect(careOf(actor).trainerId).toBe(id);

      const inNeed = (await currentPicture(world, actor))?.picture.inNeed ?? [];
      const urgent = mine.filter((plan) => urgencyOf(plan, today(plan), rest) !== null);
      expect(new Set(inNeed.map(({ plan }) => plan.libraryId))).toEqual(
        new Set(urgent.map(({ libraryId }) => libraryId)),
      );

      for (const person of (await listPeople(world, actor, { filter: "all" })).shown) {
        const late = person.plans.filter(({ state, dueOn }) => isOverdue(state, dueOn, person.today));
        expect(person.late).toBe(late.length);
        const rests = late.length > 0 && late.every((plan) => latenessOf(plan, person.today, rest) === "resting");
        expect(person.restsTo !== null).toBe(rests);
      }
    }
    expect((await waitingCounts(world, admin)).late).toBe(lateCounts(cases, today, rest).owed);

    // Whose morning it is hears of exactly those who need them: for a plan, or for an answer.
    const { alerted } = await greetTrainers(world);
    const isMorning = n % 2 === 1;
    const asked = await world.store.threads.countUnanswered(
      trainers.map(({ id }) => id),
      world.clock.now(),
    );
    for (const { id } of trainers) {
      const { total } = await world.store.threads.unansweredIn({ trainerId: id, regions: [] }, 1);
      expect(asked.find(({ trainerId }) => trainerId === id)?.inbox ?? 0).toBe(total);
    }
    const needed = trainers.filter(
      ({ id }) =>
        of(id).some((plan) => urgencyOf(plan, today(plan), rest) !== null) ||
        asked.some(({ trainerId, count }) => trainerId === id && count > 0),
    );
    expect(alerted).toBe(isMorning ? needed.length : 0);
  }
  expect(met).toEqual(new Set(["in_time", "asked", "resting", "owed"]));
});

const inOrder = (instants: (Date | null)[]) =>
  instants.filter((one) => one !== null).sort((a, b) => a.getTime() - b.getTime());
const first = (instants: (Date | null)[]) => inOrder(instants)[0] ?? null;
const last = (instants: (Date | null)[]) => inOrder(instants).at(-1) ?? null;
const dayOf = (column: Date | null) => (column === null ? null : dayFromColumn(column));
