import { beforeEach, describe, expect, inject, test } from "vitest";
import { waitsForReview } from "../../../src/domain/reports/review.js";
import { nextReview, openReview, reviewReport } from "../../../src/use-cases/index.js";
import { waitingReviews } from "../../../src/use-cases/reports/review/waiting-reviews.js";
import { heldOpen, untilWaiting } from "../../support/held-open.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant, buildTrainer } from "../../support/world/builders.js";
import { outsidersOf } from "../../support/world/outsiders.js";
import { actorOf, berakit, colleague, report } from "../../support/world/plans.js";

/** Two transactions open at once, which the one connection of the embedded database cannot hold. */
const testOpenTransactions = test.skipIf(inject("database").kind !== "postgres");

const stage = stageAt("2024-06-10T02:00:00Z");

type Scene = Awaited<ReturnType<typeof berakit>> & { rina: number; mahmud: number };
let scene: Scene;
beforeEach(async () => {
  const library = await berakit(stage.db);
  const classIds = [library.trainingClass.id];
  const rina = (await buildTrainer(stage.db, classIds, { name: "Rina Marlina" })).id;
  const mahmud = (await buildTrainer(stage.db, classIds, { name: "Mahmud Hidayat" })).id;
  scene = { ...library, rina, mahmud };
});

const accept = async (personId: number, reportId: number, world = stage.world) =>
  reviewReport(world, await actorOf(stage.world, personId), { reportId, verdict: "accepted" });

const sendBack = async (personId: number, reportId: number, marked: string[], world = stage.world) =>
  reviewReport(world, await actorOf(stage.world, personId), { reportId, verdict: "correction", marked, note: null });

/** Siti's report about her first plan, by its id. */
async function reported(input: Parameters<typeof report>[3] = {}): Promise<number> {
  const outcome = await report(stage.world, scene.personId, scene.planIds[0], input);
  if (outcome.kind !== "recorded") throw new Error(`Not recorded: ${outcome.kind}`);
  return outcome.reportId;
}

/** The same one, changed: the second version. */
async function changed(state: "in_progress" | "done", isReviewed: boolean, world = stage.world) {
  const corrects = { number: "LP-241-0001", basis: { version: 1, reviewed: isReviewed } };
  return report(world, scene.personId, scene.planIds[0], { state, corrects });
}

const answers = () => stage.db.outbox.findMany({ where: { kind: "answer" }, orderBy: { id: "asc" } });

// Keeps T09.
describe("a verdict", () => {
  test("given twice is there once, and its author hears of it once", async () => {
    const id = await reported();
    expect(await accept(scene.rina, id)).toMatchObject({ kind: "reviewed", told: ["Siti Rahmawati"] });
    stage.clock.advance(60_000);
    expect(await accept(scene.rina, id)).toMatchObject({ kind: "reviewed" });

    expect(await answers()).toMatchObject([{ personId: scene.personId, dueAt: new Date("2024-06-10T02:00:00Z") }]);
    expect(await stage.db.audit.count({ where: { action: "report.review" } })).toBe(1);
    const row = await stage.db.progressReport.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ verdict: "accepted", reviewedById: scene.rina });
    expect(row.reviewedAt).toEqual(new Date("2024-06-10T02:00:00Z"));
  });

  testOpenTransactions("of two trainers at once is one, and the slower hears who and what", async () => {
    const id = await reported();
    const first = heldOpen(stage.world, (inside) => sendBack(scene.rina, id, ["state"], inside));
    await first.done;
    const second = accept(scene.mahmud, id);
    await untilWaiting(stage.db, 1);
    first.commit();
    await first.committed;

    expect(await second).toMatchObject({
      kind: "reviewed_already",
      review: { verdict: "correction", byName: "Rina Marlina", marked: ["state"] },
    });
    expect(await answers()).toHaveLength(1);
  });

  testOpenTransactions(
    "about a report that its author changes at that moment is about none: it has to be read again",
    async () => {
      const id = await reported();
      const first = heldOpen(stage.world, (inside) => changed("done", false, inside));
      await first.done;
      const second = accept(scene.rina, id);
      await untilWaiting(stage.db, 1);
      first.commit();
      await first.committed;

      expect(await second).toEqual({ kind: "changed_meanwhile", number: "LP-241-0001" });
      expect(await stage.db.progressReport.count({ where: { reviewedAt: { not: null } } })).toBe(0);
      expect(await answers()).toEqual([]);
    },
  );

  testOpenTransactions("that breaks off before it is kept leaves nothing, and can be given again", async () => {
    const id = await reported();
    const first = heldOpen(stage.world, (inside) => accept(scene.rina, id, inside));
    await first.done;
    first.breakOff(new Error("The process died."));
    await expect(first.committed).rejects.toThrow("died");
    expect(await stage.db.progressReport.count({ where: { reviewedAt: { not: null } } })).toBe(0);
    expect(await answers()).toEqual([]);
    expect(await accept(scene.rina, id)).toMatchObject({ kind: "reviewed" });
  });

  test("reaches those who act for the library now, where its author does no more", async () => {
    const id = await reported();
    const wati = await colleague(stage.db, scene.trainingClass.id, "Wati");
    await stage.db.libraryMember.updateMany({
      where: { personId: scene.personId },
      data: { untilAt: stage.clock.now() },
    });
    expect(await sendBack(scene.rina, id, ["state"])).toMatchObject({ told: ["Wati"] });
    expect(await answers()).toMatchObject([{ personId: wati }]);
  });

  test("says who cannot be reached", async () => {
    const id = await reported();
    await stage.db.person.update({
      where: { id: scene.personId },
      data: { unreachableCause: "blocked", unreachableSince: stage.clock.now() },
    });
    expect(await sendBack(scene.rina, id, ["state"])).toMatchObject({ told: [], unreachable: ["Siti Rahmawati"] });
  });

  test("marks only what the report was asked: nothing that a button was forged with", async () => {
    const id = await reported({ state: "not_started" });
    await sendBack(scene.rina, id, ["story", "q.participants", "obstacle", "name"]);
    expect(await stage.db.progressReport.findUniqueOrThrow({ where: { id } })).toMatchObject({ marked: ["story"] });
  });

  test("can ask no correction of a report that a newer one has followed; it can be accepted", async () => {
    const id = await reported();
    stage.clock.advance(60_000);
    await reported({ state: "done" });
    expect(await sendBack(scene.rina, id, ["state"])).toEqual({ kind: "too_late" });
    expect(await accept(scene.rina, id)).toMatchObject({ kind: "reviewed" });
  });

  test("is refused to a trainer of another class, to a revoked one, to the author, to any participant", async () => {
    const id = await reported();
    const outsiders = await outsidersOf(stage.db, scene.mahmud, stage.clock.now());
    for (const personId of [...outsiders, scene.personId]) {
      const actor = await actorOf(stage.world, personId);
      expect(await accept(personId, id)).toEqual({ kind: "not_yours" });
      expect(await sendBack(personId, id, ["state"])).toEqual({ kind: "not_yours" });
      expect(await openReview(stage.world, actor, id)).toBeNull();
      expect(await nextReview(stage.world, actor, { after: null })).toBeNull();
    }
    const riau = await buildAdmin(stage.db, { regionCode: "21" });
    expect(await accept(riau.id, id)).toMatchObject({ kind: "reviewed" });
  });
});

