// A wave lived through before it begins, as a whole: what its people get, and that nothing of it is real.
import { expect, test } from "vitest";
import { habitOf } from "../../../../src/domain/simulation/habits.js";
import type { SimulatedMessage } from "../../../../src/domain/simulation/simulation.js";
import { dayIn, timeIn } from "../../../../src/domain/time/calendar.js";
import { isWorkingInstant } from "../../../../src/domain/time/working-hours.js";
import { simulateWave } from "../../../../src/use-cases/index.js";
import { plainSimulations } from "../../../support/plain/plain-simulations.js";
import { takeSnapshot } from "../../../support/stage/snapshot.js";
import { stageAt } from "../../../support/stage/stage-at.js";
import { buildAdmin } from "../../../support/world/builders.js";
import { actorOf } from "../../../support/world/plans.js";
import { openTwoZones } from "../../../support/world/two-zones.js";

const stage = stageAt("2024-05-13T02:00:00Z", { simulations: plainSimulations(() => stage.world.settings) });

const adminOf = async (regionCode: string) => actorOf(stage.world, (await buildAdmin(stage.db, { regionCode })).id);

// Keeps A20.
test("everybody gets what they are owed, within hours and budget, and nothing stays of it", {
  timeout: 300_000,
}, async () => {
  const { waveId } = await openTwoZones(stage);
  const admin = await adminOf("21");
  const before = await takeSnapshot(stage.db);
  const told: number[] = [];
  const world = { ...stage.world, progress: (at: { what: string; done?: number }) => told.push(at.done ?? 0) };
  const simulated = await simulateWave(world, admin, { waveId, provinceCode: null });
  if (simulated.kind !== "simulated") throw new Error(simulated.kind);
  const { messages, people, most, from, until } = simulated.outcome;

  expect(people).toEqual({ participant: 4, trainer: 1, admin: 1 });
  expect(most.day).toBeLessThanOrEqual(2);
  expect(until.getTime() - from.getTime()).toBe(60 * 86_400_000);
  const { rest } = stage.world.settings;
  const outside = messages.filter(
    ({ zone, at, kinds }) => !kinds.includes("online_link") && !isWorkingInstant(zone, at, rest),
  );
  expect(outside.map(shown)).toEqual([]);
  const of = (name: string) => messages.filter((one) => one.name === name);
  for (const n of [1, 2, 3, 4]) {
    const kinds = of(`Peserta ${n}`).flatMap((one) => one.kinds);
    expect(kinds, `Peserta ${n}`).toEqual(expect.arrayContaining(["session_reminder", "online_link"]));
  }
  // The diligent are reminded less often than the silent.
  const reminders = (n: number) => of(`Peserta ${n}`).filter(({ kinds }) => kinds.includes("plan_reminder")).length;
  expect([1, 2, 3, 4].map((n) => habitOf(n - 1))).toEqual(["diligent", "late", "diligent", "silent"]);
  expect(reminders(4)).toBeGreaterThan(reminders(1));
  expect(messages.filter(({ role }) => role === "trainer").length).toBeGreaterThan(5);
  expect(told.at(-1)).toBeGreaterThan(50);
  // Of the real office nothing was touched.
  expect(await takeSnapshot(stage.db)).toEqual(before);
  expect(stage.sandbox.ledger).toEqual([]);

  const again = await simulateWave(stage.world, admin, { waveId, provinceCode: null });
  expect(again.kind === "simulated" && again.outcome.messages.map(shown)).toEqual(messages.map(shown));
});

function shown({ zone, at, name, kinds, text }: SimulatedMessage): string {
  return `${dayIn(zone, at)} ${timeIn(zone, at)} ${name} ${kinds.join("+")}: ${text}`;
}
