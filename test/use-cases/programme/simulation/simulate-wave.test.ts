// A wave lived through before it begins: what its people would get, and that nothing of it is real.
import { expect, test } from "vitest";
import { actsOf, HABITS } from "../../../../src/domain/simulation/habits.js";
import { MOST_SIMULATED } from "../../../../src/domain/simulation/simulation.js";
import { dayIn } from "../../../../src/domain/time/calendar.js";
import { planSimulation, simulateWave } from "../../../../src/use-cases/index.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";
import { openTwoZones } from "../../../support/world/two-zones.js";

// Three weeks before the classes begin, on Monday 3 June 2024.
const stage = stageAt("2024-05-13T02:00:00Z");

const adminOf = async (regionCode?: string) =>
  actorOf(stage.world, (await buildAdmin(stage.db, regionCode === undefined ? {} : { regionCode })).id);

test("an admin plans for the classes within reach alone, with the people of their rosters", async () => {
  const { waveId } = await openTwoZones(stage);
  const national = await planSimulation(stage.world, await adminOf(), { waveId, provinceCode: null });
  expect(national).toMatchObject({ kind: "planned", people: 4 + 32, leftOut: 0 });
  const own = await planSimulation(stage.world, await adminOf("21"), { waveId, provinceCode: null });
  expect(own).toMatchObject({ kind: "planned", people: 4, simulation: { classes: [{ name: "Kepulauan Riau 1" }] } });
  const foreign = await planSimulation(stage.world, await adminOf("21"), { waveId, provinceCode: "81" });
  expect(foreign).toEqual({ kind: "no_class" });
  expect(await planSimulation(stage.world, await adminOf("63"), { waveId, provinceCode: null })).toEqual({
    kind: "not_allowed",
  });
});

test("a trainer and somebody who asks for a wave that is not there are refused", async () => {
  const { waveId } = await openTwoZones(stage);
  const trainer = await stage.db.person.findFirstOrThrow({ where: { roles: { some: { role: "trainer" } } } });
  const wanted = { waveId, provinceCode: null };
  expect(await planSimulation(stage.world, await actorOf(stage.world, trainer.id), wanted)).toEqual({
    kind: "not_allowed",
  });
  expect(await simulateWave(stage.world, await adminOf(), { ...wanted, waveId: 99 })).toEqual({ kind: "not_allowed" });
});

test("of a wave that is too large the first classes are lived through, and the others named by their number", async () => {
  const { waveId, riau } = await openTwoZones(stage);
  await stage.db.rosterRow.createMany({
    data: Array.from({ length: MOST_SIMULATED }, (_, n) => ({ classId: riau.id, name: `Undangan ${n}`, kind: "desa" })),
  });
  const planned = await planSimulation(stage.world, await adminOf(), { waveId, provinceCode: null });
  expect(planned).toMatchObject({ kind: "planned", people: MOST_SIMULATED + 4, leftOut: 1 });
});

test("every habit acts within the months that are lived through, and the silent never", () => {
  const inClass = {
    ...{ name: "Kelas", provinceCode: "81", zone: "Asia/Jayapura" as const, venue: "Aula", people: 1, trainers: 1 },
    ...{
      startsOn: "2024-06-03" as const,
      endsOn: "2024-06-07" as const,
      plansDueOn: "2024-07-07" as const,
      sessions: [],
    },
  };
  for (const habit of HABITS) {
    for (let n = 0; n < 40; n++) {
      const days = actsOf(habit, n, inClass).map(({ at }) => dayIn("Asia/Jayapura", at));
      expect(days.every((day) => day >= "2024-06-07" && day < "2024-07-29")).toBe(true);
      expect(days.length === 0).toBe(habit === "silent");
    }
  }
});