describe("what waits for a review", () => {
  test("is a report until it is reviewed, and again when it was changed since, with what changed", async () => {
    const id = await reported({ state: "in_progress" });
    const rina = await actorOf(stage.world, scene.rina);
    expect(await nextReview(stage.world, rina, { after: null })).toMatchObject({ before: null, place: 1, total: 1 });
    await accept(scene.mahmud, id);
    expect(await nextReview(stage.world, rina, { after: null })).toBeNull();
    stage.clock.advance(60_000);
    await changed("done", true);
    expect(await nextReview(stage.world, rina, { after: null })).toMatchObject({
      report: { version: 2 },
      before: { verdict: "accepted", byName: "Mahmud Hidayat" },
      changes: [{ field: "state", before: "in_progress", after: "done" }],
    });
  });

  test("comes one after the other, the oldest first, and what is skipped stays", async () => {
    const ids = [await reported()];
    for (const planId of scene.planIds.slice(1)) {
      stage.clock.advance(60_000);
      const outcome = await report(stage.world, scene.personId, planId);
      if (outcome.kind === "recorded") ids.push(outcome.reportId);
    }
    const rina = await actorOf(stage.world, scene.rina);
    const seen = [];
    for (let after: number | null = null; ; ) {
      const next = await nextReview(stage.world, rina, { after });
      if (next === null) break;
      seen.push([next.report.id, next.place, next.total]);
      after = next.report.id;
    }
    expect(seen).toEqual(ids.map((id, at) => [id, at + 1, 3]));
  });

  test("is counted for all trainers in one query, with those that have waited for more than three working days", async () => {
    const other = await buildClass(stage.db, { name: "Maluku", provinceCode: "81" });
    const far = await buildTrainer(stage.db, [other.id], { name: "Pelatih Ambon", provinceCode: "81" });
    const { person, plans } = await buildParticipant(stage.db, other.id);
    // Monday.
    await reported();
    await report(stage.world, person.id, plans[0]?.id ?? 0);
    const counts = async () => {
      const found = await waitingReviews(stage.world, [scene.rina, scene.mahmud, far.id, scene.personId]);
      return [...found.values()].map(({ trainerId, count, sinceOn, tooLong }) => [trainerId, count, sinceOn, tooLong]);
    };
    const all = (tooLong: number) => [scene.rina, scene.mahmud, far.id].map((id) => [id, 1, "2024-06-10", tooLong]);
    expect((await counts()).sort()).toEqual(all(0).sort());
    // Thursday evening is still the third working day after it.
    stage.clock.set(new Date("2024-06-13T09:30:00Z"));
    expect((await counts()).sort()).toEqual(all(0).sort());
    stage.clock.set(new Date("2024-06-14T09:30:00Z"));
    expect((await counts()).sort()).toEqual(all(1).sort());
  });

  test("is the same to the database as to the domain, whatever was reviewed and changed", async () => {
    for (const [at, planId] of scene.planIds.entries()) {
      for (let version = 1; version <= 3; version++) {
        await stage.db.progressReport.create({
          data: {
            ...{ number: `LP-241-000${at}`, version, planId, authorId: scene.personId, state: "in_progress" },
            ...{ reportedAt: new Date(stage.clock.now().getTime() + version), updateId: at * 10 + version },
            // One whose last version is reviewed, one whose first is, one of which none is.
            reviewedAt: (at === 0 && version === 3) || (at === 1 && version === 1) ? stage.clock.now() : null,
          },
        });
      }
    }
    const rows = await stage.db.progressReport.findMany();
    const waiting = rows.filter((row) => waitsForReview(row, 3)).length;
    expect(waiting).toBe(2);
    expect((await waitingReviews(stage.world, [scene.rina])).get(scene.rina)?.count).toBe(waiting);
  });
});
