// Who is named and counted for a library that nobody has joined: what the database says of a plan is what libraryOf() says of the roster.
import { expect, test } from "vitest";
import { plansToldOf } from "../../../src/use-cases/caseload/told-of.js";
import { libraryOf } from "../../../src/use-cases/plans/stand-in/library-of.js";
import { chanceOf } from "../../simulation/random.js";
import { stageAt } from "../../support/stage/stage-at.js";
import { casesByChance } from "../../support/world/cases-by-chance.js";

const stage = stageAt("2024-07-09T16:30:00Z");

// Keeps T13.
test("a plan names whoever was invited for its library, where nobody acts for it, and nobody else", async () => {
  await casesByChance(stage.db, chanceOf(41), stage.clock.now());
  // Two libraries of one village, of which one was merged into the other: the roster's row means the one that stayed.
  const [stays] = await stage.db.library.findMany({ where: { members: { none: {} }, kind: "desa" } });
  if (stays === undefined) throw new Error("Nobody was told of.");
  const { kind, placeCode } = stays;
  await stage.db.library.create({ data: { kind, placeCode, name: "Perpustakaan Lama", holderId: -stays.id } });
  // Some rows call it by the other of its two names.
  const [called] = await stage.db.rosterRow.findMany({ where: { placeCode, participantId: null, kind: "desa" } });
  await stage.db.rosterRow.updateMany({ where: { id: called?.id ?? 0 }, data: { kind: "kelurahan" } });
  const { store } = stage.world;
  const plans = await store.caseloads.plansOf(null);
  const invited = (await store.caseloads.peopleOf(null)).filter(({ participantId }) => participantId === null);
  const meant = await Promise.all(
    invited.map(async (row) => ({ row, libraryId: (await libraryOf(store, row))?.libraryId ?? null })),
  );
  for (const plan of plans) {
    const named = meant
      .filter(({ row, libraryId }) => libraryId === plan.libraryId && row.classId === plan.classId)
      .map(({ row }) => row.rosterRowId);
    expect([...plan.rosterRowIds].sort()).toEqual(plan.personIds.length > 0 ? [] : named.sort());
    if (plan.personIds.length === 0) expect(plan.names).toHaveLength(named.length);
  }
  expect(plans.some(({ rosterRowIds }) => rosterRowIds.length === 2)).toBe(true);
  const told = await plansToldOf(stage.world, null, invited);
  for (const { rosterRowId } of invited) {
    const theirs = plans.filter(({ rosterRowIds }) => rosterRowIds.includes(rosterRowId ?? 0));
    expect((told.get(rosterRowId) ?? []).map(({ planId }) => planId)).toEqual(theirs.map(({ planId }) => planId));
  }
});
