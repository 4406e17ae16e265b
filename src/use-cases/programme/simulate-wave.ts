// A wave lived through before it begins, with made-up people in its own classes: an admin reads what would be sent, when and why.
import { groupedBy } from "../../domain/grouped-by.js";
import { adminReach, type Reach } from "../../domain/people/admin-reach.js";
import { isAdmin, type KnownActor, type Language } from "../../domain/people/person.js";
import {
  COMMON_CLASS_SIZE,
  MOST_SIMULATED,
  SIMULATED_DAYS,
  type Simulation,
  type SimulationOutcome,
} from "../../domain/simulation/simulation.js";
import type { ClassToSimulate, WaveLine } from "../../ports/programme/programme.js";
import type { World } from "../../ports.js";

export interface WaveToSimulate {
  waveId: number;
  /** Null: all provinces within reach. */
  provinceCode: string | null;
}

export interface PlannedSimulation {
  wave: WaveLine;
  simulation: Simulation;
  people: number;
  /** Classes beyond what fits into two minutes. */
  leftOut: number;
}

export type PlannedOutcome = ({ kind: "planned" } & PlannedSimulation) | { kind: "not_allowed" } | { kind: "no_class" };

export async function planSimulation(
  { store }: World,
  actor: KnownActor,
  wanted: WaveToSimulate,
): Promise<PlannedOutcome> {
  if (!isAdmin(actor)) return { kind: "not_allowed" };
  return planOfWave({ store }, adminReach(actor.roles), actor.person.language, wanted);
}

/** Without asking who wants to know: for those who run the server. */
export async function planOfWave(
  { store }: Pick<World, "store">,
  reach: readonly Reach[],
  language: Language,
  { waveId, provinceCode }: WaveToSimulate,
): Promise<PlannedOutcome> {
  const wave = await store.programme.findWave(waveId, reach);
  if (wave === null || (wave.classes === 0 && !reach.some(({ regionCode }) => regionCode === null))) {
    return { kind: "not_allowed" };
  }
  const found = await store.programme.toSimulate(waveId, provinceCode, reach);
  if (found.length === 0) return { kind: "no_class" };
  const { chosen, people } = asManyAsFit(found);
  const ids = chosen.map(({ id }) => id);
  const sessions = groupedBy(await store.programme.sessionsOfAll(ids), ({ classId }) => classId);
  const classes = chosen.map(({ id, ...one }) => ({
    ...{ ...one, people: sizeOf(one), trainers: Math.max(1, one.trainers) },
    sessions: (sessions.get(id) ?? [])
      .filter(({ cancelledAt }) => cancelledAt === null)
      .map(({ title, startsAt, endsAt, mode, place }) => ({ title, startsAt, endsAt, mode, place })),
  }));
  const simulation = { classes, language, days: SIMULATED_DAYS };
  return { kind: "planned", wave, simulation, people, leftOut: found.length - chosen.length };
}

export type SimulatedOutcome =
  | Exclude<PlannedOutcome, { kind: "planned" }>
  | { kind: "busy" | "took_too_much" }
  | ({ kind: "simulated"; outcome: SimulationOutcome } & PlannedSimulation);

export async function simulateWave(world: World, actor: KnownActor, wanted: WaveToSimulate): Promise<SimulatedOutcome> {
  const planned = await planSimulation(world, actor, wanted);
  if (planned.kind !== "planned") return planned;
  const outcome = await world.simulations.run(planned.simulation, world.progress);
  return outcome === "busy" || outcome === "took_too_much"
    ? { kind: outcome }
    : { ...planned, kind: "simulated", outcome };
}

function sizeOf({ people }: Pick<ClassToSimulate, "people">): number {
  return people === 0 ? COMMON_CLASS_SIZE : people;
}

/** In their order; the first always. */
function asManyAsFit(classes: readonly ClassToSimulate[]): { chosen: ClassToSimulate[]; people: number } {
  const chosen: ClassToSimulate[] = [];
  let people = 0;
  for (const one of classes) {
    if (chosen.length > 0 && people + sizeOf(one) > MOST_SIMULATED) break;
    chosen.push(one);
    people += sizeOf(one);
  }
  return { chosen, people };
}
