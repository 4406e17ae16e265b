// How far a file of reports or people reaches: to the cohort of a role, and to the roles that somebody holds when it is given out.
import { expect, test } from "vitest";
import { NO_FILTER } from "../../../src/domain/own-data/audit-filter.js";
import { MOST_ROWS_OF_A_FILE } from "../../../src/domain/own-data/export.js";
import { adminReach } from "../../../src/domain/people/admin-reach.js";
import type { KnownActor } from "../../../src/domain/people/person.js";
import type { World } from "../../../src/ports.js";
import { inPieces } from "../../../src/use-cases/exports/in-pieces.js";
import { exportAudit, exportPeople, exportReports, exportSim, readMonths } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildAdmin, buildClass, buildParticipant } from "../../support/world/builders.js";
import { actorOf } from "../../support/world/plans.js";

const stage = stageAt("2025-06-11T03:00:00Z");

const MONTHS = readMonths("2024-06", "2025-06") ?? { from: "2024-06-01", to: "2025-06-30" };
const asked = { purpose: "Mengisi SIM", updateId: 1 };

/** Admins of Kepri alone, of whom the second has one cohort. */
async function admins(cohortId: number) {
  const own = await buildAdmin(stage.db, { name: "Sri", regionCode: "21" });
  const ofCohort = await buildAdmin(stage.db, { name: "Budi", regionCode: "21" });
  await stage.db.roleBinding.updateMany({ where: { personId: ofCohort.id }, data: { cohortId } });
  return [await actorOf(stage.world, own.id), await actorOf(stage.world, ofCohort.id)] as const;
}

async function reported(planId: number, authorId: number, number: string, at: string) {
  await stage.db.progressReport.create({
    data: {
      ...{ number, version: 1, planId, authorId, state: "in_progress", reportedAt: new Date(at) },
      updateId: BigInt(Date.parse(at)),
      answers: { create: [{ question: "participants", amount: 10, choices: [] }] },
    },
  });
}

test("an admin of one cohort gets its reports alone, also of a library that came back with the next one", async () => {
  const { db } = stage;
  const before = await buildClass(db, { name: "Kelas 2024", startsOn: "2024-06-03" });
  const later = await buildClass(db, { name: "Kelas 2025", startsOn: "2025-06-02" });
  const of2024 = await buildParticipant(db, before.id, { name: "Siti", libraryName: "Melati" });
  const { placeCode } = of2024.library;
  const of2025 = await buildParticipant(db, later.id, { name: "Hasan", libraryName: "Melati", placeCode });
  const planIn = async (classId: number) =>
    (await db.workPlan.findFirstOrThrow({ where: { classId, type: "community_engagement" } })).id;
  await reported(await planIn(before.id), of2024.person.id, "LP-1", "2024-06-20T03:00:00Z");
  await reported(await planIn(later.id), of2025.person.id, "LP-2", "2025-06-05T03:00:00Z");
  const { cohortId } = await db.wave.findUniqueOrThrow({ where: { id: before.waveId } });
  const [all, one] = await admins(cohortId);

  const numbers = async (actor: typeof all) => {
    const outcome = await exportReports(stage.world, actor, { placeCode: null, months: MONTHS, ...asked });
    return outcome.kind === "exported" ? JSON.stringify(outcome.sheet.rows).match(/LP-\d/g) : outcome.kind;
  };
  expect([await numbers(all), await numbers(one)]).toEqual([["LP-1", "LP-2"], ["LP-1"]]);

  const sim = async (actor: typeof all) => {
    const outcome = await exportSim(stage.world, actor, { placeCode: null, months: MONTHS, ...asked });
    if (outcome.kind !== "exported") throw new Error(outcome.kind);
    const at = outcome.sheet.columns.findIndex(({ heading }) => heading === "Peserta");
    return outcome.sheet.rows.filter((row) => row[at] !== null).length;
  };
  expect([await sim(all), await sim(one)]).toEqual([2, 1]);

  const classOf = async ({ roles }: typeof all) =>
    (await stage.world.store.activities.librariesOf([of2024.library.id], adminReach(roles))).map(
      ({ className }) => className,
    );
  expect([await classOf(all), await classOf(one)]).toEqual([["Kelas 2025"], ["Kelas 2024"]]);
});

