// P15: a library has one plan of each type in a cohort, whoever of it writes it, however many at once.

import { expect, test } from "vitest";
import { registerParticipant, sayNoPlanYet, writeWorkPlan } from "../../../src/use-cases/index.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { buildClass, buildPerson, buildRosterRow } from "../../support/world/builders.js";
import { actorOf, berakit, colleague } from "../../support/world/plans.js";

const stage = stageAt("2024-06-10T03:00:00Z");

const TYPES = ["advocacy", "community_engagement", "information_services"];
const typesOf = async (where: { libraryId?: number; cohortId?: number } = {}) =>
  (await stage.db.workPlan.findMany({ where })).map(({ type }) => type as string).sort();

async function register(
  personId: number,
  classId: number,
  { libraryName = "Perpustakaan Berakit", rosterRowId = null as number | null, phone = null as string | null } = {},
) {
  return registerParticipant(stage.world, await actorOf(stage.world, personId), {
    ...{ name: `Peserta ${personId}`, phone, kind: "desa", classId, placeCode: "21.01.10.2001" },
    ...{ libraryName, rosterRowId },
  });
}

test("five invited people of one library who register at once, each spelling its name, share three plans; twice is once", async () => {
  const { id: classId } = await buildClass(stage.db);
  const people = await Promise.all(Array.from({ length: 5 }, () => buildPerson(stage.db)));
  const rows = new Map<number, { rosterRowId: number; phone: string | null }>();
  for (const { id, phone } of people) {
    const row = await buildRosterRow(stage.db, classId, { phone: phone ?? "", placeCode: "21.01.10.2001" });
    rows.set(id, { rosterRowId: row.id, phone });
  }
  for (const kind of ["registered", "already_registered"]) {
    const outcomes = await Promise.all(
      people.map(({ id }) => register(id, classId, { libraryName: `Perpustakaan ${id}`, ...rows.get(id) })),
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(5).fill(kind));
    expect(await stage.db.library.count()).toBe(1);
    expect(await stage.db.libraryMember.count()).toBe(5);
    expect(await typesOf()).toEqual(TYPES);
  }
});

// Keeps P15.
test("the same library has three plans of its own in another cohort, due by its own class", async () => {
  const first = await buildClass(stage.db);
  const second = await buildClass(stage.db, { startsOn: "2025-06-02" });
  const person = await buildPerson(stage.db);
  for (const { id } of [first, second, second]) await register(person.id, id);
  const [library] = await stage.db.library.findMany();
  expect(await typesOf({ libraryId: library?.id ?? 0 })).toEqual([...TYPES, ...TYPES].sort());
  for (const { year, due } of [
    { year: 2024, due: "2024-07-07" },
    { year: 2025, due: "2025-07-06" },
  ]) {
    const cohort = await stage.db.cohort.findFirstOrThrow({ where: { year } });
    expect(await typesOf({ cohortId: cohort.id })).toEqual(TYPES);
    // The class's last day and thirty.
    const plans = await stage.db.workPlan.findMany({ where: { cohortId: cohort.id } });
    expect(new Set(plans.map(({ dueOn }) => dueOn.toISOString().slice(0, 10)))).toEqual(new Set([due]));
  }
});

// Keeps P15.
test("the database itself refuses a second plan of a type", async () => {
  const { planIds } = await berakit(stage.db);
  const { id: _, replaced: __, ...plan } = await stage.db.workPlan.findUniqueOrThrow({ where: { id: planIds[0] } });
  await expect(stage.db.workPlan.create({ data: plan })).rejects.toMatchObject({ code: "P2002" });
});

// Keeps P15.
test("two members who save the same plan at once leave one plan, in the words of one of them", async () => {
  const { trainingClass, personId, planIds } = await berakit(stage.db);
  const budi = await colleague(stage.db, trainingClass.id, "Budi");
  const write = async (id: number, words: string) =>
    writeWorkPlan(stage.world, await actorOf(stage.world, id), {
      ...{ planId: planIds[0], activity: words, targetOn: "2024-07-01", measure: words, partner: words },
    });
  const outcomes = await Promise.all([
    write(personId, "Siti"),
    write(budi, "Budi"),
    write(personId, "Siti"),
    write(budi, "Budi"),
  ]);
  expect(outcomes).toEqual(Array(4).fill({ kind: "written" }));
  expect(await typesOf()).toEqual(TYPES);
  const { activity, measure, partner } = await stage.db.workPlan.findUniqueOrThrow({ where: { id: planIds[0] } });
  expect(["Siti", "Budi"]).toContain(activity);
  expect([measure, partner]).toEqual([activity, activity]);
});

// Keeps P15.
test("“belum punya” is kept as an answer, twice is once, and a plan written later replaces it", async () => {
  const { personId, planIds } = await berakit(stage.db);
  await stage.db.workPlan.updateMany({ data: { state: "unwritten", activity: null, writtenAt: null } });
  const actor = await actorOf(stage.world, personId);
  const none = async () => stage.db.workPlan.findUniqueOrThrow({ where: { id: planIds[2] } });
  await sayNoPlanYet(stage.world, actor, { planId: planIds[2] });
  const first = await none();
  await sayNoPlanYet(stage.world, actor, { planId: planIds[2] });
  expect(first).toMatchObject({ state: "none_yet", activity: null });
  expect(await none()).toEqual(first);
  const words = { activity: "Bertemu camat", targetOn: null, measure: null, partner: null };
  await writeWorkPlan(stage.world, actor, { planId: planIds[2], ...words });
  expect(await none()).toMatchObject({ state: "not_started", activity: "Bertemu camat" });
  expect(await typesOf()).toEqual(TYPES);
});