const WHOLE = { placeCode: null, ...asked };
const FILES = {
  people: (world: World, actor: KnownActor) => exportPeople(world, actor, { ...WHOLE, filter: "all" }),
  reports: (world: World, actor: KnownActor) => exportReports(world, actor, { ...WHOLE, months: MONTHS }),
  sim: (world: World, actor: KnownActor) => exportSim(world, actor, { ...WHOLE, months: MONTHS }),
  audit: (world: World, actor: KnownActor) => exportAudit(world, actor, { filter: NO_FILTER, ...asked }),
};

test.each(Object.entries(FILES))(
  "the file of %s is given to nobody whose role ends while it is read",
  async (_, read) => {
    const kepri = await buildClass(stage.db, { startsOn: "2025-06-02" });
    await buildParticipant(stage.db, kepri.id, { name: "Siti" });
    const admin = await buildAdmin(stage.db, { name: "Sri", regionCode: "21" });
    await stage.db.roleBinding.create({
      data: { personId: admin.id, role: "admin", regionCode: "81", grantedAt: stage.clock.now() },
    });
    const actor = await actorOf(stage.world, admin.id);
    const lines = () => stage.db.audit.count({ where: { action: { endsWith: ".export" } } });
    // One of two roles is enough: the rows of both have been read.
    const endedMeanwhile: World = {
      ...stage.world,
      async transaction(work) {
        await stage.db.roleBinding.updateMany({
          where: { personId: admin.id, regionCode: "21" },
          data: { revokedAt: stage.clock.now() },
        });
        return stage.world.transaction(work);
      },
    };
    expect(["not_yours", "not_allowed"]).toContain((await read(endedMeanwhile, actor)).kind);
    expect(await lines()).toBe(0);
    const now = await actorOf(stage.world, admin.id);
    for (let n = 0; n < 2; n++) expect((await read(stage.world, now)).kind).toBe("exported");
    expect(await lines()).toBe(1);
  },
);

test("a file of more rows than can be written is refused at once, and no line says that it left", async () => {
  const { db } = stage;
  const { id: classId } = await buildClass(db, { startsOn: "2024-06-03" });
  const { library, plans } = await buildParticipant(db, classId, { name: "Siti", libraryName: "Melati" });
  const { cohortId } = await db.workPlan.findUniqueOrThrow({ where: { id: plans[0]?.id ?? 0 } });
  await db.$executeRaw`INSERT INTO libraries (id, kind, name, place_code)
    SELECT n, 'desa', 'Perpustakaan ' || n, ${library.placeCode} FROM generate_series(10001, 14200) AS n`;
  await db.$executeRaw`INSERT INTO work_plans (library_id, cohort_id, class_id, type, due_on)
    SELECT n, ${cohortId}::int, ${classId}::int, 'advocacy', '2024-07-07'::date FROM generate_series(10001, 14200) AS n`;
  const [actor] = await admins(cohortId);
  const year = readMonths("2024-07", "2025-06");
  if (year === null) throw new Error("A year is a span of months.");
  const outcome = await exportSim(stage.world, actor, { placeCode: null, months: year, ...asked });
  expect(outcome.kind).toBe("too_large");
  expect(await db.audit.count({ where: { action: "sim.export" } })).toBe(0);
  // What is counted while it is read ends there, too.
  const libraries = Array.from({ length: 100 }, (_, id) => id);
  const thousand = (some: number[]) => Promise.resolve(some.flatMap((id) => Array.from({ length: 1000 }, () => id)));
  expect(await inPieces({}, libraries, thousand)).toBeNull();
  expect(await inPieces({}, libraries.slice(0, 50), thousand)).toHaveLength(MOST_ROWS_OF_A_FILE);
});
